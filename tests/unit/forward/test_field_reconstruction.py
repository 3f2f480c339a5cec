"""Reconstruction after projections."""

import numpy as np
import pytest

from leadfield.forward.field_reconstruction import reconstruction
from leadfield.recording.projection import FIELD, Projection
from leadfield.recording.projector import make_projector

CENTRE = np.array([0.0, 0.0, 0.04])


@pytest.fixture
def projection(head_info):
    rows = head_info.channels.of_type("mag")
    names = tuple(head_info.names[i] for i in rows)
    vectors = np.full((1, len(names)), len(names) ** -0.5)
    return Projection(
        description="noise", kind=FIELD, active=True, channel_names=names, vectors=vectors
    )


def test_only_types_that_were_projected_are_mapped(head_info, projection):
    plan = reconstruction(
        head_info.with_projections((projection,)), [projection], CENTRE, mode="fast"
    )
    assert [head_info.names[i] for i in plan.replaced] == [
        name for name in head_info.names[:20] if name not in head_info.bads
    ]
    assert not len(reconstruction(head_info, [], CENTRE, mode="fast").replaced)


def test_what_is_mapped_once_stays(head_info, projection):
    info = head_info.with_projections((projection,))
    plan = reconstruction(info, [projection], CENTRE, mode="accurate")
    projector = make_projector(info.projections, info.names, info.bads).matrix
    data = projector @ np.random.default_rng(2).normal(size=(len(info.names), 4))
    once = plan.apply(data)
    twice = plan.apply(projector @ once)
    np.testing.assert_allclose(twice, once, rtol=0, atol=1e-6 * np.abs(once).max())
