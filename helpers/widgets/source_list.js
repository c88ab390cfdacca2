// @ts-check
// Where something comes from, behind a line that opens.

import { withLanguage } from "../stage/dom.js";
import { sources } from "./claim_cards_parts.js";

/** @param {{ model: any, el: HTMLElement }} context */
function render({ model, el }) {
  const root = sources({ works: model.get("works"), remarks: model.get("remarks") });
  root.classList.add("gh-control");
  el.append(root);
  return () => root.remove();
}

export default { render: withLanguage(render) };
