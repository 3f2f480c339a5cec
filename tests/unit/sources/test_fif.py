"""Source spaces in files: what comes back, and what is refused."""

from dataclasses import fields, replace

import numpy as np
import pytest
import scipy

from leadfield.base.errors import FormatError
from leadfield.fif.kinds import Block, Kind
from leadfield.fif.reader import FifFile
from leadfield.fif.writer import writing
from leadfield.recording.frames import Frame, Transform
from leadfield.sources.fif import read_sources, write_sources
from leadfield.sources.space import LEFT, RIGHT, Sources, SourceSpace, SpaceKind, VolumeGrid

RNG = np.random.default_rng(0)


def surface(side):
    distances = scipy.sparse.csr_array(np.array([[0, 0.25, 0], [0.25, 0, 0.5], [0, 0.5, 0]]))
    return SourceSpace(
        kind=SpaceKind.SURFACE,
        positions=np.float32(RNG.random((3, 3)) + (side == RIGHT))
        * [1 if side == RIGHT else -1, 1, 1],
        normals=np.float32(RNG.standard_normal((3, 3))),
        vertices=np.array([0, 2]),
        surface=side,
        triangles=np.array([[0, 1, 2]]),
        used_triangles=np.array([[2, 1, 0]]),
        nearest=np.array([0, 0, 2]),
        nearest_distances=np.float32([0, 0.3, 0]),
        distances=distances,
        distance_limit=0.75,
        subject="ann",
    )


def volume():
    def way(source, target):
        matrix = np.eye(4)
        matrix[:3, 3] = np.float32(RNG.random(3))
        return Transform(source=source, target=target, matrix=matrix)

    grid = VolumeGrid(
        shape=(1, 2, 1),
        neighbours=np.where(RNG.random((2, 26)) < 0.5, -1, 1),
        grid_to_mri=way(Frame.MRI_VOXEL, Frame.MRI),
        voxel_to_mri=way(Frame.MRI_VOXEL, Frame.MRI),
        mri_to_ras=way(Frame.MRI, Frame.RAS),
        interpolator=scipy.sparse.csr_array(np.float32(np.eye(8, 2))),
        mri_file="T1.mgz",
        mri_shape=(2, 2, 2),
        volume_file="aseg.mgz",
        segment="Left-Amygdala",
    )
    return SourceSpace(
        kind=SpaceKind.VOLUME,
        positions=np.float32(RNG.random((2, 3))),
        normals=np.tile([0, 0, 1.0], (2, 1)),
        vertices=np.array([1]),
        grid=grid,
    )


def dipoles():
    return SourceSpace(
        kind=SpaceKind.DISCRETE,
        positions=np.float32(RNG.random((4, 3))),
        normals=np.float32(RNG.random((4, 3))),
        vertices=np.arange(4),
    )


def assert_same(found, wanted):
    for field in fields(wanted):
        a, b = getattr(found, field.name), getattr(wanted, field.name)
        if isinstance(b, VolumeGrid | Transform):
            assert_same(a, b)
        elif scipy.sparse.issparse(b):
            assert abs(a - b).max() == 0, field.name
        elif isinstance(b, np.ndarray):
            np.testing.assert_array_equal(a, b, err_msg=field.name)
        else:
            assert a == b, field.name


def written(folder, sources):
    path = folder / "a-src.fif"
    with writing(path) as writer, writer.block(Block.MNE):
        write_sources(writer, sources)
    with FifFile(path) as fif:
        return read_sources(fif)


@pytest.mark.parametrize(
    "spaces",
    [(surface(LEFT), surface(RIGHT)), (volume(),), (dipoles(),), (surface(LEFT), volume())],
    ids=["surfaces", "volume", "dipoles", "mixed"],
)
def test_all_that_is_written_comes_back(tmp_path, spaces):
    found = written(tmp_path, Sources(spaces=spaces))
    for one, other in zip(found.spaces, spaces, strict=True):
        assert_same(one, other)


def test_tables_of_few_neighbours_come_back(tmp_path):
    space = volume()
    grid = replace(space.grid, neighbours=np.array([[1, -1], [0, 1]]))
    found = written(tmp_path, Sources(spaces=(replace(space, grid=grid),)))
    np.testing.assert_array_equal(found.spaces[0].grid.neighbours, grid.neighbours)


def test_a_surface_without_a_name_is_known_by_its_side(tmp_path):
    spaces = [replace(surface(side), surface=-1) for side in (LEFT, RIGHT)]
    found = written(tmp_path, Sources(spaces=spaces))
    assert [space.surface for space in found.spaces] == [LEFT, RIGHT]


def damaged(folder, tags):
    """A file with one space, some of whose tags are others."""
    content = {
        Kind.SOURCE_SPACE_TYPE: ("integers", 1),
        Kind.SOURCE_SPACE_NPOINTS: ("integers", 3),
        Kind.COORD_FRAME: ("integers", Frame.MRI),
        Kind.SOURCE_SPACE_POINTS: ("matrix", np.zeros((3, 3))),
        Kind.SOURCE_SPACE_NORMALS: ("matrix", np.zeros((3, 3))),
        Kind.SOURCE_SPACE_NUSE: ("integers", 2),
        Kind.SOURCE_SPACE_SELECTION: ("integers", [1, 0, 1]),
        **tags,
    }
    path = folder / "bad-src.fif"
    with writing(path) as writer, writer.block(Block.MNE), writer.block(Block.SOURCE_SPACE):
        for kind, entry in content.items():
            if entry is not None:
                getattr(writer, entry[0])(kind, entry[1])
    return path


def test_an_undamaged_space_is_read(tmp_path):
    with FifFile(damaged(tmp_path, {})) as fif:
        assert read_sources(fif).n_sources == 2


@pytest.mark.parametrize(
    ("tags", "words"),
    [
        ({Kind.SOURCE_SPACE_TYPE: ("integers", 9)}, "a type 1, 2 or 3"),
        ({Kind.SOURCE_SPACE_TYPE: None}, "SOURCE_SPACE_TYPE"),
        ({Kind.SOURCE_SPACE_NPOINTS: ("integers", 4)}, "4 x 3 real numbers"),
        ({Kind.SOURCE_SPACE_POINTS: ("matrix", np.full((3, 3), np.nan))}, "finite positions"),
        ({Kind.SOURCE_SPACE_SELECTION: ("integers", [1, 1, 1])}, "a selection of 2 of 3 points"),
        ({Kind.SOURCE_SPACE_SELECTION: ("integers", [1, 1])}, "a selection of 2 of 3 points"),
        ({Kind.SOURCE_SPACE_NEAREST: ("integers", [0, 0, 3])}, "nearest must index the 3 points"),
        ({Kind.SOURCE_SPACE_TRIANGLES: ("matrix", np.zeros((1, 3)))}, "3 whole numbers"),
        ({Kind.SOURCE_SPACE_TYPE: ("integers", 2)}, "a PARENT_MRI_FILE block"),
    ],
)
def test_a_space_that_contradicts_itself_is_refused(tmp_path, tags, words):
    with FifFile(damaged(tmp_path, tags)) as fif, pytest.raises(FormatError, match=words):
        read_sources(fif)


def test_a_file_without_sources_says_what_it_has(tmp_path):
    with writing(tmp_path / "a.fif") as writer, writer.block(Block.MEAS):
        pass
    with (
        FifFile(tmp_path / "a.fif") as fif,
        pytest.raises(FormatError, match=r"SOURCE_SPACE.*MEAS"),
    ):
        read_sources(fif)
