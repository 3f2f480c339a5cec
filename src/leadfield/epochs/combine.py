"""Weighted sums of evoked responses, and their average over people."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.checks import all_finite, listed, one_of
from leadfield.base.errors import ArgumentTypeError, InputError, MismatchError
from leadfield.base.log import warn
from leadfield.epochs.evoked import EvokedResponse

Weights = str | Sequence[float]


def combined(evokeds: Sequence[EvokedResponse], weights: Weights) -> EvokedResponse:
    """The sum of responses times their weights: ``"equal"``, by ``"nave"``, or given.

    With noise of variance 1 / n in each, the sum has variance Σ w² / n: its effective
    number of averaged epochs is the inverse of that.
    """
    if not evokeds:
        msg = "at least one evoked response must come, got none"
        raise InputError(msg)
    counts = np.array([one.n_averaged for one in evokeds], np.float64)
    w = _weights(weights, counts)
    aligned = [evokeds[0], *(_alike(evokeds[0], one) for one in evokeds[1:])]
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
        n_averaged=1 / float((w**2 / counts).sum()),
        comment=_comment(w, evokeds),
    )


def grand_average(evokeds: Sequence[EvokedResponse]) -> EvokedResponse:
    """The plain mean of responses over the channels they share, counted as such."""
    if not evokeds:
        msg = "at least one evoked response must come, got none"
        raise InputError(msg)
    shared = set.intersection(*(set(one.info.names) for one in evokeds))
    names = [name for name in evokeds[0].info.names if name in shared]
    if not names:
        msg = "evoked responses must share channels to be averaged, these share none"
        raise MismatchError(msg)
    picked = [one.picked(one.info.channels.indices(names)) for one in evokeds]
    n = len(evokeds)
    mean = combined(picked, "equal")
    return replace(mean, n_averaged=n, comment=f"Grand average (n = {n})")


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


def _alike(first: EvokedResponse, other: EvokedResponse) -> EvokedResponse:
    """The other response with the first one's channel order, if it has channels and times."""
    names, mine = first.info.names, other.info.names
    if names != mine:
        if set(names) != set(mine):
            odd = sorted(set(names) ^ set(mine))
            msg = (
                f"evoked responses must have the same channels, {listed(odd)} are in one of "
                "them only: pick the common ones"
            )
            raise MismatchError(msg)
        warn("evoked responses have their channels in different orders: the first one's counts")
        other = other.picked(other.info.channels.indices(names))
    same = first.data.shape == other.data.shape
    if not same or np.abs(first.times - other.times).max() >= 1e-7:
        msg = (
            f"evoked responses must have the same times, got {_span(first)} and {_span(other)}: "
            "crop them alike"
        )
        raise MismatchError(msg)
    return other


def _span(evoked: EvokedResponse) -> str:
    times = evoked.times
    return f"{len(times)} from {times[0]:g} to {times[-1]:g} s"


def _comment(weights: Floats, evokeds: Sequence[EvokedResponse]) -> str:
    """The sum in words: ``0.500 × left - right``."""
    words = ""
    for i, (weight, one) in enumerate(zip(weights, evokeds, strict=True)):
        name = one.comment or "unknown"
        name = f"({name})" if " + " in name else name
        size = "" if np.isclose(abs(weight), 1) else f"{abs(weight):.3f} × "
        sign = "-" if weight < 0 else ""
        words += f"{sign}{size}{name}" if i == 0 else f" {sign or '+'} {size}{name}"
    return words.replace(" - - ", " + ")


def negated(evoked: EvokedResponse) -> EvokedResponse:
    """The response with its sign turned, which its comment says."""
    name = evoked.comment or "unknown"
    name = f"({name})" if " + " in name else name
    return replace(evoked, data=-evoked.data, comment=f"- {name}")
