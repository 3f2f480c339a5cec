"""Source estimates in volumes, as users hold them."""

from typing import Any, final

from numpy.typing import ArrayLike

from leadfield.api.estimates.directions import projection
from leadfield.api.estimates.label_time_courses import SavedEstimate
from leadfield.base.arrays import Floats
from leadfield.base.public import public
from leadfield.estimates.directions import magnitudes


class VolumeEstimate(SavedEstimate):
    """An estimate in one volume or several, or at discrete points."""

    @property
    def _kind(self) -> str:
        return "volume"

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
            The point's number, or row.
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
class VolSourceEstimate(VolumeEstimate):
    """Values of sources in a volume over time.

    Parameters
    ----------
    data : array_like, shape (n_sources, n_times) | tuple
        The values; or a kernel (n_sources, n_channels) and sensor data
        (n_channels, n_times), multiplied when they are needed.
    vertices : list of array_like of int
        Numbers of the points in each source space, growing.
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
    VolVectorSourceEstimate : Three values a source.

    Examples
    --------
    >>> stc = VolSourceEstimate([[0.0, 1.0], [3.0, 2.0]], [[4, 7]], tmin=0, tstep=0.1)
    >>> stc.get_peak()
    (7, 0.0)
    """

    @property
    def _vector(self) -> bool:
        return False


@public("leadfield")
@final
class VolVectorSourceEstimate(VolumeEstimate):
    """Moments of sources in a volume over time.

    Parameters
    ----------
    data : array_like, shape (n_sources, 3, n_times) | tuple
        The moments along x, y and z; or a kernel (n_sources, 3, n_channels) and sensor data
        (n_channels, n_times).
    vertices : list of array_like of int
        Numbers of the points in each source space, growing.
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
    VolSourceEstimate : One value a source.

    Examples
    --------
    >>> stc = VolVectorSourceEstimate([[[3.0], [0.0], [4.0]]], [[7]], tmin=0, tstep=0.1)
    >>> stc.magnitude().data
    array([[5.]])
    """

    @property
    def _vector(self) -> bool:
        return True

    def magnitude(self) -> VolSourceEstimate:
        """Take the lengths of the moments.

        Returns
        -------
        stc : VolSourceEstimate
            One value a source.
        """
        return VolSourceEstimate.of(magnitudes(self.value))

    def project(
        self, directions: str | ArrayLike, src: Any = None, use_cps: bool = True
    ) -> tuple[VolSourceEstimate, Floats]:
        """Take the moments' components along a direction.

        Parameters
        ----------
        directions : "normal" | "pca" | array_like, shape (n_sources, 3)
            The normals of discrete points, the directions of most power, or unit vectors.
        src : SourceSpaces | None
            The source spaces, for their normals: ``"normal"`` needs them, ``"pca"`` points
            along them (up, in a volume) instead of to where the sum over time is positive.
        use_cps : bool
            Whether normals are averages over each source's patch, where known.

        Returns
        -------
        stc : VolSourceEstimate
            One value a source.
        directions : ndarray, shape (n_sources, 3)
            The directions.
        """
        value, lines = projection(self, directions, src, use_cps=use_cps)
        return VolSourceEstimate.of(value), lines
