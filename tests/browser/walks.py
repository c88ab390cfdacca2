"""How a listener goes through each lesson: a few steps with the keys, as the lessons invite to."""

from collections.abc import Callable

from helpers.session import Session
from helpers.share import encode
from tests.browser.listener import Listener

SENT = Session(minutes=31, top_level=2)
"""The plan that somebody sends."""


def welcome(one: Listener) -> None:
    """Guess, answer the safety questions, agree, and look at the scale."""
    one.press("Tab")
    one.press("Space")
    one.press("Tab")
    one.press("Enter")
    one.press("Enter")
    one.press("Enter")
    one.press("Enter")
    screening = one.cell("ScreeningPlanner()")
    one.press("Enter", at=screening.get_by_role("button", name="None of these"))
    one.press("Tab")
    one.press("Enter")
    one.press("Tab")
    one.press("Enter")
    one.press("Enter", at=screening.get_by_role("button", name="Undo"))
    one.press("Enter", at=screening.get_by_role("button", name="Back"))
    one.press("Enter", at=screening.get_by_role("button", name="Reset"))
    consent = one.cell("ConsentPlanner()")
    one.press("Space", at=consent.get_by_role("checkbox").first)
    one.press("ArrowDown", at=consent.get_by_role("radio", name="Not talked about yet"))
    field = consent.get_by_role("textbox", name="Your stop word")
    one.press("Control+a", "“pineapple”", "Enter", at=field)
    one.press("Enter", at=consent.get_by_role("button", name="Reset"))
    scale = one.cell("ScaleExercise()")
    one.press("ArrowDown", at=scale.get_by_role("radio", name="One flat hand"))
    one.press("ArrowUp")


def prepare(one: Listener) -> None:
    """Choose where and how, when to start, what is at hand, and an oil."""
    plan = one.cell("PreparePlanner()")
    one.press("ArrowUp", at=plan.get_by_role("radio", name="Bed"))
    one.press("Enter", at=plan.get_by_role("button", name="Undo"))
    one.press("ArrowDown", at=plan.get_by_role("radio", name="Face down"))
    one.press("ArrowRight", at=plan.get_by_role("slider", name="Length"))
    one.press("ArrowRight")
    one.press("ArrowDown", at=plan.get_by_role("combobox", name="Start"))
    one.press("Space", at=plan.get_by_role("checkbox", name="A small towel"))
    one.press("Enter", at=plan.get_by_role("button", name="Undo"))
    one.press("Enter", at=plan.get_by_role("button", name="Reset"))
    oil = one.cell("OilPlanner()")
    one.press("Space", at=oil.get_by_role("checkbox", name="Nuts or peanuts"))
    one.press("ArrowDown", at=oil.get_by_role("combobox", name="Oil or lotion"))
    one.press("Enter", at=oil.get_by_role("button", name="Reset"))


def techniques(one: Listener) -> None:
    """Look around on the back, and try a stroke."""
    back = one.cell("BackExplorer()")
    one.press("ArrowDown", at=back.get_by_role("radio", name="Muscles and bones"))
    one.press("Tab")
    one.press("ArrowDown")
    one.press("Enter", at=back.get_by_role("button", name="Undo"))
    one.press("Enter", at=back.locator("summary"))
    stroke = one.cell('StrokePlanner("T02")')
    one.press("ArrowLeft", at=stroke.get_by_role("slider", name="Pace"))
    one.press("ArrowLeft")
    one.press("ArrowDown", at=stroke.get_by_role("radio", name="Whole back", exact=True))
    one.press("ArrowUp", at=stroke.get_by_role("radio", name="2 gentle"))
    one.press("Enter", at=stroke.get_by_role("button", name="Show the stroke in motion"))
    one.press("Enter")
    one.press("Enter", at=stroke.get_by_role("button", name="Undo"))
    one.press("Enter", at=stroke.get_by_role("button", name="Reset"))
    drill = one.cell("DrillPlanner()")
    one.press("Space", at=drill.get_by_role("checkbox", name="Across the grain"))
    one.press("Enter", at=drill.get_by_role("button", name="Reset"))


def spots(one: Listener) -> None:
    """Mark a spot on the map, move it, and say more about it."""
    plan = one.cell("SpotPlanner()")
    one.press("Enter", at=plan.get_by_role("button", name="Shoulder blade, right", exact=True))
    one.press("ArrowUp")
    one.press("ArrowUp")
    feel = plan.get_by_role("group", name="How it feels")
    one.press("ArrowDown", at=feel.get_by_role("radio", name="Tight"))
    one.press("ArrowRight", at=plan.get_by_role("slider", name="How sore it is"))
    one.press("8", at=plan.get_by_role("combobox", name="What number did they say?"))
    one.press("Delete", at=plan.locator(".gh-map-mark"))
    one.press("Enter", at=plan.get_by_role("button", name="Undo"))
    one.press("Enter", at=plan.get_by_role("button", name="Remove mark 1"))
    one.press("Enter", at=plan.get_by_role("button", name="Reset"))


