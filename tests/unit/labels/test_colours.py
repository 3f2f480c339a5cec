"""Label colours: blends, and one for each label."""

import numpy as np
import pytest

from leadfield.base.errors import InputError
from leadfield.labels.colours import blend_colours, distinct_colours, unused_grey

RED, YELLOW, MAGENTA = (1.0, 0.0, 0.0, 1.0), (1.0, 1.0, 0.0, 0.5), (1.0, 0.0, 1.0, 1.0)


def test_hues_blend_on_the_shorter_way_round():
    np.testing.assert_allclose(blend_colours(RED, YELLOW), (1, 0.5, 0, 0.75))
    np.testing.assert_allclose(blend_colours(RED, MAGENTA), (1, 0, 0.5, 1), atol=1e-12)


def test_a_blend_with_no_colour_is_the_other():
    assert blend_colours(None, RED) == blend_colours(RED, None) == RED


def test_spare_colours_that_a_label_has_are_passed_over():
    found = distinct_colours(["a", "b"], [None, RED], [RED, YELLOW])
    assert found.tolist() == [[255, 255, 0, 128], [255, 0, 0, 255]]


def test_too_few_colours_are_an_error():
    with pytest.raises(InputError, match="too few"):
        distinct_colours(["a", "b"], [None, None], [RED])


def test_a_grey_is_one_that_no_label_has():
    greys = np.array([[1, 1, 1, 255], [3, 3, 3, 255]])
    assert unused_grey(greys) == [2, 2, 2, 0]
