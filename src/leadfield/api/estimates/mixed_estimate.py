"""Source estimates on the cortex and in volumes together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, final

from numpy.typing import ArrayLike

from leadfield.api.estimates.base_estimate import BaseSourceEstimate, make_estimate
from leadfield.api.estimates.directions import Directions, project_estimate
from leadfield.api.estimates.draw_mixed import draw_mixed
from leadfield.api.estimates.lazy_data import Data, LazyData
from leadfield.api.estimates.peak import PeakMode, locate_peak
from leadfield.api.estimates.save_estimate import save_as_hdf5
from leadfield.api.estimates.source_estimate import SourceEstimate, VectorSourceEstimate
from leadfield.api.estimates.volume_estimate import VolSourceEstimate, VolVectorSourceEstimate
from leadfield.base.front_door import public
from leadfield.estimates.directions import moment_lengths

if TYPE_CHECKING:
    from leadfield.api.brain.brain import Brain
    from leadfield.api.brain.options import (
        Backend,
        Color,
        ColorLimits,
        ColorMap,
        Cortex,
        FigureOrNumber,
        Hemi,
        Size,
        SmoothingSteps,
        TimeLabel,
        TimeUnit,
        TimeViewer,
        Traces,
        ViewLayout,
        Views,
    )
    from leadfield.api.sources.source_spaces import SourceSpaces
    from leadfield.base.arrays import Floats
    from leadfield.base.log import Verbose
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

    def plot(
        self,
        subject: str | None = None,
        surface: str = "inflated",
        hemi: Hemi = "lh",
        colormap: ColorMap = "auto",
        time_label: TimeLabel = "auto",
        smoothing_steps: SmoothingSteps = 10,
        transparent: bool | None = True,
        alpha: float = 1.0,
        time_viewer: TimeViewer = "auto",
        *,
        subjects_dir: str | Path | None = None,
        figure: FigureOrNumber = None,
        views: Views = "auto",
        colorbar: bool = True,
        clim: ColorLimits = "auto",
        cortex: Cortex = "classic",
        size: Size = 800,
        background: Color = "black",
        foreground: Color | None = None,
        initial_time: float | None = None,
        time_unit: TimeUnit = "s",
        backend: Backend = "auto",
        spacing: Literal["oct6"] = "oct6",
        title: str | None = None,
        show_traces: Traces = "auto",
        src: SourceSpaces | None = None,
        volume_options: float | Mapping[str, Any] | None = 1.0,
        view_layout: ViewLayout = "vertical",
        add_data_kwargs: Mapping[str, Any] | None = None,
        brain_kwargs: Mapping[str, Any] | None = None,
        block: bool = False,
        verbose: Verbose = None,
    ) -> Brain:
        """Plot the estimate on its cortex.

        Parameters
        ----------
        subject : str | None
            Subject whose cortex to draw on; None for the estimate's.
        surface : str
            The surface: ``"inflated"``, ``"white"``, ``"pial"``, ...
        hemi : "lh" | "rh" | "both" | "split"
            Hemispheres to show: one, both together, or both side by side. Both are also shown
            side by side where one would hide the other: lateral and medial views.
        colormap : str | Colormap
            Color map; ``"auto"`` takes one for signed or unsigned values.
        time_label : str | callable | None
            Format of the time, such as ``"%0.2f s"``, or a function that returns its text;
            ``"auto"`` for a usual one, None for no text.
        smoothing_steps : int | "nearest" | None
            Number of smoothing steps from the sources over the cortex; ``"nearest"`` gives each
            vertex the value of the nearest source, None smooths until the cortex is filled.
        transparent : bool | None
            Whether small values are transparent; None is True.
        alpha : float
            Opacity of the colors, from 0 to 1.
        time_viewer : bool | "auto"
            Whether a window must be available to change the time in.
        subjects_dir : path-like | None
            Folder of subjects; None takes the environment's ``SUBJECTS_DIR``.
        figure : Figure | int | None
            Matplotlib figure to draw into, or its number; None for a new one.
        views : str | list of str
            View or views: ``"lateral"``, ``"medial"``, ``"dorsal"``, ... or their first three
            letters; ``"auto"`` for that along an axis that sees the strongest source best.
        colorbar : bool
            Whether to show a color bar.
        clim : "auto" | dict
            Color limits: ``kind`` (``"percent"`` or ``"value"``) and ``lims`` or ``pos_lims``, each
            three numbers; ``"auto"`` goes from two fifths of the largest value to it.
        cortex : str | list | dict
            Colors of the cortex: the name of a style or of a color, or colors of ridges and folds.
        size : float | tuple of float
            Size of the picture in pixels: one number, or width and height.
        background : color
            Color of the background.
        foreground : color | None
            Color of texts; None for one that stands out from the background.
        initial_time : float | None
            Time shown first, in ``time_unit``; None for the time when
            the map as a whole is strongest.
        time_unit : "s" | "ms"
            Unit of times.
        backend : "auto" | "matplotlib"
            Renderer.
        spacing : "oct6"
            For compatibility: cortices are drawn whole.
        title : str | None
            Title of the picture and its window.
        show_traces : bool | float | "auto"
            Whether to show the time courses below the brain, or the part of the height they take.
        src : SourceSpaces
            The source spaces of the estimate, which must be given.
        volume_options : dict | float | None
            ``dict(alpha=...)`` sets the opacity of what is inside; numbers and other options of
            MNE-Python's are refused but for their defaults.
        view_layout : "vertical" | "horizontal"
            Whether views are placed below or beside each other.
        add_data_kwargs : None
            For compatibility: pass its options themselves.
        brain_kwargs : dict | None
            More options of the brain: ``alpha``, ``offset``, ``show``.
        block : bool
            Whether to wait until the window is closed.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        brain : Brain
            The figure, to which foci, labels and texts can be added.
        """
        return draw_mixed(self.value, locals())

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

    def plot(
        self,
        subject: str | None = None,
        hemi: Hemi = "lh",
        colormap: ColorMap = "hot",
        time_label: TimeLabel = "auto",
        smoothing_steps: SmoothingSteps = 10,
        transparent: bool | None = True,
        brain_alpha: float = 0.4,
        overlay_alpha: float | None = None,
        vector_alpha: float = 1.0,
        scale_factor: float | None = None,
        time_viewer: TimeViewer = "auto",
        *,
        subjects_dir: str | Path | None = None,
        figure: FigureOrNumber = None,
        views: Views = "lateral",
        colorbar: bool = True,
        clim: ColorLimits = "auto",
        cortex: Cortex = "classic",
        size: Size = 800,
        background: Color = "black",
        foreground: Color | None = None,
        initial_time: float | None = None,
        time_unit: TimeUnit = "s",
        title: str | None = None,
        show_traces: Traces = "auto",
        src: SourceSpaces | None = None,
        volume_options: float | Mapping[str, Any] | None = 1.0,
        view_layout: ViewLayout = "vertical",
        add_data_kwargs: Mapping[str, Any] | None = None,
        brain_kwargs: Mapping[str, Any] | None = None,
        verbose: Verbose = None,
    ) -> Brain:
        """Plot the moments as arrows in their cortex.

        Parameters
        ----------
        subject : str | None
            Subject whose cortex to draw on; None for the estimate's.
        hemi : "lh" | "rh" | "both" | "split"
            Hemispheres to show: one, both together, or both side by side. Both are also shown
            side by side where one would hide the other: lateral and medial views.
        colormap : str | Colormap
            Color map; ``"auto"`` takes one for signed or unsigned values.
        time_label : str | callable | None
            Format of the time, such as ``"%0.2f s"``, or a function that returns its text;
            ``"auto"`` for a usual one, None for no text.
        smoothing_steps : int | "nearest" | None
            Number of smoothing steps from the sources over the cortex; ``"nearest"`` gives each
            vertex the value of the nearest source, None smooths until the cortex is filled.
        transparent : bool | None
            Whether small values are transparent; None is True.
        brain_alpha : float
            Opacity of the cortex, from 0 to 1.
        overlay_alpha : float | None
            Opacity of the map of the moments' lengths; None for that of the cortex.
        vector_alpha : float
            Opacity of the arrows, from 0 to 1.
        scale_factor : float | None
            Scale of the arrows; None chooses one.
        time_viewer : bool | "auto"
            Whether a window must be available to change the time in.
        subjects_dir : path-like | None
            Folder of subjects; None takes the environment's ``SUBJECTS_DIR``.
        figure : Figure | int | None
            Matplotlib figure to draw into, or its number; None for a new one.
        views : str | list of str
            View or views: ``"lateral"``, ``"medial"``, ``"dorsal"``, ... or their first three
            letters; ``"auto"`` for that along an axis that sees the strongest source best.
        colorbar : bool
            Whether to show a color bar.
        clim : "auto" | dict
            Color limits: ``kind`` (``"percent"`` or ``"value"``) and ``lims`` or ``pos_lims``, each
            three numbers; ``"auto"`` goes from two fifths of the largest value to it.
        cortex : str | list | dict
            Colors of the cortex: the name of a style or of a color, or colors of ridges and folds.
        size : float | tuple of float
            Size of the picture in pixels: one number, or width and height.
        background : color
            Color of the background.
        foreground : color | None
            Color of texts; None for one that stands out from the background.
        initial_time : float | None
            Time shown first, in ``time_unit``; None for the time when
            the map as a whole is strongest.
        time_unit : "s" | "ms"
            Unit of times.
        title : str | None
            Title of the picture and its window.
        show_traces : bool | float | "auto"
            Whether to show the time courses below the brain, or the part of the height they take.
        src : SourceSpaces
            The source spaces of the estimate, which must be given.
        volume_options : dict | float | None
            ``dict(alpha=...)`` sets the opacity of what is inside; numbers and other options of
            MNE-Python's are refused but for their defaults.
        view_layout : "vertical" | "horizontal"
            Whether views are placed below or beside each other.
        add_data_kwargs : None
            For compatibility: pass its options themselves.
        brain_kwargs : dict | None
            More options of the brain: ``alpha``, ``offset``, ``show``.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        brain : Brain
            The figure, to which foci, labels and texts can be added.
        """
        return draw_mixed(self.value, locals())

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
