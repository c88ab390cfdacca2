// @ts-check
// A quiz: each question is a form with radio buttons or check boxes, one button that goes from
// "Check" to "Try again", and its own feedback. All of it works without a kernel; a kernel keeps
// the results and draws answers on the back.

import { keepKeys, make, makeButton, uniqueId, withLanguage } from "../stage/dom.js";

/** How a question ended, in words. */
const ENDS = { first: "at the first try", second: "at the second try", shown: "shown to you" };
/** How long a picture may take before the learner is told how to get it, in ms. */
const PATIENCE = 2500;
const NO_PICTURE = "The picture comes when the lesson runs: press Start this lesson at the top.";

/** @typedef {{ id: string, ask: string, answer: string, several: boolean, picture: boolean,
 *   options: [string, string, string, boolean][] }} Entry */

/**
 * One option: a box, its words, and a mark that says whether it was right.
 * @param {Entry} entry
 * @param {string} group
 * @param {[string, string, string, boolean]} option
 */
function makeOption(entry, group, [id, text, feedback, right]) {
  const box = make("input", "");
  keepKeys(box);
  box.type = entry.several ? "checkbox" : "radio";
  box.name = group;
  box.value = id;
  const mark = make("span", "gh-mark");
  const row = make("label", "gh-option", box, make("span", "", text), mark);
  /** @param {string} how "right", "wrong" or nothing */
  function setMark(how) {
    row.classList.toggle("gh-right", how === "right");
    row.classList.toggle("gh-wrong", how === "wrong");
    mark.textContent = { right: "✓ right", wrong: "✗ not this" }[how] ?? "";
  }
  return { box, row, text, feedback, right, setMark };
}

/**
 * One question. `tell` is called with its result, `draw` when its answer is to be drawn.
 * @param {Entry} entry
 * @param {string} title
 * @param {() => string} before how it ended last time, if it did
 * @param {(result: string) => void} tell
 * @param {(say: (words: string) => void) => void} draw
 */
function makeQuestion(entry, title, before, tell, draw) {
  const group = uniqueId();
  const options = entry.options.map((option) => makeOption(entry, group, option));
  const rows = make("div", "gh-options", ...options.map((option) => option.row));
  const button = make("button", "gh-button gh-button-main");
  const picture = makeButton("gh-button", "See it on the back");
  const feedback = make("div", "gh-feedback");
  const said = make("p", "gh-help");
  const live = make("div", "", feedback, said);
  const set = make("fieldset", "", make("legend", "gh-label", title), rows);
  const form = make("form", "gh-question", set, make("div", "gh-buttons-row", button, picture), live);
  let misses = 0;
  let end = "";

  live.setAttribute("role", "status");
  keepKeys(button);

  /** @param {string} heading @param {string} tone @param {string[]} lines */
  function say(heading, tone, lines) {
    feedback.className = `gh-feedback gh-${tone}`;
    feedback.replaceChildren(make("strong", "", heading), ...lines.map((l) => make("p", "", l)));
    feedback.hidden = false;
    said.textContent = "";
  }

  function settle() {
    const over = end !== "";
    button.textContent = over ? "Try again" : ["Check", "Check again", "Show me"][misses];
    picture.hidden = !(over && entry.picture);
    for (const { box } of options) box.disabled = over;
  }

  function reset() {
    misses = 0;
    end = "";
    feedback.hidden = true;
    said.textContent = "";
    for (const option of options) {
      option.box.checked = false;
      option.setMark("");
    }
    settle();
  }

  /** @param {string} how */
  function finish(how) {
    end = how;
    settle();
    tell(how);
  }

  function reveal() {
    for (const option of options) {
      option.box.checked = option.right;
      option.setMark(option.right ? "right" : "");
    }
    say("The answer", "plain", [entry.answer]);
    finish("shown");
    if (entry.picture) see();
  }

  function check() {
    const picked = options.filter((option) => option.box.checked);
    if (!picked.length) {
      say("Nothing chosen yet", "plain", ["Choose an answer, then press Check."]);
      return;
    }
    for (const option of options) {
      option.setMark(option.box.checked ? (option.right ? "right" : "wrong") : "");
    }
    const lines = picked.map(({ text, feedback: words }) =>
      entry.several ? `${text}: ${words}` : words,
    );
    if (options.every((option) => option.box.checked === option.right)) {
      say("Right", "good", lines);
      finish(misses ? "second" : "first");
      return;
    }
    if (picked.every((option) => option.right)) lines.push("There is more to find.");
    misses += 1;
    lines.push(misses < 2 ? "Try once more." : "Press Show me to see the answer.");
    say("Not yet", "open", lines);
    settle();
  }

  function see() {
    draw((words) => (said.textContent = words));
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (end) reset();
    else if (misses > 1) reveal();
    else check();
  });
  picture.addEventListener("click", see);
  reset();
  if (before()) said.textContent = `Last time: ${before()}.`;
  return form;
}

/** @param {{ model: any, el: HTMLElement }} context */
function render({ model, el }) {
  const tally = make("p", "gh-tally");
  const root = make("div", "gh-control gh-quiz");
  /** @type {{ id: string, say: (words: string) => void } | null} */
  let waiting = null;
  let timer = 0;

  root.setAttribute("role", "group");
  root.setAttribute("aria-label", model.get("label"));

  /** @param {Entry} entry @param {number} place */
  function question(entry, place) {
    const title = model.get("questions").length > 1 ? `${place + 1}. ${entry.ask}` : entry.ask;
    return makeQuestion(
      entry,
      title,
      () => ENDS[model.get("results")[entry.id]] ?? "",
      (result) => {
        model.set("results", { ...model.get("results"), [entry.id]: result });
        model.save_changes();
      },
      (say) => {
        clearTimeout(timer);
        waiting = { id: entry.id, say };
        if (model.get("drawn") === entry.id) return arrive();
        say("");
        model.set("asked", entry.id);
        model.save_changes();
        timer = setTimeout(() => say(NO_PICTURE), PATIENCE);
      },
    );
  }

  function arrive() {
    if (!waiting || model.get("drawn") !== waiting.id) return;
    clearTimeout(timer);
    waiting.say("The picture is below the questions.");
    waiting = null;
    look(120);
  }

  /**
   * Brings the picture into view once it is there.
   * @param {number} frames how many more frames to wait for it
   */
  function look(frames) {
    const stage = root.closest(".jp-OutputArea-output")?.querySelector(".gh-stage svg");
    if (stage) stage.scrollIntoView({ block: "nearest" });
    else if (frames && root.isConnected) requestAnimationFrame(() => look(frames - 1));
  }

  function count() {
    const entries = model.get("questions");
    const ends = entries.map((entry) => model.get("results")[entry.id]).filter(Boolean);
    const parts = Object.keys(ENDS)
      .map((how) => [ends.filter((end) => end === how).length, ENDS[how]])
      .filter(([number]) => number)
      .map(([number, words]) => `${number} ${words}`);
    tally.hidden = entries.length < 2;
    tally.textContent = ends.length
      ? `Done: ${ends.length} of ${entries.length} (${parts.join(", ")}). Nobody is counting.`
      : `${entries.length} questions. Guessing is fine: every answer tells you why.`;
  }

  root.append(...model.get("questions").map(question), tally);
  count();
  model.on("change:results", count);
  model.on("change:drawn", arrive);
  el.append(root);

  return () => {
    clearTimeout(timer);
    model.off("change:results", count);
    model.off("change:drawn", arrive);
    root.remove();
  };
}

export default { render: withLanguage(render) };
