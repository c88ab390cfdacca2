"""What shapes need to know about a body: content, size, and the erector's outer edge."""

from __future__ import annotations

import numpy as np
from attrs import field, frozen

from helpers.content import Content
from helpers.content.models.body import Bone, Muscle, Size

from .geometry import Points
from .scale import Floats, bone_factor, scaled

STRIP = "Z01"


@frozen(eq=False)
class Frame:
    """The back of one size, as far as the shapes on it need it. Right side, cm of this body."""

    content: Content
    size: Size
    _edge: Points = field(init=False)

    @_edge.default
    def _edge_of_content(self) -> Points:
        return np.array([(row.y, row.edge) for row in self.content.erector.values()])

    def fixed(self, xy: object) -> Points:
        """Return reference points scaled as bones, muscles, zones and areas are."""
        return scaled(self.size, xy, bone_factor)  # type: ignore[arg-type]

    def reference(self, xy: Points) -> tuple[Points, Floats]:
        """Return this body's points as reference points, and by how much x was scaled there.

        Areas that meet on the reference body meet here too.
        """
        y = xy[:, 1] / self.size.y
        factor = bone_factor(self.size, y)
        return np.column_stack([xy[:, 0] / factor, y]), factor

    def entry(self, name: str) -> Bone | Muscle:
        """Return the bone or the muscle of that id."""
        return self.content.bone.get(name) or self.content.muscle[name]

    def polygon(self, name: str) -> Points:
        """Return the scaled points of a bone or a muscle."""
        return self.fixed(self.entry(name).points)

    def closed(self, name: str) -> bool:
        """Return whether a bone or a muscle is a polygon, and not a line."""
        entry = self.entry(name)
        return not isinstance(entry, Bone) or entry.kind == "polygon"

    def edge(self, y: Floats) -> Floats:
        """Return x of the outer edge of the erector spinae at this body's ``y``, cm."""
        reference = y / self.size.y
        return self.edge_at(reference, bone_factor(self.size, reference))

    def edge_at(self, reference: Floats, factor: Floats) -> Floats:
        """Return the same at reference ``y``, with the factor on x there, of :meth:`reference`."""
        return np.interp(reference, self._edge[:, 0], self._edge[:, 1]) * factor

    def strip(self) -> float:
        """Return half the width of the spine strip, cm: never scaled."""
        return self.content.zone[STRIP].part[0].shape[0].half_width or 0.0
