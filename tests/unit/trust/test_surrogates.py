"""Surrogate sources: fields of displaced patches, read off the lead field around."""

import numpy as np
import pytest

from leadfield.trust import surrogates
from leadfield.trust.scan import white_leads
from leadfield.trust.surrogates import surrogate_fields


@pytest.fixture
def model(round_head):
    return round_head.inverses[1.0].value


def fields(model, chosen, registration, seed=0):
    return surrogate_fields(
        model.sources,
        white_leads(model),
        model.orientations,
        np.asarray(chosen),
        registration=registration,
        rng=np.random.default_rng(seed),
    )


def test_without_error_they_are_near_the_source_along_its_normal(model):
    chosen = np.arange(0, model.sources.n_sources, 20)
    leads = white_leads(model).reshape(-1, 3, model.singular_values.size)
    axes = model.orientations.reshape(-1, 3, 3)[chosen]
    normals = np.einsum("nij,nj->ni", axes, model.sources.normals[chosen])
    own = np.einsum("ni,nik->nk", normals, leads[chosen])
    own /= np.linalg.norm(own, axis=1, keepdims=True)
    likeness = np.einsum("nk,nk->n", own, fields(model, chosen, 0.0))
    assert np.median(likeness) > 0.9
    np.testing.assert_allclose(np.linalg.norm(fields(model, chosen, 0.0), axis=1), 1)


def test_a_larger_error_moves_them_further(model):
    chosen = np.arange(0, model.sources.n_sources, 20)
    still = fields(model, chosen, 0.0)
    away = [np.median(1 - (still * fields(model, chosen, e)).sum(axis=1)) for e in (1e-3, 4e-3)]
    assert 0 < away[0] < away[1]


@pytest.mark.parametrize("directions", [3, 1])
def test_a_lead_field_that_is_linear_in_place_and_direction_is_reproduced(
    model, directions, monkeypatch
):
    monkeypatch.setattr(surrogates, "RIDGE", 1e-12)
    rng = np.random.default_rng(3)
    sources = model.sources
    slopes, level = rng.standard_normal((9, 5)), rng.standard_normal((3, 5))
    orientations = rng.standard_normal((sources.n_sources, directions, 3))

    def field(places, along):
        products = (along[..., :, None] * places[..., None, :]).reshape(*along.shape[:-1], 9)
        return along @ level + products @ slopes

    leads = field(sources.positions[:, None] * np.ones((1, directions, 1)), orientations)
    found = surrogate_fields(
        sources,
        leads,
        orientations.reshape(-1, 3),
        np.array([7, 700]),
        registration=0.0,
        rng=rng,
    )
    for row, source in enumerate([7, 700]):
        left = sources.spaces[0].n_sources
        space = sources.spaces[source >= left]
        vertex = space.vertices[source - left * (source >= left)]
        near = np.linalg.norm(space.positions - space.positions[vertex], axis=1) < surrogates.PATCH
        near &= space.normals @ space.normals[vertex] > surrogates.FACING
        normals = space.normals[near]
        places = space.positions[near] + surrogates.OUTWARD * normals
        expected = field(places, normals).mean(axis=0)
        np.testing.assert_allclose(found[row], expected / np.linalg.norm(expected), atol=1e-4)


def test_outside_the_cortex_a_surrogate_is_a_point_of_any_orientation(little_inverse):
    made = little_inverse(1, n=40, kind="volume")
    found = fields(made.model, [3, 3, 3], 0.0)
    assert np.isfinite(found).all()
    assert np.abs(found[0] @ found[1]) < 0.999
