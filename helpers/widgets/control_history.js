// @ts-check
// Undo, redo and reset of one planner, with what changed and what could not be done. It also tells
// the kernel when the page comes into sight again: another notebook may have changed the session.

import { isElsewhere, keepRoom, make, makeButton, makeLive, withLanguage } from "../stage/dom.js";

const BUTTONS = [
  ["undo", "Undo"],
  ["redo", "Redo"],
  ["reset", "Reset"],
];

/** @param {{ model: any, el: HTMLElement }} context */
function render({ model, el }) {
  const listening = new AbortController();
  const row = make("div", "gh-buttons-row");
  const said = make("p", "gh-history-said");
  const problem = make("p", "gh-history-problem");
  const live = makeLive("gh-hidden");
  const root = make("div", "gh-control gh-history", row, said, problem, live.element);
  let away = false;

  root.setAttribute("role", "group");
  problem.setAttribute("role", "alert");

  /** @param {string} action */
  function tell(action) {
    model.send({ act: action });
  }

  const buttons = BUTTONS.map(([action, text]) => {
    const button = makeButton("gh-button", text);
    const press = () => {
      if (button.getAttribute("aria-disabled") !== "true") tell(action);
    };
    button.addEventListener("click", press, { signal: listening.signal });
    return button;
  });
  row.append(...buttons);

  function draw() {
    root.setAttribute("aria-label", model.get("label"));
    BUTTONS.forEach(([action], place) => {
      const off = action !== "reset" && !model.get(action);
      buttons[place].setAttribute("aria-disabled", String(off));
    });
    for (const [node, name] of /** @type {[HTMLElement, string][]} */ ([
      [said, "said"],
      [problem, "problem"],
    ])) {
      if (node.textContent !== model.get(name)) node.textContent = model.get(name);
    }
  }

  /** What changed, where it is more than one thing. */
  function several() {
    const words = model.get("said");
    return words.includes("; ") ? words : "";
  }

  // A slider, a choice or a list says itself what became of it; what a button did, and what changed
  // along with something else, is said here.
  function speak() {
    if (isElsewhere(root)) return;
    const at = document.activeElement;
    if (row.contains(at)) live.say(model.get("said") || "Nothing has changed.");
    else if (at?.matches("input[type=range]")) live.sayLater(several);
    else if (several() || at?.closest(".gh-buttons")) live.say(model.get("said"));
  }

  // A notebook's tab that was behind another one, or a browser's that was.
  function look() {
    const hidden = document.hidden || root.offsetParent === null;
    if (away && !hidden) tell("seen");
    away = hidden;
  }
  const watcher = new IntersectionObserver(look);
  watcher.observe(root);
  document.addEventListener("visibilitychange", look, { signal: listening.signal });
  window.addEventListener("focus", () => tell("seen"), { signal: listening.signal });

  draw();
  model.on("change", draw);
  model.on("change:said", speak);
  el.append(root);
  const stop = keepRoom(said);

  return () => {
    listening.abort();
    watcher.disconnect();
    stop();
    live.close();
    model.off("change", draw);
    model.off("change:said", speak);
    root.remove();
  };
}

export default { render: withLanguage(render) };
