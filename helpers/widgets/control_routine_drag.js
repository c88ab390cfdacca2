// @ts-check
// Dragging a step of a RoutineList by its grip, with a mouse, a pen or a finger.

/**
 * @param {HTMLElement} list
 * @param {{ item: HTMLElement, grip: HTMLElement }[]} lines
 * @param {(act: string, row: number, to: number) => void} ask
 * @param {AbortSignal} signal
 */
export function draggable(list, lines, ask, signal) {
  let from = -1;
  let to = -1;
  let began = 0;
  /** Lower edges of the rows, px below the upper edge of the list. @type {number[]} */
  let edges = [];

  function clear() {
    for (const { item } of lines) {
      item.classList.remove("gh-routine-dragged", "gh-routine-above", "gh-routine-below");
      item.style.translate = "";
    }
    from = -1;
  }

  function top() {
    return list.getBoundingClientRect().top;
  }

  /** The row that lay under the pointer when the drag began. @param {number} y */
  function landing(y) {
    const row = edges.findIndex((edge) => y - top() < edge);
    return row < 0 ? lines.length - 1 : row;
  }

  list.addEventListener("pointerdown", (event) => {
    const target = event.target;
    from = event.button === 0 ? lines.findIndex(({ grip }) => grip === target) : -1;
    if (from < 0) return;
    event.preventDefault();
    to = from;
    began = event.clientY;
    edges = lines.map(({ item }) => item.getBoundingClientRect().bottom - top());
    lines[from].grip.setPointerCapture(event.pointerId);
    lines[from].item.classList.add("gh-routine-dragged");
  }, { signal });

  list.addEventListener("pointermove", (event) => {
    if (from < 0) return;
    lines[from].item.style.translate = `0 ${event.clientY - began}px`;
    lines.forEach(({ item }) => item.classList.remove("gh-routine-above", "gh-routine-below"));
    to = landing(event.clientY);
    if (to === from) return;
    lines[to].item.classList.add(to < from ? "gh-routine-above" : "gh-routine-below");
  }, { signal });

  list.addEventListener("pointerup", () => {
    if (from < 0) return;
    const [row, goal] = [from, to];
    clear();
    if (goal !== row) ask("move", row, goal);
  }, { signal });

  list.addEventListener("pointercancel", clear, { signal });
  document.addEventListener("keydown", (event) => {
    if (from >= 0 && event.key === "Escape") clear();
  }, { signal });
}
