// @ts-check
// Words and their meanings: a list that opens, with a box to search in where there are many.

import { keepKeys, make, uniqueId, withLanguage } from "../stage/dom.js";

/** @param {{ model: any, el: HTMLElement }} context */
function render({ model, el }) {
  const id = uniqueId();
  const label = make("label", "gh-label", "Search");
  const box = make("input", "gh-terms-search");
  const count = make("p", "gh-help");
  const search = make("div", "", label, box, count);
  const list = make("dl", "");
  const root = make("details", "gh-control gh-terms", make("summary", ""), search, list);

  box.type = "search";
  box.id = id;
  label.htmlFor = id;
  keepKeys(box);
  count.setAttribute("role", "status");
  root.open = model.get("search");
  const summary = /** @type {HTMLElement} */ (root.firstElementChild);
  keepKeys(summary);
  summary.textContent = `${model.get("label")} (${model.get("terms").length})`;
  search.hidden = !model.get("search");

  /** @type {[string, HTMLElement][]} */
  const rows = model.get("terms").map(([name, also, say, meaning]) => {
    const term = make("dt", "", name);
    if (say) term.append(make("span", "gh-help", ` say: ${say}`));
    // Another form of the same word need not be told.
    const others = also.filter((one) => one.slice(0, 4) !== name.slice(0, 4));
    const other = others.length ? [make("dd", "gh-help", `Also: ${others.join(", ")}.`)] : [];
    const row = make("div", "", term, make("dd", "", meaning), ...other);
    return [[name, ...also, meaning].join(" ").toLowerCase(), row];
  });
  list.append(...rows.map(([, row]) => row));

  box.addEventListener("input", () => {
    const wanted = box.value.trim().toLowerCase();
    let found = 0;
    for (const [words, row] of rows) {
      row.hidden = !words.includes(wanted);
      found += row.hidden ? 0 : 1;
    }
    count.textContent = wanted ? `${found} of ${rows.length} words` : "";
  });

  el.append(root);
  return () => root.remove();
}

export default { render: withLanguage(render) };
