"""Report of the demo: that of a run, with its maps beside the true sources."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np

from leadfield.api.estimates.source_estimate import SourceEstimate
from leadfield.base.arrays import Floats
from leadfield.base.version import versions
from leadfield.cli.anatomy import read_anatomy
from leadfield.cli.demo_numbers import BADS, CODES, FORWARD, RAW, REJECT, SAMPLE, Analysis
from leadfield.cli.demo_truth import DemoSummary, FoundSource, TrueSource, note
from leadfield.cli.job import Localization
from leadfield.cli.output_folder import MARK
from leadfield.cli.peaks import find_peaks
from leadfield.cli.report_brain import brain_content, find_surfaces
from leadfield.cli.report_content import report_of_run
from leadfield.cli.run import Run
from leadfield.cli.summary import SIDES, ConditionResult, Summary
from leadfield.cli.trials import trials_of
from leadfield.epochs.selection import count_drop_reasons
from leadfield.estimates.explained_variance import localize_and_explain
from leadfield.estimates.minimum_norm import minimum_norm_filter
from leadfield.inverse.kernel import prepare_kernel
from leadfield.inverse.methods import METHODS, InverseMethod
from leadfield.render.few_colours import with_few_colours
from leadfield.report.page import make_report
from leadfield.report.values import ComparedTruth, Picture, ReportedTruth
from leadfield.web.content import PageContent, PageFocus

METHOD: InverseMethod = "dSPM"
"""The tutorial's, whose peaks the report lists."""
GREEN = (0.2, 0.9, 0.2)
RADIUS = 2.5
"""Of the mark of a true source, in mm."""
WIDTH = 400


def make_demo_report(
    analysis: Analysis,
    truth: Mapping[str, TrueSource],
    summary: DemoSummary,
    white: Mapping[str, Floats],
    results: Path,
    out: Path,
) -> bytes:
    """The page of the demo's report; ``results`` has its pictures, ``out`` is its folder."""
    run = _run(analysis, summary, out)
    trials = trials_of(analysis.raw, analysis.events, analysis.drop_log)
    report = replace(
        report_of_run(run, trials),
        title="The tutorial on a simulated experiment",
        command=("leadfield", "demo", "--out", str(out)),
        truth=_compared(summary, results / "pictures"),
    )
    if not analysis.found:
        return make_report(report)
    first = analysis.found[0]
    brain = _brain(analysis, first, truth[first], white)
    told = f"The maps are those of {first} with each method; the green ball is the true source."
    return make_report(replace(report, brain=brain, brain_note=told))


def _run(analysis: Analysis, summary: DemoSummary, out: Path) -> Run:
    """The demo as a run of ``leadfield localize`` with the tutorial's method."""
    model = analysis.inverse.value
    sample = analysis.data / SAMPLE
    job = Localization(
        raw=sample / RAW,
        forward=sample / FORWARD,
        events=CODES,
        out=out,
        reject=REJECT,
        flat={},
        bads=tuple(BADS),
        method=METHOD,
        subjects_dir=analysis.data / "subjects",
    )
    trials, dropped, reasons = count_drop_reasons(analysis.drop_log)
    kinds = model.info.channels.types
    told = Summary(
        made_by=MARK,
        versions=versions(),
        settings={},
        folder=str(Path.cwd()),
        recording=str(job.raw),
        forward=str(job.forward),
        channels={kind: kinds.count(kind) for kind in dict.fromkeys(kinds)},
        bads=BADS,
        rank=summary.rank,
        estimator=summary.estimator,
        sources=model.sources.n_sources,
        subject=model.sources.subject,
        method=METHOD,
        unit=METHODS[METHOD].unit,
        lambda2=None,
        events=CODES,
        trials=trials,
        dropped=dropped,
        reasons=reasons,
        findings=_findings(analysis, summary),
    )
    return Run(
        job=job,
        summary=told,
        files=tuple(summary.files),
        noise=analysis.noise,
        responses=analysis.responses,
        inverse=analysis.inverse,
        estimates={name: analysis.estimates[name, METHOD] for name in CODES},
    )


def _findings(analysis: Analysis, summary: DemoSummary) -> list[ConditionResult]:
    anatomy = read_anatomy(analysis.forward.value, analysis.data / "subjects")
    findings = []
    for one in summary.comparisons:
        response = analysis.responses[one.condition].value
        kernel = prepare_kernel(
            analysis.inverse.value, nave=response.nave, lambda2=one.lambda2, method=METHOD
        )
        explanation = localize_and_explain(kernel, minimum_norm_filter(kernel), response)[2]
        estimate = analysis.estimates[one.condition, METHOD]
        findings.append(
            ConditionResult(
                condition=one.condition,
                response=one.response,
                nave=one.nave,
                explained=100 * (explanation.share or 0.0),
                lambda2=one.lambda2,
                found=one.found_snr,
                peaks={} if one.response.nothing else find_peaks(estimate, anatomy),
                files=[],
            )
        )
    return findings


def _compared(summary: DemoSummary, pictures: Path) -> ComparedTruth:
    names = [one.condition for one in summary.comparisons if one.found]
    return ComparedTruth(
        sources=tuple((one.condition, _place(one.truth)) for one in summary.comparisons),
        found=tuple(
            _reported(one.condition, found) for one in summary.comparisons for found in one.found
        ),
        medians=summary.medians(),
        note=note(),
        pictures=tuple(_picture(pictures / f"09-brain-{name}.png", name) for name in names),
    )


def _place(true: TrueSource) -> str:
    where = ", ".join(f"{x:.1f}" for x in true.place)
    side = SIDES[true.hemisphere]
    return (
        f"{side} hemisphere at ({where}) mm surface RAS, strongest at {1e3 * true.latency:.1f} ms"
    )


def _reported(condition: str, found: FoundSource) -> ReportedTruth:
    return ReportedTruth(
        condition=condition,
        method=found.method,
        hemisphere=SIDES[found.hemisphere],
        vertex=found.vertex,
        distance_mm=found.distance_mm,
        late_ms=found.late_ms,
        right_hemisphere=found.right_hemisphere,
    )


def _picture(path: Path, condition: str) -> Picture:
    return Picture(
        png=with_few_colours(path.read_bytes()),
        width=WIDTH,
        description=(
            f"{METHOD} of {condition} on the hemisphere of its true source, at the peak, which is "
            "marked in blue, the true source in green"
        ),
        caption=f"{condition}: peak (blue) and true source (green)",
    )


def _brain(
    analysis: Analysis, condition: str, true: TrueSource, white: Mapping[str, Floats]
) -> PageContent:
    """The maps of a condition with each method, and its true source."""
    estimates: dict[str, SourceEstimate] = {METHOD: analysis.estimates[condition, METHOD]}
    estimates |= {m: stc for (name, m), stc in analysis.estimates.items() if name == condition}
    sources, n_times = analysis.inverse.value.sources, len(analysis.responses[condition].times)
    content = brain_content(
        estimates,
        find_surfaces(sources, analysis.data / "subjects", n_times),
        responses=dict.fromkeys(estimates, analysis.responses[condition]),
        title=condition,
    )
    apart = np.linalg.norm(white[true.hemisphere] - true.place, axis=1)
    focus = PageFocus(
        hemisphere=true.hemisphere,
        vertex=int(apart.argmin()),
        position=true.place,
        radius=RADIUS,
        colour=GREEN,
        name=f"true source of {condition}",
    )
    return replace(content, foci=(focus,))
