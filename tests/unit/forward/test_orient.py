"""Turning lead fields: axes, normals, and back."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.base.errors import InputError
from leadfield.forward.model import ForwardModel, cartesian_axes
from leadfield.forward.orient import convert_orientations, source_axes, tangents_and_normals
from leadfield.forward.restrict import pick_forward_channels, restrict_to_vertices
from leadfield.recording.frames import Frame, Transform
from leadfield.sources.space import LEFT, Sources, SourceSpace, SpaceKind, VolumeGrid

RNG = np.random.default_rng(4)
TURN = {"surface_oriented": True, "fixed": False, "use_cps": True}
FIX = {"surface_oriented": False, "fixed": True, "use_cps": True}
BACK = {"surface_oriented": False, "fixed": False, "use_cps": True}


def unit(n):
    x = RNG.standard_normal((n, 3))
    return x / np.linalg.norm(x, axis=1, keepdims=True)


def space(kind, n):
    return SourceSpace(
        kind=kind,
        positions=RNG.random((n, 3)),
        normals=unit(n),
        vertices=np.arange(0, n, 2),
        frame=Frame.HEAD,
        surface=LEFT if kind is SpaceKind.SURFACE else -1,
        nearest=np.arange(n) // 2 * 2 if kind is SpaceKind.SURFACE else None,
        grid=VolumeGrid(shape=(n, 1, 1)) if kind is SpaceKind.VOLUME else None,
    )


@pytest.fixture
def make(head_info):
    """A random free model over source spaces of the kinds given."""

    def make(*kinds):
        sources = Sources(spaces=tuple(space(kind, 10) for kind in kinds))
        n = 3 * sources.n_sources
        shape = (len(head_info.channels), n)
        return ForwardModel(
            info=head_info,
            leadfield=RNG.standard_normal(shape).astype(np.float32),
            gradient=RNG.standard_normal((*shape, 3)),
            sources=sources,
            free=True,
            surface_oriented=False,
            orientations=cartesian_axes(sources.n_sources),
            mri_to_head=Transform(source=Frame.MRI, target=Frame.HEAD, matrix=np.eye(4)),
        )

    return make


@pytest.fixture
def model(make):
    return make(SpaceKind.SURFACE)


def moments(model, amplitudes):
    """What sensors see of the same dipoles, whatever the model's axes."""
    strengths = np.einsum("ni,ni->n", model.orientations, np.repeat(amplitudes, 3, axis=0))
    return model.leadfield @ strengths


def test_axes_are_right_angled_and_end_in_the_normal():
    normals = np.concatenate([unit(50), np.eye(3), -np.eye(3)])
    turned = tangents_and_normals(normals)
    np.testing.assert_allclose(turned @ turned.transpose(0, 2, 1), [np.eye(3)] * 56, atol=1e-14)
    np.testing.assert_allclose(turned[:, 2], normals, atol=1e-14)


def test_a_dipole_looks_the_same_in_turned_axes(model):
    dipoles = RNG.standard_normal((model.sources.n_sources, 3))
    turned = convert_orientations(model, **TURN)
    np.testing.assert_allclose(moments(turned, dipoles), moments(model, dipoles), atol=1e-12)


def test_fixing_keeps_the_column_along_the_normal(model):
    fixed, turned = convert_orientations(model, **FIX), convert_orientations(model, **TURN)
    np.testing.assert_allclose(fixed.leadfield, turned.leadfield[:, 2::3], atol=1e-14)
    np.testing.assert_allclose(fixed.orientations, turned.orientations[2::3], atol=1e-14)
    np.testing.assert_allclose(fixed.gradient, turned.gradient[:, 2::3], atol=1e-14)


def test_gradients_turn_with_their_columns(model):
    # A lead field whose change along each coordinate is itself.
    same = np.repeat(model.leadfield[:, :, None].astype(float), 3, axis=2)
    turned = convert_orientations(replace(model, gradient=same), **TURN)
    for change in turned.gradient.transpose(2, 0, 1):
        np.testing.assert_allclose(change, turned.leadfield, atol=1e-14)


def test_every_conversion_starts_from_the_model_as_it_was(model):
    fixed = convert_orientations(model, **FIX)
    assert convert_orientations(fixed, **BACK) is model
    np.testing.assert_array_equal(
        convert_orientations(fixed, **TURN).leadfield, convert_orientations(model, **TURN).leadfield
    )


def test_what_was_made_fixed_stays_so(model):
    born_fixed = replace(convert_orientations(model, **FIX), origin=None)
    assert convert_orientations(born_fixed, **TURN) is born_fixed


def test_volumes_keep_x_y_and_z(make):
    model = make(SpaceKind.SURFACE, SpaceKind.VOLUME)
    turned = source_axes(model.sources, use_cps=True)
    np.testing.assert_array_equal(turned[5:], np.tile(np.eye(3), (5, 1, 1)))
    assert not np.allclose(turned[:5], np.eye(3))


def test_volumes_cannot_be_fixed(make):
    with pytest.raises(InputError, match="volume source space: use free orientations"):
        convert_orientations(make(SpaceKind.SURFACE, SpaceKind.VOLUME), **FIX)


def test_dipoles_are_fixed_to_their_normals(make):
    model = make(SpaceKind.DISCRETE)
    np.testing.assert_array_equal(
        convert_orientations(model, **FIX).orientations, model.sources.normals
    )


def test_picking_and_restricting_reach_what_the_model_was(model):
    turned = convert_orientations(model, **TURN)
    names = turned.channels.names[2:5]
    picked = pick_forward_channels(turned, names)
    np.testing.assert_array_equal(
        convert_orientations(picked, **BACK).leadfield, model.leadfield[2:5]
    )
    few = restrict_to_vertices(turned, [np.array([4, 8])])
    columns = [6, 7, 8, 12, 13, 14]
    np.testing.assert_array_equal(
        convert_orientations(few, **BACK).leadfield, model.leadfield[:, columns]
    )
    np.testing.assert_allclose(
        convert_orientations(few, **TURN).leadfield, turned.leadfield[:, columns], atol=1e-14
    )


def test_sources_that_are_not_there_are_told_of(model):
    wanted = [np.array([3, 4])]
    with pytest.raises(InputError, match="all 2 sources asked for, it has 1"):
        restrict_to_vertices(model, wanted)
    with pytest.warns(RuntimeWarning, match="it has 1"):
        restrict_to_vertices(model, wanted, on_missing="warn")
    assert restrict_to_vertices(model, wanted, on_missing="ignore").sources.n_sources == 1


@pytest.mark.parametrize(
    ("vertices", "words"),
    [([], "each of 1 source spaces, got 0"), ([np.array([3])], "at least one source")],
)
def test_at_least_one_source_of_the_right_spaces_must_stay(model, vertices, words):
    with pytest.raises(InputError, match=words):
        restrict_to_vertices(model, vertices, on_missing="ignore")


def test_at_least_one_channel_must_stay(model):
    with pytest.raises(InputError, match="must stay, got none"):
        pick_forward_channels(model, exclude=list(model.channels.names))
    with pytest.raises(InputError, match="'nobody' are not"):
        pick_forward_channels(model, ["nobody"])
