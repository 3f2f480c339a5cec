"""Orientation prior: loose, free and fixed orientations of sources."""

from collections.abc import Mapping

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.checks import listed, number, one_of
from leadfield.base.errors import ArgumentTypeError, InputError, MismatchError
from leadfield.base.log import LOGGER
from leadfield.forward.model import ForwardModel
from leadfield.sources.space import Sources, SpaceKind

Loose = Mapping[SpaceKind, float]
CORTEX = 0.2  # of the tangents' variance, where the sources are a cortex


def loose_by_kind(
    sources: Sources, loose: str | float | Mapping[str, float], *, fixed: bool | str = "auto"
) -> Loose:
    """The tangents' share of the normal's variance, for each kind of source present.

    ``loose`` is one number from 0 (fixed) to 1 (free), one for each kind, or ``"auto"``:
    0 if ``fixed``, else 0.2 for a cortex alone and 1 otherwise. ``fixed`` True demands 0,
    False anything else, ``"auto"`` nothing.
    """
    one_of("fixed", fixed, [True, False, "auto"])
    kinds = sorted({space.kind for space in sources.spaces})
    names = [kind.name.lower() for kind in kinds]
    if isinstance(loose, str) and loose != "auto":
        msg = f"loose must be a number from 0 to 1, one a kind of source, or 'auto', got {loose!r}"
        raise InputError(msg)
    if isinstance(loose, str):
        default = CORTEX if sources.kind == "surface" else 1.0
        share = dict.fromkeys(kinds, 0.0 if fixed is True else default)
    elif isinstance(loose, Mapping):
        if set(loose) != set(names):
            msg = f"loose must have the keys {listed(names)}, one a kind, got {listed(loose)}"
            raise InputError(msg)
        share = {SpaceKind[name.upper()]: _share(name, loose[name]) for name in names}
    else:
        share = dict.fromkeys(kinds, _share("", loose))
    _check(share, fixed=fixed)
    return share


def _share(name: str, value: object) -> float:
    label = f"loose[{name!r}]" if name else "loose"
    if value is None:
        msg = f"{label} must be a number from 0 to 1, or 'auto', got None"
        raise ArgumentTypeError(msg)
    return number(label, value, least=0, most=1)


def _check(share: Loose, *, fixed: bool | str) -> None:
    if fixed is True and any(share.values()):
        msg = f"with fixed=True loose must be 0 or 'auto', got {listed(share.values())}"
        raise InputError(msg)
    if fixed is False and not all(share.values()):
        msg = "with fixed=False loose must be above 0, got 0: leave fixed out, or use fixed=True"
        raise InputError(msg)
    if share.get(SpaceKind.VOLUME, 1.0) != 1:
        msg = (
            "loose must be 1 for volume source spaces, whose points have no normal, got "
            f"{share[SpaceKind.VOLUME]:g}: use loose=1, 'auto', or one number a kind"
        )
        raise InputError(msg)


def orientation_prior(model: ForwardModel, loose: Loose) -> Floats:
    """Relative variance (n_columns,) of each column: 1 for normals, ``loose`` for tangents."""
    if not model.free:
        if any(loose.values()):
            msg = "loose must be 0 for a forward model of fixed orientations: read a free one"
            raise MismatchError(msg)
        return np.ones(model.leadfield.shape[1])
    if not model.surface_oriented and any(share < 1 for share in loose.values()):
        msg = (
            "the forward model must be surface-oriented for loose below 1: call "
            "convert_forward_solution(forward, surf_ori=True)"
        )
        raise MismatchError(msg)
    return free_prior(model.sources, loose)


def free_prior(sources: Sources, loose: Loose) -> Floats:
    """As :func:`orientation_prior`, for three columns a source."""
    shares = [np.full(space.n_sources, loose[space.kind]) for space in sources.spaces]
    for kind, share in loose.items():
        LOGGER.info("    tangents of %s sources have %g of the variance", kind.name.lower(), share)
    tangents = np.concatenate(shares)
    return np.column_stack([tangents, tangents, np.ones(len(tangents))]).ravel()
