// @ts-check
// Buttons that save a file. A press is told to the kernel as `{ press: id }`; the kernel answers
// with the file's name, kind and bytes, or with why there is none, and the browser saves it.

import { make, makeButton, uniqueId, withLanguage } from "../stage/dom.js";

/** Quiet time after a press before the learner is told that nobody answers, in ms. */
const PATIENCE = 20_000;

/** @param {{ model: any, el: HTMLElement }} context */
function render({ model, el }) {
  const prefix = uniqueId();
  const listening = new AbortController();
  const label = make("div", "gh-label");
  const row = make("div", "gh-buttons-row");
  const help = make("p", "gh-help");
  const said = make("p", "gh-downloads-said");
  const root = make("div", "gh-control gh-downloads", label, row, help, said);
  let asked = false;
  let timer = 0;

  root.setAttribute("role", "group");
  label.id = `${prefix}-label`;
  help.id = `${prefix}-help`;
  root.setAttribute("aria-labelledby", label.id);
  root.setAttribute("aria-describedby", help.id);
  said.setAttribute("role", "status");

  /** @param {string} text @param {boolean} [trouble] */
  function say(text, trouble = false) {
    clearTimeout(timer);
    said.textContent = text;
    said.classList.toggle("gh-downloads-trouble", trouble);
  }

  function draw() {
    label.textContent = model.get("label");
    help.textContent = model.get("help");
    row.replaceChildren(
      ...model.get("options").map(([id, text]) => {
        const button = makeButton("gh-button", text);
        const press = () => {
          asked = true;
          say(model.get("words").busy);
          timer = window.setTimeout(() => say(model.get("words").silent, true), PATIENCE);
          model.send({ press: id });
        };
        button.addEventListener("click", press, { signal: listening.signal });
        return button;
      }),
    );
  }

  /** @param {any} message @param {DataView[]} [buffers] */
  function answered(message, buffers) {
    // Of several views of these buttons, only the one that asked saves the file.
    if (!asked) return;
    asked = false;
    if (message.problem) {
      say(message.problem, true);
      return;
    }
    const bytes = buffers?.[0];
    if (!bytes) return;
    const url = URL.createObjectURL(new Blob([bytes], { type: message.type }));
    const link = make("a", "");
    link.href = url;
    link.download = message.name;
    link.click();
    // Not at once: some browsers are still reading.
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
    say(`${model.get("words").saved} ${message.name}`);
  }

  draw();
  model.on("change", draw);
  model.on("msg:custom", answered);
  el.append(root);

  return () => {
    clearTimeout(timer);
    listening.abort();
    model.off("change", draw);
    model.off("msg:custom", answered);
    root.remove();
  };
}

export default { render: withLanguage(render) };
