"""Dipole moments: lengths, components and directions."""

import numpy as np
import pytest

from leadfield.base.errors import MismatchError
from leadfield.estimates.directions import moment_lengths, principal_directions, project_moments


class TestMoments:
    moments = np.random.default_rng(0).standard_normal((2, 3, 8))

    def test_have_lengths(self):
        np.testing.assert_allclose(
            moment_lengths(self.moments), np.linalg.norm(self.moments, axis=1)
        )

    def test_have_components(self):
        components = project_moments(self.moments, np.array([[1.0, 0, 0], [0, 0, 2]]))
        np.testing.assert_allclose(components[1], 2 * self.moments[1, 2])

    def test_have_a_direction_of_most_power(self):
        lines = principal_directions(self.moments, None)
        most = np.linalg.norm(project_moments(self.moments, lines), axis=1)
        largest = np.linalg.svd(self.moments, compute_uv=False)[:, 0]
        np.testing.assert_allclose(most, largest)
        assert (project_moments(self.moments, lines).sum(axis=1) > 0).all()

    def test_point_along_normals_where_there_are_some(self):
        normals = -principal_directions(self.moments, None)
        np.testing.assert_allclose(principal_directions(self.moments, normals), normals)

    def test_that_are_complex_have_real_directions(self):
        turned = self.moments * np.exp(0.3j)
        np.testing.assert_allclose(
            np.abs(principal_directions(turned, None)),
            np.abs(principal_directions(self.moments, None)),
        )

    def test_need_a_direction_each(self):
        with pytest.raises(MismatchError, match=r"shape \(2, 3\)"):
            project_moments(self.moments, np.ones((1, 3)))
