"""Spatial filters of minimum-norm kernels: orientations and labels."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.base.errors import InputError, MismatchError
from leadfield.estimates.minimum_norm import minimum_norm_filter
from leadfield.estimates.spatial_filter import (
    localize_evoked,
)
from leadfield.inverse.kernel import prepare_kernel
from leadfield.labels.label import CorticalLabel

EVERY = [(0.0, None), (0.0, "vector"), (0.3, None), (0.3, "normal"), (1.0, "vector")]


class TestOrientations:
    @pytest.mark.parametrize(("loose", "orientation"), EVERY)
    def test_make_as_many_numbers_as_they_say(
        self, little_inverse, loose, orientation, make_kernel, make_evoked
    ):
        made = little_inverse(loose=loose)
        spatial_filter = minimum_norm_filter(make_kernel(made), pick_ori=orientation)
        data, axes = localize_evoked(spatial_filter, make_evoked(made))
        assert data.shape == ((9, 3, 5) if orientation == "vector" else (9, 5))
        assert axes.vector == (orientation == "vector")
        assert axes.subject == "ann"
        np.testing.assert_allclose(axes.times(5), [-0.01, 0, 0.01, 0.02, 0.03], atol=1e-12)

    def test_of_fixed_sources_have_a_sign(self, little_inverse, make_kernel, make_evoked):
        made = little_inverse(loose=0.0)
        data, _ = localize_evoked(minimum_norm_filter(make_kernel(made)), make_evoked(made))
        assert (data < 0).any()

    def test_of_fixed_sources_lie_along_their_normals(
        self, little_inverse, make_kernel, make_evoked
    ):
        made = little_inverse(loose=0.0)
        both = [
            localize_evoked(minimum_norm_filter(make_kernel(made), pick_ori=o), make_evoked(made))[
                0
            ]
            for o in (None, "vector")
        ]
        normals = made.model.orientations
        np.testing.assert_allclose(both[1], normals[:, :, None] * both[0][:, None], atol=1e-14)

    def test_that_are_x_y_and_z_are_turned_to_the_normal(self, little_inverse, make_evoked):
        made = little_inverse(loose=1.0)
        turned = made.model.orientations.reshape(-1, 3, 3)
        upright = np.tile(np.eye(3), (len(turned), 1))
        leads = made.model.leads.reshape(len(turned), 3, -1)
        leads = (turned.swapaxes(1, 2) @ leads).reshape(made.model.leads.shape)
        model = replace(made.model, orientations=upright, leads=leads)
        kernel = prepare_kernel(model, nave=2, lambda2=0.1, method="MNE")
        vectors, normal = (
            localize_evoked(minimum_norm_filter(kernel, pick_ori=o), make_evoked(made))[0]
            for o in ("vector", "normal")
        )
        normals = model.sources.normals
        np.testing.assert_allclose(normal, np.einsum("ik,ikt->it", normals, vectors), atol=1e-12)

    @pytest.mark.parametrize(
        ("options", "orientation", "words"),
        [
            ({"loose": 0.0}, "normal", "needs an operator of loose or free orientations"),
            ({"kind": "volume"}, "normal", "got a volume source space"),
            ({"kind": "mixed"}, "normal", "got a mixed source space"),
            ({}, "tangent", "pick_ori must be one of None, 'normal', 'vector', got 'tangent'"),
        ],
    )
    def test_that_there_are_not_are_refused(
        self, little_inverse, options, orientation, words, make_kernel
    ):
        made = little_inverse(**options)
        with pytest.raises(InputError, match=words):
            minimum_norm_filter(make_kernel(made), pick_ori=orientation)


def region(vertices=(1, 2, 5), hemisphere="rh", subject="ann"):
    n = len(vertices)
    return CorticalLabel(
        vertices=np.array(vertices),
        positions=np.zeros((n, 3)),
        values=np.ones(n),
        hemisphere=hemisphere,
        name="some",
        subject=subject,
    )


class TestLabels:
    @pytest.mark.parametrize(("loose", "orientation"), EVERY)
    @pytest.mark.parametrize("method", ["dSPM", "eLORETA"])
    def test_take_their_sources_alone(
        self, little_inverse, method, loose, orientation, make_kernel, make_evoked
    ):
        made = little_inverse(loose=loose)
        part, every = (
            localize_evoked(
                minimum_norm_filter(make_kernel(made, method), pick_ori=orientation, label=label),
                make_evoked(made),
            )
            for label in (region(), None)
        )
        assert [v.tolist() for v in part[1].vertices] == [[], [1, 5]]
        np.testing.assert_allclose(part[0], every[0][[4, 6]], rtol=1e-12)

    @pytest.mark.parametrize(
        ("changes", "words"),
        [
            ({"vertices": [0, 2]}, r"holds none of 9: is it of this hemisphere \(rh\)"),
            ({"subject": "ben"}, "must be of one subject, got 'ben' and 'ann'"),
            ({"hemisphere": "left"}, "hemi must be one of 'lh', 'rh', got 'left'"),
        ],
    )
    def test_that_do_not_fit_are_refused(self, little_inverse, changes, words, make_kernel):
        made = little_inverse()
        with pytest.raises(InputError, match=words):
            minimum_norm_filter(make_kernel(made), label=region(**changes))

    def test_of_a_volume_are_refused(self, little_inverse, make_kernel):
        made = little_inverse(kind="volume")
        with pytest.raises(MismatchError, match="only sources in a volume"):
            minimum_norm_filter(make_kernel(made), label=region())
