"""Page of an estimate in a file, written or opened in the browser."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, final

from leadfield.api.epochs.evoked import Evoked
from leadfield.api.epochs.evoked_files import read_evokeds
from leadfield.api.estimates.kinds import estimate_of, read_source_estimate
from leadfield.api.estimates.source_estimate import SourceEstimate, VectorSourceEstimate
from leadfield.api.estimates.volume_page import write_volume_page
from leadfield.api.estimates.web_page import write_brain_page
from leadfield.api.inverse.inverse_operator import InverseOperator, read_inverse_operator
from leadfield.api.sources.source_spaces import SourceSpaces, read_source_spaces
from leadfield.base.errors import InputError
from leadfield.base.files import may_write
from leadfield.inverse.methods import METHODS
from leadfield.web.browser import show_page, temporary_page

UNTESTED = (
    "It starts where the map is strongest, which may be noise: a map cannot be tested for a "
    "response, its trials can, as leadfield localize does."
)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What to show: files, whose subject, and where the page goes; None for the browser."""

    estimate: Path
    subject: str | None = None
    subjects_dir: Path | None = None
    evoked: Path | None = None
    condition: str | None = None
    inverse: Path | None = None
    src: Path | None = None
    method: str | None = None
    labels: str | None = None
    title: str | None = None
    out: Path | None = None


def view(job: View) -> str:
    """Write the page, open it unless it has a name, and say where it is."""
    target = temporary_page() if job.out is None else job.out
    may_write(target, overwrite=True)
    inverse = None if job.inverse is None else read_inverse_operator(job.inverse)
    subject = _subject(job, inverse)
    stc = read_source_estimate(job.estimate, subject)
    method = job.method or _method_in_name(job.estimate)
    if method is not None:
        axes = replace(stc.value.axes, quantity=METHODS[method].quantity)
        stc = estimate_of(stc.data, axes)
    shown: dict[str, Any] = {
        "evoked": _evoked(job),
        "inverse": inverse,
        "subjects_dir": job.subjects_dir,
        "title": job.title,
    }
    if job.labels is not None:
        shown["labels"] = None if job.labels == "none" else job.labels
    if isinstance(stc, SourceEstimate | VectorSourceEstimate):
        write_brain_page(stc, target, **shown)
    else:
        write_volume_page(stc, target, _sources(job, inverse), **shown)
    if job.out is None:
        show_page(target)
    return f"Written to {target}\n{UNTESTED}\n"


def _subject(job: View, inverse: InverseOperator | None) -> str:
    subject = job.subject or (None if inverse is None else inverse.value.sources.subject)
    if subject is None:
        msg = "--subject must be given: files of estimates do not say whose they are"
        raise InputError(msg)
    return subject


def _sources(job: View, inverse: InverseOperator | None) -> SourceSpaces:
    """The source spaces of an estimate in a volume."""
    if job.src is not None:
        return read_source_spaces(job.src)
    if inverse is not None:
        sources: SourceSpaces = inverse["src"]
        return sources
    msg = "--src must be given: files of estimates in volumes do not say where their sources are"
    raise InputError(msg)


def _method_in_name(path: Path) -> str | None:
    """The method in a name such as ``aud_l-dSPM-lh.stc``."""
    words = path.name.removesuffix(".stc").split("-")
    return next((word for word in words if word in METHODS), None)


def _evoked(job: View) -> Evoked | None:
    """The response of the condition, or the only one in the file."""
    if job.evoked is None:
        return None
    found = read_evokeds(job.evoked)
    chosen = [one for one in found if job.condition in {None, one.comment}]
    if len(chosen) != 1:
        names = ", ".join(repr(one.comment) for one in found)
        msg = f"--condition must choose a response of {job.evoked}, which has {names}"
        raise InputError(msg)
    return chosen[0]
