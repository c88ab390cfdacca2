// @ts-check
// A stroke's picture with the stroke itself in motion: press the button and both hands go at their
// true pace. Pace, passes and pressure answer here at once; the kernel's new drawing comes after.

import { renderStage } from "../stage/stage_view.js";
import { readStill, SVG } from "../stage/svg_text.js";
import { make, makeButton, uniqueId, withLanguage } from "../stage/dom.js";
import { makeHand, placeHand } from "./hands.js";
import { handsAt, partAt } from "./motion.js";
import { unpack } from "./unpack.js";

/** @param {{ model: any, el: HTMLElement }} context */
function render({ model, el }) {
  const close = renderStage({ model, el });
  const prefix = `${uniqueId()}-`;
  const button = makeButton("gh-motion-button");
  const time = make("span", "gh-motion-time");
  const row = make("div", "gh-motion", button, time);
  const world = make("div", "gh-picture gh-player-world");
  const hands = { r: makeHand(prefix), l: makeHand(prefix) };
  const figure = /** @type {HTMLElement} */ (el.querySelector(".gh-stage"));
  const picture = /** @type {HTMLElement} */ (el.querySelector(".gh-stage-picture"));
  /** @type {any} */
  let data = null;
  let turn = 0;
  let done = 0;
  let last = 0;
  let frame = 0;
  let closed = false;

  world.append(hands.l.root, hands.r.root);
  world.hidden = true;
  figure.insertBefore(row, figure.querySelector(".gh-stage-caption"));

  const sizes = new ResizeObserver(() => {
    world.style.transform = `scale(${picture.clientWidth / 800})`;
  });
  sizes.observe(picture);

  /** The controls that are followed, by what they choose; a move on one of them tells no kernel. */
  const controls = /** @type {Record<string, any>} */ ({});

  /** @param {string} name */
  const chosen = (name) => (controls[name] ? controls[name].get("value") : model.get(name));

  /** @param {string} name @param {string} id of its control */
  async function follow(name, id) {
    const control = await model.widget_manager.get_model(id.replace("IPY_MODEL_", ""));
    if (closed) return;
    controls[name] = control;
    control.on("change:value", draw);
    draw();
  }

  /** How fast the clock of the drawn stroke runs for the pace that is chosen now. */
  function speed() {
    if (!data?.pace || !chosen("pace")) return 1;
    const share = chosen("pace") / data.pace;
    return data.faster ? share : 1 / share;
  }

  const passes = () => Math.max(1, Math.round(chosen("passes")));

  async function read() {
    turn += 1;
    const mine = turn;
    const packed = model.get("motion");
    const next = packed.byteLength || packed.length ? await unpack(packed) : null;
    if (mine !== turn) return;
    const before = data;
    data = next;
    row.hidden = !data;
    if (!data) {
      stop();
      return;
    }
    // The same share of the way, if the new drawing is of another length.
    if (before) done *= data.track.s / before.track.s;
    world.querySelector("svg.gh-player-symbols")?.remove();
    const symbols = readStill(
      `<svg xmlns="${SVG}" viewBox="0 0 1 1"><defs>${data.symbols}</defs></svg>`, prefix);
    if (symbols) {
      symbols.svg.setAttribute("class", "gh-player-symbols");
      world.prepend(symbols.svg);
    }
    draw();
  }

  function draw() {
    if (!data) return;
    const running = frame !== 0;
    const whole = (data.track.s * passes()) / speed();
    button.textContent = running ? model.get("words").stop : model.get("words").play;
    time.textContent = running
      ? `${Math.min(whole, done / speed()).toFixed(0)} s of ${whole.toFixed(0)} s`
      : "";
    if (!running) return;
    const step = { seconds: data.track.s * passes(), parts: [[0, passes(), []]] };
    const at = handsAt(partAt(step, [data.track], Math.min(done, step.seconds - 1e-6)));
    // Softer shows at once; firmer only once it has been drawn within all limits.
    const most = Number(chosen("level")) || 4;
    for (const hand of [at.r, at.l]) if (hand) hand.p = Math.min(hand.p, most);
    placeHand(hands.r, at.r, false);
    placeHand(hands.l, at.l, true);
  }

  /** @param {number} now */
  function move(now) {
    done += ((now - last) / 1000) * speed();
    last = now;
    if (!data || done >= data.track.s * passes()) {
      stop();
      return;
    }
    frame = requestAnimationFrame(move);
    draw();
  }

  function start() {
    picture.append(world);
    world.hidden = false;
    figure.classList.add("gh-moves");
    done = 0;
    last = performance.now();
    frame = requestAnimationFrame(move);
    draw();
  }

  function stop() {
    cancelAnimationFrame(frame);
    frame = 0;
    world.hidden = true;
    figure.classList.remove("gh-moves");
    draw();
  }

  button.addEventListener("click", () => (frame ? stop() : start()));
  const changed = () => void read();
  model.on("change:motion", changed);
  for (const name of ["pace", "passes", "level"]) model.on(`change:${name}`, draw);
  for (const [name, id] of Object.entries(model.get("follows"))) void follow(name, id);
  void read();

  return () => {
    turn += 1;
    closed = true;
    for (const control of Object.values(controls)) control.off("change:value", draw);
    cancelAnimationFrame(frame);
    sizes.disconnect();
    model.off("change:motion", changed);
    for (const name of ["pace", "passes", "level"]) model.off(`change:${name}`, draw);
    close();
  };
}

export default { render: withLanguage(render) };
