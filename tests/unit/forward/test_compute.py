"""The forward model puts the conductor's answers where channels and sources say."""

import numpy as np
import pytest

from leadfield.base.errors import DataError
from leadfield.fif.reader import FifFile
from leadfield.forward.bem import solve_bem
from leadfield.forward.compute import compute_forward
from leadfield.forward.equivalent_dipoles import make_sphere_with_shells, make_sphere_without_shells
from leadfield.forward.fif.read_forward import read_forward
from leadfield.forward.fif.write_forward import write_forward
from leadfield.forward.inside_head import restrict_to_inner_skull
from leadfield.forward.sensor_array import make_sensor_array
from leadfield.recording.frames import Frame, Transform

POINTS = np.array([[0.0, 0.01, 0.07], [0.03, -0.02, 0.05], [-0.04, 0.0, 0.06]])


@pytest.fixture
def sphere():
    return make_sphere_with_shells(
        (0, 0, 0.04),
        0.09,
        relative_radii=(0.75 / 0.9, 0.8 / 0.9, 1),
        conductivities=(0.3, 0.006, 0.3),
    )


@pytest.fixture
def array(head_info):
    return make_sensor_array(head_info, meg=True, eeg=True, use_references=True)


@pytest.fixture
def model(array, make_sources, sphere, mri_to_head):
    return compute_forward(array, make_sources(POINTS), sphere, mri_to_head)


def test_rows_are_the_conductor_s_answers(model, array, sphere):
    assert np.array_equal(model.leadfield[:20], sphere.magnetic(array.meg, POINTS))
    assert np.array_equal(model.leadfield[20:], sphere.electric(array.eeg, POINTS))


def test_the_model_is_free_and_in_the_head_frame(model):
    assert model.free
    assert not model.surface_oriented
    assert model.frame == Frame.HEAD
    assert np.array_equal(model.orientations, np.tile(np.eye(3), (3, 1)))


def test_a_model_in_the_mri_frame_gives_the_lead_field_of_the_head_frame(
    array, model, make_sources, make_shells, mri_to_head
):
    # The shells are around the MRI's origin: put the head there.
    shift = Transform(
        source=Frame.MRI, target=Frame.HEAD, matrix=np.array(mri_to_head.matrix)
    ).matrix.copy()
    shift[:3, 3] = 0, 0, 0.04
    turned = Transform(source=Frame.MRI, target=Frame.HEAD, matrix=shift)
    bem = solve_bem(make_shells((0.09, 0.08, 0.075), (0.3, 0.006, 0.3)))
    found = compute_forward(array, make_sources(POINTS), bem, turned)
    for rows, most in ((slice(0, 20), 0.1), (slice(20, 28), 0.2)):
        wanted = model.leadfield[rows]
        gap = np.linalg.norm(found.leadfield[rows] - wanted) / np.linalg.norm(wanted)
        assert gap < most  # 162 vertices are coarse, a wrong axis would be 100 %


def test_a_sensor_at_a_source_is_an_error_not_an_infinite_number(
    head_info, make_sources, mri_to_head
):
    array = make_sensor_array(head_info, meg=True, eeg=False, use_references=True)
    at_coil = make_sources(array.meg.points[:1])
    with pytest.raises(DataError, match="lead field must be finite"):
        compute_forward(array, at_coil, make_sphere_without_shells((0, 0, 0.04)), mri_to_head)


def test_the_transform_may_come_either_way_round(array, make_sources, sphere, mri_to_head, model):
    back = mri_to_head.inverse()
    sources = restrict_to_inner_skull(make_sources(POINTS), sphere, back, margin=0.0)
    found = compute_forward(array, sources, sphere, back)
    assert np.array_equal(found.leadfield, model.leadfield)
    assert found.mri_to_head.same_as(mri_to_head)


def test_a_written_model_comes_back(model, tmp_path):
    path = tmp_path / "some-fwd.fif"
    write_forward(path, model, overwrite=False)
    with FifFile(path) as fif:
        found = read_forward(fif)
    assert found.leadfield == pytest.approx(model.leadfield, rel=1e-6)
    assert found.sources.positions == pytest.approx(POINTS, abs=1e-7)
    assert found.info.names == model.info.names
    assert found.info.bads == model.info.bads
    assert found.free
    assert not found.surface_oriented
