"""How near leadfield's hot steps come to what the machine can do: python floor.py DATA.

Prints one line of JSON: the machine's rates, and for each step the operations and bytes that
it needs, the seconds it took, and what it loses time with.
"""

import json
import logging
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from first_steps import FORWARD, PARCELS, epochs_of, recordings

import leadfield
from leadfield.base.log import LOGGER
from leadfield.estimates.apply import apply_kernel
from leadfield.estimates.data_channels import match_channels
from leadfield.estimates.minimum_norm import minimum_norm_filter
from leadfield.inverse.eloreta import ROUGH
from leadfield.inverse.kernel import prepare_kernel
from leadfield.minimum_norm import apply_inverse, make_inverse_operator
from leadfield.numerics.sparse_rows import SparseRows

DOUBLE = 8
ENTRY = 12  # bytes of a number in a sparse matrix, with its place
SIDE = 2000  # of the matrices whose product is timed
EPOCHS = 100
LAMBDA2 = 1 / 9


@dataclass(frozen=True, kw_only=True)
class Step:
    """A step's operations in double and single precision, its bytes, its seconds.

    ``moved`` bytes are read or written where the memory is known, ``fresh`` ones where it is
    new to the process. ``lost`` says what takes the rest of the time.
    """

    name: str
    seconds: float
    double: float = 0
    single: float = 0
    moved: float = 0
    fresh: float = 0
    lost: str = ""


def seconds(function: Callable[[], object], times: int = 9) -> float:
    """The shortest of some runs after one that warms up."""
    function()
    spent = []
    for _ in range(times):
        begun = time.perf_counter()
        function()
        spent.append(time.perf_counter() - begun)
    return min(spent)


def rates() -> dict[str, float]:
    """Operations a second of products; bytes a second of copies to known and to new memory."""
    a = np.random.default_rng(0).standard_normal((SIDE, SIDE))
    single = a.astype(np.float32)
    here, there = np.zeros(10_000_000), np.zeros(10_000_000)
    return {
        "double": 2 * SIDE**3 / seconds(lambda: a @ a),
        "single": 2 * SIDE**3 / seconds(lambda: single @ single),
        "moved": 2 * here.nbytes / seconds(lambda: np.copyto(there, here)),
        "fresh": 2 * here.nbytes / seconds(here.copy),
    }


class Data:
    """The tutorial's files, and what its first steps make of them."""

    def __init__(self, folder: Path) -> None:
        self.subjects = folder / "subjects"
        self.forward_file = recordings(folder) / FORWARD
        self.epochs = epochs_of(leadfield, folder, preload=True)
        self.evoked = self.epochs.average()
        self.forward = leadfield.read_forward_solution(self.forward_file)
        self.noise = self.covariance("empirical")
        self.inverse = self.operator()

    def covariance(self, method: str | list[str]) -> leadfield.Covariance:
        """Noise covariance of the time before the stimulus."""
        return leadfield.compute_covariance(self.epochs, tmax=0.0, method=method)

    def operator(self) -> leadfield.minimum_norm.InverseOperator:
        """Inverse operator, loose and weighted by depth."""
        return make_inverse_operator(
            self.evoked.info, self.forward, self.noise, loose=0.2, depth=0.8
        )

    def morph(self) -> leadfield.SourceMorph:
        """Morph to the common brain."""
        src = self.inverse["src"]
        return leadfield.compute_source_morph(
            src, "sample", "fsaverage", subjects_dir=self.subjects
        )


def recording_steps(data: Data) -> Iterator[Step]:
    """From epochs to noise covariance and average, and reading the forward model."""
    rank = data.inverse.value.whitener.rank
    before = int(np.sum(data.epochs.times <= 0)) * len(data.epochs)
    yield Step(
        name="compute_covariance, shrunk and empirical",
        seconds=seconds(lambda: data.covariance(["shrunk", "empirical"])),
        # For each of three folds and the whole: the samples' product, its eigenvectors.
        double=4 * (before * rank**2 + 9 * rank**3),
        lost="eigenvectors of so small a matrix keep two cores a third busy",
    )
    yield Step(
        name="average",
        seconds=seconds(data.epochs.average),
        moved=data.epochs.get_data(copy=False).nbytes,
        lost="epochs are checked and added one by one, in a loop in Python",
    )
    yield Step(
        name="read_forward_solution",
        seconds=seconds(lambda: leadfield.read_forward_solution(data.forward_file)),
        fresh=2 * data.forward_file.stat().st_size,
        lost="numbers are turned round, checked, widened and moved, each time in new memory",
    )


