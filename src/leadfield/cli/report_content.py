"""Content of a run's report: what its summary, its files and its recording tell."""

from dataclasses import replace

from leadfield.api.brain.options import Side
from leadfield.api.epochs.evoked import Evoked
from leadfield.base.progress import tracked, working
from leadfield.cli.repeat import repeat_command
from leadfield.cli.report_brain import SIZE, Surfaces, brain_content, draw_peak
from leadfield.cli.report_doctor import examine_run
from leadfield.cli.report_pictures import (
    drops_picture,
    events_picture,
    noise_pictures,
    response_pictures,
    whitened_picture,
)
from leadfield.cli.run import Run
from leadfield.cli.summary import SIDES, ConditionResult
from leadfield.cli.trials import Trials
from leadfield.covariance.by_type import covariance_by_type, rank_by_type
from leadfield.inverse.methods import METHODS
from leadfield.report.page import make_report
from leadfield.report.values import (
    Fact,
    Picture,
    Report,
    ReportedCondition,
    ReportedNoise,
    ReportedPeak,
    ReportedRecording,
    ReportedTrials,
)
from leadfield.report.wording import channels_in_words, joined
from leadfield.web.content import PageContent
from leadfield.web.live_inverse import SNRS
from leadfield.whitening.baseline_noise import measure_baseline

GONE = (
    "The recording {} is not there any more, or not as it was: this report shows no events over "
    "time, and dropped trials as the summary counts them."
)


def make_run_report(
    run: Run, surfaces: Surfaces, trials: Trials | None, *, live: bool = False
) -> bytes:
    """The page of a run's report."""
    made = replace(
        report_of_run(run, trials),
        examination=examine_run(run, surfaces, recorded=trials is not None),
    )
    shown = {one.condition: one for one in run.summary.findings if not one.response.nothing}
    if not shown:
        return make_report(made)
    if surfaces.folder is None:
        return make_report(replace(made, no_brain=surfaces.why))
    with working("Drawing the brain"):
        brain = brain_content(
            {name: run.estimates[name] for name in shown},
            surfaces,
            responses={name: run.responses[name] for name in shown},
            title=f"{joined(shown)}: {run.job.method}",
            live=run.inverse if live else None,
            # The page's live inverse starts with one for all: that of the first condition.
            snr=min(max(next(iter(shown.values())).lambda2 ** -0.5, SNRS[0]), SNRS[1]),
        )
    conditions = [
        replace(one, map=_map(run, shown[one.name], brain, surfaces)) if one.name in shown else one
        for one in made.conditions
    ]
    with working("Writing the report"):
        return make_report(replace(made, brain=brain, live=live, conditions=tuple(conditions)))


def report_of_run(run: Run, trials: Trials | None) -> Report:
    """The report without a brain; without ``trials`` it has what the summary tells of them."""
    summary, job = run.summary, run.job
    named = {finding.condition: finding for finding in summary.findings}
    conditions = [
        _condition(run, named[name], evoked, trials)
        for name, evoked in tracked(list(run.responses.items()), "Drawing the report")
    ]
    return Report(
        title=f"{summary.subject or 'Report'}: {joined(run.responses)}",
        subject=summary.subject,
        method=summary.method,
        quantity=METHODS[job.method].quantity,
        recording=_recording(run, trials),
        trials=ReportedTrials(
            total=summary.trials,
            dropped=summary.dropped,
            reasons=summary.reasons,
            picture=None if trials is None or not summary.dropped else drops_picture(trials),
        ),
        conditions=tuple(conditions),
        peaks=tuple(peak for finding in summary.findings for peak in _peaks(finding)),
        noise=_noise(run),
        inverse=_inverse(run),
        versions=summary.versions,
        command=repeat_command(job),
        files=run.files,
        remarks=() if trials is not None else (GONE.format(job.raw),),
    )


def _condition(
    run: Run, finding: ConditionResult, evoked: Evoked, trials: Trials | None
) -> ReportedCondition:
    code = run.job.events[finding.condition]
    return ReportedCondition(
        name=finding.condition,
        verdict=finding.response.text(),
        nothing=finding.response.nothing,
        code=code,
        events=None if trials is None else int((trials.events[:, 2] == code).sum()),
        nave=finding.nave,
        explained=finding.explained,
        responses=response_pictures(evoked, peaks=not finding.response.nothing),
        whitened=whitened_picture(finding.condition, evoked, run.noise, run.job.rank),
        baseline=measure_baseline(evoked.value, run.noise.value, rank=run.job.rank),
    )


