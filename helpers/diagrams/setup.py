"""The set-up from above, to scale: where they lie or sit, pillows, the giver, reach, supplies."""

from __future__ import annotations

from typing import Final

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from helpers.planner.preparing import pillows_used, reach, setting_of
from helpers.session import Session

from . import style
from .canvas import View, add_path
from .giver_above import Stand, circle, feet, outline, upper
from .labels import write
from .lying import receiver
from .map_labels import write_columns
from .outline import segments
from .setup_room import (
    draw_cushion,
    draw_piece,
    draw_pillow,
    draw_place,
    draw_tray,
    line,
    surface,
)
from .setup_words import labels

FOOT: Final = 44.0
"""Height of the strip with scale bar and caption line, px."""
HALF, MIDDLE, TOP = 118.0, 16.0, -52.0
"""Half the width shown and the upper edge, cm; the middle lies off the body on the giver's side."""
RESTING: Final = -12.0
"""The middle of the picture of the rest, where no giver is shown, cm."""
TRAY: Final = frozenset({"oil", "towel", "water", "watch"})


def side_of(session: Session) -> float:
    """Return the giver's side of the picture: 1 right, -1 left; the strong hand decides."""
    return 1.0 if session.prepare.hand == "right" else -1.0


def setup_view(session: Session, *, resting: bool = False) -> View:
    """Return the window that a set-up needs."""
    seated = session.position == "seated"
    middle = RESTING if resting and not seated else MIDDLE
    return View(HALF, TOP, 700 if seated else 836, middle * side_of(session))


def draw_setup(ax: Axes, session: Session, *, resting: bool = False) -> None:
    """Draw the set-up of a session on an Axes made by ``figure(setup_view(session))``.

    ``resting`` shows the rest afterwards, on the back, instead of the massage. Whoever sits on a
    chair rests there.
    """
    resting = resting and session.position != "seated"
    side = side_of(session)
    draw_place(
        ax, setting_of(session), side, face_ring=not resting and session.position == "face_down"
    )
    if not resting:
        stand = stand_of(session)
        line(ax, circle(stand.at, reach(session.prepare.giver_cm)), 3.6, "hand-line", style.LINE,
             linestyle=(0, (5, 4)))  # fmt: skip
        if stand.kneels:
            draw_cushion(ax, stand)
        for piece in feet(stand):
            draw_piece(ax, piece, 3.8, style.LINE)
        draw_tray(
            ax, tray_at(session), TRAY - ({"oil"} if session.prepare.oil == "none" else set())
        )
    _receiver(ax, session, "face_up" if resting else session.position)
    if not resting:
        for k, piece in enumerate(upper(stand)):
            draw_piece(ax, piece, 20 + 0.1 * k, style.LINE)
        if (other := second_place(session)) is not None:
            line(ax, outline(other), 19, "cloth-line", style.LINE, linestyle=(0, (3, 3)))
    view = View.of(ax)
    stand_at = None if resting else stand.at
    items = labels(session, side, stand_at, None if resting else tray_at(session))
    write_columns(ax, view, items, 44.0, FOOT)
    _foot(ax, view)


def _receiver(ax: Axes, session: Session, position: str) -> None:
    side = side_of(session)
    for pillow in pillows_used(session, position):
        draw_pillow(ax, pillow, side, 4)
    figure = receiver(position, mirrored=side < 0)
    for k, piece in enumerate(p for p in figure.pieces if not p.over):
        draw_piece(ax, piece, 6 + 0.1 * k, style.LINE)
    line(ax, figure.details, 8, "skin-line")
    add_path(ax, figure.cover, 9, "gh-cover", facecolor=style.color("pillow"), alpha=0.86,
             linewidth=style.THIN, edgecolor=style.color("linen-line"))  # fmt: skip
    line(ax, figure.folds, 9.2, "linen-line")
    for k, piece in enumerate(p for p in figure.pieces if p.over):
        draw_piece(ax, piece, 10 + 0.1 * k, style.LINE)


def _edge(session: Session) -> float:
    """Return how far the edge on the giver's side is from the middle of the body, cm."""
    x0, _, x1, _ = surface(setting_of(session), side_of(session), True)
    return x1 if side_of(session) > 0 else -x0


def stand_of(session: Session) -> Stand:
    """Return where the giver is, and how."""
    kneels = setting_of(session).giver == "kneels"
    x = _edge(session) + (-2.0 if session.prepare.place == "floor" else 8.0)
    if session.position == "seated":
        stand = Stand(at=(0.0, 60.0), facing=0.0, kneels=False, hands=((-9.0, 22.0), (9.0, 22.0)),
                      fingers=(4.0, -4.0))  # fmt: skip
    elif session.position == "side_lying":
        stand = Stand(at=(max(x, 40.0), 32.0), facing=-84.0, kneels=kneels,
                      hands=((16.5, 39.0), (17.0, 16.0)), fingers=(-84.0, -76.0))  # fmt: skip
    else:
        stand = Stand(at=(x, 64.0), facing=-44.0, kneels=kneels,
                      hands=((-6.5, 55.0), (7.5, 48.0)), fingers=(-6.0, -4.0))  # fmt: skip
    return stand if side_of(session) > 0 else stand.mirrored()


def second_place(session: Session) -> Stand | None:
    """Return where the giver goes next, so as not to reach; nobody walks round a chair."""
    if session.position == "seated":
        return None
    here = stand_of(session)
    y = 12.0 if session.position == "face_down" else 72.0
    facing = -62.0 if session.position == "face_down" else -96.0
    return Stand(at=(here.at[0] - 2.0 * side_of(session), y), facing=facing * side_of(session),
                 kneels=here.kneels, hands=here.hands, fingers=here.fingers)  # fmt: skip


def tray_at(session: Session) -> tuple[float, float]:
    """Return where the small table stands: on the strong-hand side, within reach."""
    side = side_of(session)
    if session.position == "seated":
        return (48.0 * side, 38.0)
    x = abs(stand_of(session).at[0])
    return ((x + 28.0) * side, 19.0 if session.position == "face_down" else -12.0)


def _foot(ax: Axes, view: View) -> None:
    base = view.height - 20.0
    band = Rectangle(
        (view.left, view.bottom - FOOT / view.scale), 2 * view.half_width, FOOT / view.scale,
        color=style.color("paper"), linewidth=0, zorder=55, clip_on=False,
    )  # fmt: skip
    ax.add_artist(band)
    end = 14 + 50 * view.scale
    left, right = view.to_cm((14, base)), view.to_cm((end, base))
    tick = (0.0, 6 / view.scale)
    ends = [[one - tick, one + tick] for one in (left, right)]
    line(ax, segments([[left, right], *ends]), 61, "ink", style.LINE)
    write(ax, "50 cm", (end + 10, base), size=style.SMALL, align="left")
    write(ax, style.DISCLAIMER, (style.WIDTH - 14, base), size=style.SMALL, color="ink-soft",
          align="right")  # fmt: skip
