// @ts-check
// A slider: a real range input with its label, its value in words, and help.

import { keepKeys, make, uniqueId, withLanguage } from "../stage/dom.js";

const OURS = "Our choice: no source gives these numbers; we chose them with care.";

/** @param {{ model: any, el: HTMLElement }} context */
function render({ model, el }) {
  const id = uniqueId();
  const listening = new AbortController();
  const label = make("label", "gh-label");
  const ours = make("span", "gh-ours", "our choice");
  const value = make("output", "gh-slider-value");
  const input = make("input", "");
  const help = make("p", "gh-help");
  const why = make("span", "gh-hidden", OURS);
  const head = make("div", "gh-slider-head", label, ours, value);
  const root = make("div", "gh-control gh-slider", head, input, help, why);

  input.type = "range";
  input.id = id;
  label.htmlFor = id;
  value.htmlFor = id;
  // The slider itself speaks its value; a second voice at every step would only disturb.
  value.setAttribute("aria-live", "off");
  ours.title = OURS;
  ours.setAttribute("aria-hidden", "true");
  help.id = `${id}-help`;
  why.id = `${id}-why`;
  // Arrow keys and Space belong to the slider, not to JupyterLab's list of cells.
  keepKeys(input);

  /** @param {number} number */
  function words(number) {
    const places = (String(model.get("step")).split(".")[1] ?? "").length;
    const one = number === 1 && model.get("unit_one");
    return `${number.toFixed(places)} ${one || model.get("unit")}`.trim();
  }

  function draw() {
    const { min, max } = input;
    // The bounds first: the browser would press the value into the old ones.
    for (const name of ["min", "max", "step"]) {
      const bound = String(model.get(name));
      if (input.getAttribute(name) !== bound) input.setAttribute(name, bound);
    }
    const number = model.get("value");
    if (input.valueAsNumber !== number || min !== input.min || max !== input.max) {
      input.value = String(number);
    }
    const span = model.get("max") - model.get("min");
    input.style.setProperty("--gh-part", String((number - model.get("min")) / span));
    input.setAttribute("aria-valuetext", words(number));
    input.disabled = model.get("disabled");
    value.textContent = words(number);
    label.textContent = model.get("label");
    help.textContent = model.get("help");
    help.hidden = !model.get("help");
    ours.hidden = why.hidden = !model.get("ours");
    const described = [help, why].filter((note) => !note.hidden).map((note) => note.id);
    if (described.length) input.setAttribute("aria-describedby", described.join(" "));
    else input.removeAttribute("aria-describedby");
  }

  // ipywidgets sends one message at a time and of those that wait only the last, so a fast hand
  // cannot pile up work for the kernel.
  function tell() {
    model.set("value", input.valueAsNumber);
    model.save_changes();
  }

  draw();
  model.on("change", draw);
  input.addEventListener("input", tell, { signal: listening.signal });
  el.append(root);

  return () => {
    listening.abort();
    model.off("change", draw);
    root.remove();
  };
}

export default { render: withLanguage(render) };
