"""Simulated averages, and noise for data of any kind: ``simulate_evoked``, ``add_noise``."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
from numpy.typing import ArrayLike

from leadfield.api.covariance.covariance import as_covariance
from leadfield.api.epochs.epochs import BaseEpochs
from leadfield.api.epochs.evoked import Evoked
from leadfield.api.estimates.apply_forward import apply_forward
from leadfield.api.interop.origin import kind_of
from leadfield.api.recording.raw import Raw
from leadfield.base.checks import number
from leadfield.base.errors import ArgumentTypeError, ChannelError
from leadfield.base.front_door import public
from leadfield.base.log import LOGGER, Verbose, verbose_aware
from leadfield.numerics.chance import Random, as_random
from leadfield.simulation.noise import coloured_noise

if TYPE_CHECKING:
    from leadfield.api.covariance.covariance import Covariance
    from leadfield.api.estimates.base_estimate import BaseSourceEstimate
    from leadfield.api.forward.forward import Forward
    from leadfield.api.recording.info import Info
    from leadfield.base.arrays import Floats

Data = TypeVar("Data", Raw, BaseEpochs, Evoked)


@public("leadfield.simulation")
@verbose_aware
def simulate_evoked(
    fwd: Forward,
    stc: BaseSourceEstimate,
    info: Info,
    cov: Covariance | None = None,
    nave: float = 30,
    iir_filter: ArrayLike | None = None,
    use_cps: bool = True,
    verbose: Verbose = None,
    *,
    rng: Random | int | None = None,
    random_state: Random | int | None = None,
) -> Evoked:
    """Simulate an evoked response: what sensors measure of currents, and the noise of an average.

    Parameters
    ----------
    fwd : Forward
        The forward solution.
    stc : SourceEstimate | VolSourceEstimate | VectorSourceEstimate | ...
        The currents in A·m: along the sources' normals, or vectors.
    info : Info
        The channels, with all of the forward solution.
    cov : Covariance | None
        Noise covariance of one epoch; None for no noise.
    nave : float
        Number of epochs in the average, by whose root the noise is divided; ``numpy.inf`` adds
        none.
    iir_filter : array_like | None
        Coefficients of the denominator of a filter that gives the noise its spectrum, such as
        ``[1, -1, 0.2]``; None for white noise.
    use_cps : bool
        Whether normals are averages over cortical patches, where these are known.
    verbose : bool | str | int | None
        Verbosity.
    rng : Generator | RandomState | int | None
        NumPy's generator, or its seed.
    random_state : RandomState | int | None
        NumPy's older generator, or its seed, in the place of ``rng``.

    Returns
    -------
    evoked : Evoked
        The response, in T, T/m and V. It has no projections but those of ``cov``, which are
        applied.

    Raises
    ------
    ChannelError
        If ``info`` lacks channels of the forward solution.
    MismatchError
        If ``cov`` lacks channels, or the estimate has other sources than the forward solution.

    See Also
    --------
    simulate_raw : Simulate a recording.
    add_noise : Adds noise alone.
    leadfield.apply_forward : Signals alone.

    Examples
    --------
    >>> import numpy as np
    >>> from leadfield import make_ad_hoc_cov
    >>> stc = simulate_sparse_stc(src, 2, np.arange(100) / 100, rng=0)
    >>> simulate_evoked(fwd, stc, evoked.info, make_ad_hoc_cov(evoked.info), nave=20, rng=1)
    <Evoked | '' (average, N=20), 0 to 0.99 s, baseline off, 32 channels>
    """
    chance = as_random(rng, random_state)
    evoked = apply_forward(fwd, stc, info, use_cps=use_cps)
    if cov is None:
        return evoked
    noise = as_covariance(cov).value
    if not math.isinf(nave):
        count = number("nave", nave, above=0)
        measured = evoked.info.value
        coloured = coloured_noise(noise, measured, _denominator(iir_filter))
        evoked.data += coloured.draw(len(evoked.times), chance) / math.sqrt(count)
        evoked.nave = int(count)
    if noise.projections:
        evoked.add_proj(as_covariance(cov)["projs"]).apply_proj()
    return evoked


@public("leadfield.simulation")
@verbose_aware
def add_noise(
    inst: Data,
    cov: Covariance,
    iir_filter: ArrayLike | None = None,
    verbose: Verbose = None,
    *,
    rng: Random | int | None = None,
    random_state: Random | int | None = None,
) -> Data:
    """Add Gaussian noise with a covariance, in place.

    Parameters
    ----------
    inst : Raw | Epochs | Evoked
        Data in memory.
    cov : Covariance
        Noise covariance. Channels that it does not have get no noise.
    iir_filter : array_like | None
        Coefficients of the denominator of a filter that gives the noise its spectrum; None for
        white noise.
    verbose : bool | str | int | None
        Verbosity.
    rng : Generator | RandomState | int | None
        NumPy's generator, or its seed.
    random_state : RandomState | int | None
        NumPy's older generator, or its seed, in the place of ``rng``. As in MNE-Python, every
        epoch gets the same noise from a seed.

    Returns
    -------
    inst : Raw | Epochs | Evoked
        The object itself.

    Raises
    ------
    ChannelError
        If no channel has noise.
    StateError
        If the data are not in memory.

    See Also
    --------
    simulate_evoked : Signals of sources, and noise.

    Examples
    --------
    >>> from leadfield import make_ad_hoc_cov
    >>> noisy = add_noise(evoked.copy(), make_ad_hoc_cov(evoked.info), rng=0)
    >>> noisy.data.std() > evoked.data.std()
    np.True_
    """
    given: Any = inst
    if not isinstance(given, Raw | BaseEpochs | Evoked):
        msg = f"inst must be leadfield's Raw, Epochs or Evoked, got {kind_of(inst)}"
        raise ArgumentTypeError(msg)
    noise = as_covariance(cov).value
    info = inst.info.value
    rows = np.flatnonzero(np.isin(info.names, noise.names))
    if not len(rows):
        msg = f"noise must be of at least one of {len(info.names)} channels, cov has none of them"
        raise ChannelError(msg)
    LOGGER.info("Adding noise to %d of %d channels", len(rows), len(info.names))
    coloured = coloured_noise(noise, info.pick(rows), _denominator(iir_filter))
    chance = as_random(rng, random_state)
    again = random_state if isinstance(random_state, int | np.integer) else None

    def edit(data: Floats) -> Floats:
        out = np.array(data)
        for epoch in out if out.ndim == 3 else out[np.newaxis]:
            stream = chance if again is None else as_random(None, int(again))
            epoch[rows] += coloured.draw(out.shape[-1], stream)
        return out

    inst._edit_samples(edit, info, "adding noise")  # noqa: SLF001 - not for users
    return inst


def _denominator(iir_filter: ArrayLike | None) -> Floats | None:
    if iir_filter is None:
        return None
    given = np.asarray(iir_filter)
    if given.dtype.kind not in "biuf":
        msg = f"iir_filter must be numbers or None, got {iir_filter!r}"
        raise ArgumentTypeError(msg)
    return given.astype(np.float64)
