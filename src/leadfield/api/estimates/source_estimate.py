"""Source estimates on the cortex."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Self, final

from numpy.typing import ArrayLike

from leadfield.api import estimates
from leadfield.api.estimates.base_estimate import BaseSourceEstimate, make_estimate
from leadfield.api.estimates.directions import Directions, project_estimate
from leadfield.api.estimates.draw import draw_estimate
from leadfield.api.estimates.lazy_data import Data, LazyData
from leadfield.api.estimates.peak import PeakMode, locate_peak
from leadfield.api.estimates.save_estimate import save_as_hdf5, save_estimate
from leadfield.api.estimates.surface import add_vertices, restrict_to_label
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
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
        PageSurface,
        PageView,
        Side,
        Size,
        SmoothingSteps,
        TimeLabel,
        TimeUnit,
        TimeViewer,
        Traces,
        ViewLayout,
        Views,
    )
    from leadfield.api.covariance.covariance import Covariance
    from leadfield.api.epochs.evoked import Evoked
    from leadfield.api.forward.forward import Forward
    from leadfield.api.inverse.inverse_operator import InverseOperator
    from leadfield.api.labels.label import BiHemiLabel, Label
    from leadfield.api.recording.info import Info
    from leadfield.api.sources.source_spaces import SourceSpaces
    from leadfield.base.arrays import Floats, Ints


@public("leadfield")
@final
class SourceEstimate(BaseSourceEstimate):
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
        Name of the subject.
    verbose : bool | str | int | None
        Verbosity.

    See Also
    --------
    VectorSourceEstimate : Vectors: three values per source.
    read_source_estimate : Read one.

    Examples
    --------
    >>> stc = SourceEstimate([[0.0, 1.0], [3.0, 2.0]], [[7], [4]], tmin=0, tstep=0.1)
    >>> stc.get_peak(hemi="rh")
    (4, 0.0)
    >>> (2 * stc).crop(tmin=0.1).data.tolist()
    [[2.0], [4.0]]
    """

    _kind = "surface"
    _vector = False

    save = save_estimate

    @property
    def lh_data(self) -> Data:
        """The left hemisphere's data."""
        return self.data[: len(self.vertices[0])]

    @property
    def rh_data(self) -> Data:
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
        hemi: Side | None = None,
        tmin: float | None = None,
        tmax: float | None = None,
        mode: PeakMode = "abs",
        vert_as_index: bool = False,
        time_as_index: bool = False,
    ) -> tuple[int, float]:
        """Find the vertex and time of the largest value.

        Parameters
        ----------
        hemi : "lh" | "rh" | None
            The hemisphere to look in, None for both.
        tmin : float | None
            Start of the search window in s, None for that of the data.
        tmax : float | None
            End of the search window in s, None for that of the data.
        mode : "abs" | "pos" | "neg"
            Whether to search magnitudes, positive values or negative values.
        vert_as_index : bool
            Whether to return the row in the data instead of the vertex number.
        time_as_index : bool
            Whether to return the sample index instead of the time.

        Returns
        -------
        pos : int
            The vertex number (which does not say of which hemisphere), or row.
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
            hemi,
            (tmin, tmax),
            mode,
            vert_as_index=vert_as_index,
            time_as_index=time_as_index,
        )

    def in_label(self, label: Label | BiHemiLabel) -> Self:
        """Restrict the estimate to the sources in a label.

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
        return make_estimate(type(self), *restrict_to_label(*self._parts, label))

    def expand(self, vertices: Sequence[ArrayLike]) -> Self:
        """Add sources whose values are 0, in place.

        Parameters
        ----------
        vertices : list of array_like of int
            Vertices of the left and the right hemisphere to add where they are missing.

        Returns
        -------
        stc : SourceEstimate
            The estimate itself.
        """
        data, axes = add_vertices(self.data, self._axes, vertices)
        return self._take_over(LazyData(data), axes)

    @verbose_aware
    def to_original_src(
        self,
        src_orig: SourceSpaces,
        subject_orig: str | None = None,
        subjects_dir: str | Path | None = None,
        verbose: Verbose = None,
    ) -> Self:
        """Take the estimate back to the sources that its own were moved from.

        Parameters
        ----------
        src_orig : SourceSpaces
            The source spaces that :func:`morph_source_spaces` moved to this subject.
        subject_orig : str | None
            The subject that they are of; by default theirs.
        subjects_dir : path-like | None
            Folder of subjects; by default the environment variable ``SUBJECTS_DIR``.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        stc : SourceEstimate
            A new estimate, with the same values.

        Raises
        ------
        MismatchError
            If the sources were moved from other source spaces.
        """
        return self._make_like(
            *estimates.on_cortex.take_back_to(self.value, src_orig, subject_orig, subjects_dir)
        )

    def center_of_mass(
        self,
        subject: str | None = None,
        hemi: Literal[0, 1] | None = None,
        restrict_vertices: bool | ArrayLike | SourceSpaces = False,
        subjects_dir: str | Path | None = None,
        surf: str = "sphere",
    ) -> tuple[int, int, float]:
        """Find the middle of the activity in space and time.

        Parameters
        ----------
        subject : str | None
            The subject; by default the estimate's.
        hemi : 0 | 1 | None
            The left (0) or the right (1) hemisphere; None for the only one with activity.
        restrict_vertices : bool | array of int | SourceSpaces
            Vertices to choose from: all (False), those of the estimate (True), or those given.
        subjects_dir : path-like | None
            Folder of subjects; by default the environment variable ``SUBJECTS_DIR``.
        surf : str
            The surface to take the mean position on. The sphere has no folds.

        Returns
        -------
        vertex : int
            The vertex nearest to the mean position, weighted by the sum of values over time.
        hemi : int
            Its hemisphere: 0 left, 1 right.
        t : float
            The mean time in s, weighted by the sum of values of all sources.

        Raises
        ------
        DataError
            If a value is negative or all of the hemisphere are 0.
        InputError
            If ``hemi`` is None and both hemispheres are active, or there is no subject.
        """
        return estimates.on_cortex.centre_of_activity(
            self.value, subject, hemi, restrict_vertices, subjects_dir, surf
        )

    @verbose_aware
    def estimate_snr(
        self, info: Info, fwd: Forward, cov: Covariance, verbose: Verbose = None
    ) -> Self:
        r"""Estimate the SNR at the sensors of each source's activity.

        Parameters
        ----------
        info : Info
            Information on the channels of the data.
        fwd : Forward
            The forward solution, from which the normals' components are taken.
        cov : Covariance
            The noise covariance, of which only variances count.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        snr_stc : SourceEstimate
            The SNR in dB.

        Raises
        ------
        MismatchError
            If the forward solution lacks sources of the estimate.

        Notes
        -----
        Values must be moments in A·m along normals (``method="MNE"``, fixed orientations).
        With the lead field :math:`b` of a source of 1 A·m at the N channels and the variances
        :math:`s^2` of their noise, the SNR of a moment :math:`a` is
        :math:`10 \log_{10} (a^2/N \sum_k b_k^2/s_k^2)` (Goldenholz et al. 2009).
        """
        snr = estimates.on_cortex.snr_of_sources(self.value, info, fwd, cov)
        return self._computed(LazyData(snr))

    def save_as_surface(
        self, fname: str | Path, src: SourceSpaces, *, scale: float = 1, scale_rr: float = 1e3
    ) -> None:
        """Save the estimate and the surface between its sources as GIFTI files.

        Parameters
        ----------
        fname : path-like
            File name up to ``-lh.gii``, ``-lh.time.gii``, ``-rh.gii`` and ``-rh.time.gii``,
            which are replaced if they exist.
        src : SourceSpaces
            The source spaces of the estimate, with triangles between the sources.
        scale : float
            Factor of the values.
        scale_rr : float
            Factor of the positions, which are in m: 1000 for mm.

        Raises
        ------
        InputError
            If ``src`` has no triangles between its sources, or values are complex.
        MismatchError
            If ``src`` has other sources.
        """
        estimates.on_cortex.save_gifti(self.value, fname, src, scale, scale_rr)

    def to_html(
        self,
        path: str | Path,
        evoked: Evoked | None = None,
        inverse: InverseOperator | None = None,
        subjects_dir: str | Path | None = None,
        labels: str | None = "aparc",
        title: str | None = None,
        *,
        subject: str | None = None,
        surface: PageSurface = "inflated",
        hemi: Literal["lh", "rh", "both"] | None = None,
        view: PageView | None = None,
        n_views: Literal[1, 4] = 1,
        colormap: ColorMap = "auto",
        clim: ColorLimits = "auto",
        transparent: bool | None = True,
        smoothing_steps: SmoothingSteps | Literal["auto"] = "auto",
        initial_time: float | None = None,
        time_unit: TimeUnit = "s",
        snr: float = 3.0,
        verbose: Verbose = None,
    ) -> Path:
        """Write the estimate on its cortex as one page of HTML.

        The page turns, scrubs and answers clicks in any browser, without a network: it can be
        sent to anybody. :func:`leadfield.viz.write_brain_page` takes several estimates.

        Parameters
        ----------
        path : path-like
            The file, such as ``"brain.html"``; an existing one is replaced.
        evoked : Evoked | None
            The response that the estimate was made from, to be shown beside it.
        inverse : InverseOperator | None
            The operator that the estimate was made with: the page can then change the
            signal-to-noise ratio and the method. It needs ``evoked``.
        subjects_dir : path-like | None
            Folder of subjects; None takes the environment's ``SUBJECTS_DIR``.
        labels : str | None
            The name of a parcellation of the subject, such as ``"aparc"``, for names and
            outlines of regions; None for none.
        title : str | None
            The heading; None for the subject and the estimate's name.
        subject : str | None
            Subject on whose cortex to draw; None for the estimate's.
        surface : "inflated" | "white" | "pial"
            The surface that is shown first; the page can go to the others.
        hemi : "lh" | "rh" | "both" | None
            Which hemispheres are shown first; None for that of the peak.
        view : str | None
            The view that is shown first, such as ``"lateral"`` or ``"dorsal"``; None for the
            one that sees the peak.
        n_views : 1 | 4
            How many views are shown first.
        colormap : str | Colormap
            Color map; ``"auto"`` takes one for signed or unsigned values.
        clim : "auto" | dict
            Color limits, as in :meth:`plot`.
        transparent : bool | None
            Whether small values are transparent.
        smoothing_steps : int | "nearest" | "auto" | None
            Number of smoothing steps from the sources over the cortex; ``"auto"`` takes as many
            as fill it, but at least 5.
        initial_time : float | None
            Time shown first, in ``time_unit``; None for the peak.
        time_unit : "s" | "ms"
            Unit of times.
        snr : float
            The signal-to-noise ratio that the live inverse starts from.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        path : Path
            The file.

        Raises
        ------
        InputError
            If the estimate has more than 5000 times, or ``inverse`` comes without ``evoked``.
        MismatchError
            If the inverse operator has other sources.
        """
        return estimates.web_page.write_brain_page(
            self,
            path,
            evoked,
            inverse,
            subjects_dir,
            labels,
            title,
            subject=subject,
            surface=surface,
            hemi=hemi,
            view=view,
            n_views=n_views,
            colormap=colormap,
            clim=clim,
            transparent=transparent,
            smoothing_steps=smoothing_steps,
            initial_time=initial_time,
            time_unit=time_unit,
            snr=snr,
            verbose=verbose,
        )

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> Any:
        """Show itself in a notebook: the viewer, where the subject's surfaces are known."""
        del include, exclude
        return estimates.notebook.notebook_bundle(self)

    def view(
        self,
        evoked: Evoked | None = None,
        inverse: InverseOperator | None = None,
        subjects_dir: str | Path | None = None,
        labels: str | None = "aparc",
    ) -> Path:
        """Open the page of :meth:`to_html` in the browser.

        Parameters
        ----------
        evoked : Evoked | None
            The response that the estimate was made from, to be shown beside it.
        inverse : InverseOperator | None
            The operator that the estimate was made with, for the live inverse.
        subjects_dir : path-like | None
            Folder of subjects; None takes the environment's ``SUBJECTS_DIR``.
        labels : str | None
            The name of a parcellation; None for none.

        Returns
        -------
        path : Path
            The page, in a new temporary folder.
        """
        return estimates.web_page.view_estimate(self, evoked, inverse, subjects_dir, labels)

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
        src: None = None,
        volume_options: float = 1.0,
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
        src : None
            For compatibility: only volumes need it.
        volume_options : float
            For compatibility: 1.0.
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
        return draw_estimate(self.value, locals())


