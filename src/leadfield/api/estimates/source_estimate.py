"""Source estimates on the cortex, as users hold them."""

from typing import TYPE_CHECKING, Any, final

from numpy.typing import ArrayLike

from leadfield.api.estimates.directions import projection
from leadfield.api.estimates.surface_estimate import SurfaceEstimate, drawn
from leadfield.base.arrays import Floats
from leadfield.base.errors import ArgumentTypeError
from leadfield.base.public import public
from leadfield.estimates.directions import magnitudes

if TYPE_CHECKING:
    from leadfield.api.brain.brain import Brain


@public("leadfield")
@final
class SourceEstimate(SurfaceEstimate):
    """Values of sources on the cortex over time.

    Parameters
    ----------
    data : array_like, shape (n_sources, n_times) | tuple
        The values, left hemisphere first; or a kernel (n_sources, n_channels) and sensor
        data (n_channels, n_times), multiplied when they are needed.
    vertices : list of array_like of int
        Vertices of the left and the right hemisphere, growing.
    tmin : float
        Time of the first sample, in s.
    tstep : float
        Time from a sample to the next, in s.
    subject : str | None
        Whose cortex it is.
    verbose : bool | str | int | None
        How much to tell.

    See Also
    --------
    VectorSourceEstimate : Three values a source.
    read_source_estimate : Read one.

    Examples
    --------
    >>> stc = SourceEstimate([[0.0, 1.0], [3.0, 2.0]], [[7], [4]], tmin=0, tstep=0.1)
    >>> stc.get_peak(hemi="rh")
    (4, 0.0)
    >>> (2 * stc).crop(tmin=0.1).data.tolist()
    [[2.0], [4.0]]
    """

    @property
    def _vector(self) -> bool:
        return False

    def plot(
        self,
        subject: str | None = None,
        surface: str = "inflated",
        hemi: str = "lh",
        **options: Any,
    ) -> "Brain":
        """Draw the estimate on its cortex.

        Parameters
        ----------
        subject : str | None
            Whose cortex to draw on; None for the estimate's.
        surface : str
            Which surface of it.
        hemi : "lh" | "rh" | "both" | "split"
            Which hemispheres, together or apart.
        **options : dict
            MNE-Python's other arguments: ``colormap``, ``clim``, ``views``, ``initial_time``,
            ``smoothing_steps``, ``subjects_dir``, ``size``, ``background``, ...

        Returns
        -------
        brain : Brain
            The picture, which can be added to and turned.
        """
        return drawn(self, subject, {"surface": surface, "hemi": hemi, **options})


@public("leadfield")
@final
class VectorSourceEstimate(SurfaceEstimate):
    """Moments of sources on the cortex over time.

    Parameters
    ----------
    data : array_like, shape (n_sources, 3, n_times) | tuple
        The moments along x, y and z, left hemisphere first; or a kernel
        (n_sources, 3, n_channels) and sensor data (n_channels, n_times).
    vertices : list of array_like of int
        Vertices of the left and the right hemisphere, growing.
    tmin : float
        Time of the first sample, in s.
    tstep : float
        Time from a sample to the next, in s.
    subject : str | None
        Whose cortex it is.
    verbose : bool | str | int | None
        How much to tell.

    See Also
    --------
    SourceEstimate : One value a source.

    Examples
    --------
    >>> stc = VectorSourceEstimate([[[3.0], [0.0], [4.0]]], [[7], []], tmin=0, tstep=0.1)
    >>> stc.magnitude().data
    array([[5.]])
    """

    @property
    def _vector(self) -> bool:
        return True

    def magnitude(self) -> SourceEstimate:
        """Take the lengths of the moments.

        Returns
        -------
        stc : SourceEstimate
            One value a source.
        """
        return SourceEstimate.of(magnitudes(self.value))

    def project(
        self, directions: str | ArrayLike, src: Any = None, use_cps: bool = True
    ) -> tuple[SourceEstimate, Floats]:
        """Take the moments' components along a direction.

        Parameters
        ----------
        directions : "normal" | "pca" | array_like, shape (n_sources, 3)
            The surface's normals, those of most power, or any unit vectors.
        src : SourceSpaces | None
            The source spaces, for their normals: ``"normal"`` needs them, ``"pca"`` points
            along them instead of to where the sum over time is positive.
        use_cps : bool
            Whether normals are averages over each source's patch, where known.

        Returns
        -------
        stc : SourceEstimate
            One value a source.
        directions : ndarray, shape (n_sources, 3)
            The directions.
        """
        value, lines = projection(self, directions, src, use_cps=use_cps)
        return SourceEstimate.of(value), lines

    def plot(self, subject: str | None = None, hemi: str = "lh", **options: Any) -> "Brain":
        """Draw the moments as arrows in their cortex.

        Parameters
        ----------
        subject : str | None
            Whose cortex to draw on; None for the estimate's.
        hemi : "lh" | "rh" | "both" | "split"
            Which hemispheres, together or apart.
        **options : dict
            MNE-Python's other arguments: ``colormap``, ``clim``, ``views``, ``initial_time``,
            ``vector_alpha``, ``scale_factor``, ``subjects_dir``, ...

        Returns
        -------
        brain : Brain
            The picture, which can be added to and turned.
        """
        return drawn(self, subject, {"hemi": hemi, **options})


@public("leadfield.viz")
def plot_source_estimates(stc: Any, subject: str | None = None, **options: Any) -> "Brain":
    """Draw an estimate on its cortex.

    Parameters
    ----------
    stc : SourceEstimate
        The estimate.
    subject : str | None
        Whose cortex to draw on; None for the estimate's.
    **options : dict
        As :meth:`SourceEstimate.plot` takes them.

    Returns
    -------
    brain : Brain
        The picture, which can be added to and turned.

    Examples
    --------
    >>> brain = plot_source_estimates(stc, hemi="rh", subjects_dir=subjects_dir, size=120)
    """
    if not isinstance(stc, SourceEstimate):
        msg = f"stc must be a SourceEstimate, got {type(stc).__name__}"
        raise ArgumentTypeError(msg)
    return stc.plot(subject, **options)


@public("leadfield.viz")
def plot_vector_source_estimates(stc: Any, subject: str | None = None, **options: Any) -> "Brain":
    """Draw moments as arrows in their cortex.

    Parameters
    ----------
    stc : VectorSourceEstimate
        The estimate.
    subject : str | None
        Whose cortex to draw on; None for the estimate's.
    **options : dict
        As :meth:`VectorSourceEstimate.plot` takes them.

    Returns
    -------
    brain : Brain
        The picture, which can be added to and turned.
    """
    if not isinstance(stc, VectorSourceEstimate):
        msg = f"stc must be a VectorSourceEstimate, got {type(stc).__name__}"
        raise ArgumentTypeError(msg)
    return stc.plot(subject, **options)
