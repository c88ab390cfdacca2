// @ts-check
// One line of text with its label and help. What is typed is told when the field is left.

import { keepKeys, make, uniqueId, withLanguage } from "../stage/dom.js";

/** @param {{ model: any, el: HTMLElement }} context */
function render({ model, el }) {
  const id = uniqueId();
  const listening = new AbortController();
  const label = make("label", "gh-label");
  const input = make("input", "");
  const help = make("p", "gh-help");
  const root = make("div", "gh-control gh-field", label, input, help);

  input.type = "text";
  input.id = id;
  input.autocomplete = "off";
  label.htmlFor = id;
  help.id = `${id}-help`;
  keepKeys(input);

  function draw() {
    label.textContent = model.get("label");
    input.maxLength = model.get("most");
    input.disabled = model.get("disabled");
    if (input.value !== model.get("value")) input.value = model.get("value");
    help.textContent = model.get("help");
    help.hidden = !model.get("help");
    if (model.get("help")) input.setAttribute("aria-describedby", help.id);
    else input.removeAttribute("aria-describedby");
  }

  function tell() {
    if (input.value === model.get("value")) return;
    model.set("value", input.value);
    model.save_changes();
  }

  draw();
  model.on("change", draw);
  input.addEventListener("change", tell, { signal: listening.signal });
  // JupyterLab keeps Enter from doing what it does in a field elsewhere.
  const enter = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Enter") tell();
  };
  input.addEventListener("keydown", enter, { signal: listening.signal });
  el.append(root);

  return () => {
    listening.abort();
    model.off("change", draw);
    root.remove();
  };
}

export default { render: withLanguage(render) };
