"""Point-spread and cross-talk functions of chosen sources: columns and rows of the matrix."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from leadfield.base.arrays import Floats, Ints
from leadfield.base.checks import one_of, whole
from leadfield.base.errors import ArgumentTypeError, InputError, MismatchError, OutOfRangeError
from leadfield.trust.resolution import Function, components_of

Shares = Floats | None  # of the variance, in percent
Summary = Callable[[Floats, int], tuple[Floats, Shares]]


def _all(functions: Floats, _: int) -> tuple[Floats, Shares]:
    return functions, None


def _mean(functions: Floats, _: int) -> tuple[Floats, Shares]:
    return functions.mean(axis=1, keepdims=True), None


def _sum(functions: Floats, _: int) -> tuple[Floats, Shares]:
    return functions.sum(axis=1, keepdims=True), None


def _largest_norms(functions: Floats, count: int) -> tuple[Floats, Shares]:
    return functions[:, _last(np.linalg.norm(functions, axis=0), count)], None


def _largest_values(functions: Floats, count: int) -> tuple[Floats, Shares]:
    return functions[:, _last(np.abs(functions).max(axis=0), count)], None


def _components(functions: Floats, count: int) -> tuple[Floats, Shares]:
    vectors, values, _ = np.linalg.svd(functions, full_matrices=False)
    power = values**2
    return vectors[:, :count], 100 * power[:count] / power.sum()


def _last(sizes: Floats, count: int) -> Ints:
    """Places of the ``count`` largest, in growing order; of one the first of equal ones."""
    return np.array([sizes.argmax()]) if count == 1 else np.argsort(sizes)[-count:]


# What scripts call them; the last two are older names.
MODES: Mapping[str | None, Summary] = {
    None: _all,
    "mean": _mean,
    "max": _largest_norms,
    "svd": _components,
    "sum": _sum,
    "maxval": _largest_values,
    "pca": _components,
    "maxnorm": _largest_norms,
}
SELECTING = (_largest_norms, _largest_values, _components)
NORMS = (None, False, True, "max", "norm")


@dataclass(frozen=True, slots=True, kw_only=True)
class FunctionChoice:
    """Which functions, and what to make of those of one list of sources."""

    function: Function
    mode: str | None
    n_comp: int
    norm: str | bool | None
    with_shares: bool

    def __post_init__(self) -> None:
        one_of("mode", self.mode, MODES)
        one_of("norm", self.norm, NORMS)
        one_of("return_pca_vars", self.with_shares, (True, False))
        if whole("n_comp", self.n_comp, least=1) > 1 and MODES[self.mode] not in SELECTING:
            msg = f"n_comp must be 1 for mode={self.mode!r}, got {self.n_comp}"
            raise InputError(msg)
        if self.with_shares and MODES[self.mode] is not _components:
            msg = f"return_pca_vars needs mode='svd', got mode={self.mode!r}"
            raise InputError(msg)


def function_values(
    matrix: Floats, n_sources: int, chosen: Ints, choice: FunctionChoice
) -> tuple[Floats, Shares]:
    """Functions (p n_sources, n) of the chosen sources as columns, and shares of variance."""
    lines = matrix if choice.function == "psf" else matrix.T
    _, count = components_of(lines, n_sources)
    columns = (count * chosen[:, np.newaxis] + np.arange(count)).ravel()
    functions = lines[:, columns]
    if choice.norm in {True, "max"}:
        functions = functions / np.abs(functions).max()
    elif choice.norm == "norm":
        functions = functions / np.linalg.norm(functions, axis=0).max()
    return MODES[choice.mode](functions, choice.n_comp)


def magnitudes(functions: Floats, n_sources: int) -> Floats:
    """Functions with one value a source: lengths where it has three."""
    if len(functions) == n_sources:
        return functions
    moments = functions.reshape(n_sources, 3, -1)
    lengths: Floats = np.sqrt((moments**2).sum(axis=1))
    return lengths


def moments(functions: Floats, n_sources: int, orientations: Floats | None) -> Floats:
    """Functions as moments (n_sources, 3, n) along x, y, z.

    ``orientations`` are unit vectors of the functions' rows, None if they are x, y and z.
    """
    if orientations is None and len(functions) == 3 * n_sources:
        return functions.reshape(n_sources, 3, -1)
    if orientations is None or len(orientations) != len(functions):
        msg = (
            f"vector=True needs a direction for each of {len(functions)} rows: pass the operator "
            "or the forward model that the matrix was made of as src"
        )
        raise MismatchError(msg)
    parts = orientations[:, :, np.newaxis] * functions[:, np.newaxis]
    turned: Floats = parts.reshape(n_sources, -1, 3, functions.shape[1]).sum(axis=1)
    return turned


def chosen_rows(chosen: Any, n_sources: int) -> list[Ints]:
    """Numbers of sources in each of several lists, or in the one that was given."""
    if isinstance(chosen, str) or not isinstance(chosen, Sequence | np.ndarray) or not len(chosen):
        msg = f"idx must be a list of sources' numbers, lists of them, or labels, got {chosen!r}"
        raise ArgumentTypeError(msg)
    several = isinstance(chosen[0], Sequence | np.ndarray) and not isinstance(chosen[0], str)
    return [_numbers(one, n_sources) for one in (chosen if several else [chosen])]


def _numbers(chosen: Any, n_sources: int) -> Ints:
    numbers = np.asarray(chosen)
    if numbers.ndim != 1 or not numbers.size or numbers.dtype.kind not in "iu":
        msg = f"idx must hold whole numbers of sources, got {chosen!r}"
        raise ArgumentTypeError(msg)
    if numbers.min() < -n_sources or numbers.max() >= n_sources:
        msg = f"idx must be below {n_sources}, the number of sources, got {chosen!r}"
        raise OutOfRangeError(msg)
    return numbers.astype(np.int64) % n_sources
