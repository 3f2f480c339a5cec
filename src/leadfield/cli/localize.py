"""Localisation of a raw recording: from epochs to source estimates, all saved in a folder."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast, final

import numpy as np

from leadfield.api.covariance.compute import compute_covariance
from leadfield.api.covariance.covariance import Covariance
from leadfield.api.epochs.epochs import Epochs
from leadfield.api.epochs.evoked import Evoked
from leadfield.api.estimates.kinds import estimate_of
from leadfield.api.events.find_events import find_events
from leadfield.api.forward.forward import Forward, read_forward_solution
from leadfield.api.inverse.inverse_operator import InverseOperator, make_inverse_operator
from leadfield.api.recording.picks import pick_types
from leadfield.api.recording.raw import Raw
from leadfield.api.recording.read_raw import read_raw_fif
from leadfield.base.checks import number
from leadfield.base.errors import ChannelError, InputError, OverwriteError
from leadfield.base.files import as_path
from leadfield.base.progress import working
from leadfield.cli.summary import SIDES, Finding, Peak, Summary, count_drop_reasons, write_summary
from leadfield.covariance.estimators import CovarianceMethod
from leadfield.estimates.explained_variance import localize_and_explain
from leadfield.estimates.minimum_norm import minimum_norm_filter
from leadfield.estimates.peak import find_peak
from leadfield.inverse.kernel import prepare_kernel
from leadfield.inverse.methods import METHODS

SENSORS = {"meg": (True, False), "eeg": (False, True), "both": (True, True)}


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What to localise, and how; times in s, amplitudes in SI units."""

    raw: Path
    forward: Path
    events: Mapping[str, int]
    out: Path
    window: tuple[float, float] = (-0.2, 0.5)
    baseline: tuple[float | None, float | None] | None = (None, 0.0)
    reject: Mapping[str, float]
    flat: Mapping[str, float]
    bads: tuple[str, ...] = ()
    sensors: Literal["meg", "eeg", "both"] = "meg"
    stim: str | None = None
    estimators: tuple[str, ...] = ("shrunk", "empirical")
    rank: Literal["info", "full"] | None = None
    method: str = "dSPM"
    snr: float = 3.0
    loose: float = 0.2
    depth: float = 0.8
    pick_ori: str | None = None
    overwrite: bool = False

    @property
    def lambda2(self) -> float:
        """The regularisation, 1 / snr²."""
        return 1.0 / number("snr", self.snr, above=0) ** 2


def localize(job: Job) -> str:
    """Run a job, write its results into its folder, and return a summary."""
    _check(job)
    forward = _forward(job)
    job.out.mkdir(parents=True, exist_ok=True)
    raw = _recording(job)
    with working("Cutting epochs"):
        epochs = _epochs(job, raw)
    with working("Estimating the noise covariance"):
        noise = _noise(job, epochs)
        noise.save(job.out / "noise-cov.fif", overwrite=job.overwrite)
    responses = {name: _response(job, epochs, name) for name in job.events}
    with working("Making the inverse operator"):
        inverse = _inverse(job, forward, next(iter(responses.values())), noise)
        inverse.save(job.out / f"{job.sensors}-inv.fif", overwrite=job.overwrite)
    findings = []
    for name, evoked in responses.items():
        with working(f"Localising {name}"):
            findings.append(_finding(job, name, evoked, inverse))
    summary = _summary(job, raw, epochs, noise, inverse, findings)
    write_summary(summary, job.out, overwrite=job.overwrite)
    return summary.text() + f"\nWritten to {job.out}\n"


def _check(job: Job) -> None:
    """Raise for errors that would otherwise come up after minutes of work."""
    if not job.events:
        msg = "--event must be given at least once, as NAME=CODE"
        raise InputError(msg)
    for name in job.events:
        if Path(name).name != name:
            msg = f"--event names become file names, so they cannot hold a slash: {name!r}"
            raise InputError(msg)
    there = sorted(p.name for p in as_path(job.out).glob("*") if p.suffix in {".fif", ".stc"})
    if there and not job.overwrite:
        msg = f"{job.out} holds results ({there[0]}, ...): pass --overwrite or another --out"
        raise OverwriteError(msg)


