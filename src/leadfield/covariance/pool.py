"""Pooled noise covariance: the weighted mean of two of the same channels."""

from dataclasses import replace

from leadfield.base.checks import listed
from leadfield.base.errors import MismatchError
from leadfield.covariance.noise import NoiseCovariance, same_projections


def pool_covariances(one: NoiseCovariance, other: NoiseCovariance) -> NoiseCovariance:
    """The mean of both, weighted by their degrees of freedom; bads of either are bad."""
    if one.names != other.names:
        only = sorted(set(one.names) ^ set(other.names))
        what = f"only one has {listed(only)}" if only else "their order differs"
        msg = f"covariances must have the same channels to be added, {what}"
        raise MismatchError(msg)
    if not same_projections(one.projections, other.projections):
        msg = "covariances must be of data with the same projections to be added"
        raise MismatchError(msg)
    if min(one.degrees, other.degrees) < 1:
        msg = (
            "covariances must have degrees of freedom (samples) to be added, got "
            f"{one.degrees} and {other.degrees}"
        )
        raise MismatchError(msg)
    degrees = one.degrees + other.degrees
    diagonal = one.diagonal and other.diagonal
    first, second = (one.data, other.data) if diagonal else (one.full(), other.full())
    return replace(
        one,
        data=(first * one.degrees + second * other.degrees) / degrees,
        degrees=degrees,
        bads=tuple(dict.fromkeys([*one.bads, *other.bads])),
        method=None,
        log_likelihood=None,
    )
