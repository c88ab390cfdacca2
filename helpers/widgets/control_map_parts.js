// @ts-check
// The parts of the map: plain elements, and the button of a mark, which keys and pointers move.

import { make, makeButton } from "../stage/dom.js";
import { rounded } from "./control_map_places.js";

/** How far a pointer may shake and still mean a tap, px. */
const SHAKE = 4;

/** @type {Record<string, number[]>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** @param {string} tag */
export function shape(tag) {
  return document.createElementNS("http://www.w3.org/2000/svg", tag);
}

/**
 * Make the button of one mark.
 * @param {{
 *   step: () => number,
 *   at: (made: HTMLButtonElement) => { x: number, y: number },
 *   under: (event: PointerEvent) => number[],
 *   select: (made: HTMLButtonElement) => void,
 *   show: (made: HTMLButtonElement, x: number, y: number) => void,
 *   move: (made: HTMLButtonElement, x: number, y: number) => void,
 *   remove: (made: HTMLButtonElement) => void,
 *   signal: AbortSignal,
 * }} map what the map does with it
 */
export function markButton(map) {
  const { signal } = map;
  const made = makeButton("gh-map-mark");
  const symbol = shape("svg");
  symbol.setAttribute("viewBox", "-22 -22 44 44");
  symbol.append(shape("use"));
  made.append(symbol, make("span", "gh-map-number"));
  /** @type {{ x: number, y: number, moved: boolean } | null} */
  let drag = null;

  made.addEventListener("focus", () => map.select(made), { signal });
  made.addEventListener("click", (event) => event.stopPropagation(), { signal });
  made.addEventListener("keydown", pressed, { signal });
  made.addEventListener("pointerdown", grabbed, { signal });
  made.addEventListener("pointermove", dragged, { signal });
  made.addEventListener("pointerup", dropped, { signal });
  made.addEventListener("pointercancel", () => (drag = null), { signal });

  /** @param {KeyboardEvent} event */
  function pressed(event) {
    const arrow = ARROWS[event.key];
    if (arrow) {
      const { x, y } = map.at(made);
      map.move(made, rounded(x + arrow[0] * map.step()), rounded(y + arrow[1] * map.step()));
    } else if (event.key === "Delete" || event.key === "Backspace") {
      map.remove(made);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {PointerEvent} event */
  function grabbed(event) {
    made.setPointerCapture(event.pointerId);
    drag = { x: event.clientX, y: event.clientY, moved: false };
    map.select(made);
  }

  /** @param {PointerEvent} event */
  function dragged(event) {
    if (!drag) return;
    drag.moved ||= Math.hypot(event.clientX - drag.x, event.clientY - drag.y) > SHAKE;
    if (drag.moved) map.show(made, ...pair(map.under(event)));
  }

  /** @param {PointerEvent} event */
  function dropped(event) {
    const moved = drag?.moved;
    drag = null;
    if (moved) map.move(made, ...pair(map.under(event)));
  }

  return made;
}

/**
 * @param {number[]} point
 * @returns {[number, number]}
 */
function pair([x, y]) {
  return [x, y];
}

/**
 * Fill a list with one row for each mark, unless it shows just that already.
 * @param {HTMLElement} list
 * @param {string[]} texts
 * @param {(index: number) => void} remove
 */
export function fillList(list, texts, remove) {
  const before = [...list.children].map((row) => row.firstChild?.textContent);
  list.hidden = texts.length === 0;
  if (before.length === texts.length && texts.every((text, at) => text === before[at])) return;
  list.replaceChildren(
    ...texts.map((text, index) => {
      const away = makeButton("gh-button", "Remove");
      away.setAttribute("aria-label", `Remove mark ${index + 1}`);
      away.addEventListener("click", () => remove(index));
      return make("li", "", make("span", "", text), away);
    }),
  );
}
