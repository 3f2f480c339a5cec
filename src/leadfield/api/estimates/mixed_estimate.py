"""Source estimates on the cortex and in volumes together, as users hold them."""

from dataclasses import replace
from typing import Any, final

import numpy as np
from numpy.typing import ArrayLike

from leadfield.api.estimates.directions import projection
from leadfield.api.estimates.label_time_courses import SavedEstimate
from leadfield.api.estimates.source_estimate import SourceEstimate, VectorSourceEstimate
from leadfield.api.estimates.volume_estimate import VolSourceEstimate, VolVectorSourceEstimate
from leadfield.base.arrays import Floats
from leadfield.base.public import public
from leadfield.estimates.directions import magnitudes
from leadfield.estimates.source_courses import SourceCourses


class MixedEstimate(SavedEstimate):
    """An estimate on both hemispheres and in more source spaces after them."""

    @property
    def _kind(self) -> str:
        return "mixed"

    def _part(self, kind: str, spaces: slice) -> SourceCourses:
        """The sources of some of the spaces."""
        value = self.value
        vertices = value.vertices[spaces]
        start = sum(map(len, value.vertices[: spaces.start or 0]))
        data = np.array(value.data[start : start + sum(map(len, vertices))])
        return replace(value, kind=kind, data=data, vertices=vertices)

    def get_peak(
        self,
        tmin: float | None = None,
        tmax: float | None = None,
        mode: str = "abs",
        vert_as_index: bool = False,
        time_as_index: bool = False,
    ) -> tuple[int, float]:
        """Find the largest value, or of moments the longest.

        Parameters
        ----------
        tmin : float | None
            First time to look at in s, None for that of the data.
        tmax : float | None
            Last time to look at in s, None for that of the data.
        mode : "abs" | "pos" | "neg"
            What counts: magnitude, positive values, or negative ones.
        vert_as_index : bool
            Whether to return the row in the data instead of the point's number.
        time_as_index : bool
            Whether to return the number of the sample instead of its time.

        Returns
        -------
        pos : int
            The number of the vertex or point in its space, or the row.
        latency : float | int
            When, in s, or the number of the sample.

        Raises
        ------
        DataError
            If there are no sources, or no value has the sign looked for.
        """
        return self._peak(None, (tmin, tmax), mode, (vert_as_index, time_as_index))


@public("leadfield")
@final
class MixedSourceEstimate(MixedEstimate):
    """Values of sources on the cortex and in volumes over time.

    Parameters
    ----------
    data : array_like, shape (n_sources, n_times) | tuple
        The values; or a kernel (n_sources, n_channels) and sensor data
        (n_channels, n_times), multiplied when they are needed.
    vertices : list of array_like of int
        Vertices of the left and the right hemisphere, then points of each volume, growing.
    tmin : float
        Time of the first sample, in s.
    tstep : float
        Time from a sample to the next, in s.
    subject : str | None
        Whose brain it is.
    verbose : bool | str | int | None
        How much to tell.

    See Also
    --------
    MixedVectorSourceEstimate : Three values a source.

    Examples
    --------
    >>> stc = MixedSourceEstimate([[1.0], [2.0], [3.0]], [[7], [4], [2]], tmin=0, tstep=0.1)
    >>> stc.surface().shape, stc.volume().shape
    ((2, 1), (1, 1))
    """

    @property
    def _vector(self) -> bool:
        return False

    def surface(self) -> SourceEstimate:
        """Take the sources on the cortex.

        Returns
        -------
        stc : SourceEstimate
            A new estimate.
        """
        return SourceEstimate.of(self._part("surface", slice(None, 2)))

    def volume(self) -> VolSourceEstimate:
        """Take the sources in volumes.

        Returns
        -------
        stc : VolSourceEstimate
            A new estimate.
        """
        return VolSourceEstimate.of(self._part("volume", slice(2, None)))


@public("leadfield")
@final
class MixedVectorSourceEstimate(MixedEstimate):
    """Moments of sources on the cortex and in volumes over time.

    Parameters
    ----------
    data : array_like, shape (n_sources, 3, n_times) | tuple
        The moments along x, y and z; or a kernel (n_sources, 3, n_channels) and sensor data
        (n_channels, n_times).
    vertices : list of array_like of int
        Vertices of the left and the right hemisphere, then points of each volume, growing.
    tmin : float
        Time of the first sample, in s.
    tstep : float
        Time from a sample to the next, in s.
    subject : str | None
        Whose brain it is.
    verbose : bool | str | int | None
        How much to tell.

    See Also
    --------
    MixedSourceEstimate : One value a source.

    Examples
    --------
    >>> moments = [[[3.0], [0.0], [4.0]]] * 3
    >>> stc = MixedVectorSourceEstimate(moments, [[7], [4], [2]], tmin=0, tstep=0.1)
    >>> stc.magnitude().data.ravel()
    array([5., 5., 5.])
    """

    @property
    def _vector(self) -> bool:
        return True

    def magnitude(self) -> MixedSourceEstimate:
        """Take the lengths of the moments.

        Returns
        -------
        stc : MixedSourceEstimate
            One value a source.
        """
        return MixedSourceEstimate.of(magnitudes(self.value))

    def project(
        self, directions: str | ArrayLike, src: Any = None, use_cps: bool = True
    ) -> tuple[MixedSourceEstimate, Floats]:
        """Take the moments' components along a direction.

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
            One value a source.
        directions : ndarray, shape (n_sources, 3)
            The directions.
        """
        value, lines = projection(self, directions, src, use_cps=use_cps)
        return MixedSourceEstimate.of(value), lines

    def surface(self) -> VectorSourceEstimate:
        """Take the sources on the cortex.

        Returns
        -------
        stc : VectorSourceEstimate
            A new estimate.
        """
        return VectorSourceEstimate.of(self._part("surface", slice(None, 2)))

    def volume(self) -> VolVectorSourceEstimate:
        """Take the sources in volumes.

        Returns
        -------
        stc : VolVectorSourceEstimate
            A new estimate.
        """
        return VolVectorSourceEstimate.of(self._part("volume", slice(2, None)))
