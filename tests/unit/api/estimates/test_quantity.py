"""Estimates know the quantity of their values, as long as nothing is computed from them."""

import numpy as np
import pytest

from leadfield.api.estimates.kinds import estimate_of
from leadfield.estimates.source_courses import SourceAxes


@pytest.fixture
def stc():
    axes = SourceAxes(
        kind="surface",
        vertices=(np.array([0]), np.array([0])),
        tmin=0.0,
        tstep=0.1,
        quantity="dSPM",
    )
    return estimate_of(np.ones((2, 5)), axes)


def test_cropping_and_copying_keep_the_quantity(stc):
    assert stc.copy().crop(0.1, 0.3).value.axes.quantity == "dSPM"


def test_arithmetic_makes_values_of_no_quantity(stc):
    assert (2 * stc).value.axes.quantity is None
    stc -= 1
    assert stc.value.axes.quantity is None


def test_a_picture_is_labelled_with_the_quantity(stc, monkeypatch):
    from leadfield.api import brain

    given = {}
    monkeypatch.setattr(brain, "plot_estimate", lambda **options: given.update(options))
    stc.plot(subject="made")
    assert given["quantity"] == "dSPM"
