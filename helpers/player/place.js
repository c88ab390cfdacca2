// @ts-check
// The place where somebody stopped: the browser keeps it, so that it can be offered after a reload.

import { keep, recall } from "./settings.js";

/** For so long it is offered, ms. */
const KEEP_FOR = 12 * 3600 * 1000;

/** @param {number} ms */
function ageText(ms) {
  const minutes = Math.max(0, Math.round(ms / 60000));
  if (minutes < 1) return "less than a minute ago";
  if (minutes < 60) return minutes === 1 ? "a minute ago" : `${minutes} minutes ago`;
  const hours = Math.round(minutes / 60);
  return hours === 1 ? "an hour ago" : `${hours} hours ago`;
}

/** @param {any} score */
export function makePlace(score) {
  const key = `good-hands-player-${score.id}`;

  return {
    /** @param {any} at what the clock keeps; nothing to forget it */
    save(at) {
      keep(key, at && { ...at, saved: Date.now() });
    },
    recall: () => recall(key),
    /** What to offer, in words; "" where there is nothing, or nothing that fits this score. */
    offer() {
      const old = recall(key);
      const sound =
        old && Number.isInteger(old.index) && old.index >= 0 && old.index < score.steps.length &&
        typeof old.at === "number" && Array.isArray(old.extra) && typeof old.saved === "number" &&
        old.extra.length === score.steps.length &&
        old.extra.every((/** @type {unknown} */ more) => typeof more === "number");
      const begun = sound && (old.index > 0 || old.at >= 1);
      if (!begun || Date.now() - old.saved > KEEP_FOR) return "";
      const { name } = score.steps[old.index];
      return `You stopped in step ${old.index + 1}, ${name}, ${ageText(Date.now() - old.saved)}.`;
    },
  };
}
