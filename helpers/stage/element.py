"""What all our widgets share: a text form that never varies, and changes made as one."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

import anywidget
from traitlets import TraitError, TraitType, Unicode, default

from helpers.content.speech import spoken
from helpers.stage.drawn import Drawn, html
from helpers.stage.layouts import SharedLayout, is_shown, layout


class ElementError(TraitError, ValueError):
    """A value that a widget cannot show; the message is a plain sentence.

    It is both a ``ValueError``, which callers expect, and a ``TraitError``, on which traitlets
    takes back a change of several traits that is only partly good.
    """


class PlainText:
    """A widget whose text form is the same on every run, so that stored outputs compare.

    ``repr`` is one short line; ``text/plain`` in a notebook is all of `text`. Neither holds a
    memory address or the id of a model.
    """

    def text(self) -> str:
        """Say in words what the widget shows; the first line names it."""
        raise NotImplementedError

    def pictures(self) -> tuple[Drawn, ...]:
        """Return what it draws, in order, all that is in it included."""
        return tuple(one for child in getattr(self, "children", ()) for one in pictures_of(child))

    def __repr__(self) -> str:
        return self.text().partition("\n")[0]

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        bundle = super()._repr_mimebundle_(**kwargs)  # type: ignore[misc]
        # anywidget answers with (data, metadata), ipywidgets with data alone.
        data = bundle[0] if isinstance(bundle, tuple) else bundle
        if data is not None:
            data["text/plain"] = self.text()
            # For where widgets do not run; whatever shows the widget takes no notice of it. On the
            # browser-only site no notebook is saved, and there is no file of a changed picture.
            if sys.platform != "emscripten" and (drawn := self.pictures()):
                data["text/html"] = html(drawn)
        return bundle


def pictures_of(widget: Any) -> tuple[Drawn, ...]:
    """Return what a widget draws where it is seen; nothing for one that is out of sight."""
    if hasattr(widget, "layout") and not is_shown(widget):
        return ()
    if isinstance(widget, PlainText):
        return widget.pictures()
    return tuple(one for child in getattr(widget, "children", ()) for one in pictures_of(child))


class Element(PlainText, anywidget.AnyWidget):
    """A widget of our own; ``lang`` is the language of its words, "" for English."""

    lang = Unicode().tag(sync=True)

    _kinds: ClassVar[dict[type, type]] = {}
    """For each kind of widget, the class that also has the traits that anywidget adds to it."""

    def add_traits(self, **traits: TraitType[Any, Any]) -> None:
        """Add traits.

        anywidget adds the same ones to each new widget, and traitlets makes a class for that each
        time, which takes longer than all else about a widget; here it is one for all of a kind.
        """
        kind = type(self)
        if "_anywidget_id" not in traits or kind not in self._kinds:
            super().add_traits(**traits)
            if "_anywidget_id" in traits:
                self._kinds[kind] = type(self)
            return
        self.__class__ = self._kinds[kind]
        for trait in traits:
            getattr(type(self), trait).instance_init(self)

    @default("layout")
    def _layout(self) -> SharedLayout:
        return layout()

    @default("lang")
    def _language(self) -> str:
        told = (getattr(self, name) for name in self.keys if _speaks(name))
        return spoken(word for value in told for word in _words(value))

    def update(self, **changes: object) -> None:
        """Change several traits as one: one message to the browser, one call to each observer.

        Either all changes are made, or, when one is not good, none.

        Raises
        ------
        ElementError
            When a trait does not exist or a value does not fit.
        """
        if unknown := sorted(changes.keys() - set(self.keys)):
            raise ElementError(f"A {type(self).__name__} has no {unknown[0]!r}.")
        with self.hold_sync(), self.hold_trait_notifications():
            for name, value in changes.items():
                setattr(self, name, value)


def _speaks(name: str) -> bool:
    return not name.startswith("_") and name not in ("lang", "layout")


def _words(value: object) -> Iterator[str]:
    """Yield the texts in a trait's value; drawings and keys of tables are none."""
    if isinstance(value, str):
        if not value.startswith("<"):
            yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _words(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _words(one)


def require_text(value: object, what: str) -> str:
    """Return `value` if it is text with something in it."""
    if not isinstance(value, str) or not value.strip():
        raise ElementError(f"{what} must be some text, not {value!r}.")
    return value
