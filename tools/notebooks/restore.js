// Gives the saved widgets their traits back, which the notebook stores once for all of them.

/** So many widgets get their traits back before the page may draw again. */
const AT_ONCE = 2;

/** Read what is stored as deflated JSON in base64. */
async function unpack(packed) {
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return await new Response(stream).json();
}

export default {
  async initialize({ model }) {
    const [texts, { long, short }, ...groups] = await Promise.all(model.get("packed").map(unpack));
    const lines = groups.flat();
    const joined = texts.map((ranges) =>
      ranges.split(" ").map((range) => {
        const [first, last = first] = range.split("-").map(Number);
        return lines.slice(first, last + 1).join("");
      }).join(""),
    );
    const styled = new Set();

    /** @param {string} id of a widget */
    async function give(id) {
      const widget = await model.widget_manager.get_model(id);
      const state = { ...short[id] };
      for (const [name, number] of Object.entries(long[id])) state[name] = joined[number];
      const kind = widget.get("_anywidget_id");
      if (styled.has(kind)) {
        // One look serves all widgets of a kind; the page need not take it up once more for each.
        widget.set("_css", state._css, { silent: true });
        delete state._css;
      }
      styled.add(kind);
      await widget.set_state(state);
    }

    const ids = Object.keys(long);
    const all = async () => {
      for (let at = 0; at < ids.length; at += AT_ONCE) {
        // One that has gone meanwhile, as when the lesson is run at once, must not stop the others.
        await Promise.allSettled(ids.slice(at, at + AT_ONCE).map(give));
        // What has its traits is drawn now; all of them at once would keep the first screen empty.
        await new Promise((done) => setTimeout(done));
      }
    };
    // Not waited for: a widget that takes long to begin counts as broken.
    void all();
  },
};
