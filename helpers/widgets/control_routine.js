// @ts-check
// RoutineList: the steps of a routine. One step can be open; its buttons then stand below it. What
// is asked for goes to the kernel as `{ act, row, to }`; the rows come back changed.

import { make, makeButton, makeLive, uniqueId, withLanguage } from "../stage/dom.js";
import { Line } from "./control_routine_line.js";
import { draggable } from "./control_routine_drag.js";

/** The buttons of the open step: what each asks for, its sign, its words. */
const TOOLS = [
  ["up", "↑", "Up"],
  ["down", "↓", "Down"],
  ["shorter", "−", "Shorter"],
  ["longer", "+", "Longer"],
  ["lighter", "▽", "Lighter"],
  ["firmer", "▲", "Firmer"],
  ["lock", "", "Lock"],
  ["remove", "×", "Remove"],
];

/** @param {{ model: any, el: HTMLElement }} context */
function render({ model, el }) {
  const listening = new AbortController();
  const { signal } = listening;
  const label = make("p", "gh-label");
  const help = make("p", "gh-help");
  const list = make("ol", "gh-routine-list");
  const live = makeLive("gh-hidden");
  const tools = make("div", "gh-routine-tools");
  const root = make("div", "gh-control gh-routine", label, help, list, live.element);
  const prefix = uniqueId();
  /** @type {Line[]} */
  const lines = [];
  /** The row that Tab comes to. */
  let reached = 0;
  /** What had the focus when something was asked for; the same gets it back in the chosen row. */
  let asking = "";

  label.id = `${prefix}-label`;
  list.setAttribute("aria-labelledby", label.id);
  tools.setAttribute("role", "group");

  const buttons = TOOLS.map(([act, sign, words]) => {
    const icon = make("span", "", sign ? `${sign} ` : "");
    const text = make("span", "", words);
    const button = makeButton("gh-button", icon, text);
    icon.setAttribute("aria-hidden", "true");
    button.dataset.act = act;
    tools.append(button);
    return { act, button, text };
  });

  /** @param {string} act @param {number} row @param {number} to */
  function ask(act, row, to = -1) {
    const focus = /** @type {HTMLElement | null} */ (document.activeElement);
    asking = root.contains(focus) ? (focus?.dataset.act ?? "row") : "";
    model.send({ act, row, to });
  }

  /** @param {number} row */
  function choose(row) {
    model.set("chosen", row);
    model.save_changes();
  }

  /** @param {number} row */
  function reach(row) {
    reached = Math.min(Math.max(row, 0), lines.length - 1);
    lines.forEach((line, place) => (line.button.tabIndex = place === reached ? 0 : -1));
    lines[reached]?.button.focus();
  }

  /** Put the buttons below the open row. @param {import("./control_routine_line.js").Row[]} rows */
  function drawTools(rows) {
    const chosen = model.get("chosen");
    const row = rows[chosen];
    if (!row) return tools.remove();
    tools.setAttribute("aria-label", `Change step ${chosen + 1}`);
    const free = rows.map((one, place) => (one.locked ? -1 : place)).filter((place) => place >= 0);
    for (const { act, button, text } of buttons) {
      const end = act === "up" ? free[0] : act === "down" ? free[free.length - 1] : -1;
      const off =
        (row.locked && act !== "lock") || chosen === end || (act === "remove" && rows.length === 1);
      // Not `disabled`: a button that had the focus would lose it.
      button.setAttribute("aria-disabled", String(off));
      if (act === "lock") text.textContent = row.locked ? "Unlock" : "Lock";
    }
    const { item } = lines[chosen];
    if (tools.parentElement !== item) item.append(tools);
  }

  function draw() {
    /** @type {import("./control_routine_line.js").Row[]} */
    const rows = model.get("rows");
    const chosen = model.get("chosen");
    const focused = root.contains(document.activeElement);
    label.textContent = model.get("label");
    help.textContent = model.get("help");
    help.hidden = !model.get("help");
    while (lines.length > rows.length) lines.pop()?.item.remove();
    while (lines.length < rows.length) {
      const line = new Line();
      lines.push(line);
      list.append(line.item);
    }
    if (asking && chosen >= 0) reached = chosen;
    reached = Math.max(0, Math.min(reached, rows.length - 1));
    rows.forEach((row, place) => {
      lines[place].fill(row, place + 1, place === chosen, place === reached);
    });
    drawTools(rows);
    // Whoever changes a step goes on from the same button of the same step.
    const lost = document.activeElement === document.body;
    if (asking && (focused || lost)) {
      const same = buttons.find(({ act }) => act === asking)?.button;
      const target = same && tools.isConnected ? same : lines[reached]?.button;
      if (document.activeElement !== target) target?.focus();
    }
    if (!focused || root.contains(document.activeElement)) asking = "";
  }

  /** @param {Event} event */
  function rowOf(event) {
    const item = event.target instanceof Element ? event.target.closest(".gh-routine-item") : null;
    return lines.findIndex((line) => line.item === item);
  }

  /** @param {MouseEvent} event */
  function click(event) {
    const target = event.target instanceof Element ? event.target.closest("button") : null;
    const row = rowOf(event);
    if (!target || row < 0 || target.getAttribute("aria-disabled") === "true") return;
    reached = row;
    if (target.dataset.act) ask(target.dataset.act, row);
    else choose(model.get("chosen") === row ? -1 : row);
  }

  /** @param {KeyboardEvent} event */
  function press(event) {
    const row = rowOf(event);
    if (row < 0) return;
    const onRow = event.target === lines[row].button;
    /** @type {Record<string, number>} */
    const ways = { ArrowUp: row - 1, ArrowDown: row + 1, Home: 0, End: lines.length - 1 };
    const to = ways[event.key];
    // A screen reader may have brought the focus here without the keys.
    if (onRow) reached = row;
    if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      ask(event.key === "ArrowUp" ? "up" : "down", row);
    } else if (onRow && to !== undefined && !event.altKey) {
      reach(to);
    } else if (onRow && event.key === "Delete") {
      ask("remove", row);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const speak = () => live.say(model.get("said"));
  root.addEventListener("click", click, { signal });
  root.addEventListener("keydown", press, { signal });
  draggable(list, lines, ask, signal);
  draw();
  model.on("change", draw);
  model.on("change:said", speak);
  el.append(root);

  return () => {
    listening.abort();
    live.close();
    model.off("change", draw);
    model.off("change:said", speak);
    root.remove();
  };
}

export default { render: withLanguage(render) };
