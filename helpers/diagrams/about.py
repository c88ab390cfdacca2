"""What a stroke picture is about: its muscles, and the zones near it to avoid; and its key."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

import numpy as np
from matplotlib.axes import Axes
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from helpers.body import Back
from helpers.content.models.areas import ZonePart
from helpers.content.models.technique import Place, Technique
from helpers.content.models.touch import Contact

from . import style
from .anatomy import zone_shapes
from .canvas import Array, View, add_path
from .labels import measure, write
from .outline import hatch, segments
from .words import short

KEY: Final = 136.0
"""Height of the strip below a stroke picture: key, scale bar and caption line, px."""
NEAR: Final = 6.0
"""A zone whose edge comes nearer to the stroke than this (cm) is shown."""


def place_of(back: Back, technique: str, place: str) -> tuple[Technique, Place]:
    """Return the entries of a technique and one of its places."""
    entry = back.content.technique[technique]
    return entry, next(p for p in entry.place if p.id == place)


def about_muscles(back: Back, technique: str, place: str) -> tuple[str, ...]:
    """Return the ids of the muscles that the picture shows."""
    return place_of(back, technique, place)[1].muscles


@lru_cache(maxsize=1024)
def about_zones(back: Back, technique: str, place: str) -> dict[str, str]:
    """Return the zones near the stroke: "off" where nothing of it may go, "light" at most light.

    Which contact touches decides: a fist is kept off where a flat hand may pass.
    """
    entry, where = place_of(back, technique, place)
    line = _line(back, where)
    main = back.content.contact[entry.contact or "palm"]
    others = {s.contact for s in where.stations} | {leg.contact for leg in where.legs}
    grips = [main, *(back.content.contact[g] for g in sorted(g for g in others if g))]
    level = entry.level.default if entry.level else 1
    found: dict[str, str] = {}
    for zone in back.content.zone.values():
        shapes = zone_shapes(back, zone.id)
        if not zone.hatch or not _near(shapes, line):
            continue
        least = _most(zone.part, main)
        most = max(_most(zone.part, grip) for grip in grips)
        crossed = any(Path(shape).contains_points(line).any() for shape in shapes)
        if (most if crossed else least) == 0:
            found[zone.id] = "off"
        elif least < max(level, 2):
            found[zone.id] = "light"
    return found


def _most(parts: tuple[ZonePart, ...], grip: Contact) -> int:
    """Return the highest level of a contact in a zone, in the part of it that allows most."""
    levels = []
    for part in parts:
        level = part.soft if grip.kind == "soft" else part.firm
        if grip.lifts and part.lifted is not None:
            level = part.lifted
        levels.append(0 if grip.id in part.banned else level)
    return max(levels)


def _line(back: Back, where: Place) -> Array:
    """Return points along the taught path, right side."""
    legs = [np.array(leg.points) for leg in where.legs]
    spots = [np.array([s.at, *([s.to] if s.to else [])]) for s in where.stations]
    fine = []
    for xy in [*legs, *spots]:
        for a, b in pairwise(xy):
            fine.append(a + (b - a) * np.linspace(0, 1, 12)[:, None])
        fine.append(xy)
    return np.asarray(back.path(np.concatenate(fine)))


def _near(shapes: Sequence[Array], line: Array) -> bool:
    for shape in shapes:
        if Path(shape).contains_points(line).any():
            return True
        gap = np.hypot(*np.moveaxis(shape[:, None, :] - line, -1, 0))
        if gap.min() < NEAR:
            return True
    return False


def draw_key(ax: Axes, back: Back, technique: str, place: str) -> None:
    """Draw the key of a stroke picture: pressure, way back, what to keep off, which muscle."""
    view = View.of(ax)
    entry, _ = place_of(back, technique, place)
    top = entry.level.on_request or entry.level.max if entry.level else 1
    first = view.height - KEY + 18.0
    x = 14.0
    x = _words(ax, "Pressure:", x, first) + 8
    for level in range(1, top + 1):
        line = segments([view.to_cm([(x, first), (x + 36, first)])])
        add_path(
            ax, line, 61, None, facecolor="none", edgecolor=style.level_color(level),
            linewidth=style.level_width(level),
        )  # fmt: skip
        x = _words(ax, f"{level} {short(level)}", x + 44, first) + 16
    if entry.motion and entry.motion.family in ("glide", "fan", "pull"):
        line = segments([view.to_cm([(x, first), (x + 42, first)])])
        add_path(
            ax, line, 61, None, facecolor="none", edgecolor=style.level_color(1),
            linewidth=style.level_width(1), linestyle=(0, (3.2, 2.0)),
        )  # fmt: skip
        _words(ax, "light way back", x + 50, first)
        words = "each second"
        start = style.WIDTH - 14.0 - measure(words, style.SMALL)[0] * 1.08
        _dot(ax, view, start - 12.0, first + 29)
        _words(ax, words, start, first + 29)
    zones = about_zones(back, technique, place)
    x, second = 14.0, first + 29
    for kind, words in (("off", "keep off"), ("light", "flat, soft hand only")):
        if kind in zones.values():
            swatch(ax, view, x, second, kind)
            x = _words(ax, words, x + 42, second) + 18
    names = [back.content.muscle[m].name for m in about_muscles(back, technique, place)]
    third = first + 58
    if names:
        swatch(ax, view, 14.0, third, "muscle")
        words = "; ".join(names)
        while measure(words, style.SMALL)[0] > style.WIDTH - 74:
            names = names[:-1]
            words = "; ".join(names) + " …"
        _words(ax, words, 56.0, third)


def _dot(ax: Axes, view: View, x: float, y: float) -> None:
    move = Affine2D().scale(3.4 / view.scale).translate(*view.to_cm((x, y)))
    add_path(
        ax, move.transform_path(Path.unit_circle()), 61, None, facecolor=style.color("paper"),
        edgecolor=style.level_color(1), linewidth=1.4,
    )  # fmt: skip


def _words(ax: Axes, text: str, x: float, y: float) -> float:
    write(ax, text, (x, y), size=style.SMALL, align="left", zorder=61)
    return x + measure(text, style.SMALL)[0]


def swatch(ax: Axes, view: View, x: float, y: float, kind: str) -> None:
    """Draw a sample of a hatching ("off", "light") or of muscle, its left edge at x, px."""
    box = view.to_cm([(x, y - 9), (x + 34, y - 9), (x + 34, y + 9), (x, y + 9), (x, y - 9)])
    outline = Path(box, closed=True)
    if kind == "muscle":
        add_path(ax, outline, 61, None, facecolor=style.color("muscle"),
                 edgecolor=style.color("muscle-line"), linewidth=style.THIN)  # fmt: skip
        lines = segments(hatch([box], 90.0, 0.5))
        add_path(ax, lines, 61.1, None, facecolor="none", edgecolor=style.color("fibre"),
                 linewidth=style.HAIR)  # fmt: skip
        return
    add_path(ax, outline, 61, None, facecolor=style.color("skin"), linewidth=0)
    tint = add_path(ax, outline, 61.1, None, facecolor=style.color("zone"), linewidth=0)
    tint.set_alpha(0.16 if kind == "off" else 0.07)
    angle, spacing, width = (45.0, 0.65, style.THIN) if kind == "off" else (-45.0, 0.9, style.HAIR)
    lines = segments(hatch([box], angle, spacing))
    add_path(
        ax, lines, 61.2, None, facecolor="none", edgecolor=style.color("zone"), linewidth=width
    )
