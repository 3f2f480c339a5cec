"""Coils measure what their kind says."""

import numpy as np
import pytest

from leadfield.base.errors import InputError
from leadfield.forward.coil_definitions import COILS, coil

ACCURACIES = (0, 1, 2)
MAGNETOMETERS = (
    *(2000, 3022, 3023, 3024, 3025, 4001, 4003, 5002, 6002, 7002, 7003, 7004, 7502),
    *(8001, 8002, 8101, 8201),
)
PLANAR = (2, 3012, 3013, 3014, 3015)
AXIAL = {4002: 50, 4004: 135, 5001: 50, 5003: 78.6, 6001: 50, 7001: 50, 7501: 57.4, 7503: 30}
AXIAL |= {9001: 50, 9101: 50, 9102: 47}
GRADIOMETERS = tuple(sorted(COILS.keys() - set(MAGNETOMETERS)))


@pytest.mark.parametrize("accuracy", ACCURACIES)
@pytest.mark.parametrize("kind", MAGNETOMETERS)
def test_a_magnetometer_reads_a_uniform_field_as_it_is(kind, accuracy):
    weights, _ = coil(kind, accuracy)
    # The tables keep four digits of a sixth, a ninth and a twenty-fourth.
    assert weights.sum() == pytest.approx(1, abs=1e-12 if kind < 8000 else 1e-3)


@pytest.mark.parametrize("accuracy", ACCURACIES)
@pytest.mark.parametrize("kind", GRADIOMETERS)
def test_a_gradiometer_does_not_see_a_uniform_field(kind, accuracy):
    weights, _ = coil(kind, accuracy)
    assert weights.sum() == pytest.approx(0, abs=1e-12)


@pytest.mark.parametrize("accuracy", ACCURACIES)
@pytest.mark.parametrize("kind", PLANAR)
def test_a_planar_gradiometer_reads_the_slope_along_x(kind, accuracy):
    weights, places = coil(kind, accuracy)
    # The tables keep six digits of the weights.
    assert weights @ places == pytest.approx([1, 0, 0], abs=1e-4)


@pytest.mark.parametrize("accuracy", ACCURACIES)
@pytest.mark.parametrize(("kind", "base"), AXIAL.items())
def test_an_axial_gradiometer_reads_the_difference_over_its_base(kind, base, accuracy):
    weights, places = coil(kind, accuracy)
    assert weights @ places == pytest.approx([0, 0, -base * 1e-3], abs=1e-9)


@pytest.mark.parametrize("accuracy", ACCURACIES)
@pytest.mark.parametrize(("kind", "base"), [(4005, 0.135), (5004, 0.0786)])
def test_a_sideways_gradiometer_reads_the_difference_along_x(kind, base, accuracy):
    weights, places = coil(kind, accuracy)
    assert weights @ places == pytest.approx([base, 0, 0], abs=1e-9)


@pytest.mark.parametrize(("kind", "sides"), [(8001, (3, 0.7, 0.7)), (8101, (3, 2, 2))])
def test_points_of_a_cell_fill_it(kind, sides):
    _, places = coil(kind)
    steps = np.array([6, 2, 2])
    extent = 1e3 * np.ptp(places, axis=0) * steps / (steps - 1)
    assert extent == pytest.approx(sides, rel=1e-3)
    assert len(places) == steps.prod()


@pytest.mark.parametrize(("kind", "side"), [(3022, 0.0258), (3024, 0.021)])
def test_points_of_a_square_coil_spread_as_its_area_does(kind, side):
    weights, places = coil(kind)
    # Sixteen equal squares' middles: the exact second moment less that within a square.
    assert weights @ places[:, 0] ** 2 == pytest.approx(side**2 / 12 * (1 - 1 / 16), rel=1e-3)


def test_points_of_a_round_coil_integrate_fourth_powers_exactly():
    weights, places = coil(4001)
    radius = 0.0115
    x = places[:, 0]
    assert weights @ x**4 == pytest.approx(radius**4 / 8, rel=1e-3)  # rounded to four digits


def test_an_accuracy_that_is_none_is_refused():
    with pytest.raises(InputError, match="accuracy must be one of 0, 1, 2"):
        coil(3012, 3)