@public("leadfield")
@final
class VectorSourceEstimate(BaseSourceEstimate):
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
        Name of the subject.
    verbose : bool | str | int | None
        Verbosity.

    See Also
    --------
    SourceEstimate : Scalars: one value per source.

    Examples
    --------
    >>> stc = VectorSourceEstimate([[[3.0], [0.0], [4.0]]], [[7], []], tmin=0, tstep=0.1)
    >>> stc.magnitude().data
    array([[5.]])
    """

    _kind = "surface"
    _vector = True

    save = save_as_hdf5

    @property
    def lh_data(self) -> Data:
        """The left hemisphere's data."""
        return self.data[: len(self.vertices[0])]

    @property
    def rh_data(self) -> Data:
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
        hemi: Side | None = None,
        tmin: float | None = None,
        tmax: float | None = None,
        mode: PeakMode = "abs",
        vert_as_index: bool = False,
        time_as_index: bool = False,
    ) -> tuple[int, float]:
        """Find the vertex and time of the longest moment.

        Parameters
        ----------
        hemi : "lh" | "rh" | None
            The hemisphere to look in, None for both.
        tmin : float | None
            Start of the search window in s, None for that of the data.
        tmax : float | None
            End of the search window in s, None for that of the data.
        mode : "abs" | "pos" | "neg"
            Whether to search magnitudes, positive values or negative values.
        vert_as_index : bool
            Whether to return the row in the data instead of the vertex number.
        time_as_index : bool
            Whether to return the sample index instead of the time.

        Returns
        -------
        pos : int
            The vertex number (which does not say of which hemisphere), or row.
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
            hemi,
            (tmin, tmax),
            mode,
            vert_as_index=vert_as_index,
            time_as_index=time_as_index,
        )

    def in_label(self, label: Label | BiHemiLabel) -> Self:
        """Restrict the estimate to the sources in a label.

        Parameters
        ----------
        label : Label | BiHemiLabel
            The label.

        Returns
        -------
        stc : VectorSourceEstimate
            A new estimate.

        Raises
        ------
        MismatchError
            If none of the sources lies in the label, or it is of another subject.
        """
        return make_estimate(type(self), *restrict_to_label(*self._parts, label))

    def expand(self, vertices: Sequence[ArrayLike]) -> Self:
        """Add sources whose values are 0, in place.

        Parameters
        ----------
        vertices : list of array_like of int
            Vertices of the left and the right hemisphere to add where they are missing.

        Returns
        -------
        stc : VectorSourceEstimate
            The estimate itself.
        """
        data, axes = add_vertices(self.data, self._axes, vertices)
        return self._take_over(LazyData(data), axes)

    @verbose_aware
    def to_original_src(
        self,
        src_orig: SourceSpaces,
        subject_orig: str | None = None,
        subjects_dir: str | Path | None = None,
        verbose: Verbose = None,
    ) -> Self:
        """Take the estimate back to the sources that its own were moved from.

        Parameters
        ----------
        src_orig : SourceSpaces
            The source spaces that :func:`morph_source_spaces` moved to this subject.
        subject_orig : str | None
            The subject that they are of; by default theirs.
        subjects_dir : path-like | None
            Folder of subjects; by default the environment variable ``SUBJECTS_DIR``.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        stc : VectorSourceEstimate
            A new estimate, with the same values.

        Raises
        ------
        MismatchError
            If the sources were moved from other source spaces.
        """
        return self._make_like(
            *estimates.on_cortex.take_back_to(self.value, src_orig, subject_orig, subjects_dir)
        )

    def magnitude(self) -> SourceEstimate:
        """Compute the length of each moment.

        Returns
        -------
        stc : SourceEstimate
            One value per source.
        """
        axes = replace(self._axes, vector=False)
        return make_estimate(SourceEstimate, LazyData(moment_lengths(self.data)), axes)

    def project(
        self,
        directions: Directions | ArrayLike,
        src: SourceSpaces | None = None,
        use_cps: bool = True,
    ) -> tuple[SourceEstimate, Floats]:
        """Project the moments on a direction for each source.

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
            One value per source.
        directions : ndarray, shape (n_sources, 3)
            The directions.
        """
        data, vectors = project_estimate(self.value, directions, src, use_cps=use_cps)
        axes = replace(self._axes, vector=False)
        return make_estimate(SourceEstimate, LazyData(data), axes), vectors

    def to_html(
        self,
        path: str | Path,
        evoked: Evoked | None = None,
        inverse: InverseOperator | None = None,
        subjects_dir: str | Path | None = None,
        labels: str | None = "aparc",
        title: str | None = None,
        *,
        subject: str | None = None,
        surface: PageSurface = "inflated",
        hemi: Literal["lh", "rh", "both"] | None = None,
        view: PageView | None = None,
        n_views: Literal[1, 4] = 1,
        colormap: ColorMap = "hot",
        clim: ColorLimits = "auto",
        transparent: bool | None = True,
        smoothing_steps: SmoothingSteps | Literal["auto"] = "auto",
        initial_time: float | None = None,
        time_unit: TimeUnit = "s",
        snr: float = 3.0,
        verbose: Verbose = None,
    ) -> Path:
        """Write the estimate on its cortex as one page of HTML.

        The page turns, scrubs and answers clicks in any browser, without a network: it can be
        sent to anybody. :func:`leadfield.viz.write_brain_page` takes several estimates.

        Parameters
        ----------
        path : path-like
            The file, such as ``"brain.html"``; an existing one is replaced.
        evoked : Evoked | None
            The response that the estimate was made from, to be shown beside it.
        inverse : InverseOperator | None
            The operator that the estimate was made with: the page can then change the
            signal-to-noise ratio and the method. It needs ``evoked``.
        subjects_dir : path-like | None
            Folder of subjects; None takes the environment's ``SUBJECTS_DIR``.
        labels : str | None
            The name of a parcellation of the subject, such as ``"aparc"``, for names and
            outlines of regions; None for none.
        title : str | None
            The heading; None for the subject and the estimate's name.
        subject : str | None
            Subject on whose cortex to draw; None for the estimate's.
        surface : "inflated" | "white" | "pial"
            The surface that is shown first; the page can go to the others.
        hemi : "lh" | "rh" | "both" | None
            Which hemispheres are shown first; None for that of the peak.
        view : str | None
            The view that is shown first, such as ``"lateral"`` or ``"dorsal"``; None for the
            one that sees the peak.
        n_views : 1 | 4
            How many views are shown first.
        colormap : str | Colormap
            Color map; ``"auto"`` takes one for signed or unsigned values.
        clim : "auto" | dict
            Color limits, as in :meth:`plot`.
        transparent : bool | None
            Whether small values are transparent.
        smoothing_steps : int | "nearest" | "auto" | None
            Number of smoothing steps from the sources over the cortex; ``"auto"`` takes as many
            as fill it, but at least 5.
        initial_time : float | None
            Time shown first, in ``time_unit``; None for the peak.
        time_unit : "s" | "ms"
            Unit of times.
        snr : float
            The signal-to-noise ratio that the live inverse starts from.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        path : Path
            The file.

        Raises
        ------
        InputError
            If the estimate has more than 5000 times, or ``inverse`` comes without ``evoked``.
        MismatchError
            If the inverse operator has other sources.
        """
        return estimates.web_page.write_brain_page(
            self,
            path,
            evoked,
            inverse,
            subjects_dir,
            labels,
            title,
            subject=subject,
            surface=surface,
            hemi=hemi,
            view=view,
            n_views=n_views,
            colormap=colormap,
            clim=clim,
            transparent=transparent,
            smoothing_steps=smoothing_steps,
            initial_time=initial_time,
            time_unit=time_unit,
            snr=snr,
            verbose=verbose,
        )

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> Any:
        """Show itself in a notebook: the viewer, where the subject's surfaces are known."""
        del include, exclude
        return estimates.notebook.notebook_bundle(self)

    def view(
        self,
        evoked: Evoked | None = None,
        inverse: InverseOperator | None = None,
        subjects_dir: str | Path | None = None,
        labels: str | None = "aparc",
    ) -> Path:
        """Open the page of :meth:`to_html` in the browser.

        Parameters
        ----------
        evoked : Evoked | None
            The response that the estimate was made from, to be shown beside it.
        inverse : InverseOperator | None
            The operator that the estimate was made with, for the live inverse.
        subjects_dir : path-like | None
            Folder of subjects; None takes the environment's ``SUBJECTS_DIR``.
        labels : str | None
            The name of a parcellation; None for none.

        Returns
        -------
        path : Path
            The page, in a new temporary folder.
        """
        return estimates.web_page.view_estimate(self, evoked, inverse, subjects_dir, labels)

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
        src: None = None,
        volume_options: float = 1.0,
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
        src : None
            For compatibility: only volumes need it.
        volume_options : float
            For compatibility: 1.0.
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
        return draw_estimate(self.value, locals())
