// @ts-check
// Which signs are due: those whose moment has come since the last look.

/** A sign that is later than this (s) is no longer given, except what names the step. */
const LATE = 4;

/** @typedef {{ kind: string, from: string, at: number, say: string }} Sign */

/**
 * Return the signs of a step with their moments in s from its start, in order.
 * @param {{ signs: Sign[] }} step
 * @param {number} length s, with what was added
 */
export function moments(step, length) {
  const origin = { start: 0, middle: length / 2, end: length };
  return step.signs
    .map((sign) => ({ ...sign, when: origin[/** @type {"start"} */ (sign.from)] + sign.at }))
    .sort((one, other) => one.when - other.when);
}

/**
 * Keep watch over the signs of the steps.
 * @param {{ signs: Sign[] }[]} steps
 * @param {(sign: Sign) => void} give
 */
export function makeCues(steps, give) {
  let index = -1;
  let last = -1;
  return {
    /** After a jump: the signs from here on, and those of the very start. */
    jump() {
      index = -1;
    },
    /** @param {{ index: number, at: number, length: number, over: boolean, running: boolean }} place */
    look(place) {
      const fresh = place.index !== index;
      const from = fresh ? -1 : last;
      index = place.index;
      last = place.at;
      const due = moments(steps[index], place.length).filter(
        (sign) => sign.when > from && sign.when <= place.at + 1e-6,
      );
      for (const sign of due) {
        const names = fresh && (sign.kind === "start" || sign.kind === "switch");
        if (names || sign.kind === "end" || place.at - sign.when <= LATE) give(sign);
      }
    },
  };
}
