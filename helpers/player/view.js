// @ts-check
// The page of the player: what is seen and pressed. It holds no time and decides nothing.

import { keepKeys, make, makeButton, makeLive, uniqueId } from "../stage/dom.js";
import { makeScene } from "./scene.js";

/** @param {number} seconds */
export function clockText(seconds) {
  const whole = Math.max(0, Math.ceil(seconds - 1e-6));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/**
 * Make the page for a score. `act` is told what is pressed; `level` is that of the title.
 * @param {any} score
 * @param {(what: string, value?: any) => void} act
 * @param {2 | 3} [level]
 */
export function makeView(score, act, level = 3) {
  const prefix = uniqueId();
  const words = score.words;
  /** @type {Record<string, HTMLButtonElement>} */
  const buttons = {};

  /** @param {string} id @param {string} [extra] */
  function button(id, extra = "") {
    const element = makeButton(`gh-player-button ${extra}`, words[id].label);
    element.title = words[id].help;
    element.dataset.act = id;
    element.addEventListener("click", () => {
      if (element.getAttribute("aria-disabled") !== "true") act(id);
    });
    buttons[id] = element;
    return element;
  }

  const title = make(`h${level}`, "gh-player-title", score.title);
  const root = make("section", "gh-player", title);
  title.id = `${prefix}-title`;
  root.setAttribute("aria-labelledby", title.id);
  root.tabIndex = -1;
  if (score.blocked) {
    root.append(make("p", "gh-player-blocked", score.blocked));
    return { root, blocked: true, words, focus: () => root.focus() };
  }

  const scene = makeScene(score);
  const nextScene = makeScene(score, { still: true });
  const picture = make("div", "gh-player-picture", scene.element);
  picture.setAttribute("role", "img");
  const phase = make("p", "gh-player-phase");
  const count = make("p", "gh-player-count");
  const name = make("p", "gh-player-name");
  const place = make("p", "gh-player-place");
  const cue = make("p", "gh-player-cue");
  const caption = make("p", "gh-player-caption");
  const breathDisc = make("div", "gh-player-disc");
  const breathWord = make("p", "gh-player-breath-word");
  const breath = make("div", "gh-player-breath", make("div", "gh-player-circle", breathDisc), breathWord);
  const nextName = make("p", "gh-player-next-name");
  const next = make("div", "gh-player-next", nextScene.element, nextName);
  const bar = make("div", "gh-player-bar", make("div", "gh-player-fill"));
  const whole = make("p", "gh-player-whole");
  const live = makeLive("gh-player-hidden");
  const note = make("p", "gh-player-note");
  breath.setAttribute("aria-hidden", "true");
  bar.setAttribute("aria-hidden", "true");
  nextScene.element.setAttribute("aria-hidden", "true");

  const controls = make(
    "div", "gh-player-controls",
    button("play", "gh-player-main"), button("back"), button("next"), button("repeat"),
    button("longer"), button("glance"),
  );
  controls.setAttribute("role", "group");
  controls.setAttribute("aria-label", "Player");
  const resume = make("div", "gh-player-resume", make("p", ""), button("carry-on"), button("again"));
  const renew = make("div", "gh-player-resume", make("p", "", words["new-plan"].help), button("new-plan"));
  resume.hidden = true;
  renew.hidden = true;

  const sentences = [...score.ask, ...score.notes];
  const before = sentences.length > 1
    ? make("ul", "gh-player-before", ...sentences.map((one) => make("li", "", one)))
    : make("p", "gh-player-before", ...sentences);
  before.hidden = !sentences.length;

  const steps = make("ol", "gh-player-list");
  const jumps = score.steps.map((/** @type {any} */ step, /** @type {number} */ number) => {
    const where = [step.place, step.side].filter(Boolean).join(", ");
    const jump = makeButton(
      "gh-player-jump", make("b", "", step.name), ` ${where} `,
      make("span", "gh-player-time", clockText(step.seconds)),
    );
    jump.addEventListener("click", () => act("jump", number));
    steps.append(make("li", "", jump));
    return jump;
  });

  /** @param {string} id @param {HTMLElement[]} inside */
  function fold(id, ...inside) {
    const opener = make("summary", "", words[id].label);
    keepKeys(opener);
    return make("details", `gh-player-fold gh-player-fold-${id}`, opener,
      make("p", "gh-player-help", words[id].help), ...inside);
  }
  const stops = make("ul", "gh-player-stops");
  for (const [sign, what] of score.signs) stops.append(make("li", "", make("b", "", sign), ` ${what}`));
  const settings = make("div", "gh-player-settings");
  const description = make("p", "gh-player-description");
  const folds = make(
    "div", "gh-player-folds", fold("steps", steps), fold("settings", settings),
    fold("signs", stops), fold("describe", description),
  );

  const head = make("div", "gh-player-head", phase, count);
  const time = make("p", "gh-player-clock");
  time.setAttribute("role", "timer");
  const side = make("div", "gh-player-side", head, time, name, place, cue, caption, breath, next);
  const stage = make("div", "gh-player-stage", picture, side);
  root.append(before, resume, renew, stage, make("div", "gh-player-progress", bar, whole),
    controls, note, folds, live.element);

  /** @type {Record<string, string>} */
  const texts = {};
  /** The focus goes to the main button; the picture stays in sight. */
  const focus = () => buttons.play.focus({ preventScroll: true });
  /** Show a box or hide it, which must not lose the focus. @param {HTMLElement} box @param {boolean} there */
  function show(box, there) {
    if (!there && box.contains(document.activeElement)) focus();
    box.hidden = !there;
  }
  /** Write only what has changed. @param {HTMLElement} element @param {string} key @param {string} text */
  function write(element, key, text) {
    if (texts[key] === text) return;
    texts[key] = text;
    element.textContent = text;
  }

  return {
    root, blocked: false, words, focus, scene, buttons, settings, breathWord,
    /** @param {number} index */
    step(index) {
      const step = score.steps[index];
      const following = score.steps[index + 1];
      const shown = score.pictures[step.picture];
      const where = [step.place, step.side].filter(Boolean).join(", ");
      scene.show(step.picture);
      picture.setAttribute("aria-label", `${shown.name}, with both hands`);
      picture.setAttribute("aria-description", shown.description);
      description.textContent = shown.description;
      write(phase, "phase", step.phase);
      write(count, "count", `Step ${index + 1} of ${score.steps.length}`);
      write(name, "name", step.name);
      write(place, "place", `${where}. Pressure ${step.level}, ${step.level_word}.`);
      write(cue, "cue", step.cue ? `You may say: “${step.cue}”` : step.hand);
      write(nextName, "next", following ? `Next: ${following.name}, ${following.place}` : "This is the last step.");
      nextScene.element.hidden = !following;
      breath.hidden = !step.breath;
      jumps.forEach((/** @type {HTMLElement} */ jump, /** @type {number} */ number) => {
        if (number === index) jump.setAttribute("aria-current", "step");
        else jump.removeAttribute("aria-current");
      });
      return following ?? null;
    },
    /** The small picture of what comes, and the large one read beforehand. @param {any} following @param {any} hands */
    ahead(following, hands) {
      nextScene.show(following.picture);
      nextScene.move(hands);
      scene.prepare(following.picture);
    },
    /** @param {any} at */
    time(at) {
      write(time, "time", clockText(at.left));
      write(whole, "whole", `${clockText(Math.floor(at.done + 1e-6))} of ${clockText(at.total)}`);
      /** @type {HTMLElement} */ (bar.firstChild).style.transform = `scaleX(${at.done / at.total})`;
      next.classList.toggle("gh-soon", at.left <= 10);
    },
    /** @param {{ full: number, out: boolean } | null} now */
    breathe(now) {
      if (!now) return;
      breathDisc.style.transform = `scale(${(0.35 + 0.65 * now.full).toFixed(3)})`;
      write(breathWord, "breath", now.out ? "Breath out" : "Breath in");
    },
    /** @param {string} text */
    say(text) {
      write(caption, "caption", text);
      live.say(text);
    },
    /** What a press did, for who does not see it. @param {number} [length] of a step made longer, s */
    tell(length) {
      const [where, what, how] = [count, name, place].map((line) => line.textContent);
      live.say(length ? `${what}: ${clockText(length)}` : `${where}: ${what}. ${how}`);
    },
    /** @param {string} text */
    note(text) {
      write(note, "note", text);
      note.hidden = !text;
    },
    /** @param {{ running: boolean, over: boolean, begun: boolean, longer: boolean, repeat: boolean, last: boolean }} now */
    state(now) {
      const id = now.running ? "pause" : now.over ? "again" : now.begun ? "resume" : "play";
      write(buttons.play, "play", words[id].label);
      buttons.play.title = words[id].help;
      buttons.longer.setAttribute("aria-disabled", String(!now.longer));
      buttons.repeat.setAttribute("aria-disabled", String(!now.repeat));
      buttons.next.setAttribute("aria-disabled", String(now.last));
      root.classList.toggle("gh-running", now.running);
    },
    /** @param {boolean} big */
    big(big) {
      write(buttons.glance, "glance", words[big ? "small" : "glance"].label);
      root.classList.toggle("gh-player-glance", big);
    },
    /** @param {string} text empty to hide it */
    offer(text) {
      /** @type {HTMLElement} */ (resume.firstChild).textContent = text;
      show(resume, Boolean(text));
    },
    /** @param {boolean} there */
    renew(there) {
      show(renew, there);
    },
    close() {
      live.close();
      scene.close();
      nextScene.close();
      root.remove();
    },
  };
}
