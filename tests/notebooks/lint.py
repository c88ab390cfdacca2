"""What every lesson has in common; `faults` says in plain sentences what a notebook lacks."""

import ast
import json
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from tests.notebooks.reading import grade

FIRST = ["What you'll do", "What you'll learn", "What you'll need", "From the lesson before"]
LAST = ["Check yourself", "What you decided", "What's next", "Further reading"]
PRACTISE = "Practise"
CALLS = ("recall", "quiz", "decided")
"""What every lesson calls once, with its number: questions before and after, and what is chosen."""
LEAST_PICTURES = 3
BUTTON = '<button data-commandlinker-command="notebook:run-all-cells">Start this lesson</button>'
MOST_BYTES = 400_000
MOST_LINES = 3
HARDEST = 8.0
SHORTEST_ALT = 6

FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^(#{1,6}) +(.+?) *#*$", re.MULTILINE)
HTML = re.compile(r"<[a-zA-Z/!](?!\w*:)[^>]*>")
LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)\s]*)[^)]*\)")
ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
RANDOM_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4,12})*")
ADDRESS = re.compile(r"0x[0-9a-fA-F]{6,}")
REFERENCE = re.compile(r'"IPY_MODEL_([^"]+)"')
VIEW = "application/vnd.jupyter.widget-view+json"
STATE = "application/vnd.jupyter.widget-state+json"

# What a cell may consist of: imports, calls, and names for what calls return.
PLAIN = (
    *(ast.Module, ast.Import, ast.ImportFrom, ast.alias, ast.Expr, ast.Assign, ast.Call),
    *(ast.Name, ast.Attribute, ast.Constant, ast.keyword, ast.List, ast.Tuple, ast.Dict),
    *(ast.UnaryOp, ast.USub, ast.Load, ast.Store),
)


def faults(book: NotebookNode, folder: Path, size: int = 0) -> list[str]:
    """Return what is wrong with a notebook of `size` bytes that lies in `folder`."""
    found = [*_headings(book), *_start(book), *_prose(book, folder), *_ids(book), *_code(book)]
    found += [*_outputs(book), *_widgets(book), *_metadata(book)]
    if size > MOST_BYTES:
        found.append(f"The file has {size} bytes; {MOST_BYTES} is the most.")
    return found


def series_faults(book: NotebookNode, name: str, names: list[str]) -> list[str]:
    """Return what a lesson lacks as one of a series: calls, pictures, links to its neighbours."""
    number = name.partition("_")[0]
    calls = "\n".join(cell.source for cell in book.cells if cell.cell_type == "code")
    texts = "\n".join(text for _, text in _markdown(book))
    found = [
        f"The lesson must call widgets.{call}({number!r}) once."
        for call in CALLS
        if calls.count(f'widgets.{call}("{number}")') != 1
    ]
    if (pictures := _pictures(book)) < LEAST_PICTURES:
        found.append(f"The lesson has {pictures} pictures; {LEAST_PICTURES} is the least.")
    place = names.index(name)
    for other in names[max(0, place - 1) : place] + names[place + 1 : place + 2]:
        if f"]({other}.ipynb)" not in texts:
            found.append(f"The lesson has no link to its neighbour {other}.")
    return found


def _pictures(book: NotebookNode) -> int:
    """Return how many pictures of our own the outputs show."""
    count = 0
    for cell in book.cells:
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            count += len(re.findall(r"^Stage: ", str(data.get("text/plain", "")), re.MULTILINE))
            count += str(data.get("text/html", "")).count('class="gh-still"')
    return count


def _markdown(book: NotebookNode) -> Iterator[tuple[str, str]]:
    """Return the id and the text of each markdown cell, without blocks of code."""
    for cell in book.cells:
        if cell.cell_type == "markdown":
            yield cell.id, FENCE.sub("", cell.source)


def headings(book: NotebookNode) -> list[tuple[int, str]]:
    """Return level and text of all headings, with plain apostrophes."""
    texts = "\n\n".join(text for _, text in _markdown(book)).replace("’", "'")
    return [(len(marks), words) for marks, words in HEADING.findall(texts)]


def _headings(book: NotebookNode) -> Iterator[str]:
    found = headings(book)
    levels = [level for level, _ in found]
    if levels[:1] != [1] or levels.count(1) != 1 or book.cells[0].cell_type != "markdown":
        yield "The first cell must begin with the title, a '#' heading, and be the only one."
    for (level, _), (after, words) in pairwise(found):
        if after > level + 1:
            yield f"The heading {words!r} skips a level."
    sections = [words for level, words in found if level == 2]
    if sections[: len(FIRST)] != FIRST:
        begin = ", ".join(sections[: len(FIRST)])
        yield f"The first sections must be {', '.join(FIRST)}; they are {begin}."
    if sections[-len(LAST) :] != LAST:
        yield f"The last sections must be {', '.join(LAST)}."
    if PRACTISE not in sections:
        yield f"There must be a section {PRACTISE!r}."
    doubles = sorted({words for words in sections if sections.count(words) > 1})
    if doubles:
        yield f"Two sections are called {doubles[0]!r}."
    need = [text for _, text in _markdown(book) if FIRST[2] in text.replace("’", "'")]
    if need and not re.search(r"\d+ minutes", need[0]):
        yield f"{FIRST[2]!r} must say how many minutes the lesson takes."


