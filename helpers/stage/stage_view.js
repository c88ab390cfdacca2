// @ts-check
// The stage: shows a whole SVG once, and afterwards swaps only its moving group.
//
// A view's state lives in its own `render` call; the module keeps none, so two views of one model
// or two stages on one page cannot disturb each other.

import { isElsewhere, keepKeys, keepRoom, make, makeLive, uniqueId } from "./dom.js";
import { readMoving, readStill } from "./svg_text.js";

/** @param {{ model: any, el: HTMLElement }} context */
export function renderStage({ model, el }) {
  const prefix = `${uniqueId()}-`;
  const picture = make("div", "gh-stage-picture");
  const tokens = make("style", "");
  const caption = make("figcaption", "gh-stage-caption");
  const of = make("span", "gh-stage-hidden");
  const description = make("p", "gh-stage-description");
  const opener = make("summary", "", "Describe this picture", of);
  const details = make("details", "gh-stage-details", opener, description);
  const live = makeLive("gh-stage-hidden");
  const frame = make("div", "gh-stage-frame", picture);
  const figure = make("figure", "gh-stage", tokens, frame, caption, details, live.element);

  picture.setAttribute("role", "img");
  // Enter and Space open the description; JupyterLab would take them for its cells.
  keepKeys(opener);

  /** @type {Element | null} */
  let moving = null;
  let shownStill = "";
  let shownMoving = "";
  let told = model.get("summary");

  function drawMoving() {
    const text = model.get("moving");
    if (!moving || text === shownMoving) return;
    const next = readMoving(text, prefix);
    if (!next) return;
    next.setAttribute("data-moving", "");
    moving.replaceWith(next);
    moving = next;
    shownMoving = text;
  }

  function drawStill() {
    const text = model.get("still");
    if (text === shownStill) return;
    shownStill = text;
    const still = readStill(text, prefix);
    if (!still) {
      moving = null;
      picture.replaceChildren("This picture could not be drawn.");
      return;
    }
    moving = still.moving;
    shownMoving = "";
    drawMoving();
    picture.style.aspectRatio = still.ratio;
    picture.replaceChildren(still.svg);
  }

  function drawWords() {
    picture.setAttribute("aria-label", model.get("name"));
    of.textContent = `: ${model.get("name")}`;
    description.textContent = model.get("description");
    // Not by the paragraph's id: what is folded away counts as no description.
    picture.setAttribute("aria-description", model.get("description"));
    caption.textContent = model.get("caption");
    caption.hidden = !model.get("caption");
    figure.style.maxWidth = `${model.get("width")}px`;
    if (tokens.textContent !== model.get("tokens")) tokens.textContent = model.get("tokens");
  }

  // Where the picture is wider than the page, keys must reach it; its middle is shown first, or
  // its left where it is read from there.
  const sizes = new ResizeObserver(() => {
    const over = frame.scrollWidth - frame.clientWidth;
    if (over <= 0) {
      frame.removeAttribute("tabindex");
    } else if (!frame.hasAttribute("tabindex")) {
      frame.tabIndex = 0;
      frame.scrollLeft = model.get("opens") === "left" ? 0 : over / 2;
    }
  });
  sizes.observe(frame);

  // One sentence when the picture has come to rest; none where the last one is still true.
  function speakLater() {
    live.sayLater(() => {
      if (model.get("summary") === told || isElsewhere(figure)) return "";
      told = model.get("summary");
      return told;
    });
  }

  /** @type {[string, () => void][]} */
  const watched = [
    ["change:still", drawStill],
    ["change:moving", drawMoving],
    ["change:moving", speakLater],
    ["change:summary", speakLater],
    ...["name", "description", "caption", "width", "tokens"].map(
      (name) => /** @type {[string, () => void]} */ ([`change:${name}`, drawWords]),
    ),
  ];
  drawWords();
  drawStill();
  for (const [name, react] of watched) model.on(name, react);
  el.append(figure);
  const rooms = [frame, caption, description].map(keepRoom);

  return () => {
    live.close();
    sizes.disconnect();
    for (const stop of rooms) stop();
    for (const [name, react] of watched) model.off(name, react);
    figure.remove();
  };
}
