"""Inverse methods: MNE, dSPM, sLORETA, eLORETA, and the table to select them from.

All use the decomposition W G R^½ = Uᵀ S Vᵀ, regularised by λ²: the map of channels x is
R^½ V Γ U W x. They differ in R and in what the map is divided by. Another method is one more
class and its line in ``METHODS``.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import ClassVar, Literal, final

import numpy as np

from leadfield.base.arrays import Floats, lock_arrays
from leadfield.base.checks import known_options, looked_up, number, one_of, whole
from leadfield.base.errors import DataError, InputError
from leadfield.base.log import LOGGER, warn
from leadfield.inverse.eloreta import (
    FLOOR,
    WeightRule,
    WhitenedField,
    fit_weights,
    inverse_factor,
)
from leadfield.inverse.noise_norm import compute_noise_norm
from leadfield.inverse.operator import InverseModel
from leadfield.numerics.small_matrices import unpack


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Solution:
    """The kernel in factors, for one average of as many epochs as the model's.

    ``leads`` (n_columns, n_components) times ``gains`` (n_components,) or (n_components,
    n_components) times the whitened components of the data, then times ``weights``
    (n_columns,), or (n_sources, 3, 3) where a source's components mix, give the map, which
    ``noise_norm`` (n_sources,) multiplies. ``fit``, shaped like the gains, takes the
    components of the data to those the map explains.
    """

    leads: Floats
    weights: Floats
    gains: Floats
    fit: Floats
    noise_norm: Floats | None = None

    def __post_init__(self) -> None:
        lock_arrays(self)


class Method(ABC):
    """A linear inverse method with its options.

    ``quantity`` names what its values are, for colour bars and axes; ``unit`` is their unit.
    """

    __slots__ = ()

    quantity: ClassVar[str]
    unit: ClassVar[str]

    @abstractmethod
    def solve(self, model: InverseModel, lambda2: float) -> Solution:
        """The kernel of ``model`` regularised by ``lambda2``."""


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class MinimumNorm(Method):
    """Currents of least power that explain the data (Hämäläinen & Ilmoniemi 1994)."""

    quantity: ClassVar[str] = "Current (A·m)"
    unit: ClassVar[str] = "A·m"

    def solve(self, model: InverseModel, lambda2: float) -> Solution:
        """R^½ V Γ U W with Γ = S / (S² + λ²)."""
        return solve_minimum_norm(model, lambda2)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class DSPM(Method):
    """dSPM: minimum-norm currents over the noise in them (Dale et al. 2000)."""

    quantity: ClassVar[str] = "dSPM"
    unit: ClassVar[str] = ""

    def solve(self, model: InverseModel, lambda2: float) -> Solution:
        """Each source over the norm of its rows of R^½ V Γ."""
        plain = solve_minimum_norm(model, lambda2)
        return normalize(plain, plain.gains, per_source=model.per_source)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class SLORETA(Method):
    """sLORETA: minimum-norm currents over all variance in them (Pascual-Marqui 2002)."""

    quantity: ClassVar[str] = "sLORETA"
    unit: ClassVar[str] = ""

    def solve(self, model: InverseModel, lambda2: float) -> Solution:
        """Each source over the norm of its rows of R^½ V Γ (1 + S² / λ²)^½."""
        if lambda2 == 0:
            msg = "lambda2 must be above 0 for sLORETA, got 0: its variances would be infinite"
            raise InputError(msg)
        plain = solve_minimum_norm(model, lambda2)
        gains = plain.gains * np.sqrt(1 + model.singular_values**2 / lambda2)
        return normalize(plain, gains, per_source=model.per_source)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class ELORETA(Method):
    """eLORETA: minimum-norm currents under weights without bias (Pascual-Marqui 2011).

    The weights are found in at most ``max_iter`` steps, until G R Gᵀ changes by a share
    less than ``eps``; ``force_equal`` gives a source's components one common weight.
    """

    quantity: ClassVar[str] = "Current (A·m)"
    unit: ClassVar[str] = "A·m"

    eps: float = 1e-6
    max_iter: int = 20
    force_equal: bool | None = False

    def __post_init__(self) -> None:
        number("eps of eLORETA", self.eps, above=0)
        whole("max_iter of eLORETA", self.max_iter, least=1)
        one_of("force_equal of eLORETA", self.force_equal, (True, False, None))

    def solve(self, model: InverseModel, lambda2: float) -> Solution:
        """R Gᵀ (G R Gᵀ + λ²)⁻¹ W with the fitted R, which replaces the depth prior."""
        with np.errstate(all="ignore"):  # what overflows shows in the weights
            try:
                solution = self._fitted(model, lambda2)
                finite = bool(np.isfinite(solution.weights).all())
            except np.linalg.LinAlgError:
                finite = False
        if not finite:
            msg = (
                "eLORETA's weights cannot be found: singular values or priors of the inverse "
                "operator lie too far apart, make or read another one"
            )
            raise DataError(msg)
        return solution

    def _fitted(self, model: InverseModel, lambda2: float) -> Solution:
        shape = (-1, model.per_source)
        deviations = np.sqrt(model.source_variances)
        scales = np.divide(1, deviations, out=np.zeros_like(deviations), where=deviations > 0)
        leads = model.leads * scales[:, np.newaxis] if model.leads_weighted else model.leads
        leads = np.ascontiguousarray(leads)
        prior = model.orientation_prior
        prior = np.ones_like(scales) if prior is None else np.sqrt(prior)
        scales = scales.reshape(shape)
        equal = bool(self.force_equal)
        if model.given_prior is not None:
            warn(
                "eLORETA finds the variances of sources itself: source_cov (or the fMRI prior) "
                "does not change its map; use MNE, dSPM or sLORETA for that"
            )
        if model.free:
            LOGGER.info("eLORETA: %s a source", "one weight" if equal else "a matrix of weights")
        weights, gram = fit_weights(
            WhitenedField(
                leads=leads.reshape(*shape, leads.shape[1]),
                singular_values=model.singular_values,
                scales=scales,
                rank=model.whitener.rank,
            ),
            WeightRule(prior=prior.reshape(shape), equal=equal),
            lambda2=lambda2,
            eps=self.eps,
            max_iter=self.max_iter,
        )
        root = inverse_factor(gram, lambda2)
        inverse = root.T @ root
        blocks = unpack(weights) * scales[:, np.newaxis]
        return Solution(
            leads=leads,
            weights=blocks if model.free else blocks.ravel(),
            gains=model.singular_values[:, np.newaxis] * inverse,
            fit=np.eye(len(inverse)) - max(lambda2, FLOOR) * inverse,
        )


# The keys of METHODS, which a type checker cannot read from the table.
InverseMethod = Literal["MNE", "dSPM", "sLORETA", "eLORETA"]
METHODS: Mapping[str, type[Method]] = {
    "MNE": MinimumNorm,
    "dSPM": DSPM,
    "sLORETA": SLORETA,
    "eLORETA": ELORETA,
}


def select_method(name: str, options: Mapping[str, object] | None = None) -> Method:
    """The method of that name with these options."""
    kind = looked_up("method", name, METHODS)
    given = dict(options or {})
    known = [field.name for field in fields(kind)]  # type: ignore[arg-type]
    if given and not known:
        msg = f"method_params must be None for {name}, which has no options, got {given!r}"
        raise InputError(msg)
    known_options(f"method_params of {name}", given, known)
    return kind(**given)


def solve_minimum_norm(model: InverseModel, lambda2: float) -> Solution:
    """The solution R^½ V Γ with Γ = S / (S² + λ²)."""
    s = model.singular_values
    gains = np.divide(s, s**2 + lambda2, out=np.zeros_like(s), where=s > 0)
    weighted = model.leads_weighted
    deviations = np.ones(len(model.leads)) if weighted else np.sqrt(model.source_variances)
    return Solution(leads=model.leads, weights=deviations, gains=gains, fit=s * gains)


def normalize(solution: Solution, noise_gains: Floats, *, per_source: int) -> Solution:
    """The solution divided by the standard deviation that noise of these gains has in it."""
    norm = compute_noise_norm(solution.leads, solution.weights, noise_gains, per_source=per_source)
    return replace(solution, noise_norm=norm)