def operator_steps(data: Data) -> Iterator[Step]:
    """Making the operator, and making it ready for two methods."""
    model = data.inverse.value
    n, k = model.leads.shape
    c = len(model.info.names)
    yield Step(
        name="make_inverse_operator",
        seconds=seconds(data.operator),
        # Mix channels by a triangle in four panels, VᵀV, turn V.
        double=1.25 * n * c * k + n * k**2 + 2 * n * k**2,
        fresh=n * k * DOUBLE,
    )
    yield Step(
        name="ready for dSPM",
        seconds=seconds(lambda: prepare_kernel(model, nave=50, lambda2=LAMBDA2, method="dSPM")),
        double=3 * n * k,
        moved=n * k * DOUBLE,
        lost="numbers are scaled, squared and added up in passes over the cache",
    )

    def exact() -> None:
        prepare_kernel(model, nave=50, lambda2=LAMBDA2, method="eLORETA")

    rough, fine = steps_of(exact)
    yield Step(
        name=f"ready for eLORETA: {rough} steps in single, {fine} in double precision",
        seconds=seconds(exact),
        # By halves: V times a triangle, VᵀRV. The last VᵀRV is without the orientation prior.
        double=2 * fine * n * k**2 + n * k**2,
        single=2 * rough * n * k**2,
    )


def steps_of(fit: Callable[[], object]) -> tuple[int, int]:
    """How many steps eLORETA took in single and in double precision."""
    changes: list[float] = []

    class Changes(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if str(record.msg).startswith("eLORETA step"):
                changes.append(float(record.args[2]))

    level, others = LOGGER.level, LOGGER.handlers
    LOGGER.handlers = [Changes()]
    LOGGER.setLevel(logging.DEBUG)
    fit()
    LOGGER.handlers = others
    LOGGER.setLevel(level)
    rough = next(i for i, change in enumerate(changes) if change < ROUGH) + 1
    return rough, len(changes) - rough


def applying_steps(data: Data) -> Iterator[Step]:
    """From sensor data to sources and labels."""
    kernel = prepare_kernel(data.inverse.value, nave=50, lambda2=LAMBDA2, method="dSPM")
    spatial_filter = minimum_norm_filter(kernel)
    channels = match_channels(spatial_filter.info, data.evoked.info.value)
    values = spatial_filter.decompose(data.evoked.data[channels])
    n, k = kernel.model.leads.shape
    c, t = data.evoked.data.shape
    yield Step(
        name="apply dSPM to a response",
        seconds=seconds(lambda: apply_kernel(spatial_filter.kernel, values)),
        double=2 * n * k * t,
        fresh=n / 3 * t * DOUBLE,
    )
    yield Step(
        name="multiply a kernel out",
        seconds=seconds(spatial_filter.multiply_out),
        double=2 * n * k * c,
        fresh=n * c * DOUBLE,
    )
    folded = np.zeros((2 * PARCELS, c))
    epochs = data.epochs.get_data(copy=False)[[0] * EPOCHS]
    yield Step(
        name=f"{EPOCHS} epochs to {2 * PARCELS} label courses",
        seconds=seconds(lambda: [folded @ epoch for epoch in epochs]),
        double=EPOCHS * 2 * PARCELS * c * t,
        moved=epochs.nbytes,
        lost="products of so few rows, one an epoch, keep two cores a third busy",
    )


def morph_steps(data: Data) -> Iterator[Step]:
    """Making a morph and applying it."""
    stc = apply_inverse(data.evoked, data.inverse)
    spheres = sum(one.stat().st_size for one in data.subjects.glob("*/surf/?h.sphere.reg"))
    yield Step(
        name="compute_source_morph",
        seconds=seconds(data.morph),
        fresh=2 * spheres,
        moved=sparse_bytes(data.morph),
        lost="sparse products and searches gather and sort single numbers",
    )
    morph = data.morph()
    answer = morph.apply(stc).data
    yield Step(
        name="morph.apply",
        seconds=seconds(lambda: morph.apply(stc)),
        double=2 * len(morph.value.matrix.values) * stc.shape[1],
        moved=stc.data.nbytes,
        fresh=answer.nbytes,
        lost="rows are gathered into blocks before they are added",
    )


def sparse_bytes(work: Callable[[], object]) -> float:
    """Bytes that the products of two sparse matrices in ``work`` read and write."""
    total = 0
    multiply = SparseRows.__matmul__

    def counted(left: SparseRows, right: SparseRows) -> SparseRows:
        nonlocal total
        out = multiply(left, right)
        lines = np.diff(right.starts)
        total += ENTRY * (int(lines[left.columns].sum()) + len(out.values))
        return out

    SparseRows.__matmul__ = counted
    work()
    SparseRows.__matmul__ = multiply
    return total


def main() -> None:
    """Measure every step on a data set."""
    leadfield.set_log_level("error")
    data = Data(Path(sys.argv[1]))
    parts = (recording_steps, operator_steps, applying_steps, morph_steps)
    measured, steps = [rates()], []
    for part in parts:
        steps += [asdict(step) for step in part(data)]
        measured.append(rates())  # others may slow the machine now and then
    best = {kind: max(one[kind] for one in measured) for kind in measured[0]}
    model = data.inverse.value
    sizes = [*model.leads.shape, len(model.info.names), data.evoked.data.shape[1]]
    print(json.dumps({"rates": best, "steps": steps, "sizes": sizes}))


if __name__ == "__main__":
    main()
