"""Source estimates in volumes, or at discrete points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Self, final

from numpy.typing import ArrayLike

from leadfield.api import estimates
from leadfield.api.estimates.base_estimate import BaseSourceEstimate, make_estimate
from leadfield.api.estimates.directions import Directions, project_estimate
from leadfield.api.estimates.draw_mixed import draw_volumes
from leadfield.api.estimates.in_structure import (
    extract_structure_courses,
    restrict_to_structure,
)
from leadfield.api.estimates.lazy_data import LazyData
from leadfield.api.estimates.peak import PeakMode, locate_peak
from leadfield.api.estimates.save_estimate import save_as_hdf5, save_estimate
from leadfield.api.estimates.volume_image import image_of_estimate
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.estimates.directions import moment_lengths
from leadfield.estimates.nifti import write_image

if TYPE_CHECKING:
    from matplotlib.figure import Figure

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
    from leadfield.api.epochs.evoked import Evoked
    from leadfield.api.estimates.extract import AllowEmpty
    from leadfield.api.estimates.lazy_data import Data
    from leadfield.api.inverse.inverse_operator import InverseOperator
    from leadfield.api.labels.structures import SegmentationLabels
    from leadfield.api.morph.morph import SourceMorph
    from leadfield.api.sources.source_spaces import SourceSpaces
    from leadfield.base.arrays import Floats

VolumeMode = Literal["auto", "mean", "max"]


@public("leadfield")
@final
class VolSourceEstimate(BaseSourceEstimate):
    """Values of sources in a volume over time.

    Parameters
    ----------
    data : array_like, shape (n_sources, n_times) | tuple
        The values; or a kernel (n_sources, n_channels) and sensor
        data (n_channels, n_times), multiplied when they are needed.
    vertices : list of array_like of int
        Numbers of the points in each source space, growing.
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
    VolVectorSourceEstimate : Vectors: three values per source.

    Examples
    --------
    >>> stc = VolSourceEstimate([[0.0, 1.0], [3.0, 2.0]], [[4, 7]], tmin=0, tstep=0.1)
    >>> stc.get_peak()
    (7, 0.0)
    """

    _kind = "volume"
    _vector = False

    save = save_estimate

    def get_peak(
        self,
        tmin: float | None = None,
        tmax: float | None = None,
        mode: PeakMode = "abs",
        vert_as_index: bool = False,
        time_as_index: bool = False,
    ) -> tuple[int, float]:
        """Find the point and time of the largest value.

        Parameters
        ----------
        tmin : float | None
            Start of the search window in s, None for that of the data.
        tmax : float | None
            End of the search window in s, None for that of the data.
        mode : "abs" | "pos" | "neg"
            Whether to search magnitudes, positive values or negative values.
        vert_as_index : bool
            Whether to return the row in the data instead of the point number.
        time_as_index : bool
            Whether to return the sample index instead of the time.

        Returns
        -------
        pos : int
            The number of the point in its source space, or the row.
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

    @verbose_aware
    def extract_label_time_course(  # type: ignore[override]
        self,
        labels: SegmentationLabels,
        src: SourceSpaces,
        mode: VolumeMode = "auto",
        allow_empty: AllowEmpty = False,
        *,
        mri_resolution: bool = True,
        verbose: Verbose = None,
    ) -> Data:
        """Extract one time course per structure of a segmentation.

        Parameters
        ----------
        labels : path-like | tuple
            A segmentation such as ``aseg.mgz``, with the voxels of the image that ``src`` was
            made with, for all structures in it; or a tuple of it and names of structures, or
            a dict of their numbers by name.
        src : SourceSpaces
            The source spaces of the operator.
        mode : "auto" | "mean" | "max"
            ``"mean"``, which ``"auto"`` is, averages; ``"max"`` takes the largest magnitude
            at each time.
        allow_empty : bool | "ignore"
            Whether structures without anything in them get zeros, with a warning or without.
        mri_resolution : bool
            Whether structures are their voxels, which the sources around them fill, or the
            sources whose voxel belongs to them.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        label_tc : ndarray, shape (n_labels, ..., n_times)
            The time courses.

        Raises
        ------
        MismatchError
            If a structure is empty, or the segmentation has other voxels.
        StateError
            If ``src`` does not know its image, or has no interpolator.
        """
        return extract_structure_courses(
            self._parts,
            labels=labels,
            src=src,
            mode=mode,
            allow_empty=allow_empty,
            mri_resolution=mri_resolution,
        )

    @verbose_aware
    def in_label(
        self,
        label: str | int,
        mri: str | Path,
        src: SourceSpaces,
        *,
        verbose: Verbose = None,
    ) -> Self:
        """Restrict the estimate to the sources in a structure.

        Parameters
        ----------
        label : str | int
            The name of a structure in an ``aseg.mgz``, or its number in the image.
        mri : path-like
            The segmentation, with the voxels of the image that ``src`` was made with.
        src : SourceSpaces
            The source spaces of the estimate: one volume.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        stc : VolSourceEstimate
            A new estimate, of the sources whose voxel belongs to the structure.

        Raises
        ------
        MismatchError
            If the segmentation has other voxels.
        StateError
            If the estimate is in several volumes.
        """
        return make_estimate(type(self), *restrict_to_structure(*self._parts, label, mri, src))

    @verbose_aware
    def plot(
        self,
        src: SourceSpaces | SourceMorph,
        subject: str | None = None,
        subjects_dir: str | Path | None = None,
        mode: Literal["stat_map", "glass_brain"] = "stat_map",
        bg_img: Any = "T1.mgz",
        colorbar: bool = True,
        colormap: ColorMap = "auto",
        clim: ColorLimits = "auto",
        transparent: bool | Literal["auto"] | None = "auto",
        show: bool = True,
        initial_time: float | None = None,
        initial_pos: ArrayLike | None = None,
        verbose: Verbose = None,
    ) -> Figure:
        """Plot the estimate: slices of an image or a glass brain, and a time course.

        In a window, click a panel for another place, the time course for another time, and
        press the left and right arrow keys, with shift for larger steps, to go through time.

        Parameters
        ----------
        src : SourceSpaces | SourceMorph
            The source spaces of the estimate, with volumes on a grid in an MRI; or a morph of
            them, to draw the estimate in the other subject.
        subject : str | None
            The subject that it is drawn in; None for that of the source spaces or of the
            estimate, or for that which a morph leads to.
        subjects_dir : path-like | None
            Folder of subjects; None takes the environment's ``SUBJECTS_DIR``.
        mode : "stat_map" | "glass_brain"
            Whether to show three slices of the image through one place, or all of a standard
            brain from three sides.
        bg_img : str | path-like | nibabel image | None
            The image of ``"stat_map"``: a name in the subject's ``mri`` folder, a file, or an
            image of nibabel's. None is ``"T1.mgz"``.
        colorbar : bool
            Whether to show a color bar.
        colormap : str | Colormap
            Color map; ``"auto"`` takes one for signed or unsigned values.
        clim : "auto" | dict
            Color limits: ``kind`` (``"percent"`` or ``"value"``) and ``lims`` or ``pos_lims``,
            each three numbers; ``"auto"`` goes from two fifths of the largest value to it.
        transparent : bool | "auto" | None
            Whether small values are transparent; None and ``"auto"`` are True.
        show : bool
            Whether to show the figure, if the Matplotlib backend is interactive.
        initial_time : float | None
            The time in s; None for that of the largest size, at ``initial_pos`` if given.
        initial_pos : array_like, shape (3,) | None
            The place in m, in the coordinates that the panels give; None for the source with
            the largest size, at ``initial_time`` if given.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        fig : matplotlib.figure.Figure
            The figure.

        See Also
        --------
        leadfield.viz.plot_volume_source_estimates : Says more about the modes.
        """
        return estimates.plot_volume.draw_volume(self.value, locals())

    def to_html(
        self,
        path: str | Path,
        src: SourceSpaces | SourceMorph,
        evoked: Evoked | None = None,
        inverse: InverseOperator | None = None,
        subjects_dir: str | Path | None = None,
        labels: str | None = "aseg",
        title: str | None = None,
        *,
        subject: str | None = None,
        bg_img: Any = "T1.mgz",
        colormap: ColorMap = "auto",
        clim: ColorLimits = "auto",
        transparent: bool | None = True,
        initial_time: float | None = None,
        initial_pos: ArrayLike | None = None,
        time_unit: TimeUnit = "s",
        snr: float = 3.0,
        verbose: Verbose = None,
    ) -> Path:
        """Write slices with the activity on them as one page of HTML.

        The page shows three slices through one place, and the time course there, in any
        browser, without a network: it can be sent to anybody.
        :func:`leadfield.viz.write_volume_page` takes several estimates.

        Parameters
        ----------
        path : path-like
            The file, such as ``"slices.html"``; an existing one is replaced.
        src : SourceSpaces | SourceMorph
            The source spaces of the estimate, with volumes on a grid in an MRI; or a morph of
            them, to show the estimate in the other subject.
        evoked : Evoked | None
            The response that the estimate was made from, to be shown beside it.
        inverse : InverseOperator | None
            The operator that the estimate was made with: the page can then change the
            signal-to-noise ratio and the method. It needs ``evoked``.
        subjects_dir : path-like | None
            Folder of subjects; None takes the environment's ``SUBJECTS_DIR``.
        labels : str | None
            The name of a segmentation in the subject's ``mri`` folder, for names of structures;
            None for none.
        title : str | None
            The heading; None for the subject and the estimate's name.
        subject : str | None
            The subject that it is shown in; None for that of the source spaces or of the
            estimate.
        bg_img : str | path-like | nibabel image | None
            The image behind, as in :meth:`plot`. Where the usual one is not found, the page
            shows where sources are in grey.
        colormap : str | Colormap
            Color map; ``"auto"`` takes one for signed or unsigned values.
        clim : "auto" | dict
            Color limits, as in :meth:`plot`.
        transparent : bool | None
            Whether small values are transparent.
        initial_time : float | None
            Time shown first, in ``time_unit``; None for the peak, at ``initial_pos`` if given.
        initial_pos : array_like, shape (3,) | None
            The place shown first in m, in coordinates of the scanner; None for the source with
            the largest size, at ``initial_time`` if given.
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
            If ``src`` or the inverse operator has other sources.
        """
        return estimates.volume_page.write_volume_page(
            self,
            path,
            src,
            evoked,
            inverse,
            subjects_dir,
            labels,
            title,
            subject=subject,
            bg_img=bg_img,
            colormap=colormap,
            clim=clim,
            transparent=transparent,
            initial_time=initial_time,
            initial_pos=initial_pos,
            time_unit=time_unit,
            snr=snr,
            verbose=verbose,
        )

    def view(
        self,
        src: SourceSpaces | SourceMorph,
        evoked: Evoked | None = None,
        inverse: InverseOperator | None = None,
        subjects_dir: str | Path | None = None,
        labels: str | None = "aseg",
    ) -> Path:
        """Open the page of :meth:`to_html` in the browser.

        Parameters
        ----------
        src : SourceSpaces | SourceMorph
            The source spaces of the estimate, with volumes on a grid in an MRI; or a morph of
            them, to show the estimate in the other subject.
        evoked : Evoked | None
            The response that the estimate was made from, to be shown beside it.
        inverse : InverseOperator | None
            The operator that the estimate was made with, for the live inverse.
        subjects_dir : path-like | None
            Folder of subjects; None takes the environment's ``SUBJECTS_DIR``.
        labels : str | None
            The name of a segmentation; None for none.

        Returns
        -------
        path : Path
            The page, in a new temporary folder.
        """
        return estimates.volume_page.view_volume(self, src, evoked, inverse, subjects_dir, labels)

    def widget(
        self,
        src: SourceSpaces | SourceMorph,
        subjects_dir: str | Path | None = None,
        labels: str | None = "aseg",
        height: int = 620,
    ) -> Any:
        """Make a view for notebooks: slices to move through, and time courses.

        It is a widget where anywidget is installed (``pip install 'leadfield[notebook]'``), whose
        ``time``, ``map`` and ``picks`` can be read and set; else a page in a frame.

        Parameters
        ----------
        src : SourceSpaces | SourceMorph
            The source spaces of the estimate, with volumes on a grid in an MRI; or a morph of
            them, to show the estimate in the other subject.
        subjects_dir : path-like | None
            Folder of subjects; None takes the environment's ``SUBJECTS_DIR``.
        labels : str | None
            The name of a segmentation; None for none.
        height : int
            Height in pixels.

        Returns
        -------
        view : object
            What a notebook shows as a result.
        """
        return estimates.volume_page.volume_widget(self, src, subjects_dir, labels, height)

    def plot_3d(
        self,
        subject: str | None = None,
        surface: str = "white",
        hemi: Hemi = "both",
        colormap: ColorMap = "auto",
        time_label: TimeLabel = "auto",
        smoothing_steps: SmoothingSteps = 10,
        transparent: bool | None = True,
        alpha: float = 0.1,
        time_viewer: TimeViewer = "auto",
        subjects_dir: str | Path | None = None,
        figure: FigureOrNumber = None,
        views: Views = "axial",
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
        """Plot the estimate inside a see-through cortex.

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
            Opacity of the cortex, from 0 to 1.
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
        return draw_volumes(self.value, locals())

    def as_volume(
        self,
        src: SourceSpaces,
        dest: Literal["mri", "surf"] = "mri",
        mri_resolution: bool = False,
        format: Literal["nifti1", "nifti2"] = "nifti1",
    ) -> Any:
        """Make an image of the estimate.

        Parameters
        ----------
        src : SourceSpaces
            The source spaces of the estimate, with volumes on a grid.
        dest : "mri" | "surf"
            Whether the image is placed in the coordinates of the MRI, or in those of
            FreeSurfer's surfaces.
        mri_resolution : bool
            Whether to interpolate to the voxels of the MRI, which are many.
        format : "nifti1" | "nifti2"
            The format.

        Returns
        -------
        img : nibabel.Nifti1Image | nibabel.Nifti2Image
            The image, of x, y, z in mm and time in ms, with zeros where there is no source.

        Raises
        ------
        MismatchError
            If ``src`` has other sources.
        StateError
            If ``src`` does not know where it is in the MRI, or has no interpolator.
        """
        return image_of_estimate(self.value, src, dest, mri_resolution, format)

    @verbose_aware
    def save_as_volume(
        self,
        fname: str | Path,
        src: SourceSpaces,
        dest: Literal["mri", "surf"] = "mri",
        mri_resolution: bool = False,
        format: Literal["nifti1", "nifti2"] = "nifti1",
        *,
        overwrite: bool = False,
        verbose: Verbose = None,
    ) -> None:
        """Save an image of the estimate.

        Parameters
        ----------
        fname : path-like
            The file, ending in ``.nii`` or ``.nii.gz``.
        src : SourceSpaces
            The source spaces of the estimate, with volumes on a grid.
        dest : "mri" | "surf"
            Whether the image is placed in the coordinates of the MRI, or in those of
            FreeSurfer's surfaces.
        mri_resolution : bool
            Whether to interpolate to the voxels of the MRI, which are many.
        format : "nifti1" | "nifti2"
            The format.
        overwrite : bool
            Whether an existing file may be replaced.
        verbose : bool | str | int | None
            Verbosity.

        Raises
        ------
        OverwriteError
            If the file exists and may not be replaced.

        See Also
        --------
        as_volume : Makes the image.
        """
        image = image_of_estimate(self.value, src, dest, mri_resolution, format)
        write_image(fname, image, overwrite=overwrite)


@public("leadfield")
@final
class VolVectorSourceEstimate(BaseSourceEstimate):
    """Moments of sources in a volume over time.

    Parameters
    ----------
    data : array_like, shape (n_sources, 3, n_times) | tuple
        The moments along x, y and z; or a kernel
        (n_sources, 3, n_channels) and sensor data (n_channels, n_times).
    vertices : list of array_like of int
        Numbers of the points in each source space, growing.
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
    VolSourceEstimate : Scalars: one value per source.

    Examples
    --------
    >>> stc = VolVectorSourceEstimate([[[3.0], [0.0], [4.0]]], [[7]], tmin=0, tstep=0.1)
    >>> stc.magnitude().data
    array([[5.]])
    """

    _kind = "volume"
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
        """Find the point and time of the longest moment.

        Parameters
        ----------
        tmin : float | None
            Start of the search window in s, None for that of the data.
        tmax : float | None
            End of the search window in s, None for that of the data.
        mode : "abs" | "pos" | "neg"
            Whether to search magnitudes, positive values or negative values.
        vert_as_index : bool
            Whether to return the row in the data instead of the point number.
        time_as_index : bool
            Whether to return the sample index instead of the time.

        Returns
        -------
        pos : int
            The number of the point in its source space, or the row.
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

    @verbose_aware
    def extract_label_time_course(  # type: ignore[override]
        self,
        labels: SegmentationLabels,
        src: SourceSpaces,
        mode: VolumeMode = "auto",
        allow_empty: AllowEmpty = False,
        *,
        mri_resolution: bool = True,
        verbose: Verbose = None,
    ) -> Data:
        """Extract one time course per structure of a segmentation.

        Parameters
        ----------
        labels : path-like | tuple
            A segmentation such as ``aseg.mgz``, with the voxels of the image that ``src`` was
            made with, for all structures in it; or a tuple of it and names of structures, or
            a dict of their numbers by name.
        src : SourceSpaces
            The source spaces of the operator.
        mode : "auto" | "mean" | "max"
            ``"mean"``, which ``"auto"`` is, averages; ``"max"`` takes the largest magnitude
            at each time.
        allow_empty : bool | "ignore"
            Whether structures without anything in them get zeros, with a warning or without.
        mri_resolution : bool
            Whether structures are their voxels, which the sources around them fill, or the
            sources whose voxel belongs to them.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        label_tc : ndarray, shape (n_labels, ..., n_times)
            The time courses.

        Raises
        ------
        MismatchError
            If a structure is empty, or the segmentation has other voxels.
        StateError
            If ``src`` does not know its image, or has no interpolator.
        """
        return extract_structure_courses(
            self._parts,
            labels=labels,
            src=src,
            mode=mode,
            allow_empty=allow_empty,
            mri_resolution=mri_resolution,
        )

    @verbose_aware
    def in_label(
        self,
        label: str | int,
        mri: str | Path,
        src: SourceSpaces,
        *,
        verbose: Verbose = None,
    ) -> Self:
        """Restrict the estimate to the sources in a structure.

        Parameters
        ----------
        label : str | int
            The name of a structure in an ``aseg.mgz``, or its number in the image.
        mri : path-like
            The segmentation, with the voxels of the image that ``src`` was made with.
        src : SourceSpaces
            The source spaces of the estimate: one volume.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        stc : VolVectorSourceEstimate
            A new estimate, of the sources whose voxel belongs to the structure.

        Raises
        ------
        MismatchError
            If the segmentation has other voxels.
        StateError
            If the estimate is in several volumes.
        """
        return make_estimate(type(self), *restrict_to_structure(*self._parts, label, mri, src))

    @verbose_aware
    def plot(
        self,
        src: SourceSpaces | SourceMorph,
        subject: str | None = None,
        subjects_dir: str | Path | None = None,
        mode: Literal["stat_map", "glass_brain"] = "stat_map",
        bg_img: Any = "T1.mgz",
        colorbar: bool = True,
        colormap: ColorMap = "auto",
        clim: ColorLimits = "auto",
        transparent: bool | Literal["auto"] | None = "auto",
        show: bool = True,
        initial_time: float | None = None,
        initial_pos: ArrayLike | None = None,
        verbose: Verbose = None,
    ) -> Figure:
        """Plot the lengths of moments: slices of an image or a glass brain, and a time course.

        In a window, click a panel for another place, the time course for another time, and
        press the left and right arrow keys, with shift for larger steps, to go through time.

        Parameters
        ----------
        src : SourceSpaces | SourceMorph
            The source spaces of the estimate, with volumes on a grid in an MRI; or a morph of
            them, to draw the estimate in the other subject.
        subject : str | None
            The subject that it is drawn in; None for that of the source spaces or of the
            estimate, or for that which a morph leads to.
        subjects_dir : path-like | None
            Folder of subjects; None takes the environment's ``SUBJECTS_DIR``.
        mode : "stat_map" | "glass_brain"
            Whether to show three slices of the image through one place, or all of a standard
            brain from three sides.
        bg_img : str | path-like | nibabel image | None
            The image of ``"stat_map"``: a name in the subject's ``mri`` folder, a file, or an
            image of nibabel's. None is ``"T1.mgz"``.
        colorbar : bool
            Whether to show a color bar.
        colormap : str | Colormap
            Color map; ``"auto"`` takes one for signed or unsigned values.
        clim : "auto" | dict
            Color limits: ``kind`` (``"percent"`` or ``"value"``) and ``lims`` or ``pos_lims``,
            each three numbers; ``"auto"`` goes from two fifths of the largest value to it.
        transparent : bool | "auto" | None
            Whether small values are transparent; None and ``"auto"`` are True.
        show : bool
            Whether to show the figure, if the Matplotlib backend is interactive.
        initial_time : float | None
            The time in s; None for that of the largest size, at ``initial_pos`` if given.
        initial_pos : array_like, shape (3,) | None
            The place in m, in the coordinates that the panels give; None for the source with
            the largest size, at ``initial_time`` if given.
        verbose : bool | str | int | None
            Verbosity.

        Returns
        -------
        fig : matplotlib.figure.Figure
            The figure.

        See Also
        --------
        leadfield.viz.plot_volume_source_estimates : Says more about the modes.
        """
        return estimates.plot_volume.draw_volume(self.value, locals())

    def to_html(
        self,
        path: str | Path,
        src: SourceSpaces | SourceMorph,
        evoked: Evoked | None = None,
        inverse: InverseOperator | None = None,
        subjects_dir: str | Path | None = None,
        labels: str | None = "aseg",
        title: str | None = None,
        *,
        subject: str | None = None,
        bg_img: Any = "T1.mgz",
        colormap: ColorMap = "auto",
        clim: ColorLimits = "auto",
        transparent: bool | None = True,
        initial_time: float | None = None,
        initial_pos: ArrayLike | None = None,
        time_unit: TimeUnit = "s",
        snr: float = 3.0,
        verbose: Verbose = None,
    ) -> Path:
        """Write slices with the lengths of the moments on them as one page of HTML.

        The page shows three slices through one place, and the time course there, in any
        browser, without a network: it can be sent to anybody.
        :func:`leadfield.viz.write_volume_page` takes several estimates.

        Parameters
        ----------
        path : path-like
            The file, such as ``"slices.html"``; an existing one is replaced.
        src : SourceSpaces | SourceMorph
            The source spaces of the estimate, with volumes on a grid in an MRI; or a morph of
            them, to show the estimate in the other subject.
        evoked : Evoked | None
            The response that the estimate was made from, to be shown beside it.
        inverse : InverseOperator | None
            The operator that the estimate was made with: the page can then change the
            signal-to-noise ratio and the method. It needs ``evoked``.
        subjects_dir : path-like | None
            Folder of subjects; None takes the environment's ``SUBJECTS_DIR``.
        labels : str | None
            The name of a segmentation in the subject's ``mri`` folder, for names of structures;
            None for none.
        title : str | None
            The heading; None for the subject and the estimate's name.
        subject : str | None
            The subject that it is shown in; None for that of the source spaces or of the
            estimate.
        bg_img : str | path-like | nibabel image | None
            The image behind, as in :meth:`plot`. Where the usual one is not found, the page
            shows where sources are in grey.
        colormap : str | Colormap
            Color map; ``"auto"`` takes one for signed or unsigned values.
        clim : "auto" | dict
            Color limits, as in :meth:`plot`.
        transparent : bool | None
            Whether small values are transparent.
        initial_time : float | None
            Time shown first, in ``time_unit``; None for the peak, at ``initial_pos`` if given.
        initial_pos : array_like, shape (3,) | None
            The place shown first in m, in coordinates of the scanner; None for the source with
            the largest size, at ``initial_time`` if given.
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
            If ``src`` or the inverse operator has other sources.
        """
        return estimates.volume_page.write_volume_page(
            self,
            path,
            src,
            evoked,
            inverse,
            subjects_dir,
            labels,
            title,
            subject=subject,
            bg_img=bg_img,
            colormap=colormap,
            clim=clim,
            transparent=transparent,
            initial_time=initial_time,
            initial_pos=initial_pos,
            time_unit=time_unit,
            snr=snr,
            verbose=verbose,
        )

    def view(
        self,
        src: SourceSpaces | SourceMorph,
        evoked: Evoked | None = None,
        inverse: InverseOperator | None = None,
        subjects_dir: str | Path | None = None,
        labels: str | None = "aseg",
    ) -> Path:
        """Open the page of :meth:`to_html` in the browser.

        Parameters
        ----------
        src : SourceSpaces | SourceMorph
            The source spaces of the estimate, with volumes on a grid in an MRI; or a morph of
            them, to show the estimate in the other subject.
        evoked : Evoked | None
            The response that the estimate was made from, to be shown beside it.
        inverse : InverseOperator | None
            The operator that the estimate was made with, for the live inverse.
        subjects_dir : path-like | None
            Folder of subjects; None takes the environment's ``SUBJECTS_DIR``.
        labels : str | None
            The name of a segmentation; None for none.

        Returns
        -------
        path : Path
            The page, in a new temporary folder.
        """
        return estimates.volume_page.view_volume(self, src, evoked, inverse, subjects_dir, labels)

    def widget(
        self,
        src: SourceSpaces | SourceMorph,
        subjects_dir: str | Path | None = None,
        labels: str | None = "aseg",
        height: int = 620,
    ) -> Any:
        """Make a view for notebooks: slices to move through, and time courses.

        It is a widget where anywidget is installed (``pip install 'leadfield[notebook]'``), whose
        ``time``, ``map`` and ``picks`` can be read and set; else a page in a frame.

        Parameters
        ----------
        src : SourceSpaces | SourceMorph
            The source spaces of the estimate, with volumes on a grid in an MRI; or a morph of
            them, to show the estimate in the other subject.
        subjects_dir : path-like | None
            Folder of subjects; None takes the environment's ``SUBJECTS_DIR``.
        labels : str | None
            The name of a segmentation; None for none.
        height : int
            Height in pixels.

        Returns
        -------
        view : object
            What a notebook shows as a result.
        """
        return estimates.volume_page.volume_widget(self, src, subjects_dir, labels, height)

    def plot_3d(
        self,
        subject: str | None = None,
        hemi: Hemi = "both",
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
        views: Views = "axial",
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
        """Plot the estimate inside a see-through cortex.

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
        return draw_volumes(self.value, locals())

    def as_volume(
        self,
        src: SourceSpaces,
        dest: Literal["mri", "surf"] = "mri",
        mri_resolution: bool = False,
        format: Literal["nifti1", "nifti2"] = "nifti1",
    ) -> Any:
        """Make an image of the estimate: the length of each moment.

        Parameters
        ----------
        src : SourceSpaces
            The source spaces of the estimate, with volumes on a grid.
        dest : "mri" | "surf"
            Whether the image is placed in the coordinates of the MRI, or in those of
            FreeSurfer's surfaces.
        mri_resolution : bool
            Whether to interpolate to the voxels of the MRI, which are many.
        format : "nifti1" | "nifti2"
            The format.

        Returns
        -------
        img : nibabel.Nifti1Image | nibabel.Nifti2Image
            The image, of x, y, z in mm and time in ms, with zeros where there is no source.

        Raises
        ------
        MismatchError
            If ``src`` has other sources.
        StateError
            If ``src`` does not know where it is in the MRI, or has no interpolator.
        """
        return image_of_estimate(self.value, src, dest, mri_resolution, format)

    @verbose_aware
    def save_as_volume(
        self,
        fname: str | Path,
        src: SourceSpaces,
        dest: Literal["mri", "surf"] = "mri",
        mri_resolution: bool = False,
        format: Literal["nifti1", "nifti2"] = "nifti1",
        *,
        overwrite: bool = False,
        verbose: Verbose = None,
    ) -> None:
        """Save an image of the estimate: the length of each moment.

        Parameters
        ----------
        fname : path-like
            The file, ending in ``.nii`` or ``.nii.gz``.
        src : SourceSpaces
            The source spaces of the estimate, with volumes on a grid.
        dest : "mri" | "surf"
            Whether the image is placed in the coordinates of the MRI, or in those of
            FreeSurfer's surfaces.
        mri_resolution : bool
            Whether to interpolate to the voxels of the MRI, which are many.
        format : "nifti1" | "nifti2"
            The format.
        overwrite : bool
            Whether an existing file may be replaced.
        verbose : bool | str | int | None
            Verbosity.

        Raises
        ------
        OverwriteError
            If the file exists and may not be replaced.

        See Also
        --------
        as_volume : Makes the image.
        """
        image = image_of_estimate(self.value, src, dest, mri_resolution, format)
        write_image(fname, image, overwrite=overwrite)

    def magnitude(self) -> VolSourceEstimate:
        """Compute the length of each moment.

        Returns
        -------
        stc : VolSourceEstimate
            One value per source.
        """
        axes = replace(self._axes, vector=False)
        return make_estimate(VolSourceEstimate, LazyData(moment_lengths(self.data)), axes)

    def project(
        self,
        directions: Directions | ArrayLike,
        src: SourceSpaces | None = None,
        use_cps: bool = True,
    ) -> tuple[VolSourceEstimate, Floats]:
        """Project the moments on a direction for each source.

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
            One value per source.
        directions : ndarray, shape (n_sources, 3)
            The directions.
        """
        data, vectors = project_estimate(self.value, directions, src, use_cps=use_cps)
        axes = replace(self._axes, vector=False)
        return make_estimate(VolSourceEstimate, LazyData(data), axes), vectors