def _map(
    run: Run, finding: ConditionResult, brain: PageContent, surfaces: Surfaces
) -> Picture | None:
    """The strongest hemisphere at its peak."""
    if not finding.peaks:
        return None
    hemisphere, peak = max(finding.peaks.items(), key=lambda item: abs(item[1].value))
    side: Side = "lh" if hemisphere == SIDES["lh"] else "rh"
    png = draw_peak(run.estimates[finding.condition], brain, surfaces, side)
    where = f"the {hemisphere} hemisphere at {1e3 * peak.time:.0f} ms"
    place = f", strongest in {peak.label}" if peak.label else ""
    return Picture(
        png=png,
        width=SIZE[0],
        description=f"{run.summary.method} of {finding.condition} on {where}{place}",
        caption=f"{finding.condition}: {where}{place}",
    )


def _recording(run: Run, trials: Trials | None) -> ReportedRecording:
    info = next(iter(run.responses.values())).info
    return ReportedRecording(
        path=str(run.job.raw),
        duration=None if trials is None else trials.duration,
        sampling_rate=float(info["sfreq"]),
        passband=(float(info["highpass"] or 0), float(info["lowpass"])),
        channels=run.summary.channels,
        bads=tuple(run.summary.bads),
        events=None if trials is None else events_picture(trials, run.job.events),
    )


def _peaks(finding: ConditionResult) -> list[ReportedPeak]:
    return [
        ReportedPeak(
            condition=finding.condition,
            hemisphere=side,
            vertex=peak.vertex,
            time=peak.time,
            value=peak.value,
            surface_ras_mm=peak.surface_ras_mm,
            mni_mm=peak.mni_mm,
            label=peak.label,
        )
        for side, peak in finding.peaks.items()
    ]


def _noise(run: Run) -> ReportedNoise:
    noise, evoked = run.noise.value, next(iter(run.responses.values()))
    info = evoked.value.info
    blocks = covariance_by_type(noise, info, exclude="bads")
    ranks = rank_by_type(noise, info, exclude="bads")
    return ReportedNoise(
        rank=run.summary.rank,
        ranks={kind: (rank, len(blocks[kind])) for kind, rank in ranks.items()},
        chosen=run.summary.estimator,
        tried=run.job.estimators,
        log_likelihood=noise.log_likelihood,
        degrees=noise.degrees,
        pictures=noise_pictures(run.noise, evoked),
    )


def _inverse(run: Run) -> tuple[Fact, ...]:
    """Settings of the inverse solution, in words."""
    job, summary = run.job, run.summary
    loose = {0.0: "fixed along the surface normal", 1.0: "free"}.get(
        job.loose, f"loose: currents along the cortex weigh {job.loose:g}, along its normal 1"
    )
    depth = f"exponent {job.depth:g}" if job.depth else "none"
    signed = job.pick_ori == "normal" or job.loose == 0
    return (
        ("Method", summary.method),
        ("Values", _values_in_words(METHODS[job.method].quantity, signed=signed)),
        ("λ²", _lambda2_in_words(run)),
        ("Orientations", loose),
        ("Depth weighting", depth),
        ("Rank of the noise", f"{summary.rank}{_rank_in_words(job.rank)}"),
        ("Sources", f"{summary.sources}"),
        ("Channels", channels_in_words(summary.channels)),
        ("Forward solution", str(job.forward)),
    )


def _lambda2_in_words(run: Run) -> str:
    given = run.summary.lambda2
    if given is not None:
        return f"{given:.4g}, 1 / SNR² of an assumed signal-to-noise ratio {given**-0.5:g}"
    found = (
        f"{one.condition} {one.lambda2:.3g} ({one.found.text(one.response)})"
        for one in run.summary.findings
        if one.found is not None
    )
    return f"1 / SNR², by restricted maximum likelihood of each response: {'; '.join(found)}"


def _values_in_words(quantity: str, *, signed: bool) -> str:
    if signed:
        return f"{quantity} of the current along the surface normal, positive out of the cortex"
    return f"{quantity} of the current’s length at each source, in any direction"


def _rank_in_words(rank: str | None) -> str:
    return {None: ", estimated", "info": ", from what is known of the recording"}.get(
        rank, ", the number of channels"
    )
