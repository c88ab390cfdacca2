// @ts-check
// The note below the start button. JupyterLab scrolls to a notebook's last cell when all cells are
// run; this brings the learner back to where they pressed the button.

/** @param {{ model: any, el: HTMLElement }} context */
function render({ model, el }) {
  const note = document.createElement("p");
  note.className = "gh-lesson-start";
  note.setAttribute("role", "status");
  note.textContent = model.get("words");
  el.append(note);

  const page = el.closest(".jp-WindowedPanel-outer") ?? el.closest(".jp-Notebook");
  /** Whether the note has been scrolled out of sight at the top. */
  const above = () =>
    page !== null && note.getBoundingClientRect().bottom < page.getBoundingClientRect().top;
  const back = () => {
    if (above()) note.scrollIntoView({ block: "center" });
  };

  // Once when the note is laid out, and once more should the page move on by itself.
  const watcher = new IntersectionObserver((entries) => {
    back();
    if (entries.some((entry) => entry.isIntersecting)) watcher.disconnect();
  });
  watcher.observe(note);
  return () => {
    watcher.disconnect();
    note.remove();
  };
}

export default { render };
