"""Estimates know which method made their values, as long as they are those."""

import numpy as np
import pytest

from leadfield.api.estimates.source_estimate import SourceEstimate
from leadfield.estimates.source_courses import SourceCourses


@pytest.fixture
def stc():
    value = SourceCourses(
        kind="surface",
        data=np.ones((2, 5)),
        vertices=(np.array([0]), np.array([0])),
        tmin=0.0,
        tstep=0.1,
        quantity="dSPM",
    )
    return SourceEstimate.of(value)


def test_cropping_and_copying_keep_the_method(stc):
    assert stc.copy().crop(0.1, 0.3).value.quantity == "dSPM"


def test_arithmetic_makes_values_of_no_method(stc):
    assert (2 * stc).value.quantity is None
    stc -= 1
    assert stc.value.quantity is None


def test_a_picture_is_labelled_with_the_method(stc, monkeypatch):
    from leadfield.api import brain

    given = {}
    monkeypatch.setattr(brain, "plot_estimate", lambda **options: given.update(options))
    stc.plot(subject="made")
    assert given["quantity"] == "dSPM"
