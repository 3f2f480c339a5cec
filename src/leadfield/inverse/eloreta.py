"""eLORETA weights: the source covariance that localises a dipole without bias.

Pascual-Marqui 2007, 2011. For source i with lead field G_i (n_channels, 3) and
N = (G R Gᵀ + λ² I)⁻¹ they solve R_i = (G_iᵀ N G_i)^(-½), a fixed point. It is found by plain
iteration with Anderson mixing, which takes about half the steps.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from leadfield.base.arrays import Floats, lock_arrays
from leadfield.base.errors import DataError
from leadfield.base.log import LOGGER, warn
from leadfield.numerics.anderson import anderson_step
from leadfield.numerics.small_matrices import (
    cholesky_factor,
    inverse_root,
    outer,
    upper_triangle,
)
from leadfield.numerics.threads import even_slices, sum_shared
from leadfield.numerics.triangle_inverse import inverse_of_triangle

Precision = type[np.float32] | type[np.float64]
Leads = NDArray[np.floating]  # of either precision
BLOCK = 512  # sources at once: few enough for the cache
PARTS = 8  # of a sum over blocks, for as many threads
COLUMN_BLOCKS = 4  # of a triangle
HISTORY = 5  # past steps that Anderson mixing uses
ROUGH = 1e-5  # until the change is as small as this, float32 will do
FLOOR = 1e-12  # of the mean eigenvalue of G R Gᵀ: keeps it invertible without regularisation


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class WhitenedField:
    """Whitened lead field by its decomposition: column j of source i is S V_ij / d_ij.

    ``leads`` (n_sources, c, n_components) is V, ``singular_values`` (n_components,) S, and
    ``scales`` (n_sources, c) undo the weights d that the columns were decomposed with.
    c is 1 for fixed orientation, else 3. ``rank`` is that of the noise.
    """

    leads: Floats
    singular_values: Floats
    scales: Floats
    rank: int

    def __post_init__(self) -> None:
        lock_arrays(self)

    def gram(self, weights: Floats) -> Floats:
        """G R Gᵀ for packed weights R of the scaled leads."""

        def gram_of(some: Sequence[slice]) -> Leads:
            total, scratch = self._buffers(np.float64)
            for block in some:
                total += _gram_of(self.leads[block], weights[:, block], scratch)
            return total

        return self._apply_singular_values(sum_shared(gram_of, self._parts()))

    def update_weights(
        self, precision: Precision, root: Floats, rule: "WeightRule", scales: Floats
    ) -> tuple[Floats, Floats]:
        """New packed weights R and their G R Gᵀ, for N = rootᵀ root, in one pass."""
        weights = np.empty((len(outer(scales[:1])), len(self.leads)))
        # Rounding is relative to each component: S, which spreads them, is applied after.
        triangle = _convert(precision, self.singular_values[:, np.newaxis] * root.T)

        def update(some: Sequence[slice]) -> Leads:
            total, scratch = self._buffers(precision)
            for block in some:
                leads, scale = _convert(precision, self.leads[block]), outer(scales[block])
                forms = scale * _quadratic_forms(leads, triangle, scratch)
                weights[:, block] = rule.weights(forms, block)
                total += _gram_of(leads, scale * weights[:, block], scratch)
            return total

        return weights, self._apply_singular_values(sum_shared(update, self._parts()))

    def _parts(self) -> list[Sequence[slice]]:
        """Blocks of sources, in as many parts as threads may share."""
        blocks = [slice(start, start + BLOCK) for start in range(0, len(self.leads), BLOCK)]
        return [blocks[part] for part in even_slices(len(blocks), min(PARTS, len(blocks)))]

    def _buffers(self, precision: Precision) -> tuple[Leads, Leads]:
        """A sum of squares that is 0, and a buffer for a block of leads."""
        _, c, k = self.leads.shape
        return np.zeros((k, k), precision), np.empty((BLOCK, c, k), precision)

    def _apply_singular_values(self, gram: Leads) -> Floats:
        return gram * self.singular_values * self.singular_values[:, np.newaxis]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class WeightRule:
    """How G_iᵀ N G_i becomes R_i: a matrix a source, or with ``equal`` one number.

    ``prior`` (n_sources, c) are the standard deviations of the orientations; it is
    applied in every step, because eLORETA would undo it.
    """

    prior: Floats
    equal: bool

    def __post_init__(self) -> None:
        lock_arrays(self)

    def weights(self, forms: Floats, block: slice) -> Floats:
        """Packed weights R_i of packed forms G_iᵀ N G_i."""
        inverse, trace = inverse_root(forms)
        if self.equal:
            size = self.prior.shape[1]
            mean = np.divide(size, trace, out=np.zeros_like(trace), where=trace > 0)
            inverse = mean * self._diagonal()
        return inverse * outer(self.prior[block])

    def _diagonal(self) -> Floats:
        return outer(np.eye(3)).sum(axis=1, keepdims=True) if self._free else np.ones((1, 1))

    @property
    def _free(self) -> bool:
        return bool(self.prior.shape[1] == 3)


def fit_weights(
    field: WhitenedField, rule: WeightRule, *, lambda2: float, eps: float, max_iter: int
) -> tuple[Floats, Floats]:
    """Packed weights R and G R Gᵀ without the orientation prior's bias on G.

    R is scaled so that trace(G R Gᵀ) is the noise's rank, as for the other methods.
    """
    scales = field.scales * rule.prior
    precision: Precision = np.float32
    # The prior that the field was decomposed with is as good a start as any, and is at hand.
    gram = _scale_trace(field, np.diag(field.singular_values**2))
    root = inverse_factor(gram, lambda2)
    history: list[tuple[Floats, Floats]] = []
    last = np.inf
    for step in range(1, max_iter + 1):
        if step == max_iter:
            precision = np.float64
        weights, image = field.update_weights(precision, root, rule, scales)
        image = _scale_trace(field, image)
        change = float(np.sqrt(((image - gram) ** 2).sum() / (gram**2).sum()))
        LOGGER.debug("eLORETA step %d of at most %d: change %.1e", step, max_iter, change)
        if change < eps and precision is np.float64:
            LOGGER.info("eLORETA converged in %d steps (change %.1e < %.1e)", step, change, eps)
            break
        if change > last:  # Mixing has diverged: drop the history.
            history = []
        if change < ROUGH or change > last:
            precision = np.float64
        last = change
        history = [*history, (gram, image)][-HISTORY - 1 :]
        gram, root = _next_guess(history, lambda2)
    else:
        warn(
            f"eLORETA did not converge in {max_iter} steps: its weights still change by "
            f"{change:.1e} (eps is {eps:.1e}); raise max_iter or lambda2"
        )
    gram = field.gram(outer(field.scales) * weights)
    norm = float(np.trace(gram)) / field.rank
    return weights / norm, gram / norm


def inverse_factor(gram: Floats, lambda2: float) -> Floats:
    """Lower triangular X with Xᵀ X = (G R Gᵀ + λ² I)⁻¹."""
    lower = np.linalg.cholesky(gram + max(lambda2, FLOOR) * np.eye(len(gram)))
    return inverse_of_triangle(lower)


def _next_guess(history: Sequence[tuple[Floats, Floats]], lambda2: float) -> tuple[Floats, Floats]:
    """The next G R Gᵀ to try, and its inverse's factor: mixed, if that is positive."""
    guess = anderson_step(history)
    try:
        return guess, inverse_factor(guess, lambda2)
    except np.linalg.LinAlgError:
        _, newest = history[-1]
        return newest, inverse_factor(newest, lambda2)


