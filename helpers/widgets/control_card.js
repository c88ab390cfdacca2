// @ts-check
// A card: a heading, paragraphs and a list, all of them plain text.

import { isElsewhere, keepRoom, make, makeLive, withLanguage } from "../stage/dom.js";

/** So many points that are left, or that a new one joins, are said again; of more, how many. */
const FEW = 2;

/** @param {string} title @param {string[]} texts */
function sentences(title, texts) {
  return [title, ...texts].map((text) => (/[.:;!?…]”?$/.test(text) ? text : `${text}.`)).join(" ");
}

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

  /** @returns {{ title: string, bullets: string[], lines: string[] }} */
  function read() {
    const bullets = model.get("bullets");
    return { title: model.get("heading"), bullets, lines: [...model.get("paragraphs"), ...bullets] };
  }
  let known = read();

  /** What a listener does not know yet: all of a card with a new heading, else the new lines. */
  function news() {
    if (isElsewhere(root)) return "";
    const was = known;
    known = read();
    const { title, bullets, lines } = known;
    if (title !== was.title) return sentences(title, lines);
    const fresh = (/** @type {string} */ text) => !was.lines.includes(text);
    const said = lines.filter(fresh);
    if (said.length) {
      // Heard alone, a new point would pass for all of the list.
      const some = bullets.some(fresh) && !bullets.every(fresh);
      if (!some) return sentences(title, said);
      if (bullets.length > FEW) return sentences(title, [...said, `${bullets.length} points in all`]);
      return sentences(title, lines.filter((text) => fresh(text) || bullets.includes(text)));
    }
    if (lines.length >= was.lines.length) return "";
    if (!lines.length) return sentences(title, ["Nothing"]);
    const left = bullets.length ? bullets : lines;
    return sentences(title, left.length > FEW ? [`${left.length} points`] : left);
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
