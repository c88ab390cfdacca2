// What a lesson on the browser-only site needs of JupyterLab beyond its settings.
//
// The site's own notebooks cannot be written (see site.py), so two things would go wrong: the
// browser would ask on leaving whether to lose changes, though the session is saved at every move;
// and a page that is loaded again would not know which lesson was open.

/** Whether a panel shows a notebook of the site's. @param {any} panel */
const isLesson = (panel) =>
  panel.context?.contentsModel?.writable === false && Boolean(panel.content?.model?.cells);

/** Name the open document in the address: a reload and a bookmark go by it. @param {any} panel */
function name(panel) {
  if (!panel?.context?.path) return;
  const address = new URL(window.location.href);
  address.search = `?path=${encodeURIComponent(panel.context.path)}`;
  address.hash = "";
  window.history.replaceState(null, "", address);
}

/** @param {any} app */
function follow({ shell }) {
  shell.currentChanged.connect(() => name(shell.currentWidget));
  name(shell.currentWidget);
}

window.addEventListener(
  "beforeunload",
  (event) => {
    const open = [...(window.jupyterapp?.shell.widgets("main") ?? [])];
    if (open.some((panel) => panel.context?.model.dirty && !isLesson(panel))) return;
    // JupyterLab's own listeners come after this one; they may do all but ask.
    event.preventDefault = () => {};
    Object.defineProperty(event, "returnValue", { get: () => "", set: () => {} });
  },
  { capture: true },
);

// JupyterLab puts itself here at a moment that nothing announces.
Object.defineProperty(window, "jupyterapp", {
  configurable: true,
  set(app) {
    Object.defineProperty(window, "jupyterapp", { value: app });
    app.restored.then(() => follow(app));
  },
});
