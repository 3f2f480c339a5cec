"""Forward models in files: what comes back, and what is refused."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.base.errors import FormatError, MismatchError
from leadfield.fif.kinds import Block, Kind
from leadfield.fif.named_matrix import NamedMatrix, write_named_matrix
from leadfield.fif.reader import FifFile
from leadfield.fif.writer import writing
from leadfield.forward.fif.parent_blocks import write_parents
from leadfield.forward.fif.read_forward import read_forward
from leadfield.forward.fif.write_forward import write_forward
from leadfield.forward.model import ForwardModel, cartesian_axes
from leadfield.recording.frames import Frame, Transform
from leadfield.sources.fif import write_sources
from leadfield.sources.space import Sources, SourceSpace, SpaceKind

RNG = np.random.default_rng(6)
SHIFT = np.eye(4)
SHIFT[2, 3] = 0.25


@pytest.fixture
def model(head_info):
    dipoles = SourceSpace(
        kind=SpaceKind.DISCRETE,
        positions=RNG.integers(0, 9, (4, 3)) / 8,
        normals=np.tile([0.0, 1, 0], (4, 1)),
        vertices=np.arange(4),
        frame=Frame.HEAD,
    )
    shape = (len(head_info.channels), 12)
    return ForwardModel(
        info=head_info,
        leadfield=RNG.standard_normal(shape).astype(np.float32),
        gradient=RNG.standard_normal((*shape, 3)).astype(np.float32),
        sources=Sources(spaces=(dipoles,)),
        free=True,
        surface_oriented=False,
        orientations=cartesian_axes(4),
        mri_to_head=Transform(source=Frame.MRI, target=Frame.HEAD, matrix=SHIFT),
    )


def test_all_that_is_written_comes_back(tmp_path, model):
    write_forward(tmp_path / "a-fwd.fif", model, overwrite=False)
    with FifFile(tmp_path / "a-fwd.fif") as fif:
        found = read_forward(fif)
    order = found.channels.indices(model.channels.names)
    np.testing.assert_array_equal(found.leadfield[order], model.leadfield)
    np.testing.assert_array_equal(found.gradient[order], model.gradient)
    np.testing.assert_array_equal(found.sources.positions, model.sources.positions)
    assert found.frame == found.sources.frame == Frame.HEAD
    np.testing.assert_array_equal(found.mri_to_head.matrix, SHIFT)


def test_a_model_in_mri_coordinates_stays_there(tmp_path, model):
    model = replace(
        model, frame=Frame.MRI, sources=model.sources.moved(model.mri_to_head.inverse())
    )
    write_forward(tmp_path / "a-fwd.fif", model, overwrite=False)
    with FifFile(tmp_path / "a-fwd.fif") as fif:
        found = read_forward(fif)
    assert found.frame == found.sources.frame == Frame.MRI


def test_model_and_sources_share_a_frame(model):
    with pytest.raises(MismatchError, match="got MRI and HEAD"):
        replace(model, frame=Frame.MRI)


def damaged(folder, model, changes):
    """A file of the model's EEG, some of whose tags are others."""
    names = [model.channels.names[i] for i in model.channels.of_type("eeg")]
    eeg = model.picked(names)
    tags = {
        Kind.INCLUDED_METHODS: 2,
        Kind.COORD_FRAME: Frame.HEAD,
        Kind.SOURCE_ORIENTATION: 2,
        Kind.NCHAN: len(names),
        Kind.SOURCE_SPACE_NPOINTS: 4,
        "names": names,
        "data": eeg.leadfield.T,
        **changes,
    }
    path = folder / "bad-fwd.fif"
    with writing(path) as writer, writer.block(Block.MNE):
        write_parents(writer, eeg.info, eeg.mri_to_head)
        write_sources(writer, eeg.sources)
        for _ in range(tags.pop("times", 1)):
            with writer.block(Block.FORWARD_SOLUTION):
                for kind, value in tags.items():
                    if isinstance(kind, int):
                        writer.integers(kind, value)
                lines = NamedMatrix(
                    row_names=(), column_names=tuple(tags["names"]), data=tags["data"]
                )
                write_named_matrix(writer, Kind.FORWARD_SOLUTION, lines)
    return path


def test_an_undamaged_file_is_read(tmp_path, model):
    with FifFile(damaged(tmp_path, model, {})) as fif:
        assert set(read_forward(fif).channels.types) == {"eeg"}


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({Kind.INCLUDED_METHODS: 5}, r"kind 1 \(MEG\) or 2 \(EEG\), it has 5"),
        ({Kind.SOURCE_ORIENTATION: 0}, "orientation 1 .* it has 0"),
        ({Kind.SOURCE_ORIENTATION: 1}, "a 4 x 8 matrix"),
        ({Kind.COORD_FRAME: Frame.DEVICE}, "HEAD or MRI coordinates, it has DEVICE"),
        ({Kind.SOURCE_SPACE_NPOINTS: 5}, "a 15 x 8 matrix"),
        ({Kind.NCHAN: 7}, "a 12 x 7 matrix"),
        ({"names": [f"N{i}" for i in range(8)]}, "'N0'"),
        ({Kind.SOURCE_SPACE_NPOINTS: 2, "data": np.ones((6, 8))}, "source spaces, 4: it has 2"),
        ({"times": 2}, "did not come before"),
    ],
)
def test_a_file_that_contradicts_itself_is_refused(tmp_path, model, changes, words):
    path = damaged(tmp_path, model, changes)
    with FifFile(path) as fif, pytest.raises(FormatError, match=words):
        read_forward(fif)


def test_a_file_without_a_forward_model_says_what_it_has(tmp_path, model):
    path = tmp_path / "a-src.fif"
    with writing(path) as writer, writer.block(Block.MNE):
        write_sources(writer, model.sources)
    with FifFile(path) as fif, pytest.raises(FormatError, match="it has MNE, SOURCE_SPACE"):
        read_forward(fif)


@pytest.mark.parametrize("name", ["leadfield", "gradient"])
@pytest.mark.parametrize("value", [np.nan, np.inf, 1e38])
def test_fields_that_cannot_be_are_refused(tmp_path, model, name, value):
    fields = getattr(model, name).copy()
    fields.flat[3] = value
    write_forward(tmp_path / "a-fwd.fif", replace(model, **{name: fields}), overwrite=False)
    with FifFile(tmp_path / "a-fwd.fif") as fif, pytest.raises(FormatError, match="finite"):
        read_forward(fif)
