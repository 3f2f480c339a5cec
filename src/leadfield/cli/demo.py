"""The tutorial on a simulated experiment: estimates, pictures, and how far off they are."""

import json
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

import leadfield
from leadfield.base.files import as_path
from leadfield.base.progress import tracked, working
from leadfield.cli.demo_folder import SUMMARY, check_free, files_in, settle
from leadfield.cli.demo_numbers import CODES, Analysis, analyse
from leadfield.cli.demo_pictures import pictures
from leadfield.cli.demo_truth import (
    Comparison,
    DemoSummary,
    TrueSource,
    found_source,
    true_sources,
    white_surfaces,
)


def demo(out: Path, *, data: Path | None = None) -> str:
    """Run the demo, put its results into a folder, and tell what was found.

    ``data`` is the simulated experiment; None makes it, or takes it from the user's cache.
    """
    start = time.perf_counter()
    target = as_path(out).absolute()
    check_free(target)
    folder = Path(data or leadfield.datasets.simulated.data_path())
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{target.name}-", dir=target.parent) as place:
        made = Path(place) / target.name
        (made / "pictures").mkdir(parents=True)
        with working("Localising four conditions with four methods"):
            analysis = analyse(folder)
            _save(analysis, made)
        truth = true_sources(folder / "truth.json")
        drawn = pictures(analysis, truth)
        for name, draw in tracked(list(drawn.items()), "Drawing"):
            draw(made / "pictures" / f"{name}.png")
        summary = _summary(analysis, truth, made, seconds=time.perf_counter() - start)
        (made / "summary.txt").write_text(summary.text(), encoding="utf-8")
        told = json.dumps(summary.plain(), indent=1)
        (made / SUMMARY).write_text(f"{told}\n", encoding="utf-8")
        settle(made, target)
    return (
        f"{summary.text()}\n{len(summary.files)} files in {out}, made in {summary.seconds:.0f} s\n"
    )


def _save(analysis: Analysis, made: Path) -> None:
    """Everything that the tutorial computes, as files."""
    analysis.noise.save(made / "noise-cov.fif")
    analysis.inverse.save(made / "meg-inv.fif")
    for condition, evoked in analysis.responses.items():
        evoked.save(made / f"{condition}-ave.fif")
    for (condition, method), estimate in analysis.estimates.items():
        estimate.save(made / f"{condition}-{method}")


def _summary(
    analysis: Analysis, truth: Mapping[str, TrueSource], made: Path, *, seconds: float
) -> DemoSummary:
    white = white_surfaces(analysis.data / "subjects" / "sample")
    codes = analysis.events[:, 2]
    comparisons = []
    for condition, code in CODES.items():
        found = []
        for method in leadfield.minimum_norm.INVERSE_METHODS:
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
                trials=int(np.count_nonzero(codes == code)),
                kept=int(analysis.responses[condition].nave),
                truth=truth[condition],
                found=found,
            )
        )
    model = analysis.inverse.value
    return DemoSummary(
        version=leadfield.__version__,
        data=str(analysis.data),
        seconds=round(seconds, 1),
        rank=len(model.singular_values),
        estimator=analysis.noise.value.method or "empirical",
        comparisons=comparisons,
        files=sorted([*files_in(made), "summary.txt", SUMMARY]),
    )
