"""The whole content as one frozen object: every entry by its id."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from attrs import fields, frozen

from .models.areas import Area, Lane, Region, Zone
from .models.body import Bone, ErectorRow, Kidney, Landmark, Muscle, Outline, Size, SpineLevel
from .models.card import CardLine
from .models.claims import Claim, ClaimVerdict, Faq, Measured, Mistake
from .models.controls import Control
from .models.launch import Launch
from .models.lesson import Lesson, QuizQuestion, Term
from .models.plan import Number, Phase, Preset, Reference, Rule
from .models.prepare import (
    Allergen,
    Care,
    GiverMeasure,
    Habit,
    Oil,
    Pillow,
    Posture,
    Setting,
    Supply,
    Task,
    Trait,
)
from .models.puzzle import Puzzle
from .models.rising import LongerRest, Rise
from .models.safety import Action, Question, StopSign
from .models.spots import Feel, Grip, Way
from .models.starting import Start
from .models.technique import Technique
from .models.touch import ComfortBand, Contact, PressureLevel, Script
from .models.welcome import AgreedArea, Clothes, Outcome, Press, ScreeningGroup, Talk


@frozen(kw_only=True, eq=False)
class Content:
    """All that is taught, by id. Every mapping keeps the order of its file."""

    reference: Mapping[str, Reference]
    level: Mapping[str, SpineLevel]
    landmark: Mapping[str, Landmark]
    outline: Mapping[str, Outline]
    bone: Mapping[str, Bone]
    kidney: Mapping[str, Kidney]
    erector: Mapping[str, ErectorRow]
    size: Mapping[str, Size]
    muscle: Mapping[str, Muscle]
    zone: Mapping[str, Zone]
    area: Mapping[str, Area]
    region: Mapping[str, Region]
    lane: Mapping[str, Lane]
    contact: Mapping[str, Contact]
    pressure: Mapping[str, PressureLevel]
    comfort: Mapping[str, ComfortBand]
    script: Mapping[str, Script]
    technique: Mapping[str, Technique]
    number: Mapping[str, Number]
    phase: Mapping[str, Phase]
    rule: Mapping[str, Rule]
    preset: Mapping[str, Preset]
    action: Mapping[str, Action]
    question: Mapping[str, Question]
    sign: Mapping[str, StopSign]
    start: Mapping[str, Start]
    verdict: Mapping[str, ClaimVerdict]
    claim: Mapping[str, Claim]
    faq: Mapping[str, Faq]
    mistake: Mapping[str, Mistake]
    measured: Mapping[str, Measured]
    puzzle: Mapping[str, Puzzle]
    setting: Mapping[str, Setting]
    posture: Mapping[str, Posture]
    pillow: Mapping[str, Pillow]
    supply: Mapping[str, Supply]
    habit: Mapping[str, Habit]
    task: Mapping[str, Task]
    allergen: Mapping[str, Allergen]
    trait: Mapping[str, Trait]
    oil: Mapping[str, Oil]
    care: Mapping[str, Care]
    giver_measure: Mapping[str, GiverMeasure]
    lesson: Mapping[str, Lesson]
    quiz: Mapping[str, QuizQuestion]
    term: Mapping[str, Term]
    screening: Mapping[str, ScreeningGroup]
    outcome: Mapping[str, Outcome]
    talk: Mapping[str, Talk]
    clothes: Mapping[str, Clothes]
    agreed_area: Mapping[str, AgreedArea]
    press: Mapping[str, Press]
    rise: Mapping[str, Rise]
    longer_rest: Mapping[str, LongerRest]
    feel: Mapping[str, Feel]
    way: Mapping[str, Way]
    grip: Mapping[str, Grip]
    control: Mapping[str, Control]
    launch: Mapping[str, Launch]
    card: Mapping[str, CardLine]

    def pressure_level(self, level: int) -> PressureLevel:
        """Return the step ``level`` (1 to 5) of the giver's scale."""
        return next(step for step in self.pressure.values() if step.level == level)

    def __repr__(self) -> str:
        """Return a short constant name; the whole content is far too long to print."""
        return "Content()"


ATTRIBUTE: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("pressure", "level"): "pressure",
        ("stop_signs", "sign"): "sign",
        ("setup", "place"): "setting",
        ("setup", "position"): "posture",
        ("giver", "measure"): "giver_measure",
        ("screening", "group"): "screening",
    }
)
"""Where an array of a file lands under another name than its own."""


def assemble(files: Mapping[str, Any]) -> Content:
    """Return the content made of the structured ``files`` (stem to file model)."""
    merged: dict[str, dict[str, Any]] = {a.name: {} for a in fields(Content)}
    for stem, parsed in files.items():
        for attribute in fields(type(parsed)):
            name = ATTRIBUTE.get((stem, attribute.name), attribute.name)
            merged[name].update({entry.id: entry for entry in getattr(parsed, attribute.name)})
    return Content(**{name: MappingProxyType(entries) for name, entries in merged.items()})
