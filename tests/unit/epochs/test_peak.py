"""Peaks of evoked responses."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.base.errors import (
    ChannelError,
    DataError,
    InputError,
)
from leadfield.epochs.peak import find_peak


def test_a_peak_needs_a_type_where_there_are_several(evoked):
    with pytest.raises(ChannelError, match=r"one of \['eeg', 'mag'\]"):
        find_peak(evoked, None, (None, None))
    with pytest.raises(ChannelError, match="got 'grad'"):
        find_peak(evoked, "grad", (None, None))


def test_a_peak_of_a_sign_needs_values_of_that_sign(evoked):
    positive = replace(evoked, data=np.abs(evoked.data))
    with pytest.raises(DataError, match="negative values"):
        find_peak(positive, "eeg", (None, None), mode="neg")
    find_peak(positive, "eeg", (None, None), mode="neg", strict=False)


@pytest.mark.parametrize("window", [(-0.2, None), (None, 0.5), (0.1, 0.05)])
def test_a_peak_is_looked_for_inside_the_times(evoked, window):
    with pytest.raises(InputError, match="tm"):
        find_peak(evoked, "eeg", window)
