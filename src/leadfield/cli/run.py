"""Finished run of ``leadfield localize``: what its folder holds."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, final

from leadfield.api.covariance.covariance import Covariance, read_cov
from leadfield.api.epochs.evoked import Evoked
from leadfield.api.epochs.evoked_files import read_evokeds
from leadfield.api.estimates.kinds import estimate_of, read_source_estimate
from leadfield.api.estimates.source_estimate import SourceEstimate
from leadfield.api.inverse.inverse_operator import InverseOperator, read_inverse_operator
from leadfield.base.checks import one_of
from leadfield.base.errors import FormatError
from leadfield.base.files import as_path, existing
from leadfield.base.results_folder import SUMMARY
from leadfield.cli.job import SENSORS, Localization, check_settings
from leadfield.cli.read_summary import list_of, text_or_none
from leadfield.cli.summary import MADE_BY, Summary
from leadfield.inverse.methods import METHODS


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Run:
    """A job, its summary, and what it made, by condition; ``files`` are all that it wrote."""

    job: Localization
    summary: Summary
    files: tuple[str, ...]
    noise: Covariance
    responses: Mapping[str, Evoked]
    inverse: InverseOperator
    estimates: Mapping[str, SourceEstimate]


def job_of(summary: Summary, folder: Path) -> Localization:
    """The job that a summary tells of; relative paths start where it ran."""
    ran, told = Path(summary.folder), summary.settings
    try:
        subjects = told["subjects_dir"]
        job = Localization(
            raw=ran / as_path(summary.recording),
            forward=ran / as_path(summary.forward),
            events=summary.events,
            out=folder,
            window=(float(told["tmin_s"]), float(told["tmax_s"])),
            baseline=None if told["baseline_s"] is None else _ends(told["baseline_s"]),
            reject={str(kind): float(limit) for kind, limit in told["reject"].items()},
            flat={str(kind): float(limit) for kind, limit in told["flat"].items()},
            bads=tuple(list_of(told["bads"])),
            sensors=told["sensors"],
            stim=text_or_none(told["stim"]),
            estimators=tuple(list_of(told["cov"])),
            rank=told["rank"],
            method=summary.method,
            snr="auto" if told["snr"] == "auto" else float(told["snr"]),
            loose=float(told["loose"]),
            depth=float(told["depth"]),
            pick_ori=told["pick_ori"],
            subjects_dir=None if subjects is None else ran / as_path(subjects),
        )
        one_of("sensors", job.sensors, SENSORS)
        one_of("method", job.method, METHODS)
        check_settings(job)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        problem = f"a summary must be as this version of {MADE_BY} writes it: {error!r}"
        raise FormatError(folder / SUMMARY, problem) from error
    return job


def _ends(ends: Any) -> tuple[float | None, float | None]:
    start, stop = (None if end is None else float(end) for end in ends)
    return start, stop


def read_run(folder: Path, job: Localization, summary: Summary, files: tuple[str, ...]) -> Run:
    """The run whose results a folder holds."""
    inverse = read_inverse_operator(_result(folder, f"{job.sensors}-inv.fif"))
    responses, estimates = {}, {}
    for name in job.events:
        (responses[name],) = read_evokeds(_result(folder, f"{name}-ave.fif"))
        stem = f"{name}-{job.method}"
        for side in ("lh", "rh"):
            _result(folder, f"{stem}-{side}.stc")
        subject = inverse.value.sources.subject
        found = read_source_estimate(folder / stem, subject)
        axes = replace(found.value.axes, quantity=METHODS[job.method].quantity)
        estimates[name] = estimate_of(found.data, axes)
    return Run(
        job=job,
        summary=summary,
        files=files,
        noise=read_cov(_result(folder, "noise-cov.fif")),
        responses=responses,
        inverse=inverse,
        estimates=estimates,
    )


def _result(folder: Path, name: str) -> Path:
    return existing(folder / name, "a run's result")
