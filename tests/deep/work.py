"""One batch of the deep test: sessions of one seed, each planned, checked and judged."""

from __future__ import annotations

import resource
import time
from typing import Any

from attrs import asdict, frozen
from hypothesis import HealthCheck, Phase, given, seed, settings

from helpers.planner import plan
from helpers.session import Session
from tests.unit import strategies
from tests.unit.test_planner_properties import assert_sound

BATCH = 500
"""Sessions of one batch; each batch is a process of its own, so that memory stays bounded."""


@frozen
class Batch:
    """What one batch found: its seed, sessions tried, steps planned, s, MiB, and the finds."""

    seed: int
    sessions: int
    steps: int
    seconds: float
    megabytes: float
    finds: list[dict[str, str]]

    def row(self) -> dict[str, Any]:
        """Return it as JSON can hold it."""
        return asdict(self)


def run(number: int) -> Batch:
    """Try the sessions of a seed; the seed also draws people, sore places and choices anew."""
    strategies.SEED = strategies.SEED + number
    began, finds = time.perf_counter(), []
    tried = steps = 0

    @seed(number)
    @settings(
        max_examples=BATCH,
        deadline=None,
        database=None,
        derandomize=False,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategies.sessions())
    def attempt(session: Session) -> None:
        nonlocal tried, steps
        tried += 1
        try:
            routine = plan(session)
            assert_sound(session, routine)
            assert Session.from_json(session.to_json()) == session
            steps += len(routine.steps)
        except Exception as error:  # every kind counts, and the rest of the batch still runs
            finds.append({"session": session.to_json(), "what": f"{type(error).__name__}: {error}"})

    attempt()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Batch(number, tried, steps, time.perf_counter() - began, peak, finds)
