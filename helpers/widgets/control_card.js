// @ts-check
// A card: a heading, paragraphs and a list, all of them plain text.

import { isElsewhere, keepRoom, make, makeLive, withLanguage } from "../stage/dom.js";

/** Where lines have only gone, so many that are left are said again; of more, how many. */
const FEW = 2;

/** @param {{ model: any, el: HTMLElement }} context */
function render({ model, el }) {
  const heading = make("div", "gh-card-heading");
  const body = make("div", "gh-card-body");
  const live = makeLive("gh-hidden");
  const root = make("div", "", heading, body, live.element);

  heading.setAttribute("role", "heading");

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

  /** @returns {string[]} */
  const lines = () => ["heading", "paragraphs", "bullets"].flatMap((name) => model.get(name));
  let known = lines();

  /** What a listener does not know yet: all of a card with a new heading, else the new lines. */
  function news() {
    if (isElsewhere(root)) return "";
    const [title, ...rest] = lines();
    const fresh = rest.filter((text) => !known.includes(text));
    const gone = known.length > rest.length + 1;
    let said = title !== known[0] ? rest : fresh;
    if (!said.length && gone) said = rest.length > FEW ? [`${rest.length} points`] : rest;
    const same = title === known[0] && !said.length;
    known = [title, ...rest];
    if (same) return "";
    return [title, ...said].map((text) => (/[.:;!?…]$/.test(text) ? text : `${text}.`)).join(" ");
  }

  function change() {
    draw();
    if (model.get("speaks")) live.sayLater(news);
  }

  draw();
  model.on("change", change);
  el.append(root);
  const stop = keepRoom(root);

  return () => {
    live.close();
    stop();
    model.off("change", change);
    root.remove();
  };
}

export default { render: withLanguage(render) };
