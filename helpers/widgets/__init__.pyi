from .back_explorer import BackExplorer
from .breath_pacer import BreathPacer
from .claim_cards import ClaimCards
from .consent_planner import ConsentPlanner
from .controls import (
    BodyMap,
    Buttons,
    Card,
    Checklist,
    Choice,
    Field,
    History,
    Panel,
    Quiz,
    RoutineList,
    Row,
    Slider,
)
from .controls_terms import Terms, glossary, terms
from .drill_planner import DrillPlanner
from .finish_planner import FinishPlanner
from .full_planner import FullPlanner
from .lesson_answers import Answer, effects, mistakes
from .lesson_decided import Decided, decided
from .lesson_quiz import QuizPanel, quiz, recall
from .lesson_start import LessonStart
from .lesson_stills import contacts_chart, keep_off_map
from .mistake_spotter import MistakeSpotter
from .oil_planner import OilPlanner
from .player import Player
from .prepare_planner import PreparePlanner
from .prepare_stills import giver_care, setup_of
from .pressure_levels import pressure_card
from .receive_planner import ReceivePlanner
from .rest_planner import RestPlanner
from .rhythm_planner import RhythmPlanner
from .routine_editor import RoutineEditor
from .scale_exercise import ScaleExercise
from .screening_planner import ScreeningPlanner
from .session_log import SessionLog
from .session_panel import SessionPanel
from .session_views import SessionOverview, SessionSheet
from .share_planner import SharePlanner
from .signs_card import comfort_scale, stop_signs
from .spot_planner import SpotPlanner
from .start_check import StartCheck
from .stroke_planner import StrokePlanner

__all__ = [
    "Answer",
    "BackExplorer",
    "BodyMap",
    "BreathPacer",
    "Buttons",
    "Card",
    "Checklist",
    "Choice",
    "ClaimCards",
    "ConsentPlanner",
    "Decided",
    "DrillPlanner",
    "Field",
    "FinishPlanner",
    "FullPlanner",
    "History",
    "LessonStart",
    "MistakeSpotter",
    "OilPlanner",
    "Panel",
    "Player",
    "PreparePlanner",
    "Quiz",
    "QuizPanel",
    "ReceivePlanner",
    "RestPlanner",
    "RhythmPlanner",
    "RoutineEditor",
    "RoutineList",
    "Row",
    "ScaleExercise",
    "ScreeningPlanner",
    "SessionLog",
    "SessionOverview",
    "SessionPanel",
    "SessionSheet",
    "SharePlanner",
    "Slider",
    "SpotPlanner",
    "StartCheck",
    "StrokePlanner",
    "Terms",
    "comfort_scale",
    "contacts_chart",
    "decided",
    "effects",
    "giver_care",
    "glossary",
    "keep_off_map",
    "mistakes",
    "pressure_card",
    "quiz",
    "recall",
    "setup_of",
    "stop_signs",
    "terms",
]
