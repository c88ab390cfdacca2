"""What the notebooks show and the learner works with."""

from helpers.widgets.controls import Card, Checklist, Choice, Panel, Slider

__all__ = ["Card", "Checklist", "Choice", "Panel", "Slider"]
