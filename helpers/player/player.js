// @ts-check
// The player: ties the clock, the hands, the signs and the page together. It needs no kernel.

import { makeClock } from "./clock.js";
import { makeCues } from "./cues.js";
import { breathAt, handsAt, partAt, turnAt } from "./motion.js";
import { fillSettings, keep, loadSettings, recall } from "./settings.js";
import { ageText, makeView } from "./view.js";
import { makeVoice } from "./voice.js";
import { makeScreen } from "./screen.js";
import { keepKeys, make, uniqueId } from "../stage/dom.js";

/** Time between two looks at the clock, ms. */
const TICK = 200;
/** A gap this long (s) between two looks, with the page in sight, means that the machine slept. */
const SLEPT = 5;
/** The place is kept every so many s, and offered again for so many ms. */
const KEEP_EVERY = 2;
const KEEP_FOR = 12 * 3600 * 1000;
const STARTS = "good-hands-player-starts";
const SLEEP_NOTE = "This device was asleep, so the player waits where it was.";

const now = () => performance.now() / 1000;

/**
 * Show a score in an element and play it.
 * @param {HTMLElement} el
 * @param {any} score
 * @param {{ onNewPlan?: () => void, level?: 2 | 3 }} [options]
 */
export function mountPlayer(el, score, options = {}) {
  const view = makeView(score, act, options.level);
  const tokens = make("style", "", score.tokens);
  el.append(tokens, view.root);
  if (view.blocked) {
    return { renew() {}, destroy: () => (tokens.remove(), view.root.remove()) };
  }

  const name = uniqueId();
  const place = `good-hands-player-${score.id}`;
  const ending = new AbortController();
  const settings = loadSettings();
  const voice = makeVoice(() => settings);
  const clock = makeClock(score.steps, now);
  const screen = makeScreen(view.root, () => view.big(screen.isBig()));
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const cues = makeCues(score.steps, give);
  let begun = false;
  let shown = -1;
  let frame = 0;
  let timer = 0;
  let seen = now();
  let day = Date.now();
  let kept = 0;
  let given = 0;
  let soon = 0;
  /** Whether the page has just come back into sight: the gap is then the time it was hidden. */
  let back = false;

  /** @param {any} sign */
  function give(sign) {
    const more = given > 0;
    given += 1;
    // A breath comes often; the word beside the ring says it.
    if (sign.kind !== "breath") view.say(sign.say);
    voice.give(sign, more);
  }

  /** @param {string} what @param {any} [value] */
  function act(what, value) {
    if (what === "play") {
      if (clock.read().running) pause();
      else play();
    } else if (what === "glance") screen.toggle();
    else if (what === "new-plan") {
      view.note(score.words.making.label);
      options.onNewPlan?.();
    } else if (what === "carry-on") carryOn();
    else if (what === "again") {
      startOver();
      play();
    } else {
      if (what === "back") clock.back();
      else if (what === "next") clock.next();
      else if (what === "repeat") clock.repeat();
      else if (what === "longer") clock.longer();
      else if (what === "jump") clock.go(value, 0);
      if (what !== "longer") cues.jump();
      look();
      draw();
      const { running, length } = clock.read();
      if (what === "longer") view.tell(length);
      else if (!running) view.tell();
    }
  }

  function play() {
    if (clock.read().over) startOver();
    globalThis.dispatchEvent(new CustomEvent(STARTS, { detail: name }));
    voice.wake();
    view.offer("");
    view.note("");
    begun = true;
    seen = now();
    day = Date.now();
    clock.play();
    screen.stayAwake(true);
    clearInterval(timer);
    timer = setInterval(tick, TICK);
    look();
    run();
  }

  function startOver() {
    clock.startOver();
    cues.jump();
  }

  function pause() {
    clock.pause();
    voice.hush();
    rest();
    save();
  }

  /** Everything that only a running player needs comes to an end. */
  function rest() {
    clearInterval(timer);
    timer = 0;
    cancelAnimationFrame(frame);
    frame = 0;
    screen.stayAwake(false);
    look();
    draw();
  }

  function tick() {
    const time = now();
    // Where the fine clock stands still while the machine sleeps, the calendar does not.
    const gap = time - seen;
    const slept = (Date.now() - day) / 1000 - gap > SLEPT || (gap > SLEPT && !document.hidden && !back);
    if (slept) {
      clock.pauseAt(seen + TICK / 1000);
      seen = time;
      day = Date.now();
      voice.hush();
      rest();
      view.note(SLEEP_NOTE);
      save();
      return;
    }
    back = false;
    seen = time;
    day = Date.now();
    look();
    if (time - kept > KEEP_EVERY) save();
    if (!clock.read().running) finish();
  }

  function finish() {
    rest();
    keep(place, null);
  }

  function save() {
    kept = now();
    const at = clock.read();
    keep(place, at.over ? null : { ...clock.keep(), saved: Date.now() });
  }

  /** Text and signs. */
  function look() {
    const at = clock.read();
    if (at.index !== shown) {
      shown = at.index;
      const following = view.step(at.index);
      clearTimeout(soon);
      // What comes next can wait until what is now has been shown.
      soon = setTimeout(() => {
        if (following) view.ahead(following, handsAt(partAt(following, score.tracks, 0)));
      });
    }
    view.time(at);
    const step = score.steps[at.index];
    view.state({
      running: at.running, over: at.over, begun, longer: clock.canBeLonger(),
      repeat: step.longer, last: at.index === score.steps.length - 1,
    });
    given = 0;
    if (at.running || at.over) cues.look(at);
    if (still.matches) draw();
  }

  /** The hands. */
  function draw() {
    const at = clock.read();
    if (at.index !== shown) look();
    const step = score.steps[at.index];
    const part = partAt(step, score.tracks, Math.min(at.at, at.length - 1e-6), at.length);
    view.breathe(breathAt(step.breath, at.at));
    view.scene.light(still.matches ? part.track : null, turnAt(part));
    if (still.matches) {
      const turn = part.track.turns[turnAt(part)];
      view.scene.move(handsAt({ ...part, at: turn ? turn.t / 100 : 0 }));
    } else view.scene.move(handsAt(part));
  }

  function run() {
    cancelAnimationFrame(frame);
    frame = 0;
    draw();
    if (clock.read().running && !still.matches && !document.hidden) {
      frame = requestAnimationFrame(run);
    }
  }

  function carryOn() {
    const old = recall(place);
    if (old) clock.restore(old);
    cues.jump();
    play();
  }

  function offerOld() {
    const old = recall(place);
    const sound =
      old && Number.isInteger(old.index) && old.index >= 0 && old.index < score.steps.length &&
      typeof old.at === "number" && Array.isArray(old.extra) && typeof old.saved === "number" &&
      old.extra.length === score.steps.length &&
      old.extra.every((/** @type {unknown} */ more) => typeof more === "number");
    if (!sound || Date.now() - old.saved > KEEP_FOR || (old.index === 0 && old.at < 1)) return;
    const step = score.steps[old.index];
    view.offer(
      `You stopped in step ${old.index + 1}, ${step.name}, ${ageText(Date.now() - old.saved)}.`,
    );
  }

  /** @param {KeyboardEvent} event */
  function key(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const target = /** @type {HTMLElement} */ (event.target);
    const field = target.closest("input, summary");
    const press = target.closest("button");
    const what = {
      " ": "play", ArrowLeft: "back", ArrowRight: "next", r: "repeat", "+": "longer", g: "glance",
    }[event.key];
    if (event.key === "Escape" && screen.isBig()) screen.toggle();
    else if (!what || field || (event.key === " " && press)) return;
    else if (view.buttons[what].getAttribute("aria-disabled") !== "true") act(what);
    event.preventDefault();
    event.stopPropagation();
  }

  const listen = { signal: ending.signal };
  view.root.tabIndex = -1;
  keepKeys(view.root);
  view.root.addEventListener("keydown", key, listen);
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return;
    back = true;
    if (clock.read().running) {
      screen.stayAwake(true);
      tick();
      run();
    }
  }, listen);
  globalThis.addEventListener(STARTS, (event) => {
    if (/** @type {CustomEvent} */ (event).detail !== name && clock.read().running) pause();
  }, listen);
  globalThis.addEventListener("pagehide", () => begun && save(), listen);
  still.addEventListener("change", () => (clock.read().running ? run() : draw()), listen);

  const waysKnown = fillSettings(view.settings, view.words, settings, () => voice.can(), () => voice.hush());
  // Many browsers know their voices only after a while.
  globalThis.speechSynthesis?.addEventListener?.("voiceschanged", waysKnown, listen);
  view.note("");
  view.big(false);
  look();
  draw();
  offerOld();

  return {
    /** @param {boolean} there whether another plan waits */
    renew: (/** @type {boolean} */ there) => view.renew(there),
    destroy() {
      if (begun) save();
      ending.abort();
      clearInterval(timer);
      clearTimeout(soon);
      cancelAnimationFrame(frame);
      voice.close();
      screen.close();
      view.close();
      tokens.remove();
    },
  };
}
