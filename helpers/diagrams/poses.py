"""The poses of getting up, from lying face down, from the side or from a chair to standing."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from attrs import evolve

from .figures import (
    CALF,
    COVER,
    FOOT,
    FORE,
    HAIR,
    HEAD,
    NECK,
    THIGH,
    TORSO,
    UPPER,
    Limb,
    Pose,
    box,
)

_BED: Final = (box(-4, 0, 2, 34), box(196, 0, 202, 34), box(-6, 26, 204, 36))
_MATTRESS: Final = box(-4, 36, 202, 50)
_EDGE: Final = (box(4, 0, 10, 34), box(74, 0, 80, 34), box(0, 26, 86, 36))
_EDGE_MATTRESS: Final = box(0, 36, 86, 50)
_CHAIR: Final = (box(118, 0, 122, 46), box(152, 0, 156, 46), box(116, 44, 158, 50))


def _head(x: float, y: float, face: tuple[float, float]) -> tuple[Limb, ...]:
    """Return a head: hair, and before it the face, which looks the way of ``face``."""
    dx, dy = face
    ahead = (x + 2.6 * dx, y + 2.6 * dy)
    return (
        Limb(((x, y), (x + 0.4, y)), HEAD, HAIR),
        Limb((ahead, (ahead[0] + 0.4, ahead[1])), HEAD - 5.5),
    )


LIE: Final = Pose(
    furniture=_BED,
    soft=(_MATTRESS, box(4, 50, 34, 54), box(160, 50, 178, 57)),
    groups=(
        (
            *_head(20, 64, (-0.4, -0.9)),
            Limb(((24, 63), (38, 63)), NECK),
            Limb(((44, 63), (68, 62), (94, 63)), TORSO),
            Limb(((96, 61), (118, 59), (138, 57)), THIGH),
            Limb(((138, 57), (158, 61), (176, 62)), CALF),
            Limb(((178, 61), (188, 55)), FOOT),
        ),
        (Limb(((84, 65), (100, 63), (126, 59), (150, 60), (170, 62)), 21, COVER),),
        (Limb(((49, 61), (70, 57), (96, 55)), FORE),),
    ),
)

ROLL: Final = Pose(
    furniture=_BED,
    soft=(_MATTRESS, box(6, 50, 36, 60)),
    groups=(
        (Limb(((112, 60), (140, 57), (166, 57)), THIGH), Limb(((166, 57), (176, 55)), FOOT)),
        (
            *_head(24, 70, (0.2, -1.0)),
            Limb(((30, 68), (44, 66)), NECK),
            Limb(((50, 66), (74, 64), (98, 66)), 30),
        ),
        (
            Limb(((100, 64), (128, 58)), THIGH + 2),
            Limb(((128, 58), (106, 54)), CALF),
            Limb(((106, 54), (98, 53)), FOOT),
        ),
        (Limb(((80, 66), (100, 65), (124, 60)), 30, COVER),),
        (Limb(((54, 70), (66, 58), (48, 55)), UPPER),),
    ),
    arrow=((66, 92), (84, 98), (102, 96), (114, 86)),
)

PUSH: Final = Pose(
    furniture=_BED,
    soft=(_MATTRESS,),
    groups=(
        (Limb(((66, 88), (46, 74), (40, 55)), UPPER),),
        (
            *_head(57, 115, (-0.7, -0.6)),
            Limb(((68, 97), (60, 110)), NECK),
            Limb(((70, 92), (84, 78), (98, 64)), TORSO),
        ),
        (
            Limb(((100, 60), (128, 56)), THIGH),
            Limb(((128, 55), (130, 14)), CALF),
            Limb(((129, 9), (132, 5), (142, 4)), FOOT),
        ),
        (Limb(((92, 68), (104, 60), (124, 57)), 20, COVER),),
        (Limb(((74, 90), (70, 72), (64, 55)), UPPER),),
    ),
    arrow=((22, 74), (24, 94), (32, 112)),
)

SIT: Final = Pose(
    furniture=_EDGE,
    soft=(_EDGE_MATTRESS,),
    groups=(
        (
            *_head(62, 138, (1.0, -0.1)),
            Limb(((61, 128), (61, 118)), NECK),
            Limb(((60, 110), (58, 88), (60, 64)), TORSO),
            Limb(((62, 59), (100, 58)), THIGH),
            Limb(((101, 56), (102, 14)), CALF),
            Limb(((102, 9), (105, 5), (117, 4)), FOOT),
        ),
        (Limb(((58, 74), (62, 62), (92, 60)), 22, COVER),),
        (Limb(((60, 108), (54, 84), (76, 70)), UPPER),),
    ),
)

STAND: Final = Pose(
    furniture=_CHAIR,
    groups=(
        (Limb(((80, 134), (98, 116), (116, 98)), UPPER),),
        (
            *_head(76, 166, (1.0, -0.1)),
            Limb(((76, 156), (76, 146)), NECK),
            Limb(((76, 136), (74, 114), (76, 92)), TORSO),
            Limb(((76, 88), (77, 52)), THIGH),
            Limb(((77, 50), (75, 14)), CALF),
            Limb(((75, 9), (78, 5), (90, 4)), FOOT),
        ),
        (Limb(((75, 122), (74, 104), (76, 82), (77, 66)), 25, COVER),),
        (Limb(((76, 136), (92, 112), (114, 100)), UPPER),),
    ),
    front=(box(114, 50, 119, 98), box(112, 94, 122, 100)),
)

LEAN: Final = Pose(
    furniture=(
        box(6, 0, 10, 44), box(44, 0, 48, 44), box(2, 42, 52, 48), box(2, 48, 7, 96),
        box(84, 0, 89, 70), box(140, 0, 145, 70), box(78, 68, 152, 74),
    ),
    soft=(box(84, 74, 128, 92),),
    groups=(
        (
            *_head(98, 105, (0.6, -0.8)),
            Limb(((88, 106), (80, 102)), NECK),
            Limb(((72, 98), (52, 82), (36, 64)), TORSO),
            Limb(((34, 58), (70, 56)), THIGH),
            Limb(((70, 54), (66, 14)), CALF),
            Limb(((66, 9), (69, 5), (80, 4)), FOOT),
        ),
        (Limb(((42, 78), (36, 64), (58, 58)), 23, COVER),),
        (Limb(((74, 96), (84, 88), (108, 95)), UPPER),),
    ),
)  # fmt: skip

SIT_ON_CHAIR: Final = evolve(
    SIT,
    furniture=(box(40, 0, 44, 44), box(84, 0, 88, 44), box(36, 43, 92, 50), box(34, 48, 39, 100)),
    soft=(),
)

POSES: Final = MappingProxyType(
    {
        "lie": LIE,
        "lean": LEAN,
        "roll": ROLL,
        "push": PUSH,
        "sit": SIT,
        "sit-chair": SIT_ON_CHAIR,
        "stand": STAND,
    }
)
"""By the id of the step in ``rising.toml``; "sit-chair" for those who sat all the time."""

SIZES: Final = MappingProxyType(
    {
        "lie": (200.0, 76.0),
        "lean": (150.0, 118.0),
        "roll": (200.0, 102.0),
        "push": (200.0, 128.0),
        "sit": (118.0, 152.0),
        "sit-chair": (118.0, 152.0),
        "stand": (200.0, 180.0),
    }
)
"""How far each pose reaches to the right and up, cm."""
