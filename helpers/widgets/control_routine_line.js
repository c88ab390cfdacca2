// @ts-check
// One step in a RoutineList, made once and filled again whenever it changes.

import { make, makeButton } from "../stage/dom.js";

/** @typedef {{ phase: string, name: string, where: string, level: string, tint: number,
 *   time: string, locked: boolean, out: boolean, remarks: [string, string, string][] }} Row */

/** How a remark begins, by its tone. @type {Record<string, string>} */
const SIGNS = { error: "Mistake: ", advice: "Advice: ", note: "Note: " };

export class Line {
  constructor() {
    this.phase = make("p", "gh-routine-phase");
    this.grip = make("span", "gh-routine-grip", "⠿");
    this.number = make("span", "gh-routine-number");
    this.name = make("span", "gh-routine-name");
    this.where = make("span", "gh-routine-where");
    this.level = make("span", "gh-routine-level");
    this.time = make("span", "gh-routine-time");
    this.lock = make("span", "gh-routine-lock", "locked");
    const what = make("span", "gh-routine-what", this.name, this.where);
    const how = make("span", "gh-routine-how", this.lock, this.level, this.time);
    this.button = makeButton("gh-routine-step", this.number, what, how);
    this.grip.setAttribute("aria-hidden", "true");
    this.remarks = make("ul", "gh-routine-remarks");
    const line = make("div", "gh-routine-line", this.grip, this.button);
    this.item = make("li", "gh-routine-item", this.phase, line, this.remarks);
  }

  /** @param {Row} row @param {number} number @param {boolean} open @param {boolean} reached */
  fill(row, number, open, reached) {
    this.phase.textContent = row.phase;
    this.phase.hidden = !row.phase;
    this.number.textContent = `${number}.`;
    this.name.textContent = row.name;
    this.where.textContent = row.where;
    this.level.textContent = row.level;
    this.level.dataset.level = String(row.tint);
    this.time.textContent = row.time;
    this.lock.hidden = !row.locked;
    this.grip.style.visibility = row.locked ? "hidden" : "";
    const words = [row.name, row.where, row.level, row.time, row.locked ? "locked" : ""];
    this.button.setAttribute("aria-label", `${number}. ${words.filter(Boolean).join(", ")}`);
    this.button.setAttribute("aria-expanded", String(open));
    this.button.tabIndex = reached ? 0 : -1;
    this.item.classList.toggle("gh-routine-open", open);
    this.item.classList.toggle("gh-routine-out", row.out);
    this.item.classList.toggle("gh-routine-wrong", row.remarks.some(([tone]) => tone === "error"));
    this.remarks.hidden = !row.remarks.length;
    this.remarks.replaceChildren(
      ...row.remarks.map(([tone, text, why]) => {
        const entry = make("li", `gh-routine-${tone}`, make("b", "", SIGNS[tone] ?? ""), text);
        if (why) entry.append(" ", make("span", "gh-routine-why", why));
        return entry;
      }),
    );
  }
}
