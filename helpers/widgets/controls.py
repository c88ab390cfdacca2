"""The controls that all planners are made of; each is a real HTML control with a name.

Every control says what is wrong with its arguments in a plain sentence (`ElementError`, which is
a ``ValueError``), and ``update`` changes several of its traits as one. Whatever text is put into
a control is shown as text; none of it is read as HTML.
"""

from helpers.widgets.controls_buttons import Buttons
from helpers.widgets.controls_card import Card
from helpers.widgets.controls_choice import Checklist, Choice
from helpers.widgets.controls_field import Field
from helpers.widgets.controls_files_in import Arrival, FilePick
from helpers.widgets.controls_files_out import CopyText, Downloads, File
from helpers.widgets.controls_history import History
from helpers.widgets.controls_map import BodyMap, Pin
from helpers.widgets.controls_panel import Panel, Row
from helpers.widgets.controls_quiz import Quiz
from helpers.widgets.controls_routine import RoutineList
from helpers.widgets.controls_slider import Slider

__all__ = [
    "Arrival",
    "BodyMap",
    "Buttons",
    "Card",
    "Checklist",
    "Choice",
    "CopyText",
    "Downloads",
    "Field",
    "File",
    "FilePick",
    "History",
    "Panel",
    "Pin",
    "Quiz",
    "RoutineList",
    "Row",
    "Slider",
]
