"""Inverse operators of MNE-Python's: dicts of a decomposition and of what it was made of."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from leadfield.api.interop.covariance import covariance_from_mne
from leadfield.api.interop.forward import mri_to_head_of, sources_in
from leadfield.api.interop.forward_info import forward_info_of_mne
from leadfield.api.interop.info import projections_of
from leadfield.api.interop.origin import mne_bases
from leadfield.api.interop.values import as_int, text_or_none
from leadfield.base.arrays import Floats
from leadfield.base.checks import all_finite, one_of
from leadfield.base.errors import ArgumentTypeError, MismatchError, StateError
from leadfield.covariance.noise import NoiseCovariance
from leadfield.forward.model import FIXED, FREE
from leadfield.inverse.components import count_components, operator_info, stored_whitener
from leadfield.inverse.operator import InverseModel
from leadfield.whitening.whitener import Whitener


def inverse_from_mne(inverse_operator: object) -> InverseModel | None:
    """Value of an ``InverseOperator`` of MNE-Python's, None for anything else.

    One that was prepared there is an operator of as many averages, except for eLORETA, of which
    the source covariance is gone.
    """
    if "InverseOperator" not in mne_bases(inverse_operator):
        return None
    inv: Any = inverse_operator
    if was_prepared(inv) and weights_are_fitted(inv):
        msg = (
            "inverse_operator must not be prepared for eLORETA, this InverseOperator of "
            "MNE-Python's was, and lost its source covariance: apply it with prepared=True, or "
            "pass the one it was made from"
        )
        raise StateError(msg)
    return model_of(inv)


def was_prepared(inv: Mapping[str, Any]) -> bool:
    """Whether an operator was prepared, which fills in a whitener."""
    return len(inv.get("whitener", ())) > 0


def weights_are_fitted(inv: Mapping[str, Any]) -> bool:
    """Whether the weights of sources are eLORETA's, which stand in the leads alone."""
    held = inv.get("source_cov")
    return held is not None and bool(np.isnan(held["data"]).all())


def model_of(inv: Mapping[str, Any]) -> InverseModel:
    """Value of an operator; sources have variances of 1 where the leads alone have weights."""
    orientation = as_int(inv["source_ori"])
    one_of("inverse_operator['source_ori']", orientation, (FIXED, FREE))
    projections = projections_of(inv["projs"])
    noise, whitener = _noise(inv["noise_cov"], prepared=was_prepared(inv))
    singular_values, fields, leads = _decomposition(inv, whitener)
    n = count_components(singular_values, projections, whitener, noise)
    variances = _diagonal(inv, "source_cov")
    if variances is None:
        msg = "inverse_operator must have a 'source_cov', this one of MNE-Python's has none"
        raise MismatchError(msg)
    if weights_are_fitted(inv):
        variances = np.ones_like(variances)
    return InverseModel(
        info=operator_info(forward_info_of_mne(inv["info"]), noise, projections),
        whitener=whitener,
        fields=fields[:n, whitener.eigenvalues > 0],
        singular_values=singular_values[:n],
        leads=np.ascontiguousarray(leads[:, :n], np.float64),
        leads_weighted=bool(inv["eigen_leads_weighted"]),
        noise=noise,
        source_variances=variances,
        depth_prior=_diagonal(inv, "depth_prior"),
        orientation_prior=_diagonal(inv, "orient_prior"),
        given_prior=_diagonal(inv, "fmri_prior"),
        free=orientation == FREE,
        orientations=np.asarray(inv["source_nn"], np.float64),
        sources=sources_in(inv, "inverse_operator"),
        frame=as_int(inv["coord_frame"]),
        mri_to_head=mri_to_head_of(inv, "inverse_operator"),
        nave=float(inv["nave"]),
        methods=as_int(inv["methods"]),
        units=text_or_none(inv.get("units")),
    )


def _noise(cov: Mapping[str, Any], *, prepared: bool) -> tuple[NoiseCovariance, Whitener]:
    """The noise covariance and the whitener in whose basis the fields are."""
    noise = covariance_from_mne(cov)
    if noise is None:
        msg = f"inverse_operator['noise_cov'] must be a Covariance, got {type(cov).__name__}"
        raise ArgumentTypeError(msg)
    known = cov.get("eig") is not None and cov.get("eigvec") is not None
    eigen = (np.asarray(cov["eig"], float), np.asarray(cov["eigvec"], float)) if known else None
    if prepared and eigen is not None:  # of variances, too, which are scaled apart from them
        return noise, Whitener(names=noise.names, eigenvalues=eigen[0], eigenvectors=eigen[1])
    try:
        return noise, stored_whitener(noise, eigen)
    except MismatchError as error:
        msg = f"inverse_operator['noise_cov'] must have {error}"
        raise MismatchError(msg) from error


def _decomposition(inv: Mapping[str, Any], whitener: Whitener) -> tuple[Floats, Floats, Floats]:
    """Singular values (k,), fields (k, n_channels), leads (n_columns, k)."""
    values = np.asarray(inv["sing"], np.float64)
    fields, leads = (np.asarray(inv[key]["data"]) for key in ("eigen_fields", "eigen_leads"))
    k, n = len(values), len(whitener.names)
    if fields.shape != (k, n) or leads.ndim != 2 or leads.shape[1] != k:
        msg = (
            f"inverse_operator must have {k} fields of {n} channels and {k} leads, as many as "
            f"singular values, got {fields.shape} fields and {leads.shape} leads"
        )
        raise MismatchError(msg)
    for name, array in (("sing", values), ("eigen_fields", fields), ("eigen_leads", leads)):
        all_finite(f"inverse_operator[{name!r}]", array, "make the operator again")
    return values, fields, leads


def _diagonal(inv: Mapping[str, Any], key: str) -> Floats | None:
    """Variances of sources, or one of their priors."""
    held = inv.get(key)
    return None if held is None else np.asarray(held["data"], np.float64).ravel()
