// Gives the saved widgets their traits back, which the notebook stores once for all of them.

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
    for (const [id, traits] of Object.entries(long)) {
      const state = { ...short[id] };
      for (const [name, number] of Object.entries(traits)) state[name] = joined[number];
      model.widget_manager.get_model(id).then((widget) => widget.set_state(state));
    }
  },
};
