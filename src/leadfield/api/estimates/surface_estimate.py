"""What estimates on surfaces have in common: hemispheres, labels, pictures."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Self

import numpy as np

from leadfield.api import brain
from leadfield.api.estimates.label_time_courses import SavedEstimate
from leadfield.base.arrays import Ints
from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.estimates.label_rows import sources_in_label

if TYPE_CHECKING:
    from leadfield.api.brain.brain import Brain


class SurfaceEstimate(SavedEstimate):
    """An estimate on both hemispheres' surfaces."""

    @property
    def _kind(self) -> str:
        return "surface"

    @property
    def lh_data(self) -> Any:
        """The left hemisphere's data."""
        return self.data[: len(self.vertices[0])]

    @property
    def rh_data(self) -> Any:
        """The right hemisphere's data."""
        return self.data[len(self.vertices[0]) :]

    @property
    def lh_vertno(self) -> Ints:
        """The left hemisphere's vertices."""
        return self.vertices[0]

    @property
    def rh_vertno(self) -> Ints:
        """The right hemisphere's vertices."""
        return self.vertices[1]

    def get_peak(
        self,
        hemi: str | None = None,
        tmin: float | None = None,
        tmax: float | None = None,
        mode: str = "abs",
        vert_as_index: bool = False,
        time_as_index: bool = False,
    ) -> tuple[int, float]:
        """Find the largest value, or of moments the longest.

        Parameters
        ----------
        hemi : "lh" | "rh" | None
            The hemisphere to look in, None for both.
        tmin : float | None
            First time to look at in s, None for that of the data.
        tmax : float | None
            Last time to look at in s, None for that of the data.
        mode : "abs" | "pos" | "neg"
            What counts: magnitude, positive values, or negative ones.
        vert_as_index : bool
            Whether to return the row in the data instead of the vertex number.
        time_as_index : bool
            Whether to return the number of the sample instead of its time.

        Returns
        -------
        pos : int
            The vertex number (which does not say of which hemisphere), or row.
        latency : float | int
            When, in s, or the number of the sample.

        Raises
        ------
        DataError
            If there are no sources, or no value has the sign looked for.
        """
        return self._peak(hemi, (tmin, tmax), mode, (vert_as_index, time_as_index))

    def in_label(self, label: Any) -> Self:
        """Take the sources in a label.

        Parameters
        ----------
        label : Label | BiHemiLabel
            The label.

        Returns
        -------
        stc : SourceEstimate
            A new estimate.

        Raises
        ------
        MismatchError
            If none of the sources lies in the label, or it is of another subject.
        """
        value = self.value
        rows = sources_in_label(label, value.vertices, kind="surface", subject=value.subject)
        return self._with(value.restricted(rows))

    def expand(self, vertices: Any) -> Self:
        """Add sources whose values are 0, in place.

        Parameters
        ----------
        vertices : list of array_like of int
            Vertices of the left and the right hemisphere; those there are already stay.

        Returns
        -------
        stc : SourceEstimate
            The estimate itself.
        """
        if not isinstance(vertices, Sequence) or len(vertices) != len(self.vertices):
            msg = f"vertices must be a list of {len(self.vertices)} arrays, got {vertices!r}"
            raise ArgumentTypeError(msg)
        value = self.value
        pairs = list(zip(value.vertices, vertices, strict=True))
        all_vertices = [np.union1d(old, np.asarray(new, np.int64)) for old, new in pairs]
        data = np.zeros((sum(map(len, all_vertices)), *value.data.shape[1:]), value.data.dtype)
        start = 0
        for place, (old, _) in enumerate(pairs):
            rows = start + np.searchsorted(all_vertices[place], old)
            data[rows] = value.data[value.space_of(place)]
            start += len(all_vertices[place])
        self.vertices, self._data = all_vertices, data
        return self


def drawn(stc: SurfaceEstimate, subject: str | None, options: Mapping[str, Any]) -> "Brain":
    """The picture of an estimate; options of None and defaults are the picture's own."""
    value = stc.value
    if np.iscomplexobj(value.data):
        msg = "pictures show real values, got complex ones: draw abs(stc)"
        raise InputError(msg)
    options = {"quantity": value.quantity or "", **options}
    return brain.plot_estimate(
        values=value.data,  # type: ignore[arg-type]
        vertices=value.vertices,
        times=value.times,
        subject=subject or value.subject,
        vector=value.vector,
        **options,
    )
