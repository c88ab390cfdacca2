"""The list of steps: what the learner changes a routine with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from traitlets import Int, Tuple, Unicode, validate

from helpers.stage import Element, ElementError
from helpers.stage.element import require_text
from helpers.widgets.controls_files import script, style

ACTS = ("up", "down", "move", "shorter", "longer", "lighter", "firmer", "lock", "remove")
"""What can be asked for of a step."""

ROW: Mapping[str, Any] = {
    "phase": "", "name": "", "where": "", "level": "", "tint": 0, "time": "",
    "locked": False, "out": False, "remarks": (),
}  # fmt: skip
"""What a row holds. ``phase`` is the heading above it, ``tint`` the pressure level as a number,
``out`` says that the step cannot be done; a remark is (tone, text, why), the tone one of `TONES`.
"""

TONES = ("error", "advice", "note")


class RoutineList(Element):
    """The steps of a routine, to be opened, moved, made longer or lighter, locked and removed.

    Steps move by buttons, by Alt and the arrow keys, and by their grip. The element changes
    nothing by itself: it asks, and whoever shows it puts in the new rows with `update`.

    Parameters
    ----------
    label
        What the list is.
    rows
        Mappings like `ROW`.
    on_ask
        Called with what is asked for (one of `ACTS`), the index of the row, and the index where
        it shall go (-1 but for "move").
    chosen
        The index of the open row; -1 for none.
    said
        What a screen reader says when it changes.
    """

    _esm = script("control_routine_line", "control_routine_drag", "control_routine")
    _css = style("control_buttons") + style("control_routine", shared=False)

    label = Unicode().tag(sync=True)
    help = Unicode().tag(sync=True)
    rows: Any = Tuple().tag(sync=True)
    chosen = Int(-1).tag(sync=True)
    said = Unicode().tag(sync=True)

    def __init__(
        self,
        label: str,
        rows: Iterable[Mapping[str, Any]] = (),
        on_ask: Callable[[str, int, int], object] | None = None,
        help: str = "",
        *,
        chosen: int = -1,
        **traits: Any,
    ) -> None:
        super().__init__(
            label=require_text(label, "The label of a list"),
            rows=_read(rows),
            chosen=chosen,
            help=help,
            **traits,
        )
        self._on_ask = on_ask
        self.on_msg(self._heard)

    def ask(self, act: str, row: int, to: int = -1) -> None:
        """Ask for a change as a press on a button does; what makes no sense is not asked for."""
        known = act in ACTS and 0 <= row < len(self.rows)
        if known and self._on_ask is not None:
            self._on_ask(act, row, to)

    def text(self) -> str:
        """Return the label and the steps with their remarks."""
        lines = [f"List: {self.label}"]
        for number, row in enumerate(self.rows, start=1):
            if row["phase"]:
                lines.append(f"{row['phase']}:")
            lock = ", locked" if row["locked"] else ""
            lines.append(
                f"{number}. {row['name']}, {row['where']}, {row['level']}, {row['time']}{lock}"
            )
            lines += [f"   {text}" for _, text, _ in row["remarks"]]
        return "\n".join(lines)

    def _heard(self, _widget: object, content: Any, _buffers: object) -> None:
        if not isinstance(content, dict):
            return
        act, row, to = (content.get(name) for name in ("act", "row", "to"))
        if isinstance(act, str) and isinstance(row, int) and isinstance(to, int):
            self.ask(act, row, to)

    @validate("label")
    def _valid_label(self, proposal: Any) -> str:
        return require_text(proposal["value"], "The label of a list")

    @validate("rows")
    def _valid_rows(self, proposal: Any) -> tuple[dict[str, Any], ...]:
        return _read(proposal["value"])


def _read(rows: Iterable[Mapping[str, Any]]) -> tuple[dict[str, Any], ...]:
    found = []
    for row in rows:
        if not isinstance(row, Mapping) or set(row) - set(ROW):
            raise ElementError(f"A row of the list holds {', '.join(ROW)}.")
        whole = {**ROW, **row}
        require_text(whole["name"], "The name of a step")
        whole["remarks"] = tuple(tuple(remark) for remark in whole["remarks"])
        if any(len(one) != 3 or one[0] not in TONES for one in whole["remarks"]):
            raise ElementError(f"A remark is (tone, text, why); the tones are {', '.join(TONES)}.")
        found.append(whole)
    return tuple(found)
