// @ts-check
// A card: a heading, paragraphs and a list, all of them plain text.

import { keepRoom, make, withLanguage } from "../stage/dom.js";

/** Quiet time after the last change before a card that speaks is read out, in ms. */
const QUIET = 800;

/** @param {{ model: any, el: HTMLElement }} context */
function render({ model, el }) {
  const heading = make("div", "gh-card-heading");
  const body = make("div", "gh-card-body");
  const live = make("p", "gh-hidden");
  const root = make("div", "", heading, body, live);
  let timer = 0;

  heading.setAttribute("role", "heading");
  live.setAttribute("role", "status");

  function draw() {
    root.className = `gh-control gh-card gh-card-${model.get("tone")}`;
    body.style.minHeight = `${model.get("lines")}lh`;
    heading.textContent = model.get("heading");
    heading.setAttribute("aria-level", String(model.get("level")));
    const blocks = model.get("paragraphs").map((text) => make("p", "", text));
    const bullets = model.get("bullets").map((text) => make("li", "", text));
    if (bullets.length) blocks.push(make("ul", "", ...bullets));
    body.replaceChildren(...blocks);
  }

  function change() {
    draw();
    clearTimeout(timer);
    if (!model.get("speaks")) return;
    timer = setTimeout(() => {
      const said = ["heading", "paragraphs", "bullets"].flatMap((name) => model.get(name));
      live.textContent = said.map((text) => (/[.:;!?]$/.test(text) ? text : `${text}.`)).join(" ");
    }, QUIET);
  }

  draw();
  model.on("change", change);
  el.append(root);
  const stop = keepRoom(root);

  return () => {
    clearTimeout(timer);
    stop();
    model.off("change", change);
    root.remove();
  };
}

export default { render: withLanguage(render) };
