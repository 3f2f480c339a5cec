"""Depth weighting: prior variances that grow where sensitivity is low (Lin et al. 2006)."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from leadfield.base.arrays import Floats, Ints
from leadfield.base.checks import number, one_of
from leadfield.base.errors import ChannelError, DataError, InputError
from leadfield.base.log import LOGGER
from leadfield.forward.model import ForwardModel
from leadfield.numerics.small_matrices import largest_eigenvalue, pack
from leadfield.numerics.threads import share
from leadfield.recording.channels import Channels
from leadfield.whitening.whitener import Whitener

WHITEN = "whiten"  # the third choice of limit_depth_chs
BLOCK = 256  # sources at a time: their lines stay in the cache


@dataclass(frozen=True, slots=True, kw_only=True)
class DepthWeighting:
    """Options of depth weighting, by the names that users give them.

    A source's variance goes with the sensitivity to it to the power of minus ``exp``, at
    most ``limit`` times that of the best source in amplitude before the power.
    ``limit_depth_chs`` says whose sensitivity: True is that of the best type of channels
    there is (gradiometers, else magnetometers, else EEG), False that of all channels,
    ``"whiten"`` that of all, whitened. Over orientations the sensitivity is the largest
    (``"spectral"``) or the sum (``"fro"``) by ``combine_xyz``. ``allow_fixed_depth`` takes
    that of the normal alone where orientations are fixed.
    """

    exp: float = 0.8
    limit: float | None = 10.0
    limit_depth_chs: bool | str = True
    combine_xyz: str = "spectral"
    allow_fixed_depth: bool = False

    def __post_init__(self) -> None:
        number("the depth exponent", self.exp, least=0)
        if self.limit is not None:
            number("the depth limit", self.limit, above=0)
        one_of("limit_depth_chs", self.limit_depth_chs, [True, False, WHITEN])
        one_of("combine_xyz", self.combine_xyz, ["spectral", "fro"])
        one_of("allow_fixed_depth", self.allow_fixed_depth, [True, False])


def depth_prior(
    model: ForwardModel,
    rows: Ints,
    weighting: DepthWeighting,
    whitener: Whitener | None = None,
) -> Floats:
    """Relative variance (n_sources,) of each source by the sensitivity of channels ``rows``.

    ``whitener`` is that of the same channels, for ``"whiten"``.
    """
    mixing = None
    if weighting.limit_depth_chs is True:
        rows = rows[_best_channels(model.channels.pick(rows))]
    elif weighting.limit_depth_chs == WHITEN:
        if whitener is None:
            msg = "depth weighting over whitened channels needs a noise covariance, got None"
            raise InputError(msg)
        mixing = whitener.matrix.T
    sensitivity = _sensitivity(model, rows, mixing, frobenius=weighting.combine_xyz == "fro")
    if not np.isfinite(sensitivity).all() or not sensitivity.any():
        msg = (
            f"the lead field must be finite and not all 0 to weight {len(sensitivity)} sources by "
            "depth: compute the forward model again"
        )
        raise DataError(msg)
    # No magnetometer is sensitive to a source at the centre of a sphere.
    sensitivity[sensitivity == 0] = sensitivity[sensitivity > 0].min()
    return _limit_weights(1.0 / sensitivity, weighting)


def _best_channels(channels: Channels) -> Ints:
    """Indices of the channels of the type that is best at telling depth."""
    kinds = {"grad": "gradiometers", "mag": "magnetometers", "eeg": "EEG channels"}
    for kind, label in kinds.items():
        found = channels.of_type(kind)
        if len(found):
            LOGGER.info("    depth is weighted by %s %s", len(found), label)
            return found
    msg = f"depth weighting needs MEG or EEG, got none in {len(channels)} channels"
    raise ChannelError(msg)


def _sensitivity(
    model: ForwardModel, rows: Ints, mixing: Floats | None, *, frobenius: bool
) -> Floats:
    """Squared norm (n_sources,) of each source's columns."""
    n, p = model.sources.n_sources, model.per_source
    lines = model.leadfield.T
    out = np.empty(n)
    starts = range(0, n, BLOCK)

    def work(some: Iterator[int]) -> None:
        for a in some:
            b = min(a + BLOCK, n)
            block = np.take(lines[p * a : p * b], rows, axis=1).astype(np.float64)
            block = (block if mixing is None else block @ mixing).reshape(b - a, p, -1)
            if p == 1 or frobenius:
                out[a:b] = np.einsum("spc,spc->s", block, block)
            else:
                grams = pack(block @ block.transpose(0, 2, 1))
                out[a:b] = largest_eigenvalue(grams).clip(0)

    with np.errstate(invalid="ignore"):  # what is infinite raises afterwards
        share(work, starts, len(starts))
    return out


def _limit_weights(weights: Floats, weighting: DepthWeighting) -> Floats:
    """Weights bounded to the limit's square times the smallest, relative to that bound."""
    if weighting.limit is None:
        return np.asarray(weights**weighting.exp)
    ordered = np.sort(weights)
    most = weighting.limit**2 * ordered[0]
    over = int(np.searchsorted(ordered, most, side="right"))
    # The first weight beyond the limit, as MNE's first program had it, or the limit itself.
    first = ordered[min(over, len(ordered) - 1)]
    bound = most if weighting.limit_depth_chs is False else first
    LOGGER.info(
        "    depth limit %.6f reached by %s of %s sources, scale %g, exponent %g",
        np.sqrt(bound / ordered[0]),
        len(ordered) - over,
        len(ordered),
        1 / bound,
        weighting.exp,
    )
    prior: Floats = np.minimum(weights / bound, 1) ** weighting.exp
    return prior
