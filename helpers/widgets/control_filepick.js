// @ts-check
// A file of the learner's own to read in. Its text is told to the kernel as `{ file, text }`.

import { keepKeys, make, uniqueId, withLanguage } from "../stage/dom.js";

/** @param {{ model: any, el: HTMLElement }} context */
function render({ model, el }) {
  const id = uniqueId();
  const listening = new AbortController();
  const label = make("label", "gh-label");
  const input = make("input", "gh-filepick-input");
  const help = make("p", "gh-help");
  const root = make("div", "gh-control gh-filepick", label, input, help);

  input.type = "file";
  input.id = id;
  label.htmlFor = id;
  help.id = `${id}-help`;
  input.setAttribute("aria-describedby", help.id);
  keepKeys(input);

  function draw() {
    label.textContent = model.get("label");
    help.textContent = model.get("help");
    input.accept = model.get("accept");
  }

  async function picked() {
    const file = input.files?.[0];
    if (!file) return;
    const small = file.size <= model.get("most");
    model.send({ file: file.name, text: small ? await file.text() : "", small });
    input.value = ""; // so that the same file can be picked again
  }

  draw();
  model.on("change", draw);
  input.addEventListener("change", picked, { signal: listening.signal });
  el.append(root);

  return () => {
    listening.abort();
    model.off("change", draw);
    root.remove();
  };
}

export default { render: withLanguage(render) };
