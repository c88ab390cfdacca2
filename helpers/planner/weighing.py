"""What a kitchen scale shows for a part of the hand at a pressure level."""

from __future__ import annotations

from attrs import frozen

from helpers.content import load

GRAVITY = 9.81
"""Newtons to a kilogram."""
FINE = 50
"""Below a kilogram readings are rounded to this many grams."""


@frozen(kw_only=True)
class Reading:
    """What the scale shows, from and to, for one part of the hand at one level."""

    press: str
    level: int
    kg: tuple[float, float]
    area_cm2: float

    @property
    def grams_each_cm2(self) -> tuple[float, float]:
        """What rests on each square centimetre, g, from and to."""
        low, high = (1000 * kg / self.area_cm2 for kg in self.kg)
        return low, high

    @property
    def words(self) -> str:
        """The reading as one says it: "0.5 to 1.5 kg", "50 to 100 g"."""
        low, high = self.kg
        if high < 1:
            grams = [max(FINE, FINE * round(1000 * kg / FINE)) for kg in (low, high)]
            return f"{grams[0]} to {grams[1]} g"
        return f"{low:.1f} to {high:.1f} kg"


def reading(press: str, level: int) -> Reading:
    """Return the reading for an entry of ``scale.toml``, at no more than its highest level."""
    entry = load().press[press]
    level = min(level, entry.top)
    force = load().pressure_level(level).force[entry.force]
    low, high = (newton / entry.hands / GRAVITY for newton in force)
    return Reading(press=press, level=level, kg=(low, high), area_cm2=entry.area_cm2)
