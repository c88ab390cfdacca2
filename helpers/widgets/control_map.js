// @ts-check
// A map of the back on which places are marked: by pointer at the exact point, or by keyboard.
//
// The drawing is the still picture; over it lie one button for each place and one for each mark.
// The place buttons are for keyboard and screen reader: pointers reach the picture through them.

import { make, makeButton, uniqueId, withLanguage } from "../stage/dom.js";
import { readStill } from "../stage/svg_text.js";
import { fillList, markButton, shape } from "./control_map_parts.js";
import { cover, freePoint, placeAt, pointUnder, putAt } from "./control_map_places.js";

/** @param {{ model: any, el: HTMLElement }} context */
function render({ model, el }) {
  const prefix = `${uniqueId()}-`;
  const listening = new AbortController();
  const { signal } = listening;
  const label = make("p", "gh-label");
  const help = make("p", "gh-help");
  const keys = make("p", "gh-hidden");
  const tokens = make("style", "");
  const sides = make("p", "gh-map-sides", make("span", "", "receiver’s left"));
  const drawing = make("div", "gh-map-drawing");
  const rings = shape("svg");
  const spots = make("div", "gh-map-spots gh-picture");
  const picture = make("div", "gh-map-picture", drawing, rings, spots);
  const foot = make("p", "gh-help");
  const note = make("p", "gh-map-note");
  const list = make("ol", "gh-map-list");
  const root = make("div", "gh-control gh-map", tokens, label, help, keys, sides);

  root.append(picture, foot, note, list);
  sides.append(make("span", "", "receiver’s right"));
  sides.setAttribute("aria-hidden", "true");
  label.id = `${prefix}label`;
  help.id = `${prefix}help`;
  keys.id = `${prefix}keys`;
  keys.textContent = "Arrow keys move a mark, Delete takes it away.";
  note.setAttribute("role", "status");
  rings.setAttribute("aria-hidden", "true");
  root.setAttribute("role", "group");
  root.setAttribute("aria-labelledby", label.id);
  root.setAttribute("aria-describedby", help.id);

  /** @type {Map<string, HTMLButtonElement>} */
  const placeButtons = new Map();
  /** @type {HTMLButtonElement[]} */
  const markButtons = [];
  let shownStill = "";

  /** @returns {import("./control_map_places.js").View} */
  const view = () => model.get("view");
  /** @returns {import("./control_map_places.js").Place[]} */
  const places = () => model.get("places");
  /** @returns {import("./control_map_places.js").Mark[]} */
  const marks = () => model.get("marks");
  /** @param {{ x: number, y: number }} point */
  const placeOf = ({ x, y }) => placeAt(places(), x, y);

  /** @param {number} index */
  function nameOf(index) {
    const mark = marks()[index];
    const kind = model.get("kinds").find((/** @type {string[]} */ [id]) => id === mark.kind);
    const said = model.get("words")[index] || kind?.[1] || "";
    return `${placeOf(mark)?.name ?? "Off the map"}${said ? `: ${said}` : ""}`;
  }

  /**
   * @param {import("./control_map_places.js").Mark[]} next
   * @param {number} selected
   * @param {string} said
   */
  function tell(next, selected, said) {
    model.set("marks", next);
    model.set("selected", selected);
    model.save_changes();
    note.textContent = said;
  }

  /**
   * @param {number} x
   * @param {number} y
   */
  function add(x, y) {
    const place = placeAt(places(), x, y);
    const most = model.get("most");
    if (!place) return void (note.textContent = "That is not on the back.");
    if (marks().length >= most) {
      const count = most === 1 ? "One mark is" : `${most} marks are`;
      return void (note.textContent = `${count} the most. Take one away first.`);
    }
    const index = marks().length;
    tell([...marks(), { ...model.get("fresh"), x, y }], index, `Mark ${index + 1}: ${place.name}.`);
    markButtons[index]?.focus({ preventScroll: true });
  }

  /**
   * @param {number} index
   * @param {number} x
   * @param {number} y
   */
  function move(index, x, y) {
    const place = placeAt(places(), x, y);
    if (!place) return void (note.textContent = "The back ends here.");
    const next = marks().map((mark, at) => (at === index ? { ...mark, x, y } : mark));
    tell(next, index, `Mark ${index + 1}: ${place.name}.`);
  }

  /** @param {number} index */
  function remove(index) {
    const place = placeOf(marks()[index]);
    const next = marks().filter((_, at) => at !== index);
    tell(next, Math.min(model.get("selected"), next.length - 1), `Mark ${index + 1} is gone.`);
    const neighbour = place && placeButtons.get(place.id);
    neighbour?.focus({ preventScroll: true });
  }

  /** @param {number} index */
  function select(index) {
    if (model.get("selected") === index) return;
    model.set("selected", index);
    model.save_changes();
  }

  function drawStill() {
    const text = model.get("still");
    if (text === shownStill) return;
    shownStill = text;
    const still = readStill(text, prefix);
    drawing.replaceChildren(still ? still.svg : "This picture could not be drawn.");
    const { width, height, left, top } = view();
    picture.style.aspectRatio = `${width} / ${height}`;
    rings.setAttribute("viewBox", `${left} ${top} ${width} ${height}`);
  }

  /** @param {import("./control_map_places.js").Place} place */
  function placeButton(place) {
    const made = makeButton("gh-map-place");
    const light = (/** @type {boolean} */ on) => () => {
      for (const id of place.drawn) {
        drawing.querySelector(`#${CSS.escape(prefix + id)}`)?.classList.toggle("gh-on", on);
      }
    };
    made.addEventListener("focus", () => light(made.matches(":focus-visible"))(), { signal });
    made.addEventListener("blur", light(false), { signal });
    made.addEventListener(
      "click",
      (event) => {
        event.stopPropagation();
        const [x, y] = freePoint(place, marks());
        add(x, y);
      },
      { signal },
    );
    cover(made, place, view());
    return made;
  }

  function drawPlaces() {
    if (placeButtons.size === 0) {
      for (const place of places()) placeButtons.set(place.id, placeButton(place));
    }
    for (const place of places()) {
      const here = marks().flatMap((mark, index) => (placeOf(mark) === place ? [index + 1] : []));
      const held = here.length ? `, mark ${here.join(" and ")} here` : "";
      placeButtons.get(place.id)?.setAttribute("aria-label", `${place.name}${held}`);
    }
  }

  const map = {
    signal,
    step: () => model.get("step"),
    at: (/** @type {HTMLButtonElement} */ made) => marks()[markButtons.indexOf(made)],
    under: (/** @type {PointerEvent} */ event) => pointUnder(event, picture, view()),
    select: (/** @type {HTMLButtonElement} */ made) => select(markButtons.indexOf(made)),
    show: (/** @type {HTMLButtonElement} */ made, /** @type {number} */ x, /** @type {number} */ y) => {
      if (placeAt(places(), x, y)) putAt(made, x, y, view());
    },
    move: (/** @type {HTMLButtonElement} */ made, /** @type {number} */ x, /** @type {number} */ y) => {
      move(markButtons.indexOf(made), x, y);
      drawMarks();
    },
    remove: (/** @type {HTMLButtonElement} */ made) => remove(markButtons.indexOf(made)),
  };

  function drawMarks() {
    while (markButtons.length > marks().length) markButtons.pop()?.remove();
    while (markButtons.length < marks().length) markButtons.push(markButton(map));
    rings.replaceChildren(
      ...marks().map((mark, index) => {
        const made = markButtons[index];
        putAt(made, mark.x, mark.y, view());
        made.setAttribute("aria-describedby", keys.id);
        made.setAttribute("aria-label", `Mark ${index + 1}, ${nameOf(index)}`);
        made.querySelector("use")?.setAttribute("href", `#${prefix}gh-mark-${mark.kind}`);
        /** @type {HTMLElement} */ (made.lastElementChild).textContent = String(index + 1);
        if (model.get("selected") === index) made.setAttribute("aria-current", "true");
        else made.removeAttribute("aria-current");
        const circle = shape("circle");
        for (const [name, value] of Object.entries({ cx: mark.x, cy: mark.y, r: mark.radius })) {
          circle.setAttribute(name, String(value));
        }
        return circle;
      }),
    );
    putInOrder();
  }

  /** A mark comes right after its place, so that Tab goes on from there. */
  function putInOrder() {
    const off = markButtons.filter((_, index) => !placeOf(marks()[index]));
    const order = [...placeButtons].flatMap(([id, made]) => [
      made,
      ...markButtons.filter((_, index) => placeOf(marks()[index])?.id === id),
    ]);
    order.push(...off);
    if (order.every((made, at) => spots.children[at] === made)) return;
    const focused = document.activeElement;
    spots.replaceChildren(...order);
    if (focused instanceof HTMLElement && spots.contains(focused)) {
      focused.focus({ preventScroll: true });
    }
  }

  function drawList() {
    fillList(list, marks().map((_, index) => nameOf(index)), remove);
  }

  function drawWords() {
    label.textContent = model.get("label");
    help.textContent = model.get("help");
    help.hidden = !model.get("help");
    foot.textContent = model.get("foot");
    root.style.maxWidth = `${model.get("width")}px`;
    if (tokens.textContent !== model.get("tokens")) tokens.textContent = model.get("tokens");
  }

  function draw() {
    drawWords();
    drawStill();
    drawPlaces();
    drawMarks();
    drawList();
  }

  picture.addEventListener(
    "click",
    (event) => {
      const [x, y] = pointUnder(event, picture, view());
      add(x, y);
    },
    { signal },
  );
  draw();
  model.on("change", draw);
  el.append(root);

  return () => {
    listening.abort();
    model.off("change", draw);
    root.remove();
  };
}

export default { render: withLanguage(render) };
