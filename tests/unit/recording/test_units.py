"""Units of channels."""

import pytest

from leadfield.base.errors import (
    ArgumentTypeError,
    ChannelError,
    InputError,
)
from leadfield.recording.units import factor_to, factors


@pytest.mark.parametrize(
    ("unit", "kind", "factor"),
    [("fT", "mag", 1e15), ("fT/cm", "grad", 1e13), ("uV", "eeg", 1e6), ("V", "eeg", 1.0)],
)
def test_units_have_factors(unit, kind, factor):
    assert factor_to(unit, kind) == pytest.approx(factor, rel=1e-15)


@pytest.mark.parametrize(
    ("units", "kinds", "error"),
    [
        ("uV", ["eeg", "mag"], ChannelError),
        ({"eeg": "fT"}, ["eeg"], InputError),
        ({"grad": "fT"}, ["grad"], InputError),
        ({"stim": "V"}, ["stim"], ChannelError),
        (3, ["eeg"], ArgumentTypeError),
    ],
)
def test_units_that_are_none_are_refused(units, kinds, error):
    with pytest.raises(error, match="unit"):
        factors(units, kinds)
