"""Weighted sums of evoked responses, and grand averages over subjects."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.checks import all_finite, listed, one_of
from leadfield.base.errors import ArgumentTypeError, InputError, MismatchError
from leadfield.base.log import warn
from leadfield.epochs.evoked import EvokedResponse

Weights = str | Sequence[float]


def combine_evoked(evokeds: Sequence[EvokedResponse], weights: Weights) -> EvokedResponse:
    """The sum of evoked responses times their weights: ``"equal"``, by ``"nave"``, or given.

    With noise of variance 1 / n in each, the sum has variance Σ w² / n: its effective
    number of averaged epochs is the inverse of that.
    """
    if not evokeds:
        msg = "at least one evoked response must come, got none"
        raise InputError(msg)
    counts = np.array([one.nave for one in evokeds], np.float64)
    w = _weights(weights, counts)
    aligned = [evokeds[0], *(_align(evokeds[0], one) for one in evokeds[1:])]
    bads = tuple(dict.fromkeys(name for one in aligned for name in one.info.bads))
    data = sum(
        (weight * one.data for weight, one in zip(w, aligned, strict=True)),
        start=np.zeros_like(aligned[0].data),
    )
    if not w.any():
        msg = "at least one weight must differ from 0, got only 0"
        raise InputError(msg)
    return replace(
        evokeds[0],
        info=evokeds[0].info.with_bads(bads),
        data=data,
        nave=1 / float((w**2 / counts).sum()),
        comment=_comment(w, evokeds),
    )


def grand_average(evokeds: Sequence[EvokedResponse]) -> EvokedResponse:
    """The plain mean of evoked responses over common channels; ``nave`` is their number."""
    if not evokeds:
        msg = "at least one evoked response must come, got none"
        raise InputError(msg)
    shared = set.intersection(*(set(one.info.names) for one in evokeds))
    names = [name for name in evokeds[0].info.names if name in shared]
    if not names:
        msg = "evoked responses must share channels to be averaged, these share none"
        raise MismatchError(msg)
    picked = [one.pick(one.info.channels.indices(names)) for one in evokeds]
    n = len(evokeds)
    mean = combine_evoked(picked, "equal")
    return replace(mean, nave=n, comment=f"Grand average (n = {n})")


def _weights(given: Weights, counts: Floats) -> Floats:
    if isinstance(given, str):
        one_of("weights", given, ["equal", "nave"])
        if given == "nave":
            shares: Floats = counts / counts.sum()
            return shares
        return np.full(len(counts), 1 / len(counts))
    try:
        weights = np.asarray(given, np.float64)
    except (TypeError, ValueError) as error:
        msg = f"weights must be 'equal', 'nave' or numbers, got {given!r}"
        raise ArgumentTypeError(msg) from error
    if weights.shape != counts.shape:
        msg = f"one weight a response must come, got {weights.shape} for {len(counts)}"
        raise InputError(msg)
    all_finite("weights", weights, "pass numbers")
    return weights


def _align(first: EvokedResponse, other: EvokedResponse) -> EvokedResponse:
    """The other response in the first one's channel order; both must have the same times."""
    names, mine = first.info.names, other.info.names
    if names != mine:
        if set(names) != set(mine):
            odd = sorted(set(names) ^ set(mine))
            msg = (
                f"evoked responses must have the same channels, {listed(odd)} are in one of "
                "them only: pick the common ones"
            )
            raise MismatchError(msg)
        warn("evoked responses have their channels in different orders: the first one's is used")
        other = other.pick(other.info.channels.indices(names))
    same = first.data.shape == other.data.shape
    if not same or np.abs(first.times - other.times).max() >= 1e-7:
        msg = (
            f"evoked responses must have the same times, got {_span(first)} and {_span(other)}: "
            "crop them to the same times"
        )
        raise MismatchError(msg)
    return other


def _span(evoked: EvokedResponse) -> str:
    times = evoked.times
    return f"{len(times)} from {times[0]:g} to {times[-1]:g} s"


def _comment(weights: Floats, evokeds: Sequence[EvokedResponse]) -> str:
    """What the sum is called: ``0.500 × left - right``."""
    comment = ""
    for i, (weight, one) in enumerate(zip(weights, evokeds, strict=True)):
        name = one.comment or "unknown"
        name = f"({name})" if " + " in name else name
        size = "" if np.isclose(abs(weight), 1) else f"{abs(weight):.3f} × "
        sign = "-" if weight < 0 else ""
        comment += f"{sign}{size}{name}" if i == 0 else f" {sign or '+'} {size}{name}"
    return comment.replace(" - - ", " + ")


def negate(evoked: EvokedResponse) -> EvokedResponse:
    """The evoked response times -1, with a minus sign before its comment."""
    name = evoked.comment or "unknown"
    name = f"({name})" if " + " in name else name
    return replace(evoked, data=-evoked.data, comment=f"- {name}")
