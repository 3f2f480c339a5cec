"""The doctor's word on a run: its recording, if that is there, and what it made."""

from typing import Any

from leadfield.api.doctor.examine import examine
from leadfield.base.log import log_level
from leadfield.base.progress import working
from leadfield.cli.job import read_recording
from leadfield.cli.report_brain import Surfaces
from leadfield.cli.run import Run
from leadfield.doctor.examination import Examination


def examine_run(run: Run, surfaces: Surfaces, *, recorded: bool) -> Examination:
    """What the doctor finds; ``recorded`` says that the recording is there, as it was."""
    parts: dict[str, Any] = {}
    if recorded:
        parts["raw"] = read_recording(run.job)
    if run.job.forward.is_file():
        parts["forward"] = run.job.forward
    with working("Examining the data"), log_level("warning"):
        diagnosis = examine(
            **parts,
            evoked=list(run.responses.values()),
            noise_cov=run.noise,
            inverse_operator=run.inverse,
            subjects_dir=surfaces.folder,
            lambda2=run.summary.lambda2,
        )
    return diagnosis.value
