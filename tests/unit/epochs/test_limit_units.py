"""Rejection limits in another unit."""

import numpy as np
import pytest

from leadfield.api.epochs.epochs_array import EpochsArray
from leadfield.api.recording.info import create_info

TYPES = ["grad", "mag", "eeg", "eog"]
SIZES = np.array([3e-11, 1e-12, 5e-5, 2e-4])


def made(**options):
    """Epochs with these amplitudes."""
    data = np.zeros((3, 4, 10))
    data[:, :, 5] = SIZES
    return EpochsArray(data, create_info(4, 100.0, TYPES), **options)


@pytest.mark.parametrize(
    ("kind", "limit", "meant"),
    [
        ("grad", 4000, "largest 3e-11 T/m.* 4000 fT/cm, grad=4e-10"),
        ("mag", 4000, "4000 fT, mag=4e-12"),
        ("eeg", 100, "100 µV, eeg=0.0001"),
        ("eog", 150, "limits are in V, did you mean 150 µV, eog=0.00015"),
    ],
)
def test_a_limit_that_only_another_unit_explains_is_told_with_what_was_meant(kind, limit, meant):
    with pytest.warns(RuntimeWarning, match=meant):
        epochs = made(reject={kind: limit})
    assert len(epochs) == 3


@pytest.mark.parametrize("factor", [2, 1e2, 1e4])
def test_limits_of_this_unit_are_no_reason_to_warn(factor):
    limits = {kind: factor * size for kind, size in zip(TYPES, SIZES.tolist(), strict=True)}
    if factor > 100:  # still what no amplifier has
        limits = {"eog": 0.9}
    assert len(made(reject=limits, flat={"eeg": 1e-8})) == 3


def test_simulated_data_without_noise_or_in_other_units_are_no_reason_to_warn():
    info = create_info(1, 100.0, "eog")
    for size, limit in ((0.0, 150e-6), (1e-15, 150e-6), (50.0, 150.0), (1.0, 1e2)):
        EpochsArray(np.full((2, 1, 5), [0, size, 0, 0, 0]), info, reject={"eog": limit})
