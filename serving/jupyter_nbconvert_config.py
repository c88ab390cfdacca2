"""Settings of nbconvert: a lesson saved as HTML shows its pictures, and needs nothing else.

By default a saved page holds the widgets alone, and fetches the scripts that draw them from the
network. Ours shows what every output has besides its widget, which is the picture or else the
words, and holds the pictures itself.
"""

import base64
import re
from pathlib import Path
from typing import Any

from nbconvert.preprocessors import Preprocessor

PICTURE = re.compile(r'(?<=<img src=")pictures/\w+\.svg(?=")')

# A link must not be told from the words around it by its colour alone.
STYLE = ".jp-RenderedHTMLCommon a:link { text-decoration: underline }"


class WholePage(Preprocessor):  # type: ignore[misc]
    """Puts the pictures into the outputs, and leaves out what only widgets need."""

    def preprocess(self, nb: Any, resources: Any) -> Any:
        """Return the notebook as it is to be written."""
        folder = Path(resources.get("metadata", {}).get("path", ""))
        nb.metadata.pop("widgets", None)
        for cell in nb.cells:
            for output in cell.get("outputs", []):
                if "text/html" in output.get("data", {}):
                    text = "".join(output.data["text/html"])
                    output.data["text/html"] = PICTURE.sub(lambda m: _inside(folder, m[0]), text)
        for cell in [one for one in nb.cells if one.cell_type == "markdown"][:1]:
            cell.source += f"\n\n<style>{STYLE}</style>"
        return nb, resources


def _inside(folder: Path, name: str) -> str:
    """Return a picture as an address that holds it, or its name where there is no such file."""
    try:
        data = (folder / name).read_bytes()
    except OSError:
        return name
    return f"data:image/svg+xml;base64,{base64.b64encode(data).decode('ascii')}"


c: Any = get_config()  # type: ignore[name-defined]  # noqa: F821
c.NbConvertBase.display_data_priority = [
    "text/html",
    "text/markdown",
    "image/svg+xml",
    "image/png",
    "image/jpeg",
    "text/plain",
]
c.HTMLExporter.preprocessors = [WholePage]
c.HTMLExporter.mathjax_url = ""
c.HTMLExporter.require_js_url = ""
# A reader of the page wants the lesson, not the calls that made it.
c.TemplateExporter.exclude_input = True
c.TemplateExporter.exclude_output_prompt = True
