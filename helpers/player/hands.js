// @ts-check
// One hand above a picture: its shape, a ring that grows with the pressure, and the level as a number.
// It is moved by transforms alone, so nothing is painted again.

import { SVG } from "../stage/svg_text.js";
import { make } from "../stage/dom.js";
import { LIFTED } from "./motion.js";

/** Radius of the ring around a hand at level 0 and what each level adds, px of the picture. */
const RING = 16;
const RING_MORE = 9;

/** @param {string} prefix of the ids of the hands' shapes on this page */
export function makeHand(prefix) {
  const use = document.createElementNS(SVG, "use");
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 2 2");
  svg.append(use);
  const ring = make("div", "gh-player-ring");
  const shape = make("div", "gh-player-shape");
  shape.append(svg);
  const level = make("span", "gh-player-level");
  const root = make("div", "gh-player-hand", ring, shape, level);
  root.setAttribute("aria-hidden", "true");
  return { root, ring, shape, level, use, prefix, contact: "", label: "", state: -1 };
}

/**
 * Move a hand to where it is.
 * @param {ReturnType<typeof makeHand>} hand
 * @param {import("./motion.js").Hand | null} at nothing when it has no part in this moment
 * @param {boolean} left the shapes are right hands
 */
export function placeHand(hand, at, left) {
  const state = at ? at.h : 0;
  if (state !== hand.state) {
    hand.state = state;
    hand.root.style.opacity = !at ? "0" : state === LIFTED ? "0.45" : "1";
  }
  if (!at) return;
  if (at.c !== hand.contact) {
    hand.contact = at.c;
    hand.use.setAttribute("href", `#${hand.prefix}gh-hand-${at.c}`);
  }
  const turn = `rotate(${at.a.toFixed(1)}deg)${left ? " scaleX(-1)" : ""}`;
  hand.root.style.transform = `translate(${at.x.toFixed(1)}px,${at.y.toFixed(1)}px)`;
  hand.shape.style.transform = turn;
  hand.ring.style.transform = `scale(${((RING + RING_MORE * at.p) / 50).toFixed(3)})`;
  const level = state === LIFTED || at.p <= 0 ? "" : String(Math.max(1, Math.round(at.p)));
  if (level !== hand.label) {
    hand.label = level;
    hand.level.textContent = level;
    hand.level.hidden = !level;
    hand.root.dataset.level = level;
  }
}
