"""make_forward_solution takes values or files, and refuses what does not fit."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.api.forward.conductors import (
    make_bem_solution,
    make_sphere_model,
    write_bem_solution,
)
from leadfield.api.forward.forward import Forward, read_forward_solution, write_forward_solution
from leadfield.api.forward.make import make_forward_solution
from leadfield.api.recording.info import Info
from leadfield.api.recording.transforms import CoordinateTransform, write_trans
from leadfield.api.sources.source_spaces import SourceSpaces, write_source_spaces
from leadfield.base.errors import (
    ArgumentTypeError,
    ChannelError,
    DataError,
    InputError,
    MismatchError,
    MissingFileError,
    StateError,
)
from leadfield.fif.kinds import Block
from leadfield.fif.writer import writing
from leadfield.numerics.mesh_sphere import icosahedron
from leadfield.recording.channels import Channels
from leadfield.recording.fif.info import write_info
from leadfield.recording.frames import Frame, Transform
from leadfield.recording.info import MeasurementInfo
from leadfield.sources.space import Sources, SourceSpace, SpaceKind

SHIFT = np.eye(4)
SHIFT[:3, 3] = 0, 0, -0.04
HEIGHTS = np.array([0.01, 0.03, 0.05, 0.078, 0.2])  # over the MRI's origin


@pytest.fixture
def trans():
    return CoordinateTransform("head", "mri", SHIFT)


@pytest.fixture
def info():
    """A magnetometer on each side and on top, an electrode on the forehead and on top."""
    coils = np.zeros((3, 12))
    coils[:, :3] = [[0.11, 0, 0.04], [-0.11, 0, 0.04], [0, 0, 0.15]]
    coils[:, 3:] = [[0, 1, 0, 0, 0, 1, 1, 0, 0], [0, 0, 1, 0, 1, 0, -1, 0, 0], np.eye(3).ravel()]
    electrodes = np.zeros((2, 12))
    electrodes[:, :3] = [[0, 0.09, 0.04], [0, 0, 0.13]]
    channels = Channels(
        names=("MEG 1", "MEG 2", "MEG 3", "EEG 1", "EEG 2"),
        kinds=[1, 1, 1, 2, 2],
        coil_types=[3024, 3024, 3024, 1, 1],
        units=[112, 112, 112, 107, 107],
        unit_multipliers=[0] * 5,
        cals=[1.0] * 5,
        ranges=[1.0] * 5,
        locations=np.concatenate([coils, electrodes]),
        frames=[Frame.DEVICE] * 3 + [Frame.HEAD] * 2,
    )
    placed = Transform(source=Frame.DEVICE, target=Frame.HEAD, matrix=np.eye(4))
    return Info(
        MeasurementInfo(channels=channels, sampling_rate=100.0, lowpass=50, device_to_head=placed)
    )


@pytest.fixture
def src():
    places = np.stack([0 * HEIGHTS + 0.01, 0 * HEIGHTS, HEIGHTS], axis=1)
    space = SourceSpace(
        kind=SpaceKind.DISCRETE,
        positions=places,
        normals=np.tile([0.0, 0.0, 1.0], (5, 1)),
        vertices=np.arange(5),
        frame=Frame.MRI,
    )
    return SourceSpaces(Sources(spaces=(space,)))


@pytest.fixture(scope="module")
def sphere():
    return make_sphere_model((0, 0, 0.04), 0.09, verbose=False)


@pytest.fixture(scope="module")
def bem():
    rr, tris = icosahedron(2)
    surfs = [
        {"id": kind, "rr": size * rr, "tris": tris, "sigma": sigma}
        for kind, size, sigma in ((4, 0.09, 0.3), (3, 0.08, 0.006), (1, 0.07, 0.3))
    ]
    return make_bem_solution(surfs, verbose=False)


def test_a_forward_solution_has_the_field_s_keys(info, trans, src, sphere):
    fwd = make_forward_solution(info, trans, src, sphere)
    assert isinstance(fwd, Forward)
    assert fwd["sol"]["data"].shape == (5, 12)
    assert fwd["sol"]["row_names"] == info["ch_names"]
    assert fwd["nsource"] == 4
    assert fwd["source_rr"][0] == pytest.approx([0.01, 0, 0.05])
    assert fwd["coord_frame"] == 4
    assert fwd["mri_head_t"]["trans"] == pytest.approx(np.linalg.inv(SHIFT))


def test_meg_or_eeg_alone_can_be_asked_for(info, trans, src, sphere):
    whole = make_forward_solution(info, trans, src, sphere)["sol"]["data"]
    meg = make_forward_solution(info, trans, src, sphere, eeg=False)["sol"]["data"]
    eeg = make_forward_solution(info, trans, src, sphere, meg=False)["sol"]["data"]
    assert np.array_equal(np.concatenate([meg, eeg]), whole)


def test_a_boundary_element_model_gives_nearly_what_the_sphere_does(info, trans, src, bem):
    exact = make_sphere_model(
        (0, 0, 0.04), 0.09, relative_radii=(7 / 9, 8 / 9, 1), sigmas=(0.3, 0.006, 0.3)
    )
    kept = make_forward_solution(info, trans, src, bem, mindist=15)["sol"]["data"]
    wanted = make_forward_solution(info, trans, src, exact, mindist=15)["sol"]["data"]
    assert kept.shape == wanted.shape
    for rows in (slice(0, 3), slice(3, 5)):
        gap = np.linalg.norm(kept[rows] - wanted[rows]) / np.linalg.norm(wanted[rows])
        assert gap < 0.15  # 162 vertices a shell are coarse


def test_sources_near_the_skull_are_left_out(info, trans, src, sphere):
    fwd = make_forward_solution(info, trans, src, sphere, mindist=5.0)
    assert fwd["src"][0]["vertno"].tolist() == [0, 1, 2]


def test_everything_may_come_as_files(info, trans, src, bem, tmp_path):
    write_trans(tmp_path / "some-trans.fif", trans)
    write_source_spaces(tmp_path / "some-src.fif", src)
    write_bem_solution(tmp_path / "some-bem-sol.fif", bem)
    with writing(tmp_path / "some-info.fif") as writer, writer.block(Block.MEAS):
        write_info(writer, info.value)
    paths = [tmp_path / f"some-{x}.fif" for x in ("info", "trans", "src", "bem-sol")]
    found = make_forward_solution(*map(str, paths))
    wanted = make_forward_solution(info, trans, src, bem)
    scale = np.abs(wanted["sol"]["data"]).max(axis=1, keepdims=True)
    assert found["sol"]["data"] / scale == pytest.approx(wanted["sol"]["data"] / scale, abs=1e-5)


def test_the_transform_may_come_either_way_round(info, trans, src, sphere):
    back = CoordinateTransform("mri", "head", np.linalg.inv(SHIFT))
    found = make_forward_solution(info, back, src, sphere)
    wanted = make_forward_solution(info, trans, src, sphere)
    assert found["sol"]["data"] == pytest.approx(wanted["sol"]["data"], rel=1e-12)


def test_without_a_transform_mri_and_head_are_the_same(info, src):
    fwd = make_forward_solution(info, None, src, make_sphere_model((0, 0, 0), 0.09))
    assert fwd["source_rr"][0] == pytest.approx([0.01, 0, 0.01])


def test_a_forward_solution_comes_back_from_a_file(info, trans, src, sphere, tmp_path):
    fwd = make_forward_solution(info, trans, src, sphere)
    write_forward_solution(tmp_path / "some-fwd.fif", fwd)
    found = read_forward_solution(tmp_path / "some-fwd.fif")
    assert found["sol"]["data"] == pytest.approx(fwd["sol"]["data"], rel=1e-6)
    assert found["source_rr"] == pytest.approx(fwd["source_rr"], abs=1e-7)


def test_a_transform_that_leads_elsewhere_is_refused(info, src, sphere):
    device = CoordinateTransform("meg", "head", SHIFT)
    with pytest.raises(MismatchError, match="between head and MRI coordinates, got one from DEV"):
        make_forward_solution(info, device, src, sphere)


def test_a_transform_file_that_is_not_there_is_an_error(info, src, sphere):
    with pytest.raises(MissingFileError, match="some-trans"):
        make_forward_solution(info, "some-trans.fif", src, sphere)


def test_a_head_in_the_wrong_place_is_an_error(info, src, sphere):
    away = np.eye(4)
    away[:3, 3] = 0.3, 0, 0
    with pytest.raises(DataError, match="5 of 5 outside"):
        make_forward_solution(info, CoordinateTransform("head", "mri", away), src, sphere)


def test_sensors_inside_the_head_are_an_error_a_warning_or_nothing(info, trans, src):
    large = make_sphere_model((0, 0, 0.04), 0.12)
    with pytest.raises(MismatchError, match="3 of 3 inside"):
        make_forward_solution(info, trans, src, large)
    with pytest.warns(RuntimeWarning, match="3 of 3 inside"):
        make_forward_solution(info, trans, src, large, on_inside="warn")
    make_forward_solution(info, trans, src, large, on_inside="ignore")


def test_eeg_on_a_sphere_without_shells_is_refused(info, trans, src):
    with pytest.raises(StateError, match="leave EEG out"):
        make_forward_solution(info, trans, src, make_sphere_model(head_radius=None))


def test_meg_without_a_place_on_the_head_is_refused(info, trans, src, sphere):
    lost = Info(replace(info.value, device_to_head=None))
    with pytest.raises(MismatchError, match="dev_head_t"):
        make_forward_solution(lost, trans, src, sphere)


def test_asking_for_no_channels_is_refused(info, trans, src, sphere):
    with pytest.raises(ChannelError, match="no channels were asked for"):
        make_forward_solution(info, trans, src, sphere, meg=False, eeg=False)


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        ({"mindist": -1}, "mindist must be at least 0"),
        ({"mindist": "5"}, "mindist must be a number"),
        ({"mindist": np.nan}, "mindist must be at least 0"),
        ({"on_inside": "shout"}, "on_inside must be one of"),
    ],
)
def test_options_that_cannot_be_are_refused(info, trans, src, sphere, options, problem):
    with pytest.raises((InputError, ArgumentTypeError), match=problem):
        make_forward_solution(info, trans, src, sphere, **options)


@pytest.mark.parametrize("place", range(4))
def test_values_of_another_type_are_refused(info, trans, src, sphere, place):
    given = [info, trans, src, sphere]
    given[place] = 3
    with pytest.raises(ArgumentTypeError):
        make_forward_solution(*given)
