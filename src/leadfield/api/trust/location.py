"""The place of one source and its credible set, as ``locate`` returns it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, final

from leadfield.api.labels.as_label import as_labels
from leadfield.api.labels.label import BiHemiLabel, Label, label_of, label_pair_of
from leadfield.api.trust import draw
from leadfield.base.front_door import explain_absent_members, public
from leadfield.trust.location import NOTHING, ONE, LocatedSource
from leadfield.trust.set_geometry import label_of_set, labels_touched

if TYPE_CHECKING:
    from leadfield.api.brain.brain import Brain
    from leadfield.api.brain.options import Hemi, Size, Views
    from leadfield.base.arrays import Floats, Ints
    from leadfield.trust.calibration import Calibration
    from leadfield.trust.location import Verdict


@public("leadfield.minimum_norm")
@final
@explain_absent_members
class Location:
    """The place of one source and the set that holds it, as :func:`locate` returns it.

    Parameters
    ----------
    value : LocatedSource
        The result as a frozen value.

    See Also
    --------
    locate : Makes it.
    """

    def __init__(self, value: LocatedSource) -> None:
        self.value = value

    @property
    def verdict(self) -> Verdict:
        """``"one source"``, ``"more than one source"`` or ``"nothing detected"``."""
        return self.value.verdict

    @property
    def p(self) -> float | None:
        """The p of the test for a response; None if an average came, which has none."""
        return self.value.p

    @property
    def tested(self) -> bool:
        """Whether trials were tested for a response."""
        return self.value.p is not None

    @property
    def coverage(self) -> float:
        """The chance with which the set is to hold the source."""
        return self.value.coverage

    @property
    def time(self) -> float | None:
        """The time in s; None where nothing was detected."""
        return self.value.time

    @property
    def hemi(self) -> str | None:
        """``"lh"`` or ``"rh"`` of the source that explains most; None outside the cortex."""
        return self.value.hemisphere

    @property
    def vertex(self) -> int | None:
        """Vertex of the source that explains most; None where nothing was detected."""
        return self.value.vertex

    @property
    def position(self) -> Floats | None:
        """Its position in m in the subject's surface RAS, of shape ``(3,)``."""
        return self.value.position

    @property
    def vertices(self) -> list[Ints]:
        """Vertices of the set, one array a source space: left and right for a cortex.

        They are empty unless the verdict is ``"one source"``.
        """
        return list(self.value.vertices)

    @property
    def radius(self) -> float | None:
        """Largest distance of a source of the set from the best one, in m; None without a set."""
        return self.value.radius

    @property
    def label(self) -> BiHemiLabel:
        """The set as a pair of labels, filled between its sources.

        ``label.lh`` and ``label.rh`` can be given to ``brain.add_label``; one that is empty
        has nothing of the set.
        """
        return label_pair_of(label_of_set(self.value.sources, self.value.vertices, "source"))

    @property
    def calibration(self) -> Calibration | None:
        """The calibration, for other locations with the same operator; None without a place."""
        return self.value.calibration

    def parcels(self, labels: Sequence[Label]) -> list[Label]:
        """Find the parcels that the set touches.

        Parameters
        ----------
        labels : list of Label
            The labels of a parcellation, as :func:`leadfield.read_labels_from_annot` returns.

        Returns
        -------
        touched : list of Label
            Those with sources of the set, the ones with most first.
        """
        values = [one for label in as_labels(labels) for one in label.hemispheres]
        return [
            label_of(one) for one in labels_touched(self.value.sources, self.value.vertices, values)
        ]

    def plot(
        self,
        subject: str | None = None,
        surface: str = "inflated",
        hemi: Hemi | None = None,
        *,
        subjects_dir: str | Path | None = None,
        views: Views = "auto",
        size: Size = 800,
        title: str | None = None,
        show: bool = True,
    ) -> Brain:
        """Draw the set on the cortex, with a ball at the source that explains most.

        The colours say which share of the largest energy a source explains.

        Parameters
        ----------
        subject : str | None
            Subject whose cortex to draw on; None for the operator's.
        surface : str
            The surface: ``"inflated"``, ``"white"``, ``"pial"``, ...
        hemi : "lh" | "rh" | "both" | "split" | None
            Hemispheres to show; None for those that the set is in.
        subjects_dir : path-like | None
            Folder of subjects; by default the environment variable ``SUBJECTS_DIR``.
        views : str | list of str
            View or views, as for :meth:`leadfield.SourceEstimate.plot`.
        size : float | tuple of float
            Size of the picture in pixels: one number, or width and height.
        title : str | None
            Title of the window; None for the verdict.
        show : bool
            Whether to show the figure, if the Matplotlib backend is interactive.

        Returns
        -------
        brain : Brain
            The brain.

        Raises
        ------
        StateError
            If there is no set, because nothing or more than one source was found.
        MismatchError
            If sources outside the cortex were searched.
        """
        return draw.draw_set(
            self.value,
            subject=subject,
            surface=surface,
            hemi=hemi,
            subjects_dir=subjects_dir,
            views=views,
            size=size,
            title=describe_location(self.value) if title is None else title,
            show=show,
        )

    def __repr__(self) -> str:
        return f"<Location | {describe_location(self.value)}>"


def describe_location(value: LocatedSource) -> str:
    """A location in words."""
    tested = "not tested for a response" if value.p is None else f"p = {value.p:.2g}"
    if value.verdict == NOTHING or value.time is None:
        return f"nothing distinguishable from noise ({tested})"
    when = f"{value.verdict} at {1e3 * value.time:.0f} ms"
    if value.verdict != ONE or value.radius is None:
        return f"{when} ({tested})"
    side = value.hemisphere or "volume"
    return (
        f"{when}, {side} vertex {value.vertex}, {100 * value.coverage:g} % set of "
        f"{sum(map(len, value.vertices))} sources within {1e3 * value.radius:.0f} mm ({tested})"
    )
