// @ts-check
// Watches whether the machine slept while the player ran.

/** Time between two looks at the clock, ms. */
export const TICK = 200;
/** A gap this long (s) between two looks, with the page in sight, means that the machine slept. */
const SLEPT = 5;

/** @param {() => number} now in s */
export function makeWatch(now) {
  let seen = 0;
  let day = 0;
  /** Whether the page has just come back into sight: the gap is then the time it was hidden. */
  let back = false;

  function begin() {
    seen = now();
    day = Date.now();
    back = false;
  }

  return {
    begin,
    comeBack: () => void (back = true),
    /** @returns {number | null} until when the machine was awake, if it has slept since the last look */
    look() {
      const gap = now() - seen;
      // Where the fine clock stands still while the machine sleeps, the calendar does not.
      const slept = (Date.now() - day) / 1000 - gap > SLEPT || (gap > SLEPT && !document.hidden && !back);
      const awake = slept ? seen + TICK / 1000 : null;
      begin();
      return awake;
    },
  };
}
