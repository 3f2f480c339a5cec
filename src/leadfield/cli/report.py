"""Report of a run: written beside its results, in the same run or later."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import final

from leadfield.base.errors import LeadfieldError, OverwriteError
from leadfield.base.files import as_path, may_write
from leadfield.base.log import LOGGER, warn
from leadfield.base.progress import working
from leadfield.base.replacing import replacing
from leadfield.base.results_folder import SUMMARY, list_files
from leadfield.cli.job import Inputs, Localization
from leadfield.cli.output_folder import REPORT
from leadfield.cli.read_summary import read_summary
from leadfield.cli.report_brain import Surfaces, find_surfaces
from leadfield.cli.report_content import make_run_report
from leadfield.cli.run import Run, job_of, read_run
from leadfield.cli.summary import Summary
from leadfield.cli.trials import Trials, read_trials


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class ReportJob:
    """Which run's report to write, and where; None for beside its results."""

    folder: Path
    subjects_dir: Path | None = None
    out: Path | None = None
    live: bool = False
    overwrite: bool = False


def check_report(job: Localization, inputs: Inputs) -> Surfaces:
    """The surfaces for the report of a job that has not run yet; raise if it cannot be made."""
    start, stop = job.window
    n_times = int((stop - start) * inputs.raw.info["sfreq"]) + 1
    found = find_surfaces(inputs.forward.value.sources, job.subjects_dir, n_times)
    return _told(found)


def write_run_report(
    folder: Path, job: Localization, summary: Summary, surfaces: Surfaces, trials: Trials
) -> None:
    """Write the report of a run that just ended into the folder of its results."""
    files = sorted([*list_files(folder), "summary.txt", SUMMARY, REPORT])
    with working("Reading the results for the report"):
        run = read_run(folder, job, summary, tuple(files))
    page = make_run_report(run, surfaces, trials, live=job.live)
    (folder / REPORT).write_bytes(page)


def write_report(asked: ReportJob) -> str:
    """Write the report of a finished run, and say where it is."""
    folder = as_path(asked.folder).absolute()
    summary, files = read_summary(folder)
    target = _target(asked, folder, files)
    job = job_of(summary, folder)
    with working("Reading the results"):
        run = read_run(folder, job, summary, files)
    n_times = max(len(evoked.times) for evoked in run.responses.values())
    # Where it was is only a guess: a folder that is given must be right.
    given = asked.subjects_dir
    if given is None and job.subjects_dir is not None and job.subjects_dir.is_dir():
        given = job.subjects_dir
    surfaces = _told(find_surfaces(run.inverse.value.sources, given, n_times))
    with working("Reading the recording"):
        trials = _trials_again(run)
    page = make_run_report(run, surfaces, trials, live=asked.live)
    with replacing(target) as stream:
        stream.write(page)
    if target == folder / REPORT and REPORT not in files:
        _add_to_summary(folder)
    LOGGER.info("Wrote the report %s, %.1f MB", target, len(page) / 1e6)
    return f"Written to {asked.out or asked.folder / REPORT}\n"


def _target(asked: ReportJob, folder: Path, files: tuple[str, ...]) -> Path:
    """The file of the report: one that is there is replaced if it is the run's, or if asked."""
    target = folder / REPORT if asked.out is None else as_path(asked.out).absolute()
    own = target == folder / REPORT and REPORT in files
    try:
        return may_write(target, overwrite=asked.overwrite or own)
    except OverwriteError as error:
        if target.is_dir():
            raise
        msg = f"{target} exists: pass --overwrite to replace it, or another --out"
        raise OverwriteError(msg) from error


def _told(surfaces: Surfaces) -> Surfaces:
    if surfaces.folder is None:
        warn(surfaces.why.replace("There is no brain here", "the report has no brain"))
    return surfaces


def _trials_again(run: Run) -> Trials | None:
    """The trials of a run's recording, None where it is gone or is another one now."""
    if not run.job.raw.is_file():
        return None
    try:
        trials = read_trials(run.job)
    except LeadfieldError as error:
        warn(f"the report shows no events: {error}")
        return None
    dropped = sum(map(bool, trials.drop_log))
    if (len(trials.drop_log), dropped) != (run.summary.trials, run.summary.dropped):
        warn(f"the report shows no events: {run.job.raw} has changed since the run")
        return None
    return trials


def _add_to_summary(folder: Path) -> None:
    """Count the report among the files of the run, so that the next run replaces it."""
    path = folder / SUMMARY
    record = json.loads(path.read_text(encoding="utf-8"))
    record["files"] = sorted([*record["files"], REPORT])
    with replacing(path) as stream:
        stream.write((json.dumps(record, indent=2) + "\n").encode("utf-8"))
