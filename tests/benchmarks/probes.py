"""The notebooks that the lessons are compared with; each is made anew for a measurement."""

from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_notebook

INTERACT = """%matplotlib inline
import matplotlib.pyplot as plt
from ipywidgets import FloatSlider, interact
from helpers.body import back
from helpers.diagrams.canvas import figure
from helpers.diagrams.moving import draw_stroke_picture
from helpers.diagrams.stroke_back import stroke_view
from helpers.strokes import build

body, usual = back("reference"), build("T02")
view = stroke_view("T02", usual.place, body)
like, _ = figure(view)

def show(pace):
    fig, ax = plt.subplots(figsize=like.get_size_inches())
    ax.set(xlim=_.get_xlim(), ylim=_.get_ylim(), aspect="equal")
    ax.set_axis_off()
    draw_stroke_picture(ax, build("T02", pace=pace), body)
    plt.show()

low, high, step = LOW, HIGH, STEP
interact(show, pace=FloatSlider(usual.pace, min=low, max=high, step=step))"""
"""The picture of the lesson's first slider, in the way that most notebooks do it."""

ECHO = '''import anywidget
from traitlets import Float

class Echo(anywidget.AnyWidget):
    _esm = """export default { render({ model, el }) {
      const input = document.createElement("input");
      const output = document.createElement("output");
      Object.assign(input, { type: "range", min: 0, max: 20, step: 1, value: 10 });
      input.className = "echo";
      input.setAttribute("data-lm-suppress-shortcuts", "true");
      input.addEventListener("input", () => {
        model.set("value", input.valueAsNumber);
        model.save_changes();
      });
      model.on("change:answer", () => { output.textContent = model.get("answer"); });
      el.append(input, output);
    } };"""
    value = Float(10).tag(sync=True)
    answer = Float(10).tag(sync=True)

echo = Echo()
echo.observe(lambda change: setattr(echo, "answer", change.new), "value")
echo'''
"""The least that a kernel can do: give back the number that it was sent."""


def write(folder: Path, low: float, high: float, step: float) -> None:
    """Write the notebooks `interact`, `echo` and `empty` into a folder."""
    interact = INTERACT.replace("LOW", str(low)).replace("HIGH", str(high))
    codes = {"interact": interact.replace("STEP", str(step)), "echo": ECHO, "empty": ""}
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    for name, code in codes.items():
        cell = new_code_cell(code, id="probe")
        book = new_notebook(cells=[cell], metadata={"kernelspec": kernel})
        nbformat.write(book, folder / f"{name}.ipynb")
