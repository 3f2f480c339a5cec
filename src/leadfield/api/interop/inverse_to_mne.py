"""Inverse operators as MNE-Python's."""

from typing import Any

import numpy as np

from leadfield.api.interop.covariance_to_mne import covariance_to_mne
from leadfield.api.interop.forward_to_mne import named_matrix, operator_info_to_mne
from leadfield.api.interop.mne_python import mne_python
from leadfield.api.interop.projections_to_mne import projection_to_mne
from leadfield.api.interop.sources_to_mne import sources_to_mne
from leadfield.api.interop.transforms_to_mne import transform_to_mne
from leadfield.base.arrays import Floats
from leadfield.forward.model import FIXED, FREE
from leadfield.inverse.components import padded_decomposition
from leadfield.inverse.fif import DEPTH, GIVEN, ORIENTATION, SOURCE
from leadfield.inverse.operator import InverseModel


def inverse_to_mne(model: InverseModel) -> Any:
    """An ``InverseOperator`` of MNE-Python's, not prepared, with arrays of its own."""
    singular_values, fields, leads = padded_decomposition(model)
    info = operator_info_to_mne(model.info, model.mri_to_head)
    noise = covariance_to_mne(model.noise)
    noise["eig"] = model.whitener.eigenvalues.copy()
    noise["eigvec"] = model.whitener.eigenvectors.copy()
    inverse = {
        "methods": model.methods,
        "source_ori": FREE if model.free else FIXED,
        "nsource": model.sources.n_sources,
        "nchan": len(model.info.channels),
        "coord_frame": int(model.frame),
        "units": model.units,
        "source_nn": model.orientations.copy(),
        "sing": singular_values,
        "eigen_fields": named_matrix(fields, column_names=model.info.names),
        "eigen_leads": named_matrix(leads),
        "eigen_leads_weighted": model.leads_weighted,
        "noise_cov": noise,
        "source_cov": _variances(model.source_variances, SOURCE),
        "orient_prior": _variances(model.orientation_prior, ORIENTATION),
        "depth_prior": _variances(model.depth_prior, DEPTH),
        "fmri_prior": _variances(model.given_prior, GIVEN),
        "src": sources_to_mne(model.sources),
        "mri_head_t": transform_to_mne(model.mri_to_head),
        "info": info,
        "nave": model.nave,
        "projs": list(map(projection_to_mne, model.info.projections)),
        # What preparing fills in.
        "proj": [],
        "whitener": [],
        "reginv": [],
        "noisenorm": [],
    }
    return mne_python().minimum_norm.InverseOperator(inverse)


def _variances(data: Floats | None, kind: int) -> dict[str, Any] | None:
    if data is None:
        return None
    return {
        "data": np.array(data),
        "kind": kind,
        "diag": True,
        "dim": len(data),
        "names": [],
        "bads": [],
        "projs": [],
        "nfree": 1,
        "eig": None,
        "eigvec": None,
    }
