"""Inverse kernel: an inverse operator prepared for one λ², one method and one ``nave``."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from leadfield.base.arrays import Floats, lock_arrays, locked
from leadfield.base.checks import number
from leadfield.base.log import LOGGER, warn
from leadfield.inverse.methods import Solution, select_method
from leadfield.inverse.operator import InverseModel
from leadfield.numerics.threads import on_one_thread

MOST_LAMBDA2 = 1e30  # nothing is left of the data long before


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class InverseKernel:
    """K = R^½ V Γ (U W P), as its factors: the product would be as large as V.

    ``solution`` holds R^½, V, Γ and the noise normalisation for an average of ``nave`` epochs;
    ``whitening`` (rank, n_channels) is W P, projection and whitener. The components
    U W P x of data x depend on neither λ² nor the method: one set serves all of them.
    """

    model: InverseModel
    method: str
    lambda2: float
    nave: float
    solution: Solution
    whitening: Floats

    def __post_init__(self) -> None:
        shape = (self.model.whitener.rank, len(self.model.info.channels))
        value = locked(self.whitening, shape=shape, name="whitening")
        object.__setattr__(self, "whitening", value)
        lock_arrays(self)

    def for_nave(self, nave: float) -> "InverseKernel":
        """The same kernel for the average of another number of epochs.

        Only the noise normalisation depends on it: the noise falls with its root.
        """
        nave = number("nave", nave, above=0)
        norm = self.solution.noise_norm
        if norm is not None:
            norm = norm * np.sqrt(nave / self.nave)
        solution = replace(self.solution, noise_norm=norm)
        return replace(self, nave=nave, solution=solution)


def warn_of_large_lambda2(lambda2: float) -> None:
    """Warn of a regularisation that may have been meant as a signal-to-noise ratio."""
    if lambda2 > 1:
        warn(
            f"lambda2={lambda2:g} is above 1, as for a signal below the noise: it is 1 / snr ** 2, "
            f"did you mean {1 / lambda2:.3g}?"
        )


@on_one_thread()
def prepare_kernel(
    model: InverseModel,
    *,
    nave: float,
    lambda2: float,
    method: str,
    options: Mapping[str, object] | None = None,
) -> InverseKernel:
    """Everything of an inverse that needs no data."""
    lambda2 = number("lambda2", lambda2, least=0, most=MOST_LAMBDA2)
    nave = number("nave", nave, above=0)
    solver = select_method(method, options)
    LOGGER.info(
        "Preparing %s: lambda2 = %.4g, nave = %g, rank %d of %d channels",
        method,
        lambda2,
        nave,
        model.whitener.rank,
        len(model.info.channels),
    )
    kernel = InverseKernel(
        model=model,
        method=method,
        lambda2=lambda2,
        nave=model.nave,
        solution=solver.solve(model, lambda2),
        whitening=model.whitening,
    )
    return kernel.for_nave(nave)
