// @ts-check
// The pieces of a claim card: the mark of a verdict, a button to guess it, what was found out.

import { keepKeys, make, makeButton } from "../stage/dom.js";

/** @typedef {{ id: string, word: string, meaning: string, mark: string }} Verdict */
/** @typedef {{ id: string, said: string, verdict: string[], remark: string, evidence: string,
 *   teach: string, works: [string, string][], remarks: string[] }} Card */

/**
 * The drawn mark of a verdict. It is our own picture, read as an image: nothing in it can run.
 * @param {Verdict} verdict
 */
export function markOf(verdict) {
  const read = new DOMParser().parseFromString(verdict.mark, "image/svg+xml");
  const holder = make("span", "gh-claim-mark");
  holder.setAttribute("aria-hidden", "true");
  if (read.documentElement.localName === "svg") {
    holder.append(document.importNode(read.documentElement, true));
  }
  return holder;
}

/**
 * A button with a verdict on it.
 * @param {Verdict} verdict
 * @param {(id: string) => void} press
 * @param {AbortSignal} signal
 */
export function guessButton(verdict, press, signal) {
  const button = makeButton("gh-button gh-claim-guess", markOf(verdict), verdict.word);
  button.title = verdict.meaning;
  button.addEventListener("click", () => press(verdict.id), { signal });
  return button;
}

/**
 * What is said once a claim is turned over.
 * @param {Card} card
 * @param {Map<string, Verdict>} verdicts
 */
export function answer(card, verdicts) {
  const line = make("p", "gh-claim-verdict");
  for (const id of card.verdict) {
    const verdict = verdicts.get(id);
    if (verdict) line.append(make("strong", "gh-claim-word", markOf(verdict), verdict.word));
  }
  if (card.remark) line.append(make("span", "", card.remark));
  return [
    line,
    paragraph("What has been found out: ", card.evidence),
    paragraph("What we teach: ", card.teach),
    sources(card),
  ];
}

/** @param {string} head @param {string} text */
function paragraph(head, text) {
  return make("p", "", make("strong", "", head), text);
}

/**
 * The works that can be looked up, and what else is to be said, behind a line that opens.
 * @param {{ works: [string, string][], remarks: string[] }} card
 */
export function sources(card) {
  const list = make("ul", "");
  for (const [text, address] of card.works) {
    const item = make("li", "", text);
    if (address) {
      const link = make("a", "", address.replace("https://", ""));
      link.href = address;
      link.target = "_blank";
      link.rel = "noopener noreferrer";
      item.append(" ", link);
    }
    list.append(item);
  }
  for (const text of card.remarks) list.append(make("li", "", text));
  const summary = make("summary", "", "Where this comes from");
  keepKeys(summary);
  return make("details", "gh-claim-sources", summary, list);
}