def _scale_trace(field: WhitenedField, gram: Floats) -> Floats:
    """The matrix scaled so that its trace is the noise's rank."""
    trace = float(np.trace(gram))
    if trace == 0:
        msg = "the lead field of an inverse operator must not be 0: make or read another one"
        raise DataError(msg)
    return gram * (field.rank / trace)


def _convert(precision: Precision, values: Floats) -> Leads:
    converted: Leads = values.astype(precision, copy=False)
    return converted


def _quadratic_forms(leads: Leads, triangle: Leads, scratch: Leads) -> Floats:
    """Packed V_i T Tᵀ V_iᵀ for an upper triangular T."""
    rows = scratch[: len(leads)]
    flat, out = (x.reshape(-1, leads.shape[2]) for x in (leads, rows))
    if np.count_nonzero(triangle) <= len(triangle):  # the first step's is diagonal
        np.multiply(flat, np.diag(triangle), out=out)
    else:
        for part in even_slices(len(triangle), COLUMN_BLOCKS):
            above = slice(part.stop)  # leaving out what lies below T's diagonal
            np.matmul(flat[:, above], triangle[above, part], out=out[:, part])
    pairs = zip(*upper_triangle(leads.shape[1]), strict=True)
    forms: Leads = np.stack([np.vecdot(rows[:, a], rows[:, b]) for a, b in pairs])
    return forms.astype(np.float64)


def _gram_of(leads: Leads, weights: Floats, scratch: Leads) -> Leads:
    """The sum of V_iᵀ R_i V_i."""
    rows = scratch[: len(leads)]
    np.matmul(cholesky_factor(weights).astype(leads.dtype), leads, out=rows)
    flat = rows.reshape(-1, leads.shape[2])
    return flat.T @ flat
