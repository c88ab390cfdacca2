// @ts-check
// Claims, one at a time: guess a verdict, and the card turns over. Everything happens here; the
// guesses are told to the kernel, if there is one, so that a second view shows the same.

import { answer, guessButton } from "./claim_cards_parts.js";
import { make, makeButton, makeLive, uniqueId, withLanguage } from "../stage/dom.js";

/** @param {{ model: any, el: HTMLElement }} context */
function render({ model, el }) {
  const prefix = uniqueId();
  const listening = new AbortController();
  const { signal } = listening;
  const verdicts = new Map(model.get("verdicts").map((one) => [one.id, one]));

  const title = make("div", "gh-label");
  const count = make("span", "gh-claim-count");
  const said = make("p", "gh-claim-said");
  const ask = make("div", "gh-claim-ask", "What do you think?");
  const guesses = make("div", "gh-buttons-row");
  const note = make("p", "gh-claim-note");
  const body = make("div", "gh-claim-body");
  const live = makeLive("gh-hidden");
  const score = make("span", "gh-claim-score");
  const foot = make("div", "gh-claim-foot");
  const root = make(
    "section", "gh-control gh-claims", make("div", "gh-claim-head", title, count),
    said, ask, guesses, note, body, foot, live.element,
  );

  title.id = `${prefix}-title`;
  ask.id = `${prefix}-ask`;
  said.id = `${prefix}-said`;
  root.setAttribute("aria-labelledby", title.id);
  guesses.setAttribute("role", "group");
  guesses.setAttribute("aria-labelledby", `${said.id} ${ask.id}`);

  /** @type {Map<string, HTMLButtonElement>} */
  const buttons = new Map();
  for (const [id, verdict] of verdicts) {
    const button = guessButton(verdict, guess, signal);
    buttons.set(id, button);
    guesses.append(button);
  }
  const show = plainButton("Just show me", () => guess(""));
  guesses.append(show);
  const turn = [plainButton("Back", () => go(-1)), plainButton("Next claim", () => go(1))];
  foot.append(...turn, score);

  /** @param {string} text @param {() => void} press */
  function plainButton(text, press) {
    const button = makeButton("gh-button", text);
    button.addEventListener("click", press, { signal });
    return button;
  }

  function current() {
    const cards = model.get("cards");
    return cards[Math.min(Math.max(model.get("place"), 0), cards.length - 1)];
  }

  /** @param {string} id */
  function guess(id) {
    const card = current();
    const known = model.get("guesses");
    // A first guess stays; after that a button only shows the answer that is there already.
    if (!(card.id in known)) {
      model.set("guesses", { ...known, [card.id]: id });
      model.save_changes();
    }
    draw();
    const words = card.verdict.map((one) => verdicts.get(one)?.word ?? "").join(", ");
    live.say(`${note.textContent} ${words}${card.remark ? `: ${card.remark}` : ""}.`.trim());
  }

  /** @param {number} step */
  function go(step) {
    const many = model.get("cards").length;
    model.set("place", (model.get("place") + step + many) % many);
    model.save_changes();
    draw();
    live.say(`${count.textContent}: ${said.textContent}`);
  }

  function draw() {
    const cards = model.get("cards");
    const card = current();
    const known = model.get("guesses");
    const open = card.id in known;
    const mine = known[card.id];
    title.textContent = model.get("label");
    for (const button of [...turn, count]) button.hidden = cards.length < 2;
    count.textContent = `${cards.indexOf(card) + 1} of ${cards.length}`;
    said.textContent = `“${card.said}”`;
    for (const [id, button] of buttons) {
      button.setAttribute("aria-pressed", String(open && id === mine));
      button.classList.toggle("gh-button-main", open && id === mine);
      button.setAttribute("aria-disabled", String(open));
    }
    // Whoever is on the button goes on at the next claim, or, where this is the only claim,
    // at its first verdict.
    if (open && document.activeElement === show) {
      (cards.length > 1 ? turn[1] : /** @type {HTMLElement} */ (guesses.firstElementChild)).focus();
    }
    show.hidden = open;
    note.textContent = open ? told(card, mine) : "";
    note.hidden = !open || mine === "";
    body.replaceChildren(...(open ? answer(card, verdicts) : []));
    score.textContent = tally(cards, known);
  }

  /** @param {any} card @param {string} mine */
  function told(card, mine) {
    if (mine === "") return "";
    const word = verdicts.get(mine)?.word ?? "";
    return card.verdict.includes(mine)
      ? `You said “${word}”. So does the evidence.`
      : `You said “${word}”. The evidence says something else:`;
  }

  /** @param {any[]} cards @param {Record<string, string>} known */
  function tally(cards, known) {
    const guessed = cards.filter((card) => known[card.id]);
    if (!guessed.length) return "";
    const right = guessed.filter((card) => card.verdict.includes(known[card.id])).length;
    return `You and the evidence agree on ${right} of ${guessed.length}.`;
  }

  draw();
  model.on("change", draw);
  el.append(root);

  return () => {
    listening.abort();
    live.close();
    model.off("change", draw);
    root.remove();
  };
}

export default { render: withLanguage(render) };
