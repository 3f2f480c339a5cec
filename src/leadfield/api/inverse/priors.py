"""Depth prior and orientation prior of sources."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from leadfield.api.covariance.covariance import Covariance, as_covariance
from leadfield.api.forward.forward import Forward, as_forward
from leadfield.api.recording.info import Info, as_info
from leadfield.base.checks import known_options
from leadfield.base.errors import MismatchError
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.inverse.depth_prior import WHITEN, DepthWeighting, depth_prior
from leadfield.inverse.orientation_prior import loose_by_kind, orientation_prior
from leadfield.whitening.make import make_whitener

if TYPE_CHECKING:
    from leadfield.api.inverse.arguments import Depth, Loose
    from leadfield.base.arrays import Floats
    from leadfield.covariance.rank import Rank


# What depth weighting of beamformers is where users say nothing, as in MNE-Python.
BEAMFORMERS: Mapping[str, Any] = {
    "limit": None,
    "limit_depth_chs": WHITEN,
    "combine_xyz": "fro",
    "allow_fixed_depth": True,
}


def depth_weighting(
    depth: Depth, defaults: Mapping[str, Any] = MappingProxyType({})
) -> DepthWeighting | None:
    """The weighting that users write as an exponent, a mapping of options, or None."""
    given = dict(depth) if isinstance(depth, Mapping) else {"exp": depth}
    known_options("depth", given, [field.name for field in fields(DepthWeighting)])
    if given.get("exp", 0.8) is None:
        return None
    return DepthWeighting(**{**defaults, **given})


@public("leadfield")
@verbose_aware
def compute_depth_prior(
    forward: Forward,
    info: Info,
    exp: float = 0.8,
    limit: float | None = 10.0,
    limit_depth_chs: bool | Literal["whiten"] = False,
    combine_xyz: Literal["spectral", "fro"] = "spectral",
    noise_cov: Covariance | None = None,
    rank: Rank = None,
    verbose: Verbose = None,
) -> Floats:
    """Compute the depth prior: variances that grow where the sensors' sensitivity is low.

    Parameters
    ----------
    forward : Forward
        Forward model.
    info : Info
        Measurement info with the same channels in the same order.
    exp : float
        Exponent of the depth weighting.
    limit : float | None
        Largest ratio of amplitude weights to the smallest one, before the exponent.
    limit_depth_chs : bool | 'whiten'
        Channels whose sensitivity counts: True for the best type there is (gradiometers,
        else magnetometers, else EEG), False for all, ``"whiten"`` for all, whitened.
    combine_xyz : 'spectral' | 'fro'
        Take a free source's sensitivity in its best orientation (``"spectral"``) or in all
        three together (``"fro"``).
    noise_cov : Covariance | None
        Noise covariance, required for ``"whiten"``.
    rank : None | 'info' | 'full' | dict
        Rank of the noise covariance, as for :func:`make_inverse_operator`.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    depth_prior : ndarray, shape (n_columns,)
        Relative prior variance of each column of the lead field (Lin et al. 2006).

    Raises
    ------
    MismatchError
        If the channels of ``info`` are not those of the forward model.

    See Also
    --------
    compute_orient_prior : Compute the orientation prior.

    Examples
    --------
    >>> compute_depth_prior(fwd, evoked.info).shape  # three components a source
    (252,)
    """
    model, measured = as_forward(forward), as_info(info)
    if measured.names != model.channels.names:
        msg = (
            f"info must have the {len(model.channels)} channels of the forward model in their "
            f"order, got {len(measured.channels)}: pick them in both"
        )
        raise MismatchError(msg)
    weighting = DepthWeighting(
        exp=exp, limit=limit, limit_depth_chs=limit_depth_chs, combine_xyz=combine_xyz
    )
    whitener = None
    if noise_cov is not None and limit_depth_chs == WHITEN:
        noise = as_covariance(noise_cov).value
        whitener = make_whitener(noise, measured, names=measured.names, rank=rank)
    rows = np.arange(len(model.channels))
    return np.repeat(depth_prior(model, rows, weighting, whitener), model.per_source)


@public("leadfield")
@verbose_aware
def compute_orient_prior(
    forward: Forward,
    loose: Loose = "auto",
    verbose: Verbose = None,
) -> Floats:
    """Compute the orientation prior: variances of tangents relative to normals.

    Parameters
    ----------
    forward : Forward
        Forward model, in surface orientation unless ``loose`` is 1.
    loose : str | float | dict
        Variance of tangential components relative to the normal one, as for
        :func:`make_inverse_operator`.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    orient_prior : ndarray, shape (n_columns,)
        Relative prior variance of each column of the lead field.

    Raises
    ------
    MismatchError
        If the orientations of the forward model do not match ``loose``.

    See Also
    --------
    compute_depth_prior : Compute the depth prior.

    Examples
    --------
    >>> from leadfield import convert_forward_solution
    >>> turned = convert_forward_solution(fwd, surf_ori=True)
    >>> compute_orient_prior(turned, loose=0.2)[:3]
    array([0.2, 0.2, 1. ])
    """
    model = as_forward(forward)
    return orientation_prior(model, loose_by_kind(model.sources, loose))
