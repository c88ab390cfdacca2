// @ts-check
// Where both hands are at a moment of a step, and which part of the movement it is.

/** @typedef {{ t: number[], x: number[], y: number[], a: number[], p: number[], c: string[], h: number[] }} Way */
/** @typedef {{ s: number, r: Way | null, l: Way | null, turns: any[] }} Track */
/** @typedef {{ x: number, y: number, a: number, p: number, c: string, h: number }} Hand */

/** Where a hand is: no part of the moment, on the skin, in the air, on the other hand. */
export const GONE = 0;
export const LIFTED = 2;

/** A hand that rests presses no more than this, levels. */
const REST = 1;

/**
 * @param {Way | null} way
 * @param {number} seconds from the start of the pass
 * @param {number} share how light this pass is
 * @returns {Hand | null}
 */
function handAt(way, seconds, share) {
  if (!way) return null;
  const { t, x, y, a, p, c, h } = way;
  const time = seconds * 100;
  let low = 0;
  let high = t.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (t[middle] <= time) low = middle;
    else high = middle;
  }
  const span = t[high] - t[low];
  const part = span > 0 ? Math.max(0, Math.min(1, (time - t[low]) / span)) : 0;
  const here = part >= 1 ? high : low;
  if (h[here] === GONE) return null;
  /** @param {number[]} list */
  const between = (list) => list[low] + (list[high] - list[low]) * part;
  return {
    x: between(x),
    y: between(y),
    a: between(a),
    p: (between(p) / 10) * share,
    c: c[here],
    h: h[here],
  };
}

/**
 * Say which movement a moment of a step belongs to. A step that was made longer goes on with
 * further passes.
 * @param {any} step of the score
 * @param {Track[]} tracks
 * @param {number} at s from the start of the step
 * @param {number} [length] s, with what was added
 */
export function partAt(step, tracks, at, length = step.seconds) {
  const parts = step.parts;
  const main = parts[parts.length - 1];
  let begin = 0;
  if (parts.length > 1) {
    const way = tracks[parts[0][0]];
    if (at < way.s) return { track: way, at, share: 1, rest: false, pass: -1 };
    begin = way.s;
  }
  const [number, times, fades] = main;
  const track = tracks[number];
  const added = length - step.seconds;
  // A little less than a pass may be missing from the whole number that fits, through rounding.
  const passes = added > 0 ? Math.floor((length - begin) / track.s + 0.01) : times;
  const pass = Math.floor((at - begin) / track.s);
  const share = fades.length ? fades[Math.max(0, Math.min(pass, fades.length - 1))] : 1;
  if (pass >= passes) {
    const last = fades.length ? fades[Math.min(passes - 1, fades.length - 1)] : 1;
    return { track, at: track.s, share: last, rest: true, pass: passes - 1 };
  }
  return { track, at: at - begin - pass * track.s, share, rest: false, pass };
}

/**
 * Return where both hands are.
 * @param {ReturnType<typeof partAt>} part
 * @returns {{ r: Hand | null, l: Hand | null }}
 */
export function handsAt(part) {
  const r = handAt(part.track.r, part.at, part.share);
  const l = handAt(part.track.l, part.at, part.share);
  if (part.rest) {
    if (r) r.p = Math.min(r.p, REST);
    if (l) l.p = Math.min(l.p, REST);
  }
  return { r, l };
}

/**
 * Return which turn of a movement it is: the last one that has begun.
 * @param {ReturnType<typeof partAt>} part
 */
export function turnAt(part) {
  const turns = part.track.turns;
  let found = 0;
  turns.forEach((turn, number) => {
    if (turn.t <= part.at * 100) found = number;
  });
  return found;
}

/**
 * Return how full of breath the receiver is: 0 to 1, and whether it goes out; null where the
 * step does not follow the breath.
 * @param {{ period: number, in: number, from: number } | null} breath
 * @param {number} at s from the start of the step
 */
export function breathAt(breath, at) {
  if (!breath) return null;
  const { period, from } = breath;
  const out = period * (1 - breath.in);
  const phase = (((at - from) % period) + period) % period;
  if (phase < out) return { full: 1 - phase / out, out: true, left: out - phase };
  return { full: (phase - out) / (period - out), out: false, left: period - phase };
}
