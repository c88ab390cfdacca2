// @ts-check
// The note below the start button. JupyterLab goes to a notebook's last cell when all cells are run,
// with its view and with the focus; until the learner does something, this brings both back to where
// they pressed the button.

/** What only a person does. */
const ACTS = ["wheel", "touchmove", "pointerdown", "keydown"];

/** @param {{ model: any, el: HTMLElement }} context */
function render({ model, el }) {
  const note = document.createElement("div");
  note.className = "gh-lesson-start";
  note.setAttribute("role", "status");
  note.tabIndex = -1;
  const lines = [model.get("words"), model.get("notice")].filter(Boolean);
  for (const words of lines) {
    const line = document.createElement("p");
    line.textContent = words;
    note.append(line);
  }
  // What has the focus is told by its name, and a status takes none from what is in it. An atomic
  // one would be announced with its name: the same words twice.
  note.setAttribute("aria-label", lines.join(" "));
  note.setAttribute("aria-atomic", "false");
  el.append(note);

  /** Whether the note is shown, but scrolled out of sight at the top. */
  function above() {
    // Asked each time: a view may be made before it is put into its page.
    const page = el.closest(".jp-WindowedPanel-outer") ?? el.closest(".jp-Notebook");
    return (
      page !== null &&
      note.offsetParent !== null &&
      note.getBoundingClientRect().bottom < page.getBoundingClientRect().top
    );
  }

  /** Whether the focus stands on the last cell as a whole, where JupyterLab puts it. */
  function thrown() {
    const cells = el.closest(".jp-Notebook")?.querySelectorAll(".jp-Cell") ?? [];
    return note.offsetParent !== null && document.activeElement === cells[cells.length - 1];
  }

  const watcher = new IntersectionObserver(() => {
    if (above()) note.scrollIntoView({ block: "center" });
    if (thrown()) note.focus({ preventScroll: true });
  });
  function release() {
    watcher.disconnect();
    for (const act of ACTS) document.removeEventListener(act, release, true);
  }
  for (const act of ACTS) document.addEventListener(act, release, { capture: true, passive: true });
  watcher.observe(note);
  return () => {
    release();
    note.remove();
  };
}

export default { render };
