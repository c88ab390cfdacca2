// @ts-check
// The clock of the player: where in the steps we are at a moment. It holds no timer and sees no page.
//
// It is told the time and works with deadlines, so a late or missing tick loses nothing.

/** @typedef {{ seconds: number, longer: boolean }} Timed */

/** How much one press makes a step longer, s. */
export const MORE = 30;

/** A step is made longer by this much at most, s. */
export const MOST_MORE = 300;

/** Within so many seconds from its start, going back means the step before. */
const FRESH = 3;

/**
 * Make a clock for steps; every time is in seconds, and `now` any clock that never goes back.
 * @param {Timed[]} steps
 * @param {() => number} now
 */
export function makeClock(steps, now) {
  const extra = steps.map(() => 0);
  let index = 0;
  let spent = 0;
  let since = 0;
  let running = false;
  let over = false;

  /** @param {number} step */
  const length = (step) => steps[step].seconds + extra[step];

  /** Move on to the step of this moment. */
  function settle() {
    if (!running) return;
    const time = now();
    spent += Math.max(0, time - since);
    since = time;
    while (spent >= length(index)) {
      if (index === steps.length - 1) {
        spent = length(index);
        running = false;
        over = true;
        return;
      }
      spent -= length(index);
      index += 1;
    }
  }

  /** @param {number} step @param {number} at */
  function go(step, at) {
    settle();
    index = Math.max(0, Math.min(steps.length - 1, step));
    spent = Math.max(0, Math.min(at, length(index)));
    since = now();
    over = false;
  }

  return {
    play() {
      if (over) go(0, 0);
      if (running) return;
      since = now();
      running = true;
    },
    pause() {
      settle();
      running = false;
    },
    /** Stand still where we were at an earlier moment, because the machine slept since. */
    pauseAt(/** @type {number} */ time) {
      if (running) {
        spent += Math.max(0, time - since);
        since = time;
        running = false;
        while (spent >= length(index) && index < steps.length - 1) {
          spent -= length(index);
          index += 1;
        }
        spent = Math.min(spent, length(index));
      }
    },
    back() {
      settle();
      go(spent > FRESH && !over ? index : index - 1, 0);
    },
    next() {
      settle();
      if (index < steps.length - 1) go(index + 1, 0);
    },
    /** Once more from its start; not where a longer stay would be too much. */
    repeat() {
      settle();
      if (steps[index].longer) go(index, 0);
    },
    canBeLonger() {
      return steps[index].longer && !over && extra[index] + MORE <= MOST_MORE;
    },
    longer() {
      settle();
      if (steps[index].longer && !over && extra[index] + MORE <= MOST_MORE) extra[index] += MORE;
    },
    go,
    startOver() {
      extra.fill(0);
      go(0, 0);
    },
    /** What is needed to come back to this place. */
    keep() {
      settle();
      return { index, at: spent, extra: [...extra] };
    },
    /** @param {{ index: number, at: number, extra: number[] }} kept */
    restore(kept) {
      kept.extra.forEach((more, step) => {
        if (steps[step]?.longer) extra[step] = Math.max(0, Math.min(more, MOST_MORE));
      });
      go(kept.index, kept.at);
    },
    /** Where we are. `at` s into the step, `left` s to its end, `done` of `total` s of the whole. */
    read() {
      settle();
      let done = spent;
      let total = 0;
      for (let step = 0; step < steps.length; step += 1) {
        if (step < index) done += length(step);
        total += length(step);
      }
      const whole = length(index);
      return { index, at: spent, length: whole, left: whole - spent, done, total, running, over };
    },
  };
}
