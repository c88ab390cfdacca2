// @ts-check
// A named group of buttons. A press is told to the kernel as `{ press: id }`.

import { make, makeButton, uniqueId, withLanguage } from "../stage/dom.js";

/** @param {{ model: any, el: HTMLElement }} context */
function render({ model, el }) {
  const prefix = uniqueId();
  const listening = new AbortController();
  const label = make("div", "gh-label");
  const row = make("div", "gh-buttons-row");
  const help = make("p", "gh-help");
  const root = make("div", "gh-control gh-buttons", label, row, help);
  /** @type {Map<string, HTMLButtonElement>} */
  const buttons = new Map();

  root.setAttribute("role", "group");
  label.id = `${prefix}-label`;
  help.id = `${prefix}-help`;
  root.setAttribute("aria-labelledby", label.id);

  /** @param {string} id */
  function buttonFor(id) {
    const button = makeButton("gh-button");
    /** @param {MouseEvent} event */
    const press = (event) => {
      if (model.get("careful") && event.detail > 1) return;
      if (button.getAttribute("aria-disabled") !== "true") model.send({ press: id });
    };
    /** @param {KeyboardEvent} event */
    const hold = (event) => {
      if (model.get("careful") && event.repeat) event.preventDefault();
    };
    button.addEventListener("click", press, { signal: listening.signal });
    button.addEventListener("keydown", hold, { signal: listening.signal });
    return button;
  }

  function draw() {
    const entries = model.get("options");
    label.textContent = model.get("label");
    label.className = model.get("look") === "quiet" ? "gh-hidden" : "gh-label";
    help.textContent = model.get("help");
    help.hidden = !model.get("help");
    if (model.get("help")) root.setAttribute("aria-describedby", help.id);
    else root.removeAttribute("aria-describedby");
    const wanted = new Set(entries.map(([id]) => id));
    const focused = row.contains(document.activeElement);
    for (const [id, button] of buttons) {
      if (wanted.has(id)) continue;
      button.remove();
      buttons.delete(id);
    }
    entries.forEach(([id, text], place) => {
      const button = buttons.get(id) ?? buttonFor(id);
      buttons.set(id, button);
      button.textContent = text;
      button.classList.toggle("gh-button-main", id === model.get("main"));
      // Not `disabled`: a button that had the focus would lose it.
      button.setAttribute("aria-disabled", String(model.get("off").includes(id)));
      if (row.children[place] !== button) row.insertBefore(button, row.children[place] ?? null);
    });
    // Whoever was on a button that is gone goes on at the first one.
    if (focused && !row.contains(document.activeElement)) {
      /** @type {HTMLElement | null} */ (row.firstElementChild)?.focus();
    }
  }

  draw();
  model.on("change", draw);
  el.append(root);

  return () => {
    listening.abort();
    model.off("change", draw);
    root.remove();
  };
}

export default { render: withLanguage(render) };
