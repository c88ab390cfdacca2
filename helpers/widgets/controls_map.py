"""The map of the back on which places are marked: by pointer, touch, keyboard or screen reader."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from attrs import asdict, evolve, field, frozen
from traitlets import Dict, Float, Int, Tuple, Unicode, validate

from helpers.diagrams.body_map import MAP_VIEW, body_map_svg, place_name, spotted
from helpers.diagrams.marks import SHAPES
from helpers.diagrams.style import DISCLAIMER, WIDTH, css
from helpers.stage import DOM, Drawn, Element, ElementError, bundle
from helpers.stage.element import require_text
from helpers.widgets.controls_files import HERE, style

STAGE = HERE.parent / "stage"
MOST = 12
"""More marks than this nobody can tell apart."""


@frozen
class Pin:
    """One mark: where (cm on the reference body), what it means, how far it reaches, how strong.

    ``kind`` is a key of ``helpers.diagrams.marks.SHAPES``; ``radius`` in cm is drawn as a circle,
    0 for none; ``amount`` is any number of the owner's that travels with the mark.
    """

    x: float
    y: float
    kind: str = field(default="place")
    radius: float = field(default=0.0)
    amount: int | None = field(default=None)

    @property
    def place(self) -> str:
        """The name of the place it lies in, "" off the map."""
        return place_name(self.x, self.y)


class BodyMap(Element):
    """The back, drawn to scale, with places to point at and marks to move about.

    A tap marks the exact point; Tab and Enter mark a whole place; arrow keys move a mark,
    Delete removes it. ``pins`` are the marks as `Pin`; observe ``marks`` for changes.

    Parameters
    ----------
    label, help
        What is marked, and a sentence on how.
    marks
        The marks to begin with.
    kinds
        ``(kind, word)`` of each kind a mark may have.
    fresh
        What a new mark is: its kind, radius and amount.
    most
        How many marks there may be.
    step
        How far an arrow key moves a mark, cm.
    words
        What else to say about each mark, such as "tender, 6 of 10"; else its kind's word is said.
    """

    _esm = bundle(
        DOM,
        STAGE / "svg_text.js",
        HERE / "control_map_places.js",
        HERE / "control_map_parts.js",
        HERE / "control_map.js",
    )
    _css = style("control_map")

    label = Unicode().tag(sync=True)
    help = Unicode().tag(sync=True)
    still = Unicode().tag(sync=True)
    tokens = Unicode().tag(sync=True)
    view = Dict().tag(sync=True)
    places: Any = Tuple().tag(sync=True)
    kinds: Any = Tuple().tag(sync=True)
    fresh = Dict().tag(sync=True)
    marks: Any = Tuple().tag(sync=True)
    words: Any = Tuple().tag(sync=True)
    selected = Int(-1).tag(sync=True)
    most = Int(6).tag(sync=True)
    step = Float(1.0).tag(sync=True)
    width = Int(460).tag(sync=True)
    foot = Unicode(DISCLAIMER).tag(sync=True)

    def __init__(
        self,
        label: str,
        marks: Iterable[Pin] = (),
        *,
        help: str = "",
        kinds: Iterable[Sequence[str]] = (("place", ""),),
        fresh: Pin | None = None,
        most: int = 6,
        step: float = 1.0,
        words: Iterable[str] = (),
        **traits: Any,
    ) -> None:
        known = tuple((str(kind), str(word)) for kind, word in kinds)
        new = fresh or Pin(0.0, 0.0, known[0][0] if known else "place")
        super().__init__(
            label=require_text(label, "The label of a map"),
            help=help,
            still=body_map_svg(),
            tokens=css(),
            view=_view(),
            places=tuple(asdict(place) for place in spotted()),
            kinds=known,
            fresh=_plain(new),
            most=most,
            step=step,
            marks=tuple(_plain(pin) for pin in marks),
            words=tuple(words),
            **traits,
        )

    @property
    def pins(self) -> tuple[Pin, ...]:
        """The marks."""
        return tuple(Pin(**mark) for mark in self.marks)

    def text(self) -> str:
        """Return the label and each mark in words."""
        names = dict(self.kinds)
        lines = []
        for number, pin in enumerate(self.pins, 1):
            said = self.words[number - 1] if number <= len(self.words) else names.get(pin.kind, "")
            lines.append(f"{number}. {pin.place or 'Off the map'}{f': {said}' if said else ''}")
        return "\n".join([f"Map of the back: {self.label}", *(lines or ["Nothing is marked yet."])])

    def pictures(self) -> tuple[Drawn, ...]:
        """Return the map without its marks, which only the browser draws."""
        return (Drawn(self.still, "", self.label, self.text(), self.width),)

    def set_state(self, sync_data: dict[str, Any]) -> None:
        """Take what the browser sends, except marks that are not possible."""
        if "marks" in sync_data:
            try:
                _marks(sync_data["marks"], self.kinds, self.most)
            except ElementError:
                sync_data = {k: v for k, v in sync_data.items() if k not in ("marks", "selected")}
                self.send_state("marks")
        super().set_state(sync_data)

    @validate("marks")
    def _valid_marks(self, proposal: Any) -> tuple[dict[str, Any], ...]:
        return _marks(proposal["value"], self.kinds, self.most)

    @validate("most")
    def _valid_most(self, proposal: Any) -> int:
        if not 1 <= proposal["value"] <= MOST:
            raise ElementError(f"A map takes 1 to {MOST} marks, not {proposal['value']}.")
        return int(proposal["value"])

    @validate("kinds")
    def _valid_kinds(self, proposal: Any) -> tuple[tuple[str, str], ...]:
        kinds = tuple(tuple(kind) for kind in proposal["value"])
        if not kinds or any(kind not in SHAPES for kind, _ in kinds):
            raise ElementError(f"The kinds of a map are some of {', '.join(SHAPES)}.")
        return kinds


def _view() -> dict[str, float]:
    view = MAP_VIEW
    return {
        "left": view.left,
        "top": view.top,
        "width": WIDTH / view.scale,
        "height": view.height / view.scale,
    }


def _plain(pin: Pin) -> dict[str, Any]:
    if not isinstance(pin, Pin):
        raise ElementError(f"A mark is a Pin, not {pin!r}.")
    return asdict(evolve(pin, x=float(pin.x), y=float(pin.y), radius=float(pin.radius)))


def _marks(
    value: Iterable[Mapping[str, Any]], kinds: Iterable[Sequence[str]], most: int
) -> tuple[dict[str, Any], ...]:
    found = tuple(_mark(one, {kind for kind, _ in kinds}) for one in value)
    if len(found) > most:
        raise ElementError(f"There are {len(found)} marks; {most} are the most.")
    return found


def _mark(one: Mapping[str, Any], kinds: set[str]) -> dict[str, Any]:
    try:
        pin = Pin(**one)
        numbers = [float(pin.x), float(pin.y), float(pin.radius)]
    except (TypeError, ValueError):
        raise ElementError(f"{one!r} is not a mark.") from None
    if not all(math.isfinite(number) for number in numbers) or not 0 <= numbers[2] <= 20:
        raise ElementError("A mark needs a place on the back, in cm.")
    if pin.kind not in kinds:
        raise ElementError(f"{pin.kind!r} is none of {', '.join(sorted(kinds))}.")
    return _plain(pin)
