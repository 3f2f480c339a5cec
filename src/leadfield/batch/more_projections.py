"""Projections beside those of the recordings: of a file, and of heartbeats and blinks."""

from collections.abc import Sequence
from pathlib import Path

from leadfield.api.artefacts.ecg import compute_proj_ecg
from leadfield.api.artefacts.eog import compute_proj_eog
from leadfield.api.events.concatenate_raws import concatenate_raws
from leadfield.api.recording.projection_items import (
    ProjectionItem,
    as_projections,
    projection_item_of,
)
from leadfield.api.recording.projections import read_proj
from leadfield.api.recording.raw import Raw
from leadfield.base.errors import DataError
from leadfield.batch.participant import Participant
from leadfield.batch.study import Study
from leadfield.recording.projection import merged_projections

PROJECTIONS_FILE = "proj.fif"


def projections_file(study: Study, participant: Participant) -> Path | None:
    """The file of projections that the study names for a participant."""
    pattern = study.recording.proj
    if pattern is None:
        return None
    first = participant.first
    names = {"subject": first.subject, "session": first.session or "", "task": first.task}
    return study.bids / pattern.format(**names)


def add_projections(raw: Raw, projections: Sequence[ProjectionItem]) -> None:
    """Add to a recording those that it has not, in place."""
    there = raw.info.value.projections
    both = merged_projections(there, as_projections(projections))
    raw.add_proj([projection_item_of(one) for one in both[len(there) :]])


def more_projections(
    study: Study, participant: Participant, raws: Sequence[Raw]
) -> list[ProjectionItem]:
    """Projections that the study asks for; those of artefacts are of all runs together."""
    settings = study.recording
    given = projections_file(study, participant)
    found = [] if given is None else read_proj(given)
    asked = {"ECG": settings.n_proj_ecg, "EOG": settings.n_proj_eog}
    if not any(asked.values()):
        return found
    whole = raws[0]
    if len(raws) > 1:
        whole = concatenate_raws([raw.copy() for raw in raws], on_mismatch="ignore")
    for kind, n in asked.items():
        if not n:
            continue
        # A heartbeat is hardly seen in EEG, which a projection would only make poorer.
        n_eeg = 0 if kind == "ECG" else n
        compute = compute_proj_ecg if kind == "ECG" else compute_proj_eog
        new, _ = compute(whole, n_mag=n, n_grad=n, n_eeg=n_eeg, average=True, no_proj=True)
        if not new:
            msg = f"{kind} must have good events to make projections of, none was found"
            raise DataError(msg)
        found += new
    return found
