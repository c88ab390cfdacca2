// Gives the saved widgets their traits back, which the notebook stores once for all of them.

/** So many widgets, about the first screen, get their traits back before all the others. */
const FIRST = 12;

/** Read what is stored as deflated JSON in base64. */
async function unpack(packed) {
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return await new Response(stream).json();
}

export default {
  async initialize({ model }) {
    const { lines, texts, long, short } = await unpack(model.get("packed"));
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
      await Promise.all(ids.slice(0, FIRST).map(give));
      // The page may draw them now.
      await new Promise((done) => setTimeout(done));
      await Promise.all(ids.slice(FIRST).map(give));
    };
    // Not waited for: a widget that takes long to begin counts as broken.
    void all();
  },
};
