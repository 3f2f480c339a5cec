"""Inverse operators that MNE-Python prepared, as kernels.

Their parts hold for the number of averages that they were prepared for, so that they are an
operator of that number. What they do not say follows from the numbers: λ² from the regularised
singular values, the method from the noise normalisation.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from leadfield.api.interop.inverse import model_of, was_prepared, weights_are_fitted
from leadfield.api.interop.origin import mne_bases
from leadfield.base.errors import StateError
from leadfield.inverse.kernel import InverseKernel, prepare_kernel
from leadfield.inverse.methods import solve_minimum_norm

NORMALISED = ("dSPM", "sLORETA")


def kernel_from_mne(inverse_operator: object) -> InverseKernel | None:
    """Kernel of an operator that MNE-Python prepared, None for anything else."""
    if "InverseOperator" not in mne_bases(inverse_operator):
        return None
    inv: Any = inverse_operator
    if not was_prepared(inv):
        return None
    model = model_of(inv)
    lambda2 = _lambda2(inv)
    plain = prepare_kernel(model, nave=model.nave, lambda2=lambda2, method="MNE")
    if weights_are_fitted(inv):
        return replace(plain, method="eLORETA", solution=solve_minimum_norm(model, lambda2))
    norm = np.asarray(inv["noisenorm"], np.float64)
    if not norm.size:
        return plain
    norm = np.where(np.isfinite(norm), norm, 0)
    for method in NORMALISED if lambda2 else NORMALISED[:1]:
        kernel = prepare_kernel(model, nave=model.nave, lambda2=lambda2, method=method)
        known = kernel.solution.noise_norm
        if known is not None and known.shape == norm.shape and np.allclose(known, norm, 1e-5):
            return kernel
    msg = (
        "inverse_operator must be prepared for MNE, dSPM, sLORETA or eLORETA, this InverseOperator "
        "of MNE-Python's has another 'noisenorm': prepare the one it was made from again"
    )
    raise StateError(msg)


def _lambda2(inv: Mapping[str, Any]) -> float:
    """λ² from Γ = S / (S² + λ²), best seen in the smallest S; 0 for rounding."""
    singular, gains = (np.asarray(inv[key], np.float64) for key in ("sing", "reginv"))
    used = gains > 0
    if not used.any():
        msg = "inverse_operator must have a 'reginv' above 0, got zeros: prepare it again"
        raise StateError(msg)
    smallest, gain = float(singular[used][-1]), float(gains[used][-1])
    lambda2 = smallest / gain - smallest**2
    return lambda2 if lambda2 > 1e-12 * smallest**2 else 0.0
