"""Choices: one of several, or any of several."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from traitlets import Bool, Tuple, Unicode, observe, validate

from helpers.stage import Element, ElementError
from helpers.stage.element import require_text
from helpers.widgets.controls_files import script, style

Options = Iterable[str | Sequence[str]]
"""Options as they are given: ``"id"``, ``("id", "text")`` or ``("id", "text", "note")``."""


class _Options(Element):
    """What `Choice` and `Checklist` share: a label, options, help."""

    _esm = script("control_choice")
    _css = style("control_choice")

    label = Unicode().tag(sync=True)
    options: Any = Tuple().tag(sync=True)
    help = Unicode().tag(sync=True)
    disabled = Bool(False).tag(sync=True)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the options, in order."""
        return tuple(option[0] for option in self.options)

    def set_state(self, sync_data: dict[str, Any]) -> None:
        """Take what the browser sends, except an option that is gone by now."""
        if "value" in sync_data and not set(_listed(sync_data["value"])) <= set(self.ids):
            sync_data = {name: value for name, value in sync_data.items() if name != "value"}
            self.send_state("value")
        super().set_state(sync_data)

    def _shown(self) -> str:
        """Return the texts of the chosen options."""
        chosen = _listed(self.value)
        return ", ".join(text for key, text, _ in self.options if key in chosen)

    @validate("label")
    def _valid_label(self, proposal: Any) -> str:
        return require_text(proposal["value"], "The label of a choice")

    @validate("options")
    def _valid_options(self, proposal: Any) -> tuple[tuple[str, str, str], ...]:
        return _read(self.label, proposal["value"])


class Choice(_Options):
    """One of several: radio buttons side by side, or, for more than five, a list that opens.

    Parameters
    ----------
    label
        What is chosen.
    options
        ``(id, text)`` or ``(id, text, note)`` each; the note stands below the text, in a list
        that opens it is left out. They can be replaced at any time; if the chosen one is gone,
        the first is chosen.
    value
        The id of the chosen option; the first when left out. ``""`` means that nothing is chosen
        yet.
    help
        A sentence below the options, read out with the group.
    """

    value = Unicode().tag(sync=True)

    def __init__(
        self,
        label: str,
        options: Options,
        value: str | None = None,
        help: str = "",
        **traits: Any,
    ) -> None:
        require_text(label, "The label of a choice")
        entries = _read(label, options)
        chosen = entries[0][0] if value is None else value
        _check_known(label, entries, chosen)
        super().__init__(label=label, options=entries, value=chosen, help=help, **traits)

    def text(self) -> str:
        """Return the label and the chosen option."""
        return f"Choice: {self.label}, {self._shown() or 'nothing chosen yet'}"

    @validate("value")
    def _valid_value(self, proposal: Any) -> str:
        _check_known(self.label, self.options, proposal["value"])
        return str(proposal["value"])

    @observe("options")
    def _fit(self, _change: Any) -> None:
        if self.value and self.value not in self.ids:
            self.value = self.ids[0]


class Checklist(_Options):
    """Any of several: check boxes.

    Parameters
    ----------
    label
        What is ticked.
    options
        ``(id, text)`` or ``(id, text, note)`` each. They can be replaced at any time; ticks of
        options that are gone are dropped.
    value
        The ids of the ticked options; always kept in the order of the options.
    help
        A sentence below the boxes, read out with the group.
    """

    value = Tuple().tag(sync=True)

    def __init__(
        self,
        label: str,
        options: Options,
        value: Iterable[str] = (),
        help: str = "",
        **traits: Any,
    ) -> None:
        require_text(label, "The label of a checklist")
        entries = _read(label, options)
        ticked = _in_order(label, entries, value)
        super().__init__(label=label, options=entries, value=ticked, help=help, **traits)

    def text(self) -> str:
        """Return the label and the ticked options."""
        return f"Checklist: {self.label}, {self._shown() or 'nothing ticked'}"

    @validate("value")
    def _valid_value(self, proposal: Any) -> tuple[str, ...]:
        return _in_order(self.label, self.options, proposal["value"])

    @observe("options")
    def _fit(self, _change: Any) -> None:
        self.value = tuple(key for key in self.ids if key in self.value)


def _listed(value: str | Sequence[str]) -> tuple[str, ...]:
    """Return the ids in the value of either kind of choice."""
    if isinstance(value, str):
        return (value,) if value else ()
    return tuple(value)


def _read(label: str, options: Options) -> tuple[tuple[str, str, str], ...]:
    entries: list[tuple[str, str, str]] = []
    for option in options:
        parts = (option, option) if isinstance(option, str) else tuple(option)
        if not 2 <= len(parts) <= 3 or not all(isinstance(part, str) for part in parts):
            raise ElementError(f"{label}: an option is (id, text) or (id, text, note).")
        key, text, note = (*parts, "")[:3]
        require_text(key, f"{label}: the id of an option")
        require_text(text, f"{label}: the text of an option")
        entries.append((key, text, note))
    if not entries:
        raise ElementError(f"{label}: there must be at least one option.")
    if len({key for key, _, _ in entries}) < len(entries):
        raise ElementError(f"{label}: two options have the same id.")
    return tuple(entries)


def _check_known(label: str, entries: Iterable[Sequence[str]], value: object) -> None:
    known = [entry[0] for entry in entries]
    if value != "" and value not in known:
        raise ElementError(f"{label}: {value!r} is none of {', '.join(known)}.")


def _in_order(
    label: str, entries: Iterable[Sequence[str]], value: Iterable[str]
) -> tuple[str, ...]:
    if isinstance(value, str):
        raise ElementError(f"{label}: give a list of ids, not the text {value!r}.")
    entries, ticked = tuple(entries), tuple(value)
    for key in ticked:
        _check_known(label, entries, key or "''")
    return tuple(entry[0] for entry in entries if entry[0] in ticked)
