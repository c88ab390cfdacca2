"""Every content file and the model of what stands in it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from .models.areas import AreaFile, RegionFile, ZoneFile
from .models.body import BodyFile, MuscleFile
from .models.card import CardFile
from .models.claims import ClaimFile, EffectFile, FaqFile, MistakeFile, VerdictFile
from .models.controls import ControlFile
from .models.launch import LaunchFile
from .models.lesson import LessonFile, QuizFile, TermFile
from .models.plan import NumberFile, PhaseFile, PresetFile, ReferenceFile, RuleFile
from .models.prepare import GiverFile, OilFile, SetupFile
from .models.puzzle import PuzzleFile
from .models.rising import RisingFile
from .models.safety import ActionFile, QuestionFile, StopSignFile
from .models.spots import SpotFile
from .models.starting import StartFile
from .models.technique import TechniqueFile
from .models.touch import ContactFile, PressureFile
from .models.welcome import AgreeingFile, ScaleFile, ScreeningFile

FILES: Mapping[str, type] = MappingProxyType(
    {
        "references": ReferenceFile,
        "body": BodyFile,
        "muscles": MuscleFile,
        "zones": ZoneFile,
        "areas": AreaFile,
        "regions": RegionFile,
        "contacts": ContactFile,
        "pressure": PressureFile,
        "techniques": TechniqueFile,
        "numbers": NumberFile,
        "phases": PhaseFile,
        "rules": RuleFile,
        "presets": PresetFile,
        "actions": ActionFile,
        "red_flags": QuestionFile,
        "conditions": QuestionFile,
        "local": QuestionFile,
        "products": QuestionFile,
        "stop_signs": StopSignFile,
        "verdicts": VerdictFile,
        "claims": ClaimFile,
        "faq": FaqFile,
        "mistakes": MistakeFile,
        "effects": EffectFile,
        "faulty": PuzzleFile,
        "setup": SetupFile,
        "oils": OilFile,
        "giver": GiverFile,
        "lessons": LessonFile,
        "quizzes": QuizFile,
        "glossary": TermFile,
        "screening": ScreeningFile,
        "agreeing": AgreeingFile,
        "scale": ScaleFile,
        "rising": RisingFile,
        "starting": StartFile,
        "controls_finish": ControlFile,
        "controls_full": ControlFile,
        "controls_shared": ControlFile,
        "controls_prepare": ControlFile,
        "controls_techniques": ControlFile,
        "controls_questions": ControlFile,
        "controls_welcome": ControlFile,
        "spots": SpotFile,
        "controls_problem": ControlFile,
        "controls_share": ControlFile,
        "controls_player": ControlFile,
        "launch": LaunchFile,
        "card": CardFile,
    }
)
"""File stem to the model of the whole file."""
