"""Prior variances of sources: by depth and by orientation."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from leadfield.api.covariance.covariance import Covariance, as_covariance
from leadfield.api.forward.forward import Forward, as_forward
from leadfield.api.recording.info import as_info
from leadfield.base.arrays import Floats
from leadfield.base.checks import known_options, one_of
from leadfield.base.errors import MismatchError
from leadfield.base.log import Verbose, verbose_aware
from leadfield.base.public import public
from leadfield.covariance.rank import Rank
from leadfield.inverse.depth_prior import ALL, BEST, WHITENED, DepthWeighting, depth_prior
from leadfield.inverse.orientation_prior import loose_by_kind, orientation_prior
from leadfield.whitening.make import make_whitener

# The field's names of the options.
OPTIONS = {
    "exp": "exponent",
    "limit": "limit",
    "limit_depth_chs": "channels",
    "combine_xyz": "combine",
    "allow_fixed_depth": "fixed_too",
}
CHANNELS = {True: BEST, False: ALL, "whiten": WHITENED}


def depth_weighting(depth: Any) -> DepthWeighting | None:
    """The weighting that users write as an exponent, a mapping of options, or None."""
    given = dict(depth) if isinstance(depth, Mapping) else {"exp": depth}
    known_options("depth", given, OPTIONS)
    if given.get("exp", 0.8) is None:
        return None
    one_of("allow_fixed_depth", given.get("allow_fixed_depth", False), [True, False])
    words = given.get("limit_depth_chs", True)
    one_of("limit_depth_chs", words, CHANNELS)
    options = {OPTIONS[key]: value for key, value in given.items()}
    return DepthWeighting(**{**options, "channels": CHANNELS[words]})


@public("leadfield")
@verbose_aware
def compute_depth_prior(
    forward: Forward,
    info: Any,
    exp: float = 0.8,
    limit: float | None = 10.0,
    limit_depth_chs: bool | str = False,
    combine_xyz: str = "spectral",
    noise_cov: Covariance | None = None,
    rank: Rank = None,
    verbose: Verbose = None,
) -> Floats:
    """Work out how much stronger sources may be that sensors see weakly.

    Parameters
    ----------
    forward : Forward
        The forward model.
    info : Info
        Information on the same channels, in the same order.
    exp : float
        Exponent of the weighting.
    limit : float | None
        How many times an amplitude's weight may exceed the smallest, before the exponent.
    limit_depth_chs : bool | 'whiten'
        What counts as seeing: True the channels of the best type there is (gradiometers,
        else magnetometers, else EEG), False all, ``"whiten"`` all, whitened.
    combine_xyz : str
        A free source counts by its best-seen orientation (``"spectral"``) or by all three
        together (``"fro"``).
    noise_cov : Covariance | None
        Covariance of the noise, for ``"whiten"``.
    rank : None | 'info' | 'full' | dict
        Rank of the noise, as for :func:`make_inverse_operator`.
    verbose : bool | str | int | None
        How much to tell.

    Returns
    -------
    depth_prior : ndarray, shape (n_columns,)
        Relative variance of each column of the lead field (Lin et al. 2006).

    Raises
    ------
    MismatchError
        If the channels of ``info`` are not those of the forward model.

    See Also
    --------
    compute_orient_prior : The other factor of the sources' variance.

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
    one_of("limit_depth_chs", limit_depth_chs, CHANNELS)
    weighting = DepthWeighting(
        exponent=exp, limit=limit, channels=CHANNELS[limit_depth_chs], combine=combine_xyz
    )
    whitener = None
    if noise_cov is not None and weighting.channels == WHITENED:
        noise = as_covariance(noise_cov).value
        whitener = make_whitener(noise, measured, names=measured.names, rank=rank)
    rows = np.arange(len(model.channels))
    return np.repeat(depth_prior(model, rows, weighting, whitener), model.per_source)


@public("leadfield")
@verbose_aware
def compute_orient_prior(
    forward: Forward,
    loose: str | float | Mapping[str, float] = "auto",
    verbose: Verbose = None,
) -> Floats:
    """Work out how much weaker the tangents of sources are than their normals.

    Parameters
    ----------
    forward : Forward
        The forward model, surface-oriented unless ``loose`` is 1.
    loose : str | float | dict
        Variance of tangents relative to normals, as for :func:`make_inverse_operator`.
    verbose : bool | str | int | None
        How much to tell.

    Returns
    -------
    orient_prior : ndarray, shape (n_columns,)
        Relative variance of each column of the lead field.

    Raises
    ------
    MismatchError
        If the model's orientations do not suit ``loose``.

    See Also
    --------
    compute_depth_prior : The other factor of the sources' variance.

    Examples
    --------
    >>> from leadfield import convert_forward_solution
    >>> turned = convert_forward_solution(fwd, surf_ori=True)
    >>> compute_orient_prior(turned, loose=0.2)[:3]
    array([0.2, 0.2, 1. ])
    """
    model = as_forward(forward)
    return orientation_prior(model, loose_by_kind(model.sources, loose))
