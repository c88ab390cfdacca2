// @ts-check
// Choice (one of several) and Checklist (any of several): a fieldset of radio buttons or check
// boxes; a choice of many is a list that opens. `value` is an id, or a list of ids.

import { keepKeys, make, uniqueId, withLanguage } from "../stage/dom.js";

/** More options than this are shown as a list that opens. */
const MOST_BUTTONS = 5;

/** @typedef {{ id: string, box: HTMLInputElement, row: HTMLElement, text: HTMLElement, note: HTMLElement }} Row */

/** @param {{ model: any, el: HTMLElement }} context */
function render({ model, el }) {
  const several = Array.isArray(model.get("value"));
  const prefix = uniqueId();
  const listening = new AbortController();
  const legend = make("legend", "gh-label");
  const help = make("p", "gh-help");
  const options = make("div", "gh-options");
  const select = make("select", "");
  const kind = several ? "gh-checklist" : "gh-choice";
  const root = make("fieldset", `gh-control ${kind}`, legend, options, select, help);
  /** @type {Map<string, Row>} */
  const rows = new Map();
  let made = 0;

  help.id = `${prefix}-help`;
  keepKeys(select);

  /**
   * @param {string} id
   * @returns {Row}
   */
  function makeRow(id) {
    const box = make("input", "");
    const text = make("span", "");
    const note = make("span", "gh-note");
    const row = make("label", "gh-option", box, make("span", "", text, note));
    box.type = several ? "checkbox" : "radio";
    box.name = prefix;
    box.value = id;
    keepKeys(box);
    text.id = `${prefix}-${made}`;
    note.id = `${prefix}-${made}-note`;
    made += 1;
    // The note explains the option; it is no part of its name.
    box.setAttribute("aria-labelledby", text.id);
    return { id, box, row, text, note };
  }

  /** @param {[string, string, string][]} entries */
  function drawButtons(entries) {
    const wanted = new Set(entries.map(([id]) => id));
    for (const [id, { row }] of rows) {
      if (wanted.has(id)) continue;
      row.remove();
      rows.delete(id);
    }
    const value = model.get("value");
    entries.forEach(([id, text, note], place) => {
      const row = rows.get(id) ?? makeRow(id);
      rows.set(id, row);
      row.text.textContent = text;
      row.note.textContent = note;
      row.note.hidden = !note;
      if (note) row.box.setAttribute("aria-describedby", row.note.id);
      else row.box.removeAttribute("aria-describedby");
      row.box.checked = several ? value.includes(id) : value === id;
      if (options.children[place] !== row.row) {
        options.insertBefore(row.row, options.children[place] ?? null);
      }
    });
  }

  /** @param {[string, string, string][]} entries */
  function drawList(entries) {
    const value = model.get("value");
    const shown = value === "" ? [["", "Choose…", ""], ...entries] : entries;
    const before = [...select.options].map((option) => [option.value, option.text].join("\n"));
    if (before.join("\n\n") !== shown.map(([id, text]) => [id, text].join("\n")).join("\n\n")) {
      select.replaceChildren(...shown.map(([id, text]) => new Option(text, id)));
    }
    select.value = value;
  }

  function draw() {
    const entries = model.get("options");
    const list = !several && entries.length > MOST_BUTTONS;
    const focused = root.contains(document.activeElement);
    legend.textContent = model.get("label");
    help.textContent = model.get("help");
    help.hidden = !model.get("help");
    if (model.get("help")) root.setAttribute("aria-describedby", help.id);
    else root.removeAttribute("aria-describedby");
    root.disabled = model.get("disabled");
    select.setAttribute("aria-label", model.get("label"));
    select.hidden = !list;
    options.hidden = list;
    drawButtons(list ? [] : entries);
    drawList(list ? entries : []);
    // Whoever was in the control when its options changed stays in it.
    if (focused && !root.contains(document.activeElement)) {
      const boxes = [...rows.values()].map((row) => row.box);
      (list ? select : boxes.find((box) => box.checked) ?? boxes[0])?.focus();
    }
  }

  function tell() {
    const entries = model.get("options");
    const ticked = entries.map(([id]) => id).filter((id) => rows.get(id)?.box.checked);
    const list = !several && entries.length > MOST_BUTTONS;
    model.set("value", several ? ticked : list ? select.value : (ticked[0] ?? ""));
    model.save_changes();
  }

  draw();
  model.on("change", draw);
  root.addEventListener("change", tell, { signal: listening.signal });
  el.append(root);

  return () => {
    listening.abort();
    model.off("change", draw);
    root.remove();
  };
}

export default { render: withLanguage(render) };
