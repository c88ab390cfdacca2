// @ts-check
// The player's keys, wherever in it the focus is.

import { keepKeys } from "../stage/dom.js";

/** @type {Record<string, string>} */
const ACTS = {
  " ": "play", ArrowLeft: "back", ArrowRight: "next", r: "repeat", "+": "longer", g: "glance",
};

/**
 * @param {{ root: HTMLElement, buttons: Record<string, HTMLButtonElement> }} view
 * @param {{ isBig: () => boolean, toggle: () => void }} screen
 * @param {(what: string) => void} act
 * @param {{ signal: AbortSignal }} listen
 */
export function listenToKeys(view, screen, act, listen) {
  /** @param {KeyboardEvent} event */
  function key(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const target = /** @type {HTMLElement} */ (event.target);
    const field = target.closest("input, summary");
    const press = target.closest("button");
    const what = ACTS[event.key];
    if (event.key === "Escape" && screen.isBig()) screen.toggle();
    else if (!what || field || (event.key === " " && press)) return;
    else if (view.buttons[what].getAttribute("aria-disabled") !== "true") act(what);
    event.preventDefault();
    event.stopPropagation();
  }

  keepKeys(view.root);
  view.root.addEventListener("keydown", key, listen);
}
