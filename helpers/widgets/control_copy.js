// @ts-check
// A text to copy: a field that cannot be changed, and a button beside it.

import { keepKeys, make, makeButton, uniqueId, withLanguage } from "../stage/dom.js";

/** @param {{ model: any, el: HTMLElement }} context */
function render({ model, el }) {
  const id = uniqueId();
  const listening = new AbortController();
  const label = make("label", "gh-label");
  const field = make("input", "gh-copy-text");
  const button = makeButton("gh-button");
  const row = make("div", "gh-copy-row", field, button);
  const help = make("p", "gh-help");
  const said = make("p", "gh-copy-said");
  const root = make("div", "gh-control gh-copy", label, row, help, said);

  field.type = "text";
  field.readOnly = true;
  field.id = id;
  label.htmlFor = id;
  help.id = `${id}-help`;
  field.setAttribute("aria-describedby", help.id);
  said.setAttribute("role", "status");
  keepKeys(field);

  function draw() {
    label.textContent = model.get("label");
    help.textContent = model.get("help");
    button.textContent = model.get("words").copy;
    button.setAttribute("aria-label", `${model.get("words").copy}: ${model.get("label")}`);
    root.hidden = !model.get("value");
    if (field.value !== model.get("value")) {
      field.value = model.get("value");
      said.textContent = "";
    }
  }

  async function copy() {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      said.textContent = model.get("words").copied;
    } catch {
      // Without https, or where the browser does not allow it: it is selected, so keys can copy it.
      said.textContent = model.get("words").keys;
    }
  }

  draw();
  model.on("change", draw);
  button.addEventListener("click", copy, { signal: listening.signal });
  field.addEventListener("focus", () => field.select(), { signal: listening.signal });
  el.append(root);

  return () => {
    listening.abort();
    model.off("change", draw);
    root.remove();
  };
}

export default { render: withLanguage(render) };
