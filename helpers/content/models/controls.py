"""Model of the ``controls_….toml`` files: what the controls of the planners are called."""

from __future__ import annotations

from attrs import frozen

from .common import Entry, Source, identifier, listed, prose, sources_field


@frozen(kw_only=True, eq=False, repr=False)
class Control(Entry):
    """The label and the help of one control: a slider, a choice, a list to tick, a field."""

    id: str = identifier()
    label: str = prose()
    help: str = prose()
    """One sentence that a learner reads below the control."""
    ours: bool = False
    """Whether a slider says that its numbers are our choice."""
    sources: tuple[Source, ...] = sources_field()


@frozen(kw_only=True, eq=False, repr=False)
class ControlFile(Entry):
    """One of the ``controls_….toml`` files."""

    control: tuple[Control, ...] = listed()
