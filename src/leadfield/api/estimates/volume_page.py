"""Pages of estimates in volumes: slices of the anatomy with the activity on them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, final

import numpy as np
from numpy.typing import ArrayLike

from leadfield import figures
from leadfield.api import brain
from leadfield.api.brain.page import (
    MapValues,
    page_maps,
    shared_limits,
    versions_about,
    write_page,
)
from leadfield.api.estimates.as_morph import morph_or_none
from leadfield.api.estimates.plot_volume import (
    first_place,
    on_grid,
    one_subject,
    read_background,
)
from leadfield.api.estimates.web_page import (
    map_values,
    named_courses,
    named_responses,
    with_inverse,
    with_sensors,
)
from leadfield.api.inverse.inverse_operator import as_inverse
from leadfield.base.arrays import lock_arrays
from leadfield.base.checks import number, one_of
from leadfield.base.errors import (
    ArgumentTypeError,
    InputError,
    LeadfieldError,
    MissingFileError,
)
from leadfield.base.front_door import public
from leadfield.base.log import verbose_aware, warn
from leadfield.estimates.source_courses import SourceCourses
from leadfield.freesurfer.image import read_image
from leadfield.freesurfer.structures import standard_structures
from leadfield.freesurfer.subjects import subjects_folder
from leadfield.freesurfer.talairach import read_talairach
from leadfield.numerics.affine import apply_affine
from leadfield.sources.grid import values_at
from leadfield.web.browser import show_page, temporary_page
from leadfield.web.content import FirstSight, PageContent, PageImage, PageRegions, PageVolume
from leadfield.web.notebook import notebook_view

if TYPE_CHECKING:
    from leadfield.api.brain.options import ColorLimits, ColorMap, TimeUnit
    from leadfield.api.epochs.evoked import Evoked
    from leadfield.api.estimates.mixed_estimate import (
        MixedSourceEstimate,
        MixedVectorSourceEstimate,
    )
    from leadfield.api.estimates.volume_estimate import VolSourceEstimate, VolVectorSourceEstimate
    from leadfield.api.inverse.inverse_operator import InverseOperator
    from leadfield.api.morph.morph import SourceMorph
    from leadfield.api.sources.source_spaces import SourceSpaces
    from leadfield.base.arrays import Floats
    from leadfield.base.log import Verbose
    from leadfield.figures.volume_panels import GridActivity, Slices
    from leadfield.scene.colours import ColourTable

    VolumeEstimate = (
        VolSourceEstimate
        | VolVectorSourceEstimate
        | MixedSourceEstimate
        | MixedVectorSourceEstimate
    )

MOST_VOXELS = 3_000_000
"""Of the image behind: more would make a page too large to be sent."""
IMAGE = "T1.mgz"
NO_IMAGE = np.zeros((2, 2, 2)), np.eye(4)
DPI = 80  # of the still picture


@public("leadfield.viz")
@verbose_aware
def write_volume_page(
    stcs: VolumeEstimate | Mapping[str, VolumeEstimate],
    path: str | Path,
    src: SourceSpaces | SourceMorph,
    evoked: Evoked | Mapping[str, Evoked] | None = None,
    inverse: InverseOperator | None = None,
    subjects_dir: str | Path | None = None,
    labels: str | None = "aseg",
    title: str | None = None,
    *,
    subject: str | None = None,
    bg_img: Any = IMAGE,
    colormap: ColorMap = "auto",
    clim: ColorLimits = "auto",
    transparent: bool | None = True,
    initial_time: float | None = None,
    initial_pos: ArrayLike | None = None,
    time_unit: TimeUnit = "s",
    snr: float = 3.0,
    verbose: Verbose = None,
) -> Path:
    """Write maps in a volume as one page of HTML.

    The page shows three slices through one place, and the time course there, in any browser,
    without a network: it can be sent to anybody. See :meth:`VolSourceEstimate.to_html`, which
    does the same for one estimate.

    Parameters
    ----------
    stcs : VolSourceEstimate | VolVectorSourceEstimate | MixedSourceEstimate | dict
        The estimate; or several with their names, conditions or methods, of the same sources.
        Of vectors the page shows the lengths, of mixed estimates the volumes.
    path : path-like
        The file, such as ``"slices.html"``; an existing one is replaced.
    src : SourceSpaces | SourceMorph
        The source spaces of the estimates, with volumes on a grid in an MRI; or a morph of
        them, to show the estimates in the other subject.
    evoked : Evoked | dict | None
        The response that the estimate was made from, to be shown beside it; for several
        estimates a dict with the same names.
    inverse : InverseOperator | None
        The operator that the estimates were made with: the page can then change the
        signal-to-noise ratio and the method. It needs ``evoked``, and estimates that are not
        mixed.
    subjects_dir : path-like | None
        Folder of subjects; None takes the environment's ``SUBJECTS_DIR``.
    labels : str | None
        The name of a segmentation in the subject's ``mri`` folder, for names of structures; None
        for none.
    title : str | None
        The heading; None for the subject and the names of the maps.
    subject : str | None
        The subject that they are shown in; None for that of the source spaces or of the
        estimate.
    bg_img : str | path-like | nibabel image | None
        The image behind: a name in the subject's ``mri`` folder, a file that ends in ``.mgz``,
        ``.mgh``, ``.nii`` or ``.nii.gz``, or an image of nibabel's. None is ``"T1.mgz"``. Where
        that is not found, the page shows where sources are in grey.
    colormap : str | Colormap
        Color map; ``"auto"`` takes one for signed or unsigned values.
    clim : "auto" | dict
        Color limits, as in :meth:`VolSourceEstimate.plot`; ``"auto"`` takes all maps of the
        same quantity together.
    transparent : bool | None
        Whether small values are transparent.
    initial_time : float | None
        Time shown first, in ``time_unit``; None for the peak, at ``initial_pos`` if given.
    initial_pos : array_like, shape (3,) | None
        The place shown first in m, in coordinates of the scanner; None for the source with the
        largest size, at ``initial_time`` if given.
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
        If an estimate has no volume, or has more than 5000 times, or names differ.
    MismatchError
        If the estimates, ``src`` or the inverse operator have other sources.

    Examples
    --------
    >>> from leadfield.viz import write_volume_page
    >>> maps = {"left": left, "right": right}  # doctest: +SKIP
    >>> write_volume_page(maps, "slices.html", inverse["src"])  # doctest: +SKIP
    """
    options = VolumeOptions(
        bg_img=bg_img,
        colormap=colormap,
        clim=clim,
        transparent=transparent,
        initial_time=initial_time,
        initial_pos=initial_pos,
        time_unit=time_unit,
    )
    content = volume_content(
        stcs,
        src,
        evoked,
        inverse,
        subjects_dir=subjects_dir,
        subject=subject,
        labels=labels,
        snr=snr,
        options=options,
    )
    return write_page(content if title is None else replace(content, title=title), path)


def view_volume(
    stc: VolumeEstimate,
    src: SourceSpaces | SourceMorph,
    evoked: Evoked | None,
    inverse: InverseOperator | None,
    subjects_dir: str | Path | None,
    labels: str | None,
) -> Path:
    """Open the page of an estimate in the browser; its path, in a new temporary folder."""
    path = temporary_page()
    write_volume_page(stc, path, src, evoked, inverse, subjects_dir, labels)
    show_page(path)
    return path


def volume_widget(
    stc: VolumeEstimate,
    src: SourceSpaces | SourceMorph,
    subjects_dir: str | Path | None,
    labels: str | None,
    height: int,
) -> Any:
    """The viewer of an estimate for notebooks."""
    content = volume_content(stc, src, subjects_dir=subjects_dir, labels=labels)
    return notebook_view(content, height)


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class VolumeOptions:
    """How volumes are shown, and what first, as :func:`write_volume_page` has it."""

    bg_img: Any = IMAGE
    colormap: ColorMap = "auto"
    clim: ColorLimits = "auto"
    transparent: bool | None = True
    initial_time: float | None = None
    initial_pos: ArrayLike | None = None
    time_unit: TimeUnit = "s"

    def __post_init__(self) -> None:
        one_of("transparent", self.transparent, (True, False, None))
        one_of("time_unit", self.time_unit, ("s", "ms"))
        lock_arrays(self)

    @property
    def seconds(self) -> float | None:
        """The time shown first."""
        if self.initial_time is None:
            return None
        time = number("initial_time", self.initial_time)
        return time / 1e3 if self.time_unit == "ms" else time


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SlicedSubject:
    """A subject, its folder where that is known, and slices, which may be without an image."""

    subject: str | None
    home: Path | None
    slices: Slices
    has_image: bool

    def __post_init__(self) -> None:
        lock_arrays(self)


def volume_content(
    stcs: VolumeEstimate | Mapping[str, VolumeEstimate],
    src: SourceSpaces | SourceMorph,
    evoked: Evoked | Mapping[str, Evoked] | None = None,
    inverse: InverseOperator | None = None,
    *,
    subjects_dir: str | Path | None = None,
    subject: str | None = None,
    labels: str | None = "aseg",
    snr: float = 3.0,
    options: VolumeOptions | None = None,
) -> PageContent:
    """What a page of volumes shows."""
    chosen = VolumeOptions() if options is None else options
    courses = named_courses(stcs, evoked, _volume_part)
    responses = named_responses(evoked, list(courses))
    placed = {name: on_grid(one, src) for name, one in courses.items()}
    name, (first, activity, known) = next(iter(placed.items()))
    maps = map_values({key: one for key, (one, *_) in placed.items()}, responses)
    whose = one_subject(subject, known, first.axes.subject)
    anatomy = _anatomy(whose, subjects_dir, chosen.bg_img, activity)
    tables = _colour_tables(maps, chosen)
    start = first_place(first, activity.places, chosen.seconds, chosen.initial_pos)
    volume = _page_volume(activity, anatomy)
    content = PageContent(
        title=": ".join(filter(None, [whose, ", ".join(courses)])),
        volume=volume,
        maps=page_maps(maps, tables),
        regions=_structures(anatomy, labels, activity.places),
        to_mni=_to_mni(anatomy),
        about=(*_about(anatomy, volume).items(), *versions_about()),
        time_unit=chosen.time_unit,
        first=_first_sight(chosen, first, activity.places, start),
        still=_still(anatomy.slices, first, tables[name], start),
        description=f"{name} in slices of {whose or 'a brain'}",
    )
    content = with_sensors(content, responses)
    if inverse is None:
        return content
    if morph_or_none(src) is not None:
        msg = "inverse must be None where src is a morph: it is of the subject's own sources"
        raise InputError(msg)
    own = {"colormap": chosen.colormap, "transparent": chosen.transparent}
    return with_inverse(content, as_inverse(inverse), courses, responses, snr, own)


def _volume_part(courses: SourceCourses) -> SourceCourses:
    """An estimate in a volume, or the volumes of a mixed one."""
    axes = courses.axes
    if axes.kind != "mixed":
        return courses
    rows = slice(sum(map(len, axes.vertices[:2])), None)
    return SourceCourses(
        axes=replace(axes, kind="volume", vertices=axes.vertices[2:]), data=courses.data[rows]
    )


def _anatomy(
    subject: str | None, subjects_dir: str | Path | None, bg_img: Any, activity: GridActivity
) -> SlicedSubject:
    """The subject with the image behind the sources; without one where the usual one is absent."""
    home = None
    if subject is not None:
        try:
            home = subjects_folder(subjects_dir) / subject
        except LeadfieldError:
            if subjects_dir is not None:
                raise
    image = IMAGE if bg_img is None else bg_img
    try:
        found = read_background(image, subject, subjects_dir)
    except (InputError, MissingFileError) as error:
        if not isinstance(image, str) or image != IMAGE:
            raise
        warn(f"the page shows where sources are in grey, for there is no image: {error}")
        found = None
    slices = figures.volume_panels.make_slices(activity, *(found or NO_IMAGE))
    return SlicedSubject(subject=subject, home=home, slices=slices, has_image=found is not None)


def _colour_tables(maps: Mapping[str, MapValues], chosen: VolumeOptions) -> dict[str, ColourTable]:
    limits = shared_limits(maps, chosen.clim)
    fades = chosen.transparent is not False
    return {
        name: brain.colour_table_for(one.values, chosen.colormap, limits[name], fades)
        for name, one in maps.items()
    }


def _page_volume(activity: GridActivity, anatomy: SlicedSubject) -> PageVolume:
    x, y, z = activity.rows.shape
    image = None
    if anatomy.has_image:
        values, first, step = anatomy.slices.image.along_axes(MOST_VOXELS)
        image = PageImage(values=values, first=first, step=step)
    return PageVolume(
        shape=(x, y, z),
        affine=activity.affine,
        sources=activity.vertices,
        lowest=anatomy.slices.box.lowest,
        highest=anatomy.slices.box.highest,
        image=image,
    )


def _structures(anatomy: SlicedSubject, labels: object, places: Floats) -> tuple[PageRegions, ...]:
    """The structure that each source is in; none without a segmentation."""
    if labels is None or anatomy.home is None:
        return ()
    if not isinstance(labels, str):
        msg = f"labels must be the name of a segmentation, such as 'aseg', or None, got {labels!r}"
        raise ArgumentTypeError(msg)
    path = anatomy.home / "mri" / f"{labels.removesuffix('.mgz')}.mgz"
    if not path.is_file():
        warn(f"the page has no names of structures: there is no {path}")
        return ()
    image, table = read_image(path), standard_structures()
    to_surface = np.linalg.inv(image.geometry.surface_to_scanner)
    numbers = values_at(image, apply_affine(to_surface, places) / 1e3)
    inside = [place for place, number in enumerate(table.numbers) if number and number in numbers]
    named = {int(table.numbers[place]): rank for rank, place in enumerate(inside)}
    return (
        PageRegions(
            name=labels,
            names=tuple(table.names[place] for place in inside),
            colours=table.colours[inside, :3] / 255,
            vertices=(np.array([named.get(number, -1) for number in numbers.tolist()], np.int64),),
            shown=False,
        ),
    )


def _to_mni(anatomy: SlicedSubject) -> Floats | None:
    """From scanner coordinates to MNI's, where the subject's transform is there."""
    if anatomy.home is None:
        return None
    path = anatomy.home / "mri" / "transforms" / "talairach.xfm"
    return read_talairach(path) if path.is_file() else None


def _about(anatomy: SlicedSubject, volume: PageVolume) -> dict[str, str]:
    """What the page says of itself."""
    spacing = np.linalg.norm(volume.affine[:3, :3], axis=0).max()
    told = {"sources": f"{len(volume.sources)}, {spacing:.3g} mm apart"}
    if anatomy.subject is not None:
        told = {"subject": anatomy.subject} | told
    if volume.image is not None:
        told["image"] = f"in voxels of {volume.image.step:.2g} mm"
    return told


def _first_sight(
    chosen: VolumeOptions, courses: SourceCourses, places: Floats, start: tuple[int, int]
) -> FirstSight:
    """The place and time that are asked for; where none is, the page finds the peak."""
    row, sample = start
    given = chosen.initial_pos
    x, y, z = (places[row] if given is None else 1e3 * np.asarray(given, np.float64)).tolist()
    asked = chosen.initial_time is not None or given is not None
    return FirstSight(time=float(courses.times[sample]) if asked else None, place=(x, y, z))


def _still(
    slices: Slices, courses: SourceCourses, table: ColourTable, start: tuple[int, int]
) -> bytes:
    """The picture that a page has for where it cannot draw, a PNG file."""
    style = figures.volume_view.VolumeStyle(
        colour_table=table,
        quantity=courses.axes.quantity or "Activation",
        colour_bar=True,
        bright=False,
    )
    view = figures.volume_view.VolumeView(slices, courses.times, style, show=False)
    row, sample = start
    view.go_to(slices.activity.places[row], sample)
    picture = BytesIO()
    view.figure.savefig(picture, format="png", dpi=DPI)
    return picture.getvalue()
