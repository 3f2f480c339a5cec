"""What estimates on the cortex have beside: a centre of mass, SNR, surfaces, a way back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from leadfield.api import labels as room
from leadfield.api.covariance.covariance import as_covariance
from leadfield.api.forward.forward import as_forward
from leadfield.api.recording.info import as_info
from leadfield.api.sources.source_spaces import as_sources
from leadfield.base.checks import number
from leadfield.base.errors import ArgumentTypeError, InputError, MismatchError
from leadfield.base.log import warn
from leadfield.estimates.centre import activity_label, middle_time
from leadfield.estimates.gifti import write_gifti
from leadfield.estimates.source_snr import source_snr
from leadfield.freesurfer.subjects import subjects_folder
from leadfield.labels.center_of_mass import center_of_mass
from leadfield.morph.compute import Subjects
from leadfield.morph.original import sources_subject, take_back
from leadfield.sources.space import HEMISPHERES

if TYPE_CHECKING:
    from leadfield.base.arrays import Floats
    from leadfield.estimates.source_courses import SourceAxes, SourceCourses, Values

LARGE = 1e-7  # A·m: more than patches of cortex have


def centre_of_activity(
    courses: SourceCourses,
    subject: str | None,
    hemi: int | None,
    restrict_vertices: Any,
    subjects_dir: str | Path | None,
    surf: object,
) -> tuple[int, int, float]:
    """Vertex and hemisphere in the middle of the activity, and the time in s."""
    if not isinstance(surf, str):
        msg = f"surf must be the name of a surface, such as 'sphere', got {surf!r}"
        raise ArgumentTypeError(msg)
    label = activity_label(courses, hemi)
    if subject is not None and label.subject not in {None, subject}:
        msg = f"subject must be that of the estimate, {label.subject!r}, got {subject!r}"
        raise MismatchError(msg)
    if subject is None and label.subject is None:
        msg = "subject must be given where the estimate has none, got None"
        raise InputError(msg)
    vertex = center_of_mass(
        label,
        subject=subject,
        subjects_dir=subjects_dir,
        surf=surf,
        candidates=room.as_label.candidate_vertices(label, restrict_vertices),
    )
    return vertex, HEMISPHERES.index(label.hemisphere), middle_time(courses)


def snr_of_sources(courses: SourceCourses, info: object, fwd: object, cov: object) -> Floats:
    """SNR in dB of each source at each time; warns of values that cannot be moments in A·m."""
    model, noise = as_forward(fwd), as_covariance(cov).value
    largest = float(abs(courses.data).max(initial=0))
    if largest > LARGE:
        warn(
            f"the largest value is {largest:.3g}, and moments of sources in A·m are below "
            f"{LARGE:g}: values that are normalised, such as dSPM's, give no SNR"
        )
    if (courses.data >= 0).all():
        warn("no value is negative, as if orientations were free: SNR needs fixed ones")
    return source_snr(courses.data, courses.axes, info=as_info(info), forward=model, noise=noise)


def save_gifti(
    courses: SourceCourses, fname: str | Path, src: object, scale: float, scale_rr: float
) -> None:
    """Save the surfaces of the sources, and the values."""
    write_gifti(
        fname,
        courses,
        as_sources(src),
        scale=number("scale", scale),
        scale_rr=number("scale_rr", scale_rr, above=0),
    )


def take_back_to(
    courses: SourceCourses, src: object, subject: str | None, subjects_dir: str | Path | None
) -> tuple[Values, SourceAxes]:
    """Values and axes on the sources that the estimate's own were moved from."""
    sources = as_sources(src)
    if courses.axes.subject is None:
        msg = "the estimate must know its subject, stc.subject is None: set it"
        raise InputError(msg)
    subjects = Subjects(
        folder=subjects_folder(subjects_dir),
        source=sources_subject(sources, subject),
        target=courses.axes.subject,
    )
    return take_back(courses.data, courses.axes, sources, subjects)
