"""Models of ``lessons``, ``quizzes`` and ``glossary`` (``.toml``): the frame of every lesson."""

from __future__ import annotations

from attrs import field, frozen

from .checks import Each, Like, within
from .common import Entry, Source, identifier, listed, prose, sources_field

FACT = Each(Like(r"^[A-G]\d{1,2}$", "a letter from A to G and a number, such as C10"))
LESSON = Each(Like(r"^0[0-6]$", "the number of a lesson, 00 to 06"))
MOST_OPTIONS = 4


@frozen(kw_only=True, eq=False, repr=False)
class Objective(Entry):
    """Something that a learner can do after a lesson; quiz questions name it by its id."""

    id: str = identifier()
    text: str = prose()


@frozen(kw_only=True, eq=False, repr=False)
class Lesson(Entry):
    """One notebook: its place in the series, what it promises and how long it takes."""

    id: str = field(validator=Like(r"^0[0-6]$", "the number of a lesson, 00 to 06"))
    file: str = identifier()
    """The notebook's file name without its ending."""
    title: str = prose()
    """The notebook's own title, word for word."""
    phase: str = prose()
    promise: str = prose()
    minutes: int = field(validator=within(10, 120))
    """About how long reading, playing and practising take together."""
    article: tuple[str, ...] = field(validator=FACT)
    """The ids of what the source article says about it, A1 to G2."""
    objective: tuple[Objective, ...] = listed()
    sources: tuple[Source, ...] = sources_field()


@frozen(kw_only=True, eq=False, repr=False)
class LessonFile(Entry):
    """``lessons.toml``."""

    lesson: tuple[Lesson, ...] = listed()


@frozen(kw_only=True, eq=False, repr=False)
class Show(Entry):
    """What is drawn on the back as the answer: zones, regions, muscles, or one stroke."""

    zones: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    muscles: tuple[str, ...] = ()
    technique: str | None = None
    place: str | None = None
    """A place of the technique; without one, its first."""

    def __attrs_post_init__(self) -> None:
        kinds = [bool(kind) for kind in (self.zones, self.regions, self.muscles, self.technique)]
        if sum(kinds) != 1:
            raise ValueError(
                f"found {sum(kinds)} kinds of picture; allowed: just one of zones, regions, "
                "muscles, technique"
            )
        if self.place and not self.technique:
            raise ValueError("found a place without a technique; allowed: both, or no place")


@frozen(kw_only=True, eq=False, repr=False)
class QuizOption(Entry):
    """One possible answer, and what is said to a learner who picked it."""

    id: str = identifier()
    text: str = prose()
    right: bool = False
    feedback: str = prose()


@frozen(kw_only=True, eq=False, repr=False)
class QuizQuestion(Entry):
    """A question of a lesson's check, tied to one objective of that lesson."""

    id: str = identifier()
    lesson: str
    objective: str
    """The id of an objective of that lesson."""
    ask: str = prose()
    option: tuple[QuizOption, ...] = listed(2)
    """Two to four; one or more of them are right, in an order that never changes."""
    answer: str = prose()
    """The right answer in a sentence or two, for the learner who asks to be shown."""
    show: Show | None = None
    recall: bool = False
    """Whether it is asked once more at the start of the next lesson."""
    warm_up: bool = False
    """Whether it opens the series instead of standing in the lesson's check."""
    sources: tuple[Source, ...] = sources_field()

    def __attrs_post_init__(self) -> None:
        right = sum(option.right for option in self.option)
        if not 1 <= right < len(self.option) <= MOST_OPTIONS:
            raise ValueError(
                f"found {len(self.option)} options, {right} of them right; allowed: 2 to "
                f"{MOST_OPTIONS} options, at least one right and one not"
            )

    @property
    def several(self) -> bool:
        """Whether more than one option is right, so that boxes are ticked."""
        return sum(option.right for option in self.option) > 1


@frozen(kw_only=True, eq=False, repr=False)
class QuizFile(Entry):
    """``quizzes.toml``."""

    quiz: tuple[QuizQuestion, ...] = listed()


@frozen(kw_only=True, eq=False, repr=False)
class Term(Entry):
    """A word of the course and its meaning in plain English."""

    id: str = identifier()
    name: str = prose()
    """The word as it stands in a sentence."""
    also: tuple[str, ...] = ()
    """Other forms of it that a text may use, such as a plural."""
    say: str = ""
    """How it is spoken, where that is not clear: "EF-luh-rahzh"."""
    short: tuple[str, ...] = listed()
    """Its meaning in a few words, in one or more wordings; a lesson says one of them when it
    first uses the word."""
    meaning: str = prose()
    """Its meaning in a sentence or two."""
    plain: bool = False
    """Whether a reader knows the word anyway, so that a lesson need not explain it."""
    lessons: tuple[str, ...] = field(validator=LESSON)
    """The lessons that list it."""
    sources: tuple[Source, ...] = sources_field()


@frozen(kw_only=True, eq=False, repr=False)
class TermFile(Entry):
    """``glossary.toml``."""

    term: tuple[Term, ...] = listed()