def _forward(job: Job) -> Forward:
    """The forward solution, which must have all sensors that are asked for."""
    with working("Reading the forward solution"):
        forward = read_forward_solution(job.forward)
    types = set(forward.value.info.channels.types)
    have = bool(types & {"mag", "grad"}), "eeg" in types
    wanted = zip(("MEG", "EEG"), SENSORS[job.sensors], have, strict=True)
    lacking = [name for name, asked, there in wanted if asked and not there]
    if lacking:
        msg = (
            f"--sensors {job.sensors} needs a forward solution with {' and '.join(lacking)}, "
            f"{job.forward} has none: compute one with it, or choose other --sensors"
        )
        raise ChannelError(msg)
    return forward


def _recording(job: Job) -> Raw:
    with working("Reading the recording"):
        raw = read_raw_fif(job.raw)
    unknown = [name for name in job.bads if name not in raw.ch_names]
    if unknown:
        msg = f"--bad must name channels of the recording, {unknown[0]!r} is none"
        raise ChannelError(msg)
    raw.info["bads"] = list(dict.fromkeys([*raw.info["bads"], *job.bads]))
    return raw


def _epochs(job: Job, raw: Raw) -> Epochs:
    events = find_events(raw, stim_channel=job.stim)
    meg, eeg = SENSORS[job.sensors]
    picks = pick_types(raw.info, meg=meg, eeg=eeg, eog=True, ecg=True, exclude="bads")
    start, stop = job.window
    epochs = Epochs(
        raw,
        events,
        dict(job.events),
        start,
        stop,
        baseline=job.baseline,
        picks=picks,
        reject=dict(job.reject) or None,
        flat=dict(job.flat) or None,
    )
    epochs.drop_bad()
    return epochs


def _noise(job: Job, epochs: Epochs) -> Covariance:
    method = cast("list[CovarianceMethod]", list(job.estimators))
    return compute_covariance(epochs, tmax=0.0, method=method, rank=job.rank)


def _response(job: Job, epochs: Epochs, name: str) -> Evoked:
    meg, eeg = SENSORS[job.sensors]
    with working(f"Averaging {name}"):
        evoked = epochs[name].average()
        evoked.pick_types(meg=meg, eeg=eeg)
    evoked.save(job.out / f"{name}-ave.fif", overwrite=job.overwrite)
    return evoked


def _inverse(job: Job, forward: Forward, evoked: Evoked, noise: Covariance) -> InverseOperator:
    depth = None if job.depth == 0 else job.depth
    return make_inverse_operator(
        evoked.info, forward, noise, loose=job.loose, depth=depth, rank=job.rank
    )


def _finding(job: Job, name: str, evoked: Evoked, inverse: InverseOperator) -> Finding:
    """Localise one response and write the estimate."""
    model, response = inverse.value, evoked.value
    kernel = prepare_kernel(model, nave=response.nave, lambda2=job.lambda2, method=job.method)
    spatial_filter = minimum_norm_filter(kernel, pick_ori=job.pick_ori)
    data, axes, explanation = localize_and_explain(kernel, spatial_filter, response)
    estimate = estimate_of(data, axes)
    stem = job.out / f"{name}-{job.method}"
    estimate.save(stem, overwrite=job.overwrite)
    peaks = {}
    numbers = np.concatenate(estimate.vertices)
    for side, vertices in zip(SIDES, estimate.vertices, strict=True):
        if len(vertices):
            row, sample = find_peak(estimate.value, hemisphere=side)
            peaks[SIDES[side]] = Peak(
                vertex=int(numbers[row]),
                time=float(estimate.times[sample]),
                value=float(data[row, sample]),
            )
    return Finding(
        condition=name,
        nave=int(response.nave),
        explained=100 * (explanation.share or 0.0),
        peaks=peaks,
        files=[f"{name}-ave.fif", *(f"{stem.name}-{side}.stc" for side in SIDES)],
    )


def _summary(
    job: Job,
    raw: Raw,
    epochs: Epochs,
    noise: Covariance,
    inverse: InverseOperator,
    findings: list[Finding],
) -> Summary:
    trials, dropped, reasons = count_drop_reasons(epochs.drop_log)
    model = inverse.value
    return Summary(
        recording=str(job.raw),
        forward=str(job.forward),
        channels=dict(Counter(model.info.channels.types)),
        bads=list(raw.info["bads"]),
        rank=len(model.singular_values),
        estimator=noise.value.method or "empirical",
        sources=model.sources.n_sources,
        method=job.method,
        unit=METHODS[job.method].unit,
        lambda2=job.lambda2,
        events=dict(job.events),
        trials=trials,
        dropped=dropped,
        reasons=reasons,
        findings=findings,
    )
