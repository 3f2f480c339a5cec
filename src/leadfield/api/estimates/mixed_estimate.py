"""Source estimates on the cortex and in volumes together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, final

from numpy.typing import ArrayLike

from leadfield.api.estimates.base_estimate import BaseSourceEstimate, make_estimate
from leadfield.api.estimates.directions import Directions, project_estimate
from leadfield.api.estimates.lazy_data import Data, LazyData
from leadfield.api.estimates.peak import PeakMode, locate_peak
from leadfield.api.estimates.save_estimate import save_as_hdf5
from leadfield.api.estimates.source_estimate import SourceEstimate, VectorSourceEstimate
from leadfield.api.estimates.volume_estimate import VolSourceEstimate, VolVectorSourceEstimate
from leadfield.base.front_door import public
from leadfield.estimates.directions import moment_lengths

if TYPE_CHECKING:
    from leadfield.api.sources.source_spaces import SourceSpaces
    from leadfield.base.arrays import Floats
    from leadfield.estimates.source_courses import Kind, SourceAxes


@public("leadfield")
@final
class MixedSourceEstimate(BaseSourceEstimate):
    """Values of sources on the cortex and in volumes over time.

    Parameters
    ----------
    data : array_like, shape (n_sources, n_times) | tuple
        The values; or a kernel (n_sources, n_channels) and sensor
        data (n_channels, n_times), multiplied when they are needed.
    vertices : list of array_like of int
        Vertices of the left and the right hemisphere, then points of each volume, growing.
    tmin : float
        Time of the first sample, in s.
    tstep : float
        Time from a sample to the next, in s.
    subject : str | None
        Name of the subject.
    verbose : bool | str | int | None
        Verbosity.

    See Also
    --------
    MixedVectorSourceEstimate : Vectors: three values per source.

    Examples
    --------
    >>> stc = MixedSourceEstimate([[1.0], [2.0], [3.0]], [[7], [4], [2]], tmin=0, tstep=0.1)
    >>> stc.surface().shape, stc.volume().shape
    ((2, 1), (1, 1))
    """

    _kind = "mixed"
    _vector = False

    save = save_as_hdf5

    def get_peak(
        self,
        tmin: float | None = None,
        tmax: float | None = None,
        mode: PeakMode = "abs",
        vert_as_index: bool = False,
        time_as_index: bool = False,
    ) -> tuple[int, float]:
        """Find the vertex or point and time of the largest value.

        Parameters
        ----------
        tmin : float | None
            Start of the search window in s, None for that of the data.
        tmax : float | None
            End of the search window in s, None for that of the data.
        mode : "abs" | "pos" | "neg"
            Whether to search magnitudes, positive values or negative values.
        vert_as_index : bool
            Whether to return the row in the data instead of the vertex or point number.
        time_as_index : bool
            Whether to return the sample index instead of the time.

        Returns
        -------
        pos : int
            The number of the vertex or point in its source space, or the row.
        latency : float | int
            The time in s, or the sample index.

        Raises
        ------
        DataError
            If there are no sources, or no value has the required sign.

        See Also
        --------
        leadfield.minimum_norm.detect : Whether trials hold a response: noise has a peak, too.
        """
        return locate_peak(
            *self._parts,
            None,
            (tmin, tmax),
            mode,
            vert_as_index=vert_as_index,
            time_as_index=time_as_index,
        )

    def surface(self) -> SourceEstimate:
        """Extract the sources on the cortex.

        Returns
        -------
        stc : SourceEstimate
            A new estimate.
        """
        return make_estimate(SourceEstimate, *take_spaces(self.data, self._axes, "surface"))

    def volume(self) -> VolSourceEstimate:
        """Extract the sources in volumes.

        Returns
        -------
        stc : VolSourceEstimate
            A new estimate.
        """
        return make_estimate(VolSourceEstimate, *take_spaces(self.data, self._axes, "volume"))


@public("leadfield")
@final
class MixedVectorSourceEstimate(BaseSourceEstimate):
    """Moments of sources on the cortex and in volumes over time.

    Parameters
    ----------
    data : array_like, shape (n_sources, 3, n_times) | tuple
        The moments along x, y and z; or a kernel
        (n_sources, 3, n_channels) and sensor data (n_channels, n_times).
    vertices : list of array_like of int
        Vertices of the left and the right hemisphere, then points of each volume, growing.
    tmin : float
        Time of the first sample, in s.
    tstep : float
        Time from a sample to the next, in s.
    subject : str | None
        Name of the subject.
    verbose : bool | str | int | None
        Verbosity.

    See Also
    --------
    MixedSourceEstimate : Scalars: one value per source.

    Examples
    --------
    >>> moments = [[[3.0], [0.0], [4.0]]] * 3
    >>> stc = MixedVectorSourceEstimate(moments, [[7], [4], [2]], tmin=0, tstep=0.1)
    >>> stc.magnitude().data.ravel()
    array([5., 5., 5.])
    """

    _kind = "mixed"
    _vector = True

    save = save_as_hdf5

    def get_peak(
        self,
        tmin: float | None = None,
        tmax: float | None = None,
        mode: PeakMode = "abs",
        vert_as_index: bool = False,
        time_as_index: bool = False,
    ) -> tuple[int, float]:
        """Find the vertex or point and time of the longest moment.

        Parameters
        ----------
        tmin : float | None
            Start of the search window in s, None for that of the data.
        tmax : float | None
            End of the search window in s, None for that of the data.
        mode : "abs" | "pos" | "neg"
            Whether to search magnitudes, positive values or negative values.
        vert_as_index : bool
            Whether to return the row in the data instead of the vertex or point number.
        time_as_index : bool
            Whether to return the sample index instead of the time.

        Returns
        -------
        pos : int
            The number of the vertex or point in its source space, or the row.
        latency : float | int
            The time in s, or the sample index.

        Raises
        ------
        DataError
            If there are no sources, or no value has the required sign.

        See Also
        --------
        leadfield.minimum_norm.detect : Whether trials hold a response: noise has a peak, too.
        """
        return locate_peak(
            *self._parts,
            None,
            (tmin, tmax),
            mode,
            vert_as_index=vert_as_index,
            time_as_index=time_as_index,
        )

    def magnitude(self) -> MixedSourceEstimate:
        """Compute the length of each moment.

        Returns
        -------
        stc : MixedSourceEstimate
            One value per source.
        """
        axes = replace(self._axes, vector=False)
        return make_estimate(MixedSourceEstimate, LazyData(moment_lengths(self.data)), axes)

    def project(
        self,
        directions: Directions | ArrayLike,
        src: SourceSpaces | None = None,
        use_cps: bool = True,
    ) -> tuple[MixedSourceEstimate, Floats]:
        """Project the moments on a direction for each source.

        Parameters
        ----------
        directions : "pca" | array_like, shape (n_sources, 3)
            The directions of most power, or unit vectors; volumes have no normals.
        src : SourceSpaces | None
            The source spaces: ``"pca"`` points along their normals (up, in a volume) instead
            of to where the sum over time is positive.
        use_cps : bool
            Whether normals are averages over each source's patch, where known.

        Returns
        -------
        stc : MixedSourceEstimate
            One value per source.
        directions : ndarray, shape (n_sources, 3)
            The directions.
        """
        data, vectors = project_estimate(self.value, directions, src, use_cps=use_cps)
        axes = replace(self._axes, vector=False)
        return make_estimate(MixedSourceEstimate, LazyData(data), axes), vectors

    def surface(self) -> VectorSourceEstimate:
        """Extract the sources on the cortex.

        Returns
        -------
        stc : VectorSourceEstimate
            A new estimate.
        """
        return make_estimate(VectorSourceEstimate, *take_spaces(self.data, self._axes, "surface"))

    def volume(self) -> VolVectorSourceEstimate:
        """Extract the sources in volumes.

        Returns
        -------
        stc : VolVectorSourceEstimate
            A new estimate.
        """
        return make_estimate(VolVectorSourceEstimate, *take_spaces(self.data, self._axes, "volume"))


def take_spaces(data: Data, axes: SourceAxes, kind: Kind) -> tuple[LazyData, SourceAxes]:
    """Copy of the data of the hemispheres (``"surface"``), or of the volumes after them."""
    spaces = slice(None, 2) if kind == "surface" else slice(2, None)
    vertices = axes.vertices[spaces]
    start = sum(map(len, axes.vertices[: spaces.start or 0]))
    rows = slice(start, start + sum(map(len, vertices)))
    return LazyData(data[rows].copy()), replace(axes, kind=kind, vertices=vertices)
