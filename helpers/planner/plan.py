"""Plan a routine: screen, choose a recipe, give out the time, compose, check, explain."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, frozen

from helpers.content import load
from helpers.routine import Finding, Routine, Verdict, check
from helpers.session import Session, Spot

from . import explain
from .asking import asking
from .blocks import bounds
from .compose import Composer
from .explain_spots import about_spots
from .finish import finish_seconds
from .kept import possible
from .levels import Ceiling
from .recipe import SHORT_MINUTES, Recipe, choose, with_only
from .screening import Screening, screen
from .shares import phase_seconds
from .spot_steps import add_spots
from .spots import Target, seconds_for, targets, workable

MOST_FOCUS = 300
FOCUS_SHARE, SPOT_SHARE = 0.20, 0.15
LEAST_LANES = 44
TRIES = 12


@frozen(kw_only=True)
class Job:
    """One attempt: what is left of the recipe and of the spots."""

    session: Session
    screening: Screening
    minutes: int
    recipe: Recipe
    targets: tuple[Target, ...]

    @property
    def seconds(self) -> int:
        """Length of the routine, s."""
        return self.minutes * 60


@frozen(kw_only=True)
class Failed:
    """What has to fall out before the next attempt."""

    phase: str | None = None
    techniques: frozenset[str] = frozenset()
    spots: frozenset[int] = frozenset()


def plan(session: Session) -> Routine:
    """Return a routine for a session. Never raises, and its check never finds an error.

    A safety answer that says no massage today, or limits that leave nothing, give a routine
    without steps; its verdict and notes say why.
    """
    screening = screen(session)
    minutes = min(session.minutes, screening.minutes)
    if screening.verdict.blocks:
        return nothing_today(session, screening, screening.verdict, screening.notes)
    whole = choose(session, minutes, screening.limits)
    limits = screening.limits.mirrored()
    recipe = with_only(whole, lambda technique: possible(technique, session.size, limits))
    found, impossible = targets(session, screening.limits) if recipe.spot_minutes else ([], [])
    job = Job(
        session=session, screening=screening, minutes=minutes, recipe=recipe, targets=tuple(found)
    )
    for _ in range(TRIES):
        if not {"P2", "P6"} <= job.recipe.phases.keys():
            break
        result = _compose(job)
        if isinstance(result, Routine):
            errors = [f for f in check(result) if f.severity == "error"]
            if not errors:
                return _explained(result, job, whole, found, impossible)
            result = _blame(errors, result)
        job = _less(job, result)
    nothing = Verdict(
        action=screening.verdict.action,
        blocks=True,
        reasons=(explain.NOTHING_SAFE,),
        open=screening.verdict.open,
    )
    return nothing_today(session, screening, nothing, (explain.NOTHING_SAFE, *screening.notes))


def nothing_today(
    session: Session, screening: Screening, verdict: Verdict, notes: tuple[str, ...]
) -> Routine:
    """Return a routine without steps; its verdict and notes say why."""
    return Routine(
        minutes=session.minutes,
        size=session.size,
        limits=screening.limits,
        verdict=verdict,
        notes=notes,
        position=session.position,
        breaths_per_minute=session.breaths_per_minute,
        breath_in=session.finish.share_in,
    )


def _compose(job: Job) -> Routine | Failed:
    """Return the routine of this attempt, or what has to fall out of the next one."""
    recipe, limits = job.recipe, job.screening.limits
    spots, lanes = _focus(job)
    wants = {name: recipe.minutes(name) for name in recipe.phases if name != "P4"}
    alone = [name for name in ("P3", "P5") if _alone(name, job)]
    ending = finish_seconds(job.session, recipe.phases["P6"])
    shares = phase_seconds(job.seconds, wants, spots + lanes, alone, ending)
    composer = Composer(
        session=job.session,
        limits=limits.mirrored(),
        ceiling=Ceiling(
            top=min(limits.top_level, recipe.top_level),
            short=job.minutes < SHORT_MINUTES,
            strong=limits.strong,
        ),
    )
    for name in ("P1", "P2", "P3", "P4", "P5", "P6"):
        if name == "P4":
            if lanes and not composer.phase("P4", lanes, recipe.phases["P4"]):
                return Failed(phase="P4")
            if spots:
                chosen = job.targets[: seconds_for(job.targets, spots)[0]]
                if missed := add_spots(composer, chosen, spots, limits, job.seconds):
                    return Failed(spots=frozenset(target.index for target in missed))
        elif name in shares and not composer.phase(name, shares[name], recipe.phases[name]):
            return Failed(phase=name)
    screening, session = job.screening, job.session
    position = session.position
    return Routine(
        minutes=job.minutes,
        steps=asking(composer.steps),
        size=session.size,
        limits=limits,
        verdict=screening.verdict,
        position=position if position in screening.positions else screening.positions[0],
        breaths_per_minute=session.breaths_per_minute,
        breath_in=session.finish.share_in,
    )


def _alone(phase: str, job: Job) -> bool:
    """Return whether only one stroke of a phase is possible."""
    limits = job.screening.limits.mirrored()
    techniques = {wish.technique for wish in job.recipe.phases.get(phase, ())}
    others = set(load().phase[phase].techniques) - techniques
    return len(techniques) == 1 and not any(
        possible(other, job.session.size, limits) for other in sorted(others)
    )


def _focus(job: Job) -> tuple[int, int]:
    """Return the seconds of P4: for the spots, and for the strokes along a whole muscle."""
    recipe = job.recipe
    room = min(MOST_FOCUS, int(FOCUS_SHARE * job.seconds))
    scale = job.seconds / 60 / sum(recipe.minutes(name) for name in {*recipe.phases, "P4"})
    spots = 0
    if job.targets:
        wish = max(round(scale * recipe.spot_minutes * 60), round(SPOT_SHARE * job.seconds))
        _, spots = seconds_for(job.targets, min(room, wish))
    wishes = recipe.phases.get("P4", ())
    lanes = round(scale * 60 * sum(wish.minutes for wish in wishes))
    lanes = min(room - spots, lanes, sum(bounds(wish.technique)[1] for wish in wishes))
    return spots, lanes if lanes >= LEAST_LANES else 0


def _less(job: Job, failed: Failed) -> Job:
    """Return the job without what failed."""
    limits = job.screening.limits.mirrored()
    recipe = with_only(
        job.recipe,
        lambda t: t not in failed.techniques and possible(t, job.session.size, limits),
    )
    if failed.phase is not None and recipe == job.recipe:
        phases = {name: w for name, w in recipe.phases.items() if name != failed.phase}
        recipe = evolve(recipe, phases=phases)
    kept = tuple(target for target in job.targets if target.index not in failed.spots)
    return evolve(job, recipe=recipe, targets=kept)


def _blame(errors: Sequence[Finding], routine: Routine) -> Failed:
    """Return the spots and strokes behind the errors, to try again without them."""
    steps = [routine.steps[f.step] for f in errors if f.step is not None]
    spots = frozenset(step.spot for step in steps if step.spot is not None)
    techniques = frozenset(step.technique for step in steps if step.spot is None)
    if not spots and not techniques:
        present = [name for name in ("P4", "P3", "P5") if name in routine.phase_seconds()]
        return Failed(phase=present[0] if present else "P2")
    return Failed(techniques=techniques, spots=spots)


def _explained(
    routine: Routine, job: Job, whole: Recipe, found: Sequence[Target], impossible: Sequence[Spot]
) -> Routine:
    session, screening = job.session, job.screening
    worked = {step.spot for step in routine.steps}
    used = {step.technique for step in routine.steps}
    wished = {wish.technique for wishes in whole.phases.values() for wish in wishes}
    could = [session.spots[index] for index in workable(session)]
    notes = [
        *screening.notes,
        *explain.about_length(session, job.minutes),
        *explain.about_person(session, screening, job.recipe, job.minutes),
        *explain.about_strokes(session, job.recipe, used, wished),
        *about_spots(
            session,
            routine,
            [target for target in found if target.index in worked],
            found,
            impossible if whole.spot_minutes else could,
            short=job.minutes < SHORT_MINUTES,
            light=screening.limits.light_only,
        ),
        *explain.about_breath(session, routine.steps),
    ]
    return evolve(routine, notes=tuple(dict.fromkeys(notes)))