def _start(book: NotebookNode) -> Iterator[str]:
    cells = [text for _, text in _markdown(book) if BUTTON in text]
    if len(cells) != 1:
        yield f"There must be one Start button: {BUTTON}"
    elif not ("**Run**" in cells[0] and "**Run All Cells**" in cells[0]):
        yield "Beside the Start button must stand: Choose **Run**, then **Run All Cells**."


def _prose(book: NotebookNode, folder: Path) -> Iterator[str]:
    for cell, text in _markdown(book):
        for tag in HTML.findall(text.replace(BUTTON, "")):
            yield f"The cell {cell!r} holds HTML, {tag}; write Markdown."
        for image, words, target in LINK.findall(text):
            if image and len(words.strip()) < SHORTEST_ALT:
                yield f"The image {target} in the cell {cell!r} needs a text that describes it."
            if not image and not words.strip():
                yield f"The link to {target} in the cell {cell!r} has no words."
            file = target.partition("#")[0]
            if file and not re.match(r"[a-z]+:", file) and not (folder / file).is_file():
                yield f"The cell {cell!r} points to {file}, which does not exist."
    if (years := grade(prose(book))) > HARDEST:
        yield f"The prose needs {years:.1f} years of school; {HARDEST:g} is the most."


def prose(book: NotebookNode) -> str:
    """Return the sentences of a notebook, without headings, marks and the reading list."""
    parts = []
    for _, text in _markdown(book):
        if text.lstrip("# ").startswith(LAST[-1]):
            continue
        text = LINK.sub(r"\2", HEADING.sub("", text.replace(BUTTON, "")))
        # An entry of a list is a sentence, with or without its full stop.
        text = re.sub(r"^ *(?:[-*]|\d+\.) +", "\n\n", text, flags=re.MULTILINE)
        parts.append(re.sub(r"^\|?[-:| ]+\|$|[*_`|>]", " ", text, flags=re.MULTILINE))
    return "\n\n".join(parts)


def _ids(book: NotebookNode) -> Iterator[str]:
    ids = [cell.id for cell in book.cells]
    for cell in dict.fromkeys(ids):
        if ids.count(cell) > 1:
            yield f"Two cells have the id {cell!r}."
        if RANDOM_ID.fullmatch(cell) or not ID.fullmatch(cell):
            yield f"The id {cell!r} should say what the cell is, like 'effleurage-planner'."


def _code(book: NotebookNode) -> Iterator[str]:
    for cell in book.cells:
        if cell.cell_type != "code":
            continue
        if len(cell.source.splitlines()) > MOST_LINES:
            yield f"The cell {cell.id!r} has more than {MOST_LINES} lines."
        try:
            logic = [n for n in ast.walk(ast.parse(cell.source)) if not isinstance(n, PLAIN)]
        except SyntaxError:
            yield f"The cell {cell.id!r} is not Python."
            continue
        if logic:
            name = type(logic[0]).__name__
            yield f"The cell {cell.id!r} holds logic ({name}); it may only import and call."
        if not cell.metadata.get("jupyter", {}).get("source_hidden"):
            yield f"The code of the cell {cell.id!r} is not collapsed."
        if "hide-input" not in cell.metadata.get("tags", []):
            yield f"The cell {cell.id!r} lacks the tag 'hide-input'."


def _outputs(book: NotebookNode) -> Iterator[str]:
    codes = [cell for cell in book.cells if cell.cell_type == "code"]
    if [cell.execution_count for cell in codes] != list(range(1, len(codes) + 1)):
        yield "The cells were not run once each, in order; run 'make notebooks'."
    for cell in codes:
        shows = cell.source.strip() and _shows(cell.source)
        if shows and not cell.outputs:
            yield f"The cell {cell.id!r} shows nothing."
        for output in cell.outputs:
            if output.output_type in ("error", "stream"):
                yield f"The cell {cell.id!r} has an output of the kind {output.output_type!r}."
            if ADDRESS.search(str(output.get("data", {}).get("text/plain", ""))):
                yield f"The cell {cell.id!r} shows a memory address."


def _shows(source: str) -> bool:
    try:
        return isinstance(ast.parse(source).body[-1], ast.Expr)
    except SyntaxError:
        return False


def _widgets(book: NotebookNode) -> Iterator[str]:
    state: dict[str, Any] = book.metadata.get("widgets", {}).get(STATE, {}).get("state", {})
    for cell in book.cells:
        for output in cell.get("outputs", []):
            view = output.get("data", {}).get(VIEW)
            if view and view["model_id"] not in state:
                yield f"The widget of the cell {cell.id!r} is not saved; run 'make notebooks'."
    missing = set(REFERENCE.findall(json.dumps(state))) - state.keys()
    if missing:
        yield f"A saved widget refers to another that is not saved, {min(missing)}."


def _metadata(book: NotebookNode) -> Iterator[str]:
    if book.metadata.get("kernelspec", {}).get("name") != "python3":
        yield "The kernel must be 'python3'."
    if "version" in book.metadata.get("language_info", {}):
        yield "The notebook names a version of Python; run 'make notebooks'."
    if extra := sorted(book.metadata.keys() - {"kernelspec", "language_info", "widgets"}):
        yield f"The notebook has metadata that it does not need: {', '.join(extra)}."
