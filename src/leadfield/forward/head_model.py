"""Head models: what a lead field is computed from, whatever the conductor."""

from abc import ABC, abstractmethod

from leadfield.base.arrays import Bools, Floats
from leadfield.forward.sensors import Sensors


class HeadModel(ABC):
    """Abstract head model. Positions come in its own frame, in m.

    Lead fields are (n_sensors, 3 n_sources), a source's x, y and z side by side, in
    T or T/m per A·m and V per A·m.
    """

    __slots__ = ()
    frame: int

    @abstractmethod
    def magnetic(self, coils: Sensors, sources: Floats) -> Floats:
        """The lead field of coils."""

    @abstractmethod
    def electric(self, electrodes: Sensors, sources: Floats) -> Floats:
        """The lead field of electrodes."""

    @abstractmethod
    def within_brain(self, points: Floats) -> Bools:
        """Whether each point is inside the inner skull, where sources may be."""

    @abstractmethod
    def to_skull(self, points: Floats) -> Floats:
        """Distance of each point to the inner skull, in m."""

    @abstractmethod
    def within_head(self, points: Floats) -> Bools:
        """Whether each point is inside the head, where no sensor can be."""
