// What a lesson on the browser-only site needs of JupyterLab beyond its settings.
//
// The site's own notebooks cannot be written (see site.py), so two things would go wrong: the
// browser would ask on leaving whether to lose changes, though the session is saved at every move;
// and a page that is loaded again would not know which lesson was open. And what the widgets ask a
// kernel before they show what a notebook keeps of them, this kernel never answers.

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

/** Answer for a kernel which widgets live in it: none do in a new one. @param {any} kernel */
function answer(kernel) {
  if (kernel) kernel.requestCommInfo = async () => ({ content: { status: "ok", comms: {} } });
}

/** @param {any} app */
function follow({ shell }) {
  const changed = () => {
    const panel = shell.currentWidget;
    name(panel);
    answer(panel?.sessionContext?.session?.kernel);
    panel?.sessionContext?.kernelChanged.connect((_, { newValue }) => answer(newValue));
  };
  shell.currentChanged.connect(changed);
  changed();
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
