"""Brain of a report: the surfaces that it is drawn on, and what the viewer shows on them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import final

from leadfield.api.brain.options import Side
from leadfield.api.epochs.evoked import Evoked
from leadfield.api.estimates.source_estimate import SourceEstimate
from leadfield.api.estimates.web_page import page_content
from leadfield.api.inverse.inverse_operator import InverseOperator
from leadfield.base.errors import LeadfieldError, MismatchError
from leadfield.freesurfer.subjects import subject_file, subjects_folder
from leadfield.freesurfer.surface import read_surface
from leadfield.sources.space import Sources
from leadfield.web.content import PageContent
from leadfield.web.factors import LONGEST

SURFACE = "inflated"
LABELS = "aparc"
SIZE = (520, 400)
"""Of a still picture, in pixels."""


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Surfaces:
    """The folder of subjects with the surfaces to draw on; None without any, and ``why``."""

    folder: Path | None
    labels: str | None = None
    why: str = ""


NO_SURFACES = Surfaces(folder=None)


def find_surfaces(sources: Sources, subjects_dir: Path | None, n_times: int) -> Surfaces:
    """The surfaces that sources lie on, and whether the subject has labels.

    A folder that was given must have them; without one there may be none.
    """
    try:
        folder = subjects_folder(subjects_dir)
        _check_surfaces(sources, folder)
        _check_length(n_times)
    except LeadfieldError as error:
        if subjects_dir is not None:
            raise
        why = f"There is no brain here: {error}. Pass --subjects-dir to see it."
        return Surfaces(folder=None, why=why)
    home = folder / str(sources.subject) / "label"
    labelled = all((home / f"{side}.{LABELS}.annot").is_file() for side in ("lh", "rh"))
    return Surfaces(folder=folder, labels=LABELS if labelled else None)


def _check_surfaces(sources: Sources, folder: Path) -> None:
    if sources.subject is None:
        msg = "the forward solution must say whose it is for a brain, it names no subject"
        raise MismatchError(msg)
    for space in sources.spaces:
        name = f"{space.hemisphere}.{SURFACE}"
        surface = read_surface(subject_file(folder, sources.subject, "surf", name))
        if len(surface.vertices) != len(space.positions):
            msg = (
                f"{sources.subject}'s surfaces in subjects_dir must be those of the sources: "
                f"{name} has {len(surface.vertices)} vertices, they have {len(space.positions)}"
            )
            raise MismatchError(msg)


def _check_length(n_times: int) -> None:
    if n_times > LONGEST:
        msg = f"a brain can have at most {LONGEST} times, epochs have {n_times}: shorten them"
        raise MismatchError(msg)


def brain_content(
    estimates: Mapping[str, SourceEstimate],
    surfaces: Surfaces,
    *,
    responses: Mapping[str, Evoked] | None,
    title: str,
    live: InverseOperator | None = None,
    snr: float = 3.0,
) -> PageContent:
    """What the viewer shows: maps by name, and sensors beside them."""
    return page_content(
        estimates,
        responses,
        live,
        labels=surfaces.labels,
        title=title,
        snr=snr,
        options={
            "subjects_dir": surfaces.folder,
            "surface": SURFACE,
            "smoothing_steps": 5,
            "transparent": True,
        },
    )


def draw_peak(
    estimate: SourceEstimate, brain: PageContent, surfaces: Surfaces, side: Side
) -> bytes:
    """A PNG file of a hemisphere at its peak, from where that is seen, in the viewer's colours."""
    limits = brain.maps[0].colours.limits
    three = [limits.low, limits.middle, limits.high]
    when = estimate.get_peak(hemi=side)[1]
    drawn = estimate.plot(
        hemi=side,
        subjects_dir=surfaces.folder,
        surface=SURFACE,
        views="auto",
        clim={"kind": "value", "pos_lims" if limits.signed else "lims": three},
        smoothing_steps=5,
        initial_time=float(when),
        background="white",
        size=SIZE,
        show_traces=False,
        brain_kwargs={"show": False},
    )
    with drawn, TemporaryDirectory() as folder:
        picture = Path(folder) / "peak.png"
        drawn.save_image(picture)
        return picture.read_bytes()
