"""Comparison of what two packages give: numbers to a share of the largest, all else exactly."""

from typing import Any

import numpy as np
from same.facts import Times


def assert_agree(theirs: Any, ours: Any, tolerance: float, where: str = "") -> None:
    """Raise where two results differ, saying where."""
    if isinstance(theirs, dict):
        assert isinstance(ours, dict), f"{where}: {type(ours)} is no dict"
        assert set(theirs) == set(ours), f"{where}: keys differ by {set(theirs) ^ set(ours)}"
        for key, value in theirs.items():
            assert_agree(value, ours[key], tolerance, f"{where}/{key}")
    elif isinstance(theirs, Times):
        difference = np.abs(np.subtract(theirs.seconds, ours.seconds)).max(initial=0)
        assert difference <= theirs.within, f"{where}: differs by {difference} s"
    elif isinstance(theirs, list):
        assert isinstance(ours, list), f"{where}: {type(ours)} is no list"
        assert len(theirs) == len(ours), f"{where}: {len(theirs)} items, and {len(ours)} here"
        for i, value in enumerate(theirs):
            assert_agree(value, ours[i], tolerance, f"{where}/{i}")
    elif is_numeric(theirs) and is_numeric(ours):
        assert_close(np.asarray(theirs), np.asarray(ours), tolerance, where)
    elif isinstance(theirs, np.ndarray):
        assert np.array_equal(theirs, np.asarray(ours)), f"{where}: {theirs} and {ours} here"
    else:
        assert theirs == ours, f"{where}: {theirs!r}, and {ours!r} here"


def assert_channels_agree(ours: Any, theirs: Any, tolerance: float = 1e-10) -> None:
    """Raise where a channel (..., n_times) differs by more than a share of its largest value."""
    assert ours.shape == theirs.shape
    size = np.abs(theirs).max(axis=-1, keepdims=True)
    assert (np.abs(ours - theirs) <= tolerance * np.maximum(size, 1e-300)).all()


def assert_within(found: Any, want: Any, tolerance: float = 1e-10) -> None:
    """Raise where an array differs by more than a share of its largest value."""
    assert found.shape == want.shape
    assert np.abs(found - want).max() <= tolerance * np.abs(want).max()


def assert_estimates_agree(found: Any, want: Any, tolerance: float = 1e-10) -> None:
    """Raise where estimates differ in class, sources or times, or by more than that share."""
    assert type(found).__name__ == type(want).__name__
    for one, other in zip(found.vertices, want.vertices, strict=True):
        np.testing.assert_array_equal(one, other)
    np.testing.assert_allclose(found.times, want.times, rtol=0, atol=1e-12)
    assert_within(found.data, want.data, tolerance)


def is_numeric(thing: Any) -> bool:
    """Whether a thing is a number or an array of numbers."""
    if isinstance(thing, np.ndarray):
        return thing.dtype.kind in "biufc"
    return isinstance(thing, bool | int | float | complex)


def assert_close(theirs: Any, ours: Any, tolerance: float, where: str) -> None:
    """Raise where numbers differ by more than a share of the largest one."""
    assert theirs.shape == ours.shape, f"{where}: shape {theirs.shape}, and {ours.shape} here"
    assert (theirs.dtype.kind == "c") == (ours.dtype.kind == "c"), f"{where}: complex or not"
    finite = np.isfinite(theirs)
    rest = theirs[~finite], ours[~finite]
    assert np.array_equal(*rest, equal_nan=True), f"{where}: not finite: {rest}"
    theirs, ours = theirs[finite] + 0.0, ours[finite] + 0.0
    worst, largest = (np.abs(one).max(initial=0) for one in (theirs - ours, theirs))
    assert worst <= tolerance * largest, f"{where}: differs by {worst}, the largest is {largest}"
