// @ts-check
// Switches and loudness of every way that a sign takes, and of every kind of sign.

import { keepKeys, make, uniqueId } from "../stage/dom.js";
import { KINDS, usualSettings } from "./voice.js";

const KEY = "good-hands-player-signs";
const WAYS = /** @type {const} */ (["voice", "chime", "shake"]);

/** What the browser keeps for us; it may refuse. @param {string} key */
export function recall(key) {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null");
  } catch {
    return null;
  }
}

/** @param {string} key @param {unknown} value nothing to forget it */
export function keep(key, value) {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // A browser that keeps nothing plays all the same.
  }
}

/** Return the settings as they were left, each one checked. */
export function loadSettings() {
  const usual = usualSettings();
  const kept = recall(KEY);
  if (!kept || typeof kept !== "object") return usual;
  for (const way of WAYS) {
    if (typeof kept[way] === "boolean") usual[way] = kept[way];
    const volume = kept[`${way}Volume`];
    if (typeof volume === "number" && volume >= 0 && volume <= 1) usual[`${way}Volume`] = volume;
  }
  for (const kind of KINDS) {
    if (typeof kept.kinds?.[kind] === "boolean") usual.kinds[kind] = kept.kinds[kind];
  }
  return usual;
}

/**
 * Fill a box with the switches.
 * @param {HTMLElement} box
 * @param {any} words
 * @param {ReturnType<typeof usualSettings>} settings is changed in place
 * @param {() => Record<string, boolean>} can what this browser can do now
 * @param {() => void} changed
 * @returns {() => void} to be called when the browser can do more or less than before
 */
export function fillSettings(box, words, settings, can, changed) {
  const done = () => {
    keep(KEY, settings);
    changed();
  };

  /** @param {string} id @param {boolean} on @param {(on: boolean) => void} set */
  function toggle(id, on, set) {
    const input = make("input", "");
    input.type = "checkbox";
    input.checked = on;
    input.id = uniqueId();
    keepKeys(input);
    input.addEventListener("change", () => {
      set(input.checked);
      done();
    });
    const help = make("span", "gh-player-help", words[id].help);
    help.id = `${input.id}-help`;
    input.setAttribute("aria-describedby", help.id);
    const label = make("label", "", words[id].label);
    label.htmlFor = input.id;
    return make("div", "gh-player-switch", input, label, help);
  }

  /** @param {string} id @param {number} value @param {(value: number) => void} set */
  function volume(id, value, set) {
    const input = make("input", "");
    input.type = "range";
    input.min = "0";
    input.max = "100";
    input.step = "10";
    input.value = String(Math.round(value * 100));
    input.setAttribute("aria-label", words[id].label);
    keepKeys(input);
    const shown = make("span", "");
    shown.setAttribute("aria-hidden", "true");
    const tell = () => {
      shown.textContent = `${input.value} %`;
      input.setAttribute("aria-valuetext", shown.textContent);
    };
    tell();
    input.addEventListener("input", () => {
      tell();
      set(Number(input.value) / 100);
      done();
    });
    return make("div", "gh-player-volume", input, shown);
  }

  /** @type {[string, HTMLElement][]} */
  const notes = [];
  const known = () => notes.forEach(([way, note]) => (note.hidden = can()[way]));

  for (const way of WAYS) {
    const row = make("div", "gh-player-way",
      toggle(way, settings[way], (on) => (settings[way] = on)),
      volume(`${way}-volume`, settings[`${way}Volume`], (v) => (settings[`${way}Volume`] = v)));
    const missing = make("p", "gh-player-help", words[`no-${way}`].label);
    notes.push([way, missing]);
    row.append(missing);
    box.append(row);
  }
  for (const kind of KINDS) {
    box.append(toggle(`cue-${kind}`, settings.kinds[kind], (on) => (settings.kinds[kind] = on)));
  }
  known();
  return known;
}
