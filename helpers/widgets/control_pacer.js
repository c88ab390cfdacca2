// @ts-check
// A circle that swells with the breath. It runs on the browser's clock, with no word to the kernel.

import { make, makeButton, makeLive, uniqueId, withLanguage } from "../stage/dom.js";

const SMALL = 0.45;

/** @param {{ model: any, el: HTMLElement }} context */
function render({ model, el }) {
  const prefix = uniqueId();
  const listening = new AbortController();
  const still = window.matchMedia("(prefers-reduced-motion: reduce)");
  const label = make("div", "gh-label");
  const disc = make("div", "gh-pacer-disc");
  const word = make("div", "gh-pacer-word");
  const count = make("div", "gh-pacer-count");
  const field = make("div", "gh-pacer-field", disc, make("div", "gh-pacer-words", word, count));
  const button = makeButton("gh-button gh-button-main");
  const help = make("p", "gh-help");
  const live = makeLive("gh-hidden");
  const root = make("div", "gh-control gh-pacer", label, field, button, help, live.element);

  let began = 0;
  let frame = 0;

  root.setAttribute("role", "group");
  label.id = `${prefix}-label`;
  help.id = `${prefix}-help`;
  root.setAttribute("aria-labelledby", label.id);
  button.setAttribute("aria-describedby", help.id);

  /** @param {number} share of full lungs, 0 to 1 */
  function swell(share) {
    const size = still.matches ? 1 : SMALL + (1 - SMALL) * share;
    disc.style.transform = `scale(${size.toFixed(3)})`;
  }

  /** @param {HTMLElement} element @param {string} text */
  function say(element, text) {
    if (element.textContent !== text) element.textContent = text;
  }

  function step() {
    const inward = model.get("inward");
    const outward = model.get("outward");
    const at = ((performance.now() - began) / 1000) % (inward + outward);
    const into = at < inward;
    const part = into ? at / inward : (at - inward) / outward;
    const wave = (1 - Math.cos(Math.PI * part)) / 2;
    swell(into ? wave : 1 - wave);
    const now = into ? "Breathe in" : "Breathe out";
    if (word.textContent !== now) live.say(now);
    say(word, now);
    say(count, String(Math.ceil((into ? inward - at : inward + outward - at) - 1e-6)));
    frame = requestAnimationFrame(step);
  }

  function rest() {
    cancelAnimationFrame(frame);
    frame = 0;
    swell(0.5);
    const inward = model.get("inward").toFixed(1);
    const outward = model.get("outward").toFixed(1);
    say(word, `${inward} s in`);
    say(count, `${outward} s out`);
    button.textContent = "Start";
  }

  function toggle() {
    if (frame) return rest();
    began = performance.now();
    button.textContent = "Stop";
    step();
  }

  function draw() {
    label.textContent = model.get("label");
    help.textContent = model.get("help");
    if (!frame) rest();
  }

  draw();
  model.on("change", draw);
  button.addEventListener("click", toggle, { signal: listening.signal });
  el.append(root);

  return () => {
    cancelAnimationFrame(frame);
    listening.abort();
    live.close();
    model.off("change", draw);
    root.remove();
  };
}

export default { render: withLanguage(render) };
