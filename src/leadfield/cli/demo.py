"""Demo: the tutorial on a simulated experiment, compared with the true sources."""

import json
import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

import leadfield
from leadfield.base.arrays import Floats
from leadfield.base.files import as_path
from leadfield.base.progress import tracked, working
from leadfield.base.results_folder import SUMMARY, list_files, replace_results
from leadfield.cli.demo_numbers import CODES, Analysis, run_analysis
from leadfield.cli.demo_pictures import picture_functions
from leadfield.cli.demo_report import make_demo_report
from leadfield.cli.demo_truth import (
    Comparison,
    DemoSummary,
    TrueSource,
    found_source,
    true_sources,
    white_surfaces,
)
from leadfield.cli.output_folder import (
    MARK,
    REPORT,
    check_output_folder,
    staged,
)
from leadfield.cli.summary import ResponseTest, snr_found


def run_demo(out: Path, *, data: Path | None = None) -> str:
    """Run the demo, write its results into a folder, and return a summary.

    ``data`` is the simulated experiment; None simulates it, or takes it from the cache.
    """
    start = time.perf_counter()
    target = as_path(out).absolute()
    check_output_folder(target)
    with staged(target) as results:
        folder = Path(data or leadfield.datasets.simulated.data_path())
        (results / "pictures").mkdir()
        with working("Localising four conditions with four methods"):
            analysis = run_analysis(folder)
            _save(analysis, results)
        truth = true_sources(folder / "truth.json")
        drawn = picture_functions(analysis, truth)
        for name, draw in tracked(list(drawn.items()), "Drawing"):
            draw(results / "pictures" / f"{name}.png")
        white = white_surfaces(folder / "subjects" / "sample")
        summary = _summary(analysis, truth, white, results)
        page = make_demo_report(analysis, truth, summary, white, results, target)
        (results / REPORT).write_bytes(page)
        summary = replace(summary, seconds=round(time.perf_counter() - start, 1))
        (results / "summary.txt").write_text(summary.text(), encoding="utf-8")
        record = json.dumps(summary.to_dict(), indent=1)
        (results / SUMMARY).write_text(f"{record}\n", encoding="utf-8")
        replace_results(results, target, mark=MARK)
    written = f"{len(summary.files)} files in {out}, written in {summary.seconds:.0f} s"
    report = f"Report, to be opened in a browser: {out / REPORT}"
    return f"{summary.text()}\n{written}\n{report}\n"


def _save(analysis: Analysis, results: Path) -> None:
    """Save everything that the tutorial computes."""
    analysis.noise.save(results / "noise-cov.fif")
    analysis.inverse.save(results / "meg-inv.fif")
    for condition, evoked in analysis.responses.items():
        evoked.save(results / f"{condition}-ave.fif")
    for (condition, method), estimate in analysis.estimates.items():
        estimate.save(results / f"{condition}-{method}")


def _summary(
    analysis: Analysis,
    truth: Mapping[str, TrueSource],
    white: Mapping[str, Floats],
    results: Path,
) -> DemoSummary:
    codes = analysis.events[:, 2]
    comparisons = []
    for condition, code in CODES.items():
        found = []
        test = analysis.detections[condition]
        for method in leadfield.minimum_norm.INVERSE_METHODS if test.detected else ():
            estimate: Any = analysis.estimates[condition, method]
            found.append(
                found_source(
                    method,
                    estimate.data,
                    estimate.vertices,
                    estimate.times,
                    truth=truth[condition],
                    white=white,
                )
            )
        comparisons.append(
            Comparison(
                condition=condition,
                response=ResponseTest(p=test.p, detected=test.detected),
                trials=int(np.count_nonzero(codes == code)),
                nave=int(analysis.responses[condition].nave),
                lambda2=analysis.regularisations[condition].lambda2,
                found_snr=snr_found(analysis.regularisations[condition].value),
                truth=truth[condition],
                found=found,
            )
        )
    model = analysis.inverse.value
    return DemoSummary(
        version=leadfield.__version__,
        data=str(analysis.data),
        seconds=0.0,
        rank=len(model.singular_values),
        estimator=analysis.noise.value.method or "empirical",
        comparisons=comparisons,
        files=sorted([*list_files(results), "summary.txt", SUMMARY, REPORT]),
    )
