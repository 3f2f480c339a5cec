"""Visibility of sources from files: a table of labels, JSON, a picture or a page."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, final

import numpy as np

from leadfield.api.covariance.covariance import read_cov
from leadfield.api.estimates.source_estimate import SourceEstimate
from leadfield.api.estimates.web_page import write_brain_page
from leadfield.api.forward.forward import read_forward_solution
from leadfield.api.inverse.inverse_operator import (
    InverseOperator,
    make_inverse_operator,
    read_inverse_operator,
)
from leadfield.api.labels.label import Label
from leadfield.api.labels.parcellation import read_labels_from_annot
from leadfield.api.trust.visibility import Visibility, visibility
from leadfield.base.errors import InputError
from leadfield.base.files import may_write
from leadfield.fif.kinds import Block
from leadfield.fif.reader import FifFile

NONE = "none"
PAGES = (".html", ".htm")
PICTURES = (".png",)
# How a map of probabilities looks: nothing of it hides.
MAP: Mapping[str, Any] = {
    "clim": {"kind": "value", "lims": [0.0, 0.5, 1.0]},
    "colormap": "viridis",
    "transparent": False,
}


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Visible:
    """What is asked: an operator, or a forward model with its noise; which sources, which labels.

    ``amplitude`` is in nA·m.
    """

    model: Path
    cov: Path | None = None
    amplitude: float = 10.0
    nave: float = 100.0
    noise_scale: float = 1.0
    labels: str = "aparc"
    subject: str | None = None
    subjects_dir: Path | None = None
    as_json: bool = False
    out: Path | None = None


def visible(job: Visible) -> str:
    """Say what would be seen; write the map, if it has a name."""
    if job.out is not None:
        _check_target(job.out)
    inverse = _operator(job)
    subject = job.subject or inverse.value.sources.subject
    labels = _labels(job, subject)
    seen = visibility(
        inverse,
        amplitude=1e-9 * job.amplitude,
        nave=job.nave,
        labels=labels or None,
        noise_scale=job.noise_scale,
    )
    if job.out is not None:
        _write_map(job, seen, subject)
    if job.as_json:
        return json.dumps(to_dict(seen), indent=2) + "\n"
    return to_text(seen) + ("" if job.out is None else f"Written to {job.out}\n")


def to_dict(seen: Visibility) -> dict[str, Any]:
    """All numbers, in SI units; what is infinite or missing is null."""
    chances = seen.probability.data
    return {
        "amplitude": seen.amplitude,
        "nave": seen.nave,
        "threshold": seen.threshold,
        "n_sources": len(chances),
        "probability": float(chances.mean()),
        "expected_error": float(seen.expected_error.data.mean()),
        "needed_amplitude": _finite(float(np.median(seen.needed_amplitude.data))),
        "probability_by_type": {k: float(one.data.mean()) for k, one in seen.by_type.items()},
        "labels": [
            {
                "name": one.name,
                "n_sources": one.n_sources,
                "probability": _finite(one.probability),
                "expected_error": _finite(one.expected_error),
                "needed_amplitude": _finite(one.needed_amplitude),
                "probability_by_type": {k: _finite(v) for k, v in one.by_type.items()},
            }
            for one in seen.labels
        ],
    }


def to_text(seen: Visibility) -> str:
    """The summary, and a line for each label, the least visible first."""
    found = to_dict(seen)
    kinds = found["probability_by_type"]
    alone = ", ".join(f"{kind} alone {_percent(value)}" for kind, value in kinds.items())
    lines = [
        f"{found['n_sources']} sources of {_nam(seen.amplitude)} nA·m, {seen.nave:g} epochs",
        f"detected: {_percent(found['probability'])} on average"
        + (f"; {alone}" if len(kinds) > 1 else ""),
        f"expected error: {_mm(found['expected_error'])} mm on average",
        f"amplitude that half of the sources need for 90 %: {_nam(found['needed_amplitude'])} nA·m",
    ]
    rows = sorted(found["labels"], key=lambda one: (one["probability"] is None, one["probability"]))
    if rows:
        head = ["label", "sources", "detected", "error mm", "90 % nA·m"]
        head += [f"{kind} alone" for kind in kinds] if len(kinds) > 1 else []
        table = [head]
        for one in rows:
            line = [
                one["name"],
                str(one["n_sources"]),
                _percent(one["probability"]),
                _mm(one["expected_error"]),
                _nam(one["needed_amplitude"]),
            ]
            line += map(_percent, one["probability_by_type"].values()) if len(kinds) > 1 else []
            table.append(line)
        widths = [max(map(len, column)) for column in zip(*table, strict=True)]
        lines.append("")
        for first, *others in table:
            numbers = (text.rjust(w) for text, w in zip(others, widths[1:], strict=True))
            lines.append("  ".join([first.ljust(widths[0]), *numbers]))
    return "\n".join(lines) + "\n"


def _operator(job: Visible) -> InverseOperator:
    """The operator of the file, or one of its forward model and the noise."""
    with FifFile(job.model) as file:
        kinds = {node.kind for node in file.tree.walk()}
    if Block.INVERSE_SOLUTION in kinds:
        if job.cov is not None:
            msg = "--cov is for a forward solution: an inverse operator has its noise covariance"
            raise InputError(msg)
        return read_inverse_operator(job.model)
    forward = read_forward_solution(job.model)
    if job.cov is None:
        msg = "--cov must be given for a forward solution: how strong is the noise?"
        raise InputError(msg)
    free = forward.value.free
    return make_inverse_operator(
        forward["info"],
        forward,
        read_cov(job.cov),
        loose=1.0 if free else 0.0,
        depth=None,
    )


def _labels(job: Visible, subject: str | None) -> list[Label]:
    """The parcellation's labels, without those that are no part of the cortex."""
    if job.labels == NONE:
        return []
    if subject is None:
        msg = "--subject must be given for --labels: the file does not say whose sources it has"
        raise InputError(msg)
    found = read_labels_from_annot(subject, job.labels, subjects_dir=job.subjects_dir)
    return [one for one in found if not str(one.name).startswith("unknown")]


def _check_target(path: Path) -> None:
    if path.suffix.lower() not in {*PAGES, *PICTURES}:
        msg = f"--out must end with .html or .png, got {path.name}"
        raise InputError(msg)
    may_write(path, overwrite=True)


def _write_map(job: Visible, seen: Visibility, subject: str | None) -> None:
    stc = seen.probability
    if not isinstance(stc, SourceEstimate) or job.out is None:
        msg = "--out draws sources on a cortex, these are in a volume: leave it out"
        raise InputError(msg)
    title = f"Probability to detect {job.amplitude:g} nA·m in {job.nave:g} epochs"
    if job.out.suffix.lower() in PAGES:
        labels = None if job.labels == NONE else job.labels
        write_brain_page(
            stc,
            job.out,
            subjects_dir=job.subjects_dir,
            labels=labels,
            title=title,
            subject=subject,
            **MAP,
        )
        return
    brain = stc.plot(
        subject,
        hemi="split",
        views=["lateral", "medial"],
        subjects_dir=job.subjects_dir,
        **MAP,
        time_label=None,
        title=title,
        backend="matplotlib",
    )
    brain.save_image(str(job.out))
    brain.close()


def _finite(value: float) -> float | None:
    return value if math.isfinite(value) else None


def _percent(value: float | None) -> str:
    return "-" if value is None else f"{100 * value:.0f} %"


def _mm(value: float | None) -> str:
    return "-" if value is None else f"{1e3 * value:.0f}"


def _nam(value: float | None) -> str:
    return "-" if value is None else f"{1e9 * value:.1f}"
