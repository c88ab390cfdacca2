"""The safety questions: one at a time, with why; what they come to, in words and on the back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attrs import asdict, evolve

from helpers.body import back
from helpers.diagrams.describe_limits import describe_limits
from helpers.diagrams.limits import limits_moving, limits_still
from helpers.planner import answering
from helpers.planner import questions as ask
from helpers.planner.limit_places import left_out_places, limit_places
from helpers.planner.questions import Asking, Screen
from helpers.session import Answer, Mark, Session, Store
from helpers.stage import Stage, set_shown

from . import screening_words as words
from .controls import BodyMap, Buttons, Card, Checklist, Choice, Panel, Pin
from .session_panel import SessionPanel
from .words import control

Step = Callable[[Session], tuple[Answer, ...]]

SIZES = {"small": ("Small", 1.5), "medium": ("Medium", 4.0), "large": ("Large", 7.0)}
"""How big a place is: its name, and the radius of its mark, cm."""


class ScreeningPlanner(SessionPanel):
    """The screening of the shared session, question by question.

    ``asking`` is where the learner is in the questions; the answers are in the session.
    """

    def __init__(self, store: Store | None = None) -> None:
        super().__init__("screening", fields=("answers",), store=store)
        self.asking = Asking()
        self._busy = False
        self.card = Card("Questions", speaks=True)
        self.answers = Buttons(
            control("screening-answer")["label"], [("no", "No")], self.press, careful=True
        )
        self.map = BodyMap(
            **control("screening-place"), fresh=Pin(0.0, 0.0, radius=SIZES["medium"][1]), most=12
        )
        sizes = [(one, name) for one, (name, _) in SIZES.items()]
        self.size = Choice(**control("screening-size"), options=sizes, value="medium")
        self.place = Panel([self.map, self.size], name="Where it is")
        self.go = Buttons(
            **control("screening-go"), options=[("back", "Back")], on_press=self.move, quiet=True
        )
        self.result = Card("Result", speaks=True)
        self.stage = Stage(limits_still(), name="What your answers change", description="The back.")
        self.changes = Buttons(
            **control("screening-change"), options=[("none", "None")], on_press=self.again
        )
        self.cleared = Checklist(**control("screening-cleared"), options=[("none", "None")])
        self.map.observe(self._marked, names="marks")
        self.map.observe(self._picked, names="selected")
        self.size.observe(self._resized, names="value")
        self.cleared.observe(self._cleared, names="value")
        self.compose(
            controls=[self.card, self.place, self.answers, self.go],
            picture=[self.result, self.stage, self.cleared, self.changes],
            below=[Card("Where your answers stay", [words.KEEP])],
            name="Is a massage a good idea today?",
        )
        self.show()

    # --- what the learner does ----------------------------------------------------------------

    def press(self, button: str) -> None:
        """Take an answer: a button below the question."""
        here, onward = ask.current(self.session, self.asking), ask.onward(self.asking)
        if here is None:
            self.move("back")
        elif here.place:
            self._leave_place(here.question or "", button)
        elif here.question is not None:
            question = here.question
            self._answer(lambda latest: answering.answer(latest, question, button), onward)
        elif button == words.OPEN:
            self._go(ask.opened(self.asking, here.group))
        else:
            self._answer(lambda latest: answering.none_of(latest, here.group), onward)

    def move(self, _button: str) -> None:
        """Go one screen back."""
        self._go(ask.back(self.session, self.asking))

    def again(self, question: str) -> None:
        """Ask a question once more."""
        self._go(ask.change(self.asking, question))

    def text(self) -> str:
        """Return the question, the answers it can have, and what the answers come to so far."""
        shown = [self.card, self.answers, self.result, self.stage]
        return "\n\n".join([f"Panel: {self.name}", *(one.text() for one in shown)])

    # --- what it shows ------------------------------------------------------------------------

    def show(self) -> None:
        """Draw everything from the session and from where the learner is."""
        session, here = self.session, ask.current(self.session, self.asking)
        first = here is not None and ask.screens(session, self.asking)[0] == here
        self._busy = True
        try:
            # What an answer came to is said before the next question.
            self.result.update(**words.result_card(session, self.asking))
            self.card.update(**words.question_card(session, self.asking))
            self.answers.update(**words.answer_buttons(session, self.asking))
            self.go.off = ("back",) if first else ()
            set_shown(self.go, here is not None)
            set_shown(self.place, here is not None and here.place)
            if here is not None and here.place:
                self._show_marks(here)
            self._show_list(self.changes, words.change_buttons(session))
            options = words.cleared_options(session)
            self._show_list(self.cleared, options)
            yes = [one.question for one in session.answers if one.cleared]
            self.cleared.value = tuple(name for name, _ in options if name in yes)
        finally:
            self._busy = False
        self._draw()

    def _draw(self) -> None:
        banner, caption = words.map_words(self.session)
        places = [*limit_places(self.session), *left_out_places(self.session)]
        self.stage.update(
            moving=limits_moving(places, banner=banner),
            caption=caption,
            description=describe_limits(
                back(), places, banner=banner, also=[caption] if caption else []
            ),
        )

    def _show_marks(self, here: Screen) -> None:
        answer = self.session.answer(here.question or "")
        marks = answer.marks if answer else ()
        pins = [Pin(*mark.center, radius=mark.radius) for mark in marks]
        if list(self.map.pins) != pins:
            self.map.marks = tuple(_plain(pin) for pin in pins)

    def _show_list(self, widget: Any, options: tuple[tuple[str, str], ...]) -> None:
        set_shown(widget, bool(options))
        if options:
            widget.options = options

    # --- inside -------------------------------------------------------------------------------

    def _go(self, asking: Asking) -> None:
        self.asking = asking
        self.show()

    def _answer(self, step: Step, asking: Asking) -> None:
        """Take a step from the latest session, as other notebooks may have changed it."""
        before, self.asking = self.asking, asking
        if not self.change(lambda latest: {"answers": step(latest)}):
            self.asking = before
        self.show()

    def _leave_place(self, question: str, button: str) -> None:
        if button == words.SKIP:
            after = ask.passed(self.asking, question)
            self._answer(lambda latest: answering.marked(latest, question, ()), after)
        else:
            self._go(ask.onward(self.asking))

    def _marked(self, _change: Any) -> None:
        here = ask.current(self.session, self.asking)
        if self._busy or here is None or not here.place or here.question is None:
            return
        usual = SIZES[self.size.value][1]
        marks = [Mark((pin.x, pin.y), pin.radius or usual) for pin in self.map.pins]
        question, stay = here.question, ask.stay(self.asking, here)
        self._answer(lambda latest: answering.marked(latest, question, marks), stay)

    def _picked(self, _change: Any) -> None:
        """Show the size of the mark that was picked."""
        if self._busy or not 0 <= self.map.selected < len(self.map.pins):
            return
        radius = self.map.pins[self.map.selected].radius
        nearest = min(SIZES, key=lambda one: abs(SIZES[one][1] - radius))
        self._busy = True
        self.size.value = nearest
        self._busy = False

    def _resized(self, _change: Any) -> None:
        """Give the picked mark, and every new one, the size that was chosen."""
        if self._busy:
            return
        radius = SIZES[self.size.value][1]
        self.map.fresh = _plain(Pin(0.0, 0.0, radius=radius))
        pins, picked = list(self.map.pins), self.map.selected
        if not 0 <= picked < len(pins):
            picked = len(pins) - 1
        if pins:
            pins[picked] = evolve(pins[picked], radius=radius)
            self.map.marks = tuple(_plain(pin) for pin in pins)

    def _cleared(self, change: Any) -> None:
        if not self._busy:
            self.change(lambda latest: {"answers": answering.cleared(latest, change["new"])})

    def _act(self, action: str) -> None:
        if action != "reset":
            super()._act(action)
            return
        # What other lessons asked (oil, allergies) stays.
        asked = answering.questions()
        self.asking = Asking()
        self.change(
            lambda latest: {"answers": [a for a in latest.answers if a.question not in asked]}
        )
        self.show()


def _plain(pin: Pin) -> dict[str, Any]:
    return asdict(pin)
