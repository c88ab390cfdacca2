"""Sessions of every kind for the property tests: built to reach the corners, cheap to plan.

Building the strokes for one person's limits takes far longer than planning with them. So people
(body, answers, what was agreed) and sore spots come from fixed pools, made once from a fixed seed;
everything else varies freely.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from typing import Any

from hypothesis import strategies as st

from helpers.content import load
from helpers.session import (
    AREAS,
    MOST_SPOTS,
    POSITIONS,
    Answer,
    Mark,
    Session,
    Spot,
    TechniqueChoice,
)
from helpers.session.spot_work import SpotWork

PEOPLE = 9
PLACES = 8
CHOICES = 8
SEED = 20
BREATHS = (5.0, 6.0, 7.5, 10.0, 12.0, 14.0, 18.0)
LUMP = (-9.0, 24.0)
WORK = (
    SpotWork(),
    SpotWork(contact="fist", hold=60, presses=3),
    SpotWork(contact="thumb", hold=45, presses=3),
    SpotWork(way="line", contact="palm-heel", presses=1),
    SpotWork(way="line", hold=10, comfort=7),
)
"""Ways to work on a spot."""
MARKS = (
    Mark((4.0, 13.0), 1.0),
    Mark((-11.0, 26.0), 3.0),
    Mark((0.0, 37.0), 1.5),
    Mark((-3.0, 48.0), 1.5),
    Mark((14.0, 5.0), 2.0),
    Mark((-16.0, 15.0), 1.0),
    Mark((13.0, 45.0), 2.0),
    Mark((9.0, 54.0), 2.0),
)


def choices() -> list[tuple[str, str]]:
    """Every answer other than "no": (question, choice)."""
    questions = load().question.values()
    return [(question.id, choice.id) for question in questions for choice in question.choice]


def pairs() -> Iterator[tuple[Answer, Answer]]:
    """Every pair of answers to two questions, the places marked, without a clinician's yes."""
    for (one, first), (two, second) in combinations(choices(), 2):
        if one != two:
            yield Answer(one, first, marks=MARKS[:1]), Answer(two, second, marks=MARKS[:1])


@cache
def people() -> tuple[dict[str, Any], ...]:
    """The pool of people: body size, what was agreed on, safety answers with marks."""
    dice = random.Random(SEED)
    sizes = list(load().size)
    mild = [one for one in choices() if not _blocks(one)]
    pool: list[dict[str, Any]] = [{"size": size} for size in sizes]
    while len(pool) < PEOPLE:
        picked = dice.sample(mild, dice.choice((0, 1, 1, 2, 3)))
        answers = dict(picked)
        pool.append(
            {
                "size": dice.choice(["reference", *sizes]),
                "agreed": frozenset(
                    area for area in AREAS if dice.random() < (0.3 if area == "buttock" else 0.8)
                ),
                "answers": tuple(
                    Answer(
                        question, choice, marks=tuple(dice.sample(MARKS, dice.choice((1, 1, 2))))
                    )
                    for question, choice in answers.items()
                ),
            }
        )
    return tuple(pool)


def _blocks(choice: tuple[str, str]) -> bool:
    content = load()
    found = next(c for c in content.question[choice[0]].choice if c.id == choice[1])
    return content.action[found.action].blocks


@cache
def places() -> tuple[tuple[float, float], ...]:
    """The pool of places that may be sore: all over the back, and some where nobody may press."""
    dice = random.Random(SEED)
    return tuple(
        (round(dice.uniform(-14, 14), 1), round(dice.uniform(-6, 56), 1)) for _ in range(PLACES)
    )


@st.composite
def spots(draw: st.DrawFn) -> tuple[Spot, ...]:
    """Return sore spots at the places; what is left alone is rarer, for each is a new limit."""
    tight = draw(
        st.lists(
            st.builds(
                lambda at, feel, strength, work: Spot(*at, feel, strength, work),
                st.sampled_from(places()),
                st.sampled_from(["tight", "tender"]),
                st.integers(0, 10),
                st.sampled_from(WORK),
            ),
            max_size=MOST_SPOTS,
        )
    )
    if draw(st.integers(0, 15)) == 0:
        tight[:1] = [Spot(*LUMP, draw(st.sampled_from(["lump", "pain"])), 5)]
    elif draw(st.integers(0, 15)) == 0:
        tight[:1] = [Spot(*places()[0], "tender", 5, SpotWork(comfort=9))]
    return tuple(tight)


@cache
def choice_pool() -> tuple[dict[str, TechniqueChoice], ...]:
    """The pool of learners' choices for strokes, each inside the catalogue's ranges."""
    dice = random.Random(SEED)
    techniques = [t for t in load().technique.values() if t.taught]
    pool = []
    for _ in range(CHOICES):
        chosen = {}
        for technique in dice.sample(techniques, 2):
            assert technique.pace
            assert technique.passes
            assert technique.level
            place = dice.choice([None, *technique.place])
            # A place may ask for a pace of its own; the first is where a stroke goes by itself.
            pace = (place or technique.place[0]).pace or technique.pace
            passes = technique.passes
            chosen[technique.id] = TechniqueChoice(
                place=place.id if place else None,
                side=dice.choice([None, "right", "left"]),
                pace=dice.choice([None, pace.lo, pace.hi]),
                passes=dice.choice([None, int(passes.lo), int(passes.hi)]),
                level=dice.choice([None, 1, technique.level.max]),
                minutes=dice.choice([None, 1, 10]),
            )
        pool.append(chosen)
    return tuple(pool)


@st.composite
def sessions(draw: st.DrawFn, least: int = 3, most: int = 45) -> Session:
    """Return any valid session, now and then an odd one."""
    content = load()
    taught = sorted(t.id for t in content.technique.values() if t.taught)
    person = draw(st.sampled_from(people()))
    odd = draw(st.integers(0, 9))
    left_out = draw(st.sets(st.sampled_from(taught), max_size=len(taught))) if odd == 0 else set()
    asked = draw(st.sets(st.sampled_from(taught), max_size=4)) if odd < 5 else set()
    return Session(
        **person,
        minutes=draw(st.integers(least, most)),
        preset=draw(st.none() | st.sampled_from(sorted(content.preset))),
        top_level=draw(st.integers(1, 4)),
        spots=draw(spots()),
        asked=frozenset(asked - left_out),
        left_out=frozenset(left_out),
        position=draw(st.sampled_from(POSITIONS)),
        breaths_per_minute=draw(st.sampled_from(BREATHS)),
        down_strokes=draw(st.integers(4, 8)),
        feathers=draw(st.integers(3, 6)),
        technique_choices=draw(st.sampled_from(choice_pool())) if odd == 9 else {},
    )
