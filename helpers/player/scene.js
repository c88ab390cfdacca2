// @ts-check
// The picture of the player: the lesson's own drawing, and both hands on layers of their own above
// it, so that moving them never paints the drawing again.

import { SVG, readStill } from "../stage/svg_text.js";
import { make, uniqueId } from "../stage/dom.js";
import { makeHand, placeHand } from "./hands.js";

/**
 * Make a scene for a score.
 * @param {any} score
 * @param {{ still?: boolean }} [options] `still` for a small picture without words of its own
 */
export function makeScene(score, options = {}) {
  const prefix = `${uniqueId()}-`;
  // The class is that of the drawings: it gives the colours their values.
  const world = make("div", "gh-picture gh-player-world");
  const frame = make("div", "gh-player-frame", world);
  const symbols = read(`<svg xmlns="${SVG}" viewBox="0 0 1 1"><defs>${score.symbols}</defs></svg>`);
  const hands = { r: makeHand(prefix), l: makeHand(prefix) };
  /** @type {Element | null} */
  let drawing = null;
  let shown = -1;
  let turnsOf = /** @type {any} */ (null);
  const turns = document.createElementNS(SVG, "svg");
  turns.setAttribute("class", "gh-player-turns");
  turns.setAttribute("aria-hidden", "true");
  symbols?.setAttribute("class", "gh-player-symbols");
  if (options.still) frame.classList.add("gh-player-small");
  if (symbols) world.append(symbols);
  world.append(turns, hands.l.root, hands.r.root);

  /** @param {string} text */
  function read(text) {
    return readStill(text, prefix)?.svg ?? null;
  }

  const sizes = new ResizeObserver(() => fit());
  sizes.observe(frame);

  function fit() {
    const width = frame.clientWidth;
    if (width) world.style.transform = `scale(${width / 800})`;
  }

  /** @type {Map<number, Element | null>} */
  const drawings = new Map();

  /** Read a picture, once; best before it is wanted. @param {number} number */
  function prepare(number) {
    if (drawings.has(number)) return;
    const picture = score.pictures[number];
    const text = picture.svg.map((/** @type {number} */ part) => score.parts[part]).join("");
    const next = read(text);
    next?.setAttribute("width", String(picture.w));
    next?.setAttribute("height", String(picture.h));
    next?.setAttribute("class", `${next.getAttribute("class") ?? ""} gh-player-drawing`);
    drawings.set(number, next);
  }

  /** @param {number} number */
  function show(number) {
    if (number === shown) return;
    shown = number;
    prepare(number);
    const picture = score.pictures[number];
    const next = drawings.get(number) ?? null;
    drawing?.remove();
    drawing = next;
    if (next) world.prepend(next);
    frame.style.aspectRatio = `${picture.w} / ${picture.h}`;
    turns.setAttribute("viewBox", `0 0 ${picture.w} ${picture.h}`);
    turns.setAttribute("width", String(picture.w));
    turns.setAttribute("height", String(picture.h));
    fit();
  }

  /** Numbered arrows, the one of now lit. @param {any} track @param {number} now */
  function light(track, now) {
    if (track !== turnsOf) {
      turnsOf = track;
      turns.replaceChildren(...(track ? track.turns.map(arrow) : []));
    }
    [...turns.children].forEach((mark, number) => mark.classList.toggle("gh-now", number === now));
  }

  return {
    element: frame,
    show,
    prepare,
    light,
    /** @param {{ r: any, l: any }} at */
    move(at) {
      placeHand(hands.r, at.r, false);
      placeHand(hands.l, at.l, true);
    },
    close() {
      sizes.disconnect();
      frame.remove();
    },
  };
}

/** @param {any} turn @param {number} number */
function arrow(turn, number) {
  const group = document.createElementNS(SVG, "g");
  group.setAttribute("class", "gh-player-turn");
  for (const spot of [turn.r, turn.l]) {
    if (!spot) continue;
    const [x, y, angle] = spot;
    const mark = document.createElementNS(SVG, "g");
    mark.setAttribute("transform", `translate(${x} ${y})`);
    const shape = document.createElementNS(SVG, "path");
    const disc = "M-17 0a17 17 0 1 0 34 0a17 17 0 1 0-34 0Z";
    shape.setAttribute("d", angle === undefined ? disc : `${disc}M-12 -20L0 -44L12 -20Z`);
    if (angle !== undefined) shape.setAttribute("transform", `rotate(${angle})`);
    const text = document.createElementNS(SVG, "text");
    text.setAttribute("y", "7");
    text.textContent = String(number + 1);
    mark.append(shape, text);
    group.append(mark);
  }
  return group;
}
