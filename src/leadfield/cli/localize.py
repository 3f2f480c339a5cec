"""Localisation of a raw recording: from epochs to source estimates, all saved in a folder."""

from collections import Counter
from pathlib import Path
from typing import cast

from leadfield.api.covariance.compute import compute_covariance
from leadfield.api.covariance.covariance import Covariance
from leadfield.api.epochs.epochs import Epochs
from leadfield.api.epochs.evoked import Evoked
from leadfield.api.estimates.kinds import estimate_of
from leadfield.api.forward.forward import Forward
from leadfield.api.inverse.inverse_operator import InverseOperator, make_inverse_operator
from leadfield.base.files import as_path
from leadfield.base.progress import working
from leadfield.base.results_folder import replace_results
from leadfield.base.version import versions
from leadfield.cli.detection import find_responses
from leadfield.cli.job import SENSORS, Inputs, Localization, check_options, read_inputs, settings
from leadfield.cli.output_folder import staged
from leadfield.cli.peaks import find_peaks
from leadfield.cli.report import check_report, write_run_report
from leadfield.cli.report_brain import NO_SURFACES
from leadfield.cli.summary import (
    MADE_BY,
    SIDES,
    ConditionResult,
    ResponseTest,
    Summary,
    snr_found,
    write_summary,
)
from leadfield.cli.trials import cut_epochs, trials_of
from leadfield.covariance.estimators import CovarianceMethod
from leadfield.epochs.selection import count_drop_reasons
from leadfield.estimates.localized_response import localize_response
from leadfield.inverse.methods import METHODS


def localize(job: Localization) -> str:
    """Run a job, write its results into its folder, and return a summary.

    All that can be checked is checked first; the results appear when all are there.
    """
    check_options(job)
    out = as_path(job.out).absolute()
    with staged(out) as results:
        with working("Reading the recording and the forward solution"):
            inputs = read_inputs(job)
            surfaces = check_report(job, inputs) if job.report else NO_SURFACES
        with working("Cutting epochs"):
            epochs = cut_epochs(job, inputs.raw, inputs.events, inputs.picks)
        with working("Estimating the noise covariance"):
            noise = _noise(job, epochs)
            noise.save(results / "noise-cov.fif")
        responses = {name: _response(job, epochs, name, results) for name in job.events}
        with working("Making the inverse operator"):
            inverse = _inverse(job, inputs.forward, next(iter(responses.values())), noise)
            inverse.save(results / f"{job.sensors}-inv.fif")
        with working("Testing whether there are responses"):
            tests = find_responses(epochs, job.events, inverse)
        findings = []
        for name, evoked in responses.items():
            with working(f"Localising {name}"):
                told = tests[name]
                findings.append(_finding(job, name, evoked, inverse, inputs, told, results))
        summary = _summary(job, inputs, epochs, noise, inverse, findings)
        if job.report:
            trials = trials_of(inputs.raw, inputs.events, epochs.drop_log)
            write_run_report(results, job, summary, surfaces, trials)
        write_summary(summary, results)
        replace_results(results, out, mark=MADE_BY)
    return summary.text() + f"\nWritten to {job.out}\n"


def _noise(job: Localization, epochs: Epochs) -> Covariance:
    method = cast("list[CovarianceMethod]", list(job.estimators))
    return compute_covariance(epochs, tmax=0.0, method=method, rank=job.rank)


def _response(job: Localization, epochs: Epochs, name: str, results: Path) -> Evoked:
    meg, eeg = SENSORS[job.sensors]
    with working(f"Averaging {name}"):
        evoked = epochs[name].average()
        evoked.pick_types(meg=meg, eeg=eeg)
    evoked.save(results / f"{name}-ave.fif")
    return evoked


def _inverse(
    job: Localization, forward: Forward, evoked: Evoked, noise: Covariance
) -> InverseOperator:
    depth = None if job.depth == 0 else job.depth
    return make_inverse_operator(
        evoked.info, forward, noise, loose=job.loose, depth=depth, rank=job.rank
    )


def _finding(
    job: Localization,
    name: str,
    evoked: Evoked,
    inverse: InverseOperator,
    inputs: Inputs,
    told: ResponseTest,
    results: Path,
) -> ConditionResult:
    """Localise one response and write the estimate."""
    one = localize_response(
        inverse.value,
        evoked.value,
        lambda2=job.lambda2,
        method=job.method,
        pick_ori=job.pick_ori,
    )
    estimate = estimate_of(one.data, one.axes)
    stem = results / f"{name}-{job.method}"
    estimate.save(stem)
    return ConditionResult(
        condition=name,
        response=told,
        nave=int(evoked.nave),
        explained=100 * (one.explained or 0.0),
        lambda2=one.lambda2,
        found=None if one.found is None else snr_found(one.found),
        peaks={} if told.nothing else find_peaks(estimate, inputs.anatomy),
        files=[f"{name}-ave.fif", *(f"{stem.name}-{side}.stc" for side in SIDES)],
    )


def _summary(
    job: Localization,
    inputs: Inputs,
    epochs: Epochs,
    noise: Covariance,
    inverse: InverseOperator,
    findings: list[ConditionResult],
) -> Summary:
    trials, dropped, reasons = count_drop_reasons(epochs.drop_log)
    model = inverse.value
    return Summary(
        made_by=MADE_BY,
        versions=versions(),
        settings=settings(job, inputs),
        folder=str(Path.cwd()),
        recording=str(job.raw),
        forward=str(job.forward),
        channels=dict(Counter(model.info.channels.types)),
        bads=list(inputs.raw.info["bads"]),
        rank=len(model.singular_values),
        estimator=noise.value.method or "empirical",
        sources=model.sources.n_sources,
        subject=model.sources.subject,
        method=job.method,
        unit=METHODS[job.method].unit,
        lambda2=job.lambda2,
        events=dict(job.events),
        trials=trials,
        dropped=dropped,
        reasons=reasons,
        findings=findings,
    )
