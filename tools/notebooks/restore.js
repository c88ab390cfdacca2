// Gives the saved widgets their long texts back, which the notebook stores once for all of them.
export default {
  initialize({ model }) {
    const lines = model.get("lines");
    const texts = model.get("texts").map((ranges) =>
      ranges.split(" ").map((range) => {
        const [first, last = first] = range.split("-").map(Number);
        return lines.slice(first, last + 1).join("");
      }).join(""),
    );
    for (const [id, traits] of Object.entries(model.get("traits"))) {
      const state = Object.entries(traits).map(([name, number]) => [name, texts[number]]);
      model.widget_manager.get_model(id).then((widget) => {
        widget.set_state(Object.fromEntries(state));
      });
    }
  },
};
