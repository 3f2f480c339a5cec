"""Averages of forward models, as of several positions of a head in the scanner."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.checks import all_finite
from leadfield.base.errors import InputError, MismatchError
from leadfield.forward.model import ForwardModel


def average_models(models: Sequence[ForwardModel], weights: Floats) -> ForwardModel:
    """The average of models of the same channels and sources, else as the first one is.

    ``weights`` (n_models,) are made to sum to 1.
    """
    _check_weights(weights, len(models))
    for model in models[1:]:
        _check_alike(models[0], model)
    shares = weights / weights.sum()
    average = _averaged(models, shares)
    origins = [model.origin for model in models if model.origin is not None]
    if len(origins) < len(models):
        return replace(average, origin=None)
    return replace(average, origin=_averaged(origins, shares))


def _averaged(models: Sequence[ForwardModel], shares: Floats) -> ForwardModel:
    gradients = [model.gradient for model in models if model.gradient is not None]
    return replace(
        models[0],
        leadfield=_weighted([model.leadfield for model in models], shares),
        gradient=_weighted(gradients, shares) if len(gradients) == len(models) else None,
    )


def _weighted(arrays: Sequence[Floats], shares: Floats) -> Floats:
    total = np.zeros(arrays[0].shape)
    for array, share in zip(arrays, shares, strict=True):
        total += share * array
    return total


def _check_weights(weights: Floats, n_models: int) -> None:
    if weights.shape != (n_models,):
        msg = f"weights must be one for each of {n_models} forward models, got {weights.shape}"
        raise InputError(msg)
    all_finite("weights", weights, "give each forward model a number from 0 up")
    if weights.min() < 0 or not weights.any():
        msg = f"weights must be 0 or more and not all 0, got {weights.tolist()}"
        raise InputError(msg)


def _check_alike(first: ForwardModel, other: ForwardModel) -> None:
    """Raise unless rows and columns of two models mean the same."""
    columns = [(m.free, m.surface_oriented, m.frame) for m in (first, other)]
    if columns[0] != columns[1]:
        msg = (
            "forward models must have the same orientations and coordinates to be averaged: "
            "convert all with convert_forward_solution"
        )
        raise MismatchError(msg)
    if first.info.names != other.info.names:
        msg = (
            "forward models must have the same channels in the same order to be averaged: pick "
            "them with pick_channels_forward"
        )
        raise MismatchError(msg)
    vertices = [m.sources.vertices for m in (first, other)]
    if len(vertices[0]) != len(vertices[1]) or not all(map(np.array_equal, *vertices)):
        n = [m.sources.n_sources for m in (first, other)]
        msg = (
            f"forward models must have the same sources to be averaged, got {n[0]} and {n[1]}: "
            "make them with the same source space and mindist"
        )
        raise MismatchError(msg)
