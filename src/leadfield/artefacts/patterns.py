"""Patterns of artefacts: the strongest principal components of samples, as projections.

Uusitalo & Ilmoniemi 1997: what varies most while only an artefact varies is the artefact's.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import final

import numpy as np

from leadfield.base.arrays import Floats, Ints, lock_arrays
from leadfield.base.checks import all_finite, number, one_of
from leadfield.base.errors import ArgumentTypeError, DataError, InputError
from leadfield.base.log import LOGGER
from leadfield.recording.info import MeasurementInfo
from leadfield.recording.projection import FIELD, Projection

# Types of channels, and what their projections are called.
NAMES = {"grad": "planar", "mag": "axial", "eeg": "eeg", "meg": "meg"}
MODES = ("separate", "combined")


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class PatternCounts:
    """How many patterns are wanted of gradiometers, magnetometers and EEG.

    A number below 1 is the share of the variance that they shall explain. ``meg`` says whether
    the two types of sensors have patterns of their own or joint ones.
    """

    grad: float = 2
    mag: float = 2
    eeg: float = 2
    meg: str = "separate"

    def __post_init__(self) -> None:
        one_of("meg", self.meg, MODES)
        for kind in ("grad", "mag", "eeg"):
            object.__setattr__(self, kind, _count(f"n_{kind}", getattr(self, kind)))
        if self.meg == "combined" and self.grad != self.mag:
            msg = (
                "n_grad and n_mag must be the same with meg='combined', "
                f"got {self.grad:g} and {self.mag:g}"
            )
            raise InputError(msg)

    def by_type(self) -> dict[str, float]:
        """The number, or the share, for each type of channels that has patterns of its own."""
        if self.meg == "combined":
            return {"meg": self.mag, "eeg": self.eeg}
        return {"grad": self.grad, "mag": self.mag, "eeg": self.eeg}


def _count(name: str, given: object) -> float:
    """A whole number of patterns, or a share of the variance between 0 and 1."""
    value = number(name, given, least=0)
    if value > 1 and not value.is_integer():
        msg = f"{name} must be a whole number, or a share between 0 and 1, got {given!r}"
        raise ArgumentTypeError(msg)
    return value


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PatternGroup:
    """The good channels ``rows`` that have ``wanted`` patterns together, by the name ``kind``."""

    kind: str
    rows: Ints
    wanted: float

    def __post_init__(self) -> None:
        lock_arrays(self)


def pattern_groups(info: MeasurementInfo, counts: PatternCounts) -> list[PatternGroup]:
    """The groups of good channels of which there shall be patterns."""
    good = np.array([name not in info.bads for name in info.names], bool)
    groups = []
    for kind, wanted in counts.by_type().items():
        rows = info.channels.of_type(kind)
        rows = rows[good[rows]]
        if not len(rows):
            LOGGER.info("There are no good %s channels: no projections of them", kind)
        elif wanted:
            groups.append(PatternGroup(kind=NAMES[kind], rows=rows, wanted=wanted))
    return groups


def sum_of_squares(blocks: Iterable[Floats], groups: Sequence[PatternGroup]) -> list[Floats]:
    """X Xᵀ (n, n) of each group, of samples that come in blocks (n_channels, n_times).

    One block is in memory at a time, and channels of different groups are not multiplied.
    """
    sums = [np.zeros((len(group.rows), len(group.rows))) for group in groups]
    for block in blocks:
        for i, group in enumerate(groups):
            x = block[group.rows]
            sums[i] += x @ x.T
    return sums


def principal_projections(
    squares: Sequence[Floats],
    groups: Sequence[PatternGroup],
    info: MeasurementInfo,
    prefix: str,
) -> list[Projection]:
    """The strongest patterns of each group as projections, strongest first.

    Their signs are those that the decomposition happens to give.
    """
    # MNE-Python's decomposition, so that signs are its, too.
    from scipy.linalg import svd

    found = []
    for group, square in zip(groups, squares, strict=True):
        all_finite("samples", square, "annotate the time as BAD, or mark channels as bad")
        if not square.any():
            msg = f"samples must vary to have patterns, those of {group.kind} are all 0"
            raise DataError(msg)
        vectors, strengths, _ = svd(square, full_matrices=False)
        shares = strengths / strengths.sum()
        n = int(group.wanted)
        if group.wanted < 1:
            n = int(np.searchsorted(np.cumsum(shares), group.wanted)) + 1
        names = tuple(info.names[row] for row in group.rows)
        for k, (vector, share) in enumerate(zip(vectors.T[:n], shares[:n].tolist(), strict=True)):
            description = f"{group.kind}-{prefix}-PCA-{k + 1:02d}"
            LOGGER.info("Projection %s explains %.1f %%", description, 100 * share)
            found.append(
                Projection(
                    description=description,
                    kind=FIELD,
                    active=False,
                    channel_names=names,
                    vectors=vector[np.newaxis],
                    explained_variance=share,
                )
            )
    return found
