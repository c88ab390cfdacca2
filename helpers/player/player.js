// @ts-check
// The player: ties the clock, the hands, the signs and the page together. It needs no kernel.

import { makeClock } from "./clock.js";
import { makeCues } from "./cues.js";
import { breathAt, handsAt, partAt, turnAt } from "./motion.js";
import { listenToKeys } from "./keys.js";
import { makePlace } from "./place.js";
import { fillSettings, loadSettings } from "./settings.js";
import { makeView } from "./view.js";
import { makeVoice } from "./voice.js";
import { makeScreen } from "./screen.js";
import { makeWatch, TICK } from "./watch.js";
import { make, uniqueId } from "../stage/dom.js";

/** The place is kept every so many s. */
const KEEP_EVERY = 2;
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
    return { renew() {}, focus: view.focus, destroy: () => (tokens.remove(), view.root.remove()) };
  }

  const name = uniqueId();
  const place = makePlace(score);
  const ending = new AbortController();
  const settings = loadSettings();
  const voice = makeVoice(() => settings);
  const clock = makeClock(score.steps, now);
  const watch = makeWatch(now);
  const screen = makeScreen(view.root, () => view.big(screen.isBig()));
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const cues = makeCues(score.steps, give);
  let begun = false;
  let shown = -1;
  let frame = 0;
  let timer = 0;
  let kept = 0;
  let given = 0;
  let soon = 0;

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
    watch.begin();
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
    const awake = watch.look();
    if (awake !== null) {
      clock.pauseAt(awake);
      voice.hush();
      rest();
      view.note(SLEEP_NOTE);
      save();
      return;
    }
    look();
    if (now() - kept > KEEP_EVERY) save();
    if (!clock.read().running) finish();
  }

  function finish() {
    rest();
    place.save(null);
  }

  function save() {
    kept = now();
    const at = clock.read();
    place.save(at.over ? null : clock.keep());
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
    const old = place.recall();
    if (old) clock.restore(old);
    cues.jump();
    play();
  }

  const listen = { signal: ending.signal };
  listenToKeys(view, screen, act, listen);
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return;
    watch.comeBack();
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
  view.offer(place.offer());

  return {
    /** @param {boolean} there whether another plan waits */
    renew: (/** @type {boolean} */ there) => view.renew(there),
    focus: view.focus,
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
