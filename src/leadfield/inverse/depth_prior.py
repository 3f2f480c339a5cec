"""Depth weighting: sources that sensors see weakly may be stronger (Lin et al. 2006)."""

from dataclasses import dataclass

import numpy as np

from leadfield.base.arrays import Floats, Ints
from leadfield.base.checks import number, one_of
from leadfield.base.errors import ChannelError, DataError, InputError
from leadfield.base.log import LOGGER
from leadfield.forward.model import ForwardModel
from leadfield.numerics.small_matrices import largest_eigenvalue, pack
from leadfield.recording.channels import Channels
from leadfield.whitening.whitener import Whitener

BLOCK = 256  # sources at a time: their lines stay in the cache
ALL, BEST, WHITENED = "all", "best", "whitened"


@dataclass(frozen=True, slots=True, kw_only=True)
class DepthWeighting:
    """How much weaker-seen sources may be stronger.

    A source's variance goes with its sensitivity to the power of minus ``exponent``, at
    most ``limit`` times that of the best-seen source in amplitude before the power.
    ``channels`` says what counts as seeing: the ``"best"`` type there is (gradiometers,
    else magnetometers, else EEG), ``"all"``, or ``"whitened"`` all. Over orientations the
    sensitivity is the largest (``"spectral"``) or the sum (``"fro"``) by ``combine``.
    ``fixed_too`` takes that of the normal alone where orientations are fixed.
    """

    exponent: float = 0.8
    limit: float | None = 10.0
    channels: str = BEST
    combine: str = "spectral"
    fixed_too: bool = False

    def __post_init__(self) -> None:
        number("the depth exponent", self.exponent, least=0)
        if self.limit is not None:
            number("the depth limit", self.limit, above=0)
        one_of("the channels of depth weighting", self.channels, [ALL, BEST, WHITENED])
        one_of("combine_xyz", self.combine, ["spectral", "fro"])


def depth_prior(
    model: ForwardModel,
    rows: Ints,
    weighting: DepthWeighting,
    whitener: Whitener | None = None,
) -> Floats:
    """Relative variance (n_sources,) of each source by what channels ``rows`` see of it.

    ``whitener`` is that of the same channels, for ``"whitened"``.
    """
    mixing = None
    if weighting.channels == BEST:
        rows = rows[_best(model.channels.pick(rows))]
    elif weighting.channels == WHITENED:
        if whitener is None:
            msg = "depth weighting over whitened channels needs a noise covariance, got None"
            raise InputError(msg)
        mixing = whitener.matrix.T
    seen = _sensitivity(model, rows, mixing, frobenius=weighting.combine == "fro")
    if not np.isfinite(seen).all() or not seen.any():
        msg = (
            f"the lead field must be finite and not all 0 to weight {len(seen)} sources by "
            "depth: compute the forward model again"
        )
        raise DataError(msg)
    # A source at the centre of a sphere is seen by no magnetometer.
    seen[seen == 0] = seen[seen > 0].min()
    return _limited(1.0 / seen, weighting)


def _best(channels: Channels) -> Ints:
    """Indices of the channels of the type that is best at telling depth."""
    kinds = {"grad": "gradiometers", "mag": "magnetometers", "eeg": "EEG channels"}
    for kind, words in kinds.items():
        found = channels.of_type(kind)
        if len(found):
            LOGGER.info("    depth is weighted by %s %s", len(found), words)
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
    for a in range(0, n, BLOCK):
        b = min(a + BLOCK, n)
        part = np.take(lines[p * a : p * b], rows, axis=1).astype(np.float64)
        part = (part if mixing is None else part @ mixing).reshape(b - a, p, -1)
        if p == 1 or frobenius:
            out[a:b] = np.einsum("spc,spc->s", part, part)
        else:
            grams = pack(part @ part.transpose(0, 2, 1))
            with np.errstate(invalid="ignore"):  # what is infinite is told of afterwards
                out[a:b] = largest_eigenvalue(grams).clip(0)
    return out


def _limited(weights: Floats, weighting: DepthWeighting) -> Floats:
    """Weights bounded to the limit's square times the smallest, relative to that bound."""
    if weighting.limit is None:
        return np.asarray(weights**weighting.exponent)
    ordered = np.sort(weights)
    most = weighting.limit**2 * ordered[0]
    over = int(np.searchsorted(ordered, most, side="right"))
    # The first weight beyond the limit, as MNE's first program had it, or the limit itself.
    first = ordered[min(over, len(ordered) - 1)]
    bound = most if weighting.channels == ALL else first
    LOGGER.info(
        "    depth limit %.6f reached by %s of %s sources, scale %g, exponent %g",
        np.sqrt(bound / ordered[0]),
        len(ordered) - over,
        len(ordered),
        1 / bound,
        weighting.exponent,
    )
    prior: Floats = np.minimum(weights / bound, 1) ** weighting.exponent
    return prior
