"""Demo of a study: a simulated one, from its BIDS data set to the group, beside the truth."""

import json
from collections.abc import Mapping
from pathlib import Path
from textwrap import wrap
from typing import Any

import numpy as np

from leadfield.base.errors import OverwriteError
from leadfield.base.files import as_path
from leadfield.base.results_folder import SUMMARY
from leadfield.batch.batch_result import BatchResult
from leadfield.batch.result_store import STORE
from leadfield.batch.run_batch import run
from leadfield.cli.demo_truth import LINE
from leadfield.cli.summary import SIDES
from leadfield.datasets import simulated
from leadfield.freesurfer.surface import read_surface
from leadfield.group.settings import contrast_name

ABOUT = (
    "One subject's recording is broken, so that it fails; one does not tell the tones apart, and "
    "one has another channel marked bad than the noisy one. The report shows them."
)


def run_study_demo(out: Path, *, data: Path | None = None) -> str:
    """Run the simulated study, write its results into a folder, and return a summary.

    ``data`` is the study; None simulates it, or takes it from the cache.
    """
    target = as_path(out).absolute()
    _check_folder(target)
    root = Path(data or simulated.study_path())
    result = run(root / "study.toml", target)
    return f"{_told(result, root)}\n{result}"


def _check_folder(out: Path) -> None:
    """Raise unless the folder is new, empty, or that of a batch before."""
    if out.is_dir() and any(out.iterdir()) and not (out / STORE).is_dir():
        msg = f"{out} holds files that are not a study's results: choose another --out"
        raise OverwriteError(msg)


def _told(result: BatchResult, root: Path) -> str:
    """Where and when the group's map has the effect, beside the truth."""
    truth = json.loads((root / "derivatives" / "truth" / "effect.json").read_text("utf-8"))[
        "effect"
    ]
    lines = ["A simulated study, compared with the truth", "", *wrap(ABOUT, LINE), ""]
    lines.append(f"truth  {_effect(truth['label'], truth['peak_s'], truth['mri_mm'])}")
    if result.group is not None:
        peaks = json.loads((result.group / SUMMARY).read_text("utf-8"))["peaks"]
        peak = peaks[contrast_name((truth["condition"], truth["against"]))]
        place = _place(root, truth, peak)
        off = float(np.linalg.norm(np.subtract(place, truth["mri_mm"])))
        lines.append(f"found  {_effect(peak['label'], peak['time'], place)}, {off:.1f} mm off")
    return "\n".join(lines) + "\n"


def _place(root: Path, truth: Mapping[str, Any], peak: Mapping[str, Any]) -> list[float]:
    """Where a peak is on the template's white surface, in mm."""
    home = root / "derivatives" / "freesurfer" / truth["subject"]
    white = read_surface(home / "surf" / f"{peak['hemisphere']}.white").vertices
    place: list[float] = white[peak["vertex"]].tolist()
    return place


def _effect(label: str | None, time: float, place: list[float]) -> str:
    side = SIDES[str(label).rpartition("-")[2]]
    where = ", ".join(f"{x:.1f}" for x in place)
    return f"{label}, {side} hemisphere, {1e3 * time:.0f} ms, at ({where}) mm"
