"""A word of the glossary is explained where the course first uses it, or before."""

import re
from collections.abc import Iterator
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from helpers.content import load
from helpers.content.models.lesson import Term
from tests.notebooks.lint import LAST

LESSONS = sorted((Path(__file__).resolve().parents[2] / "notebooks").glob("*.ipynb"))
TERMS = list(load().term.values())


def unexplained(books: dict[str, NotebookNode], terms: list[Term]) -> Iterator[str]:
    """Return the words that come before their meaning: in the text beside, or in a list of words.

    `books` are the lessons by their number, in order. A word that everybody knows may come alone,
    and so may one in the title of a source.
    """
    known: set[str] = {term.id for term in terms if term.plain}
    for number, book in books.items():
        for cell in book.cells:
            if cell.cell_type == "code" and "terms(" in cell.source:
                known |= {term.id for term in terms if number in term.lessons}
            if cell.cell_type != "markdown" or cell.source.startswith(f"## {LAST[-1]}"):
                continue
            for term in terms:
                names = "|".join(re.escape(name) for name in (term.name, *term.also))
                if term.id in known or not re.search(rf"\b({names})\b", cell.source, re.IGNORECASE):
                    continue
                known.add(term.id)
                plain = re.sub(r"[\s*_]+", " ", cell.source).lower()
                if not any(short.lower() in plain for short in term.short):
                    yield f"{number}, cell {cell.id!r}: {term.name}"


def test_every_word_is_explained_at_its_first_use() -> None:
    books = {path.stem[:2]: nbformat.read(path, as_version=4) for path in LESSONS}
    assert list(unexplained(books, TERMS)) == []


def test_a_word_without_its_meaning_is_noticed() -> None:
    term = next(term for term in TERMS if term.id == "effleurage")
    word = new_markdown_cell("Begin with **effleurage**.", id="word")
    meaning = new_markdown_cell("Begin with effleurage (long\nglides).", id="meaning")
    words = new_code_cell("widgets.terms('02')", id="words")

    def found(*cells: NotebookNode) -> list[str]:
        return list(unexplained({"02": new_notebook(cells=list(cells))}, [term]))

    assert found(word, words) == ["02, cell 'word': effleurage"]
    assert found(words, word) == found(meaning, word) == []
