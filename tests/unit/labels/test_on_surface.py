"""Labels on surfaces: triangles, area, the way out."""

import numpy as np
import pytest

from leadfield.base.errors import InputError
from leadfield.labels.on_surface import (
    distances_outside,
    label_area,
    triangles_between,
    triangles_with_all,
)


def test_triangles_inside_have_all_corners_there(sheet):
    inside = triangles_between(sheet.triangles, np.array([0, 1, 6, 7, 20]))
    assert inside.tolist() == [[0, 1, 6], [1, 7, 6]]


def test_a_vertex_of_no_triangle_gets_one_without_area(sheet):
    every = triangles_with_all(sheet.triangles, np.array([0, 1, 6, 20]))
    assert every.tolist() == [[0, 1, 6], [20, 20, 20]]


def test_the_area_is_that_of_the_triangles_inside(sheet, on_sheet):
    square = on_sheet([0, 1, 2, 6, 7, 8, 12, 13, 14])
    assert label_area(square, sheet) == pytest.approx(4e-6)


def test_a_label_without_triangles_has_no_area_and_says_so(sheet, on_sheet):
    with pytest.warns(RuntimeWarning, match="fill it"):
        assert label_area(on_sheet([0, 14, 28]), sheet) == 0


def test_the_way_out_leads_along_edges_to_the_nearest_vertex_outside(sheet, on_sheet):
    left_half = on_sheet(np.flatnonzero(np.arange(36) % 6 < 3))
    away, outside = distances_outside(left_half, sheet)
    np.testing.assert_allclose(away, 1e-3 * (3 - left_half.vertices % 6))
    assert set(outside % 6) == {3}


def test_nothing_leads_out_of_everything(sheet, on_sheet):
    with pytest.raises(InputError, match="is it the hemisphere"):
        distances_outside(on_sheet(np.arange(36)), sheet)