def finish(one: Listener) -> None:
    """Plan the finish with the breath, breathe along, and rest."""
    plan = one.cell("FinishPlanner()")
    one.press("ArrowRight", at=plan.get_by_role("slider", name="Breaths a minute"))
    one.press("Enter", at=plan.get_by_role("button", name="Start"))
    one.press("Enter")
    one.press("ArrowDown", at=plan.get_by_role("radio", name="Feathers up"))
    one.press("Enter", at=plan.get_by_role("button", name="Reset"))
    rest = one.cell("RestPlanner()")
    one.press("ArrowDown", at=rest.get_by_role("radio", name="No"))
    one.press("Enter", at=rest.get_by_role("button", name="Reset"))


def questions(one: Listener) -> None:
    """Guess about claims, look for the mistakes of a plan, and say how often."""
    cards = one.cell('ClaimCards("pain")')
    one.press("Enter", at=cards.get_by_role("button", name="Not true"))
    one.press("Enter", at=cards.get_by_role("button", name="Next claim"))
    one.press("Enter", at=cards.get_by_role("button", name="Just show me"))
    one.press("Enter")
    spotter = one.cell("MistakeSpotter(")
    one.press("ArrowDown", at=spotter.locator(".gh-routine-step").first)
    one.press("Alt+ArrowUp")
    one.press("Alt+ArrowDown")
    one.press("Enter", at=spotter.get_by_role("button", name="Give me a hint"))
    rhythm = one.cell("RhythmPlanner(")
    one.press("ArrowRight", at=rhythm.get_by_role("slider", name="Firm massages a week"))
    one.press("Enter", at=rhythm.get_by_role("button", name="Reset"))


def full(one: Listener) -> None:
    """Read a code that somebody sent, plan, change the steps, play, check, log and share."""
    receive = one.cell("ReceivePlanner()")
    field = receive.get_by_role("textbox", name="Share code or link")
    one.press("“GH1-oops”", "Enter", at=field)
    one.press("Control+a", f"“{encode(SENT)}”", "Enter")
    one.press("Enter", at=receive.get_by_role("button", name="Take this plan"))
    one.press("Enter", at=receive.get_by_role("button", name="Undo"))
    plan = one.cell("FullPlanner()")
    one.press("ArrowRight", at=plan.get_by_role("slider", name="Length"))
    one.press("ArrowDown", at=plan.get_by_role("combobox", name="Start from"))
    one.press("Enter", at=plan.get_by_role("button", name="Reset"))
    edit(one)
    play(one)
    write(one)


def edit(one: Listener) -> None:
    """Change the steps of the list."""
    editor = one.cell("RoutineEditor()")
    one.press("Alt+ArrowDown", at=editor.locator(".gh-routine-step").first)
    one.press("Tab")
    one.press("Enter")
    one.press("Enter", at=editor.get_by_role("button", name="Lock"))
    one.press("Delete", at=editor.locator(".gh-routine-step").nth(3))
    one.press("Enter", at=editor.get_by_role("button", name="Undo"))
    one.press("Enter", at=editor.get_by_role("button", name="Reset"))


def play(one: Listener) -> None:
    """Start the player, and go on."""
    player = one.cell("Player()")
    one.press("Enter", at=player.get_by_role("button", name="Start", exact=True))
    one.press("ArrowRight")
    one.press("+")
    one.press("Enter")
    one.press("Tab")
    one.press("Tab")
    one.press("Enter")
    check = one.cell("StartCheck()")
    one.press("Space", at=check.get_by_role("checkbox").first)


def write(one: Listener) -> None:
    """Write the massage down, and share the plan."""
    log = one.cell("SessionLog()")
    one.press("7", at=log.get_by_role("combobox", name="The highest number they said"))
    one.press("Enter", at=log.get_by_role("button", name="Write it down"))
    one.press("Enter", at=log.get_by_role("button", name="Undo"))
    share = one.cell("SharePlanner()")
    one.press("Space", at=share.get_by_role("checkbox", name="Sore spots"))
    one.press("Enter", at=share.get_by_role("button", name="Make a code and links"))
    day = share.get_by_role("textbox", name="First day of the calendar")
    one.press("“yesterday”", "Enter", at=day)
    one.press("Enter", at=share.get_by_role("button", name="Calendar"))


WALKS: dict[str, Callable[[Listener], None]] = {
    "00_welcome": welcome,
    "01_prepare": prepare,
    "02_techniques": techniques,
    "03_problem_areas": spots,
    "04_finish": finish,
    "05_questions": questions,
    "06_full_session": full,
}
"""The walk through each lesson, by the name of its file."""
