"""Comparison of the demo's source estimates with the true sources."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from textwrap import wrap
from typing import Any, Literal, final

import numpy as np

from leadfield.base.arrays import Floats, Ints
from leadfield.cli.output_folder import MARK
from leadfield.cli.summary import SIDES, FoundSnr, ResponseTest
from leadfield.freesurfer.surface import read_surface

WINDOW = (0.0, 0.3)  # s, where the response can be
NOTE = (
    "A map is looked at where the response can be, from {start:.0f} to {stop:.0f} ms, when its "
    "root mean square over all sources is largest; its peak is the largest value there. MNE values "
    "are not normalised by noise, so that their largest value at other times may be noise."
)
LINE = 96


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class TrueSource:
    """Position (MRI, in mm) and latency (in s) of the strongest true source of a condition."""

    hemisphere: Literal["lh", "rh"]
    place: tuple[float, float, float]
    latency: float


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class FoundSource:
    """The peak of an estimate, and its distance from the true source."""

    method: str
    hemisphere: str
    vertex: int
    time: float
    value: float
    distance_mm: float
    late_ms: float
    right_hemisphere: bool


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The true source of a condition, and the peak of each method if it has a response."""

    condition: str
    response: ResponseTest
    trials: int
    nave: int
    lambda2: float
    found_snr: FoundSnr
    truth: TrueSource
    found: Sequence[FoundSource]


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class DemoSummary:
    """All results of the demo; ``files`` are those it wrote."""

    version: str
    data: str
    seconds: float
    rank: int
    estimator: str
    comparisons: Sequence[Comparison]
    files: Sequence[str]

    def medians(self) -> dict[str, float]:
        """Each method's median distance over conditions, in mm."""
        by_method: dict[str, list[float]] = {}
        for one in self.comparisons:
            for found in one.found:
                by_method.setdefault(found.method, []).append(found.distance_mm)
        return {method: float(np.median(values)) for method, values in by_method.items()}

    def text(self) -> str:
        """The summary as text."""
        lines = [
            "The tutorial on a simulated experiment, compared with the true sources",
            "",
            f"Data        {self.data}",
            f"Noise       rank {self.rank}, {self.estimator}",
        ]
        for one in self.comparisons:
            side, when = SIDES[one.truth.hemisphere], 1e3 * one.truth.latency
            where = ", ".join(f"{x:.1f}" for x in one.truth.place)
            lines += [
                "",
                f"{one.condition}: {one.response.text()}",
                f"  trials    {one.nave} of {one.trials}",
                f"  lambda2   {one.lambda2:.3g} by the data: {one.found_snr.text(one.response)}",
                f"  truth     {side} hemisphere, {when:.1f} ms, at ({where}) mm",
            ]
            lines += [_line(found) for found in one.found]
        if medians := self.medians():
            told = ", ".join(f"{m} {x:.1f} mm" for m, x in medians.items())
            lines += ["", f"Median distance from the truth: {told}", *wrap(note(), LINE)]
        return "\n".join(lines) + "\n"

    def to_dict(self) -> dict[str, Any]:
        """The summary as dictionaries, lists and numbers."""
        more = {"window_s": WINDOW, "median_distance_mm": self.medians()}
        return {"made_by": MARK, **asdict(self), **more}


def _line(found: FoundSource) -> str:
    wrong = "" if found.right_hemisphere else "   WRONG HEMISPHERE"
    return (
        f"  {found.method:<9} {SIDES[found.hemisphere]} vertex {found.vertex:>5}, "
        f"{found.distance_mm:5.1f} mm off, {found.late_ms:+7.1f} ms{wrong}"
    )


def note() -> str:
    """When and where maps are compared with the truth."""
    start, stop = (1e3 * end for end in WINDOW)
    return NOTE.format(start=start, stop=stop)


def true_sources(path: Path) -> dict[str, TrueSource]:
    """The strongest source of each condition."""
    conditions = json.loads(path.read_text(encoding="utf-8"))["conditions"]
    out = {}
    for name, condition in conditions.items():
        strongest = max(condition["sources"], key=lambda source: abs(source["moment_nAm"]))
        x, y, z = strongest["mri_mm"]
        out[name] = TrueSource(
            hemisphere=strongest["hemi"], place=(x, y, z), latency=strongest["peak_s"]
        )
    return out


def white_surfaces(subject: Path) -> dict[str, Floats]:
    """Positions of the white surface's vertices, in mm, by hemisphere."""
    return {side: read_surface(subject / "surf" / f"{side}.white").vertices for side in SIDES}


def found_source(
    method: str,
    values: Floats,
    vertices: Sequence[Ints],
    times: Floats,
    *,
    truth: TrueSource,
    white: Mapping[str, Floats],
) -> FoundSource:
    """The peak of a map when it is strongest as a whole, where the response can be."""
    samples = np.flatnonzero((times >= WINDOW[0]) & (times <= WINDOW[1]))
    power = np.einsum("ij,ij->j", values[:, samples], values[:, samples])
    sample = samples[power.argmax()]
    row = np.abs(values[:, sample]).argmax()
    sides = np.repeat(list(SIDES), [len(v) for v in vertices])
    side, vertex = str(sides[row]), int(np.concatenate(vertices)[row])
    distance = np.linalg.norm(white[side][vertex] - truth.place)
    return FoundSource(
        method=method,
        hemisphere=side,
        vertex=vertex,
        time=float(times[sample]),
        value=float(values[row, sample]),
        distance_mm=float(distance),
        late_ms=1e3 * (float(times[sample]) - truth.latency),
        right_hemisphere=side == truth.hemisphere,
    )
