"""Covariances in FIF files."""

import numpy as np
import pytest

from leadfield.base.errors import FormatError, OverwriteError
from leadfield.covariance.fif import read_eigen, read_noise, save_noise, write_covariance
from leadfield.covariance.noise import NoiseCovariance
from leadfield.fif.kinds import Block, Kind
from leadfield.fif.reader import FifFile
from leadfield.fif.writer import writing


@pytest.fixture
def noise(samples, info, pattern):
    return NoiseCovariance(
        names=info.names,
        data=np.cov(samples),
        degrees=899,
        bads=info.names[3:5],
        projections=(pattern,),
        method="shrunk",
        log_likelihood=-12.5,
    )


@pytest.mark.parametrize("name", ["a-cov.fif", "a-cov.fif.gz"])
def test_a_file_gives_back_what_was_written(tmp_path, noise, name):
    save_noise(tmp_path / name, noise)
    found = read_noise(tmp_path / name)
    np.testing.assert_array_equal(found.data, noise.data)
    for field in ("names", "degrees", "bads", "kind", "method", "log_likelihood"):
        assert getattr(found, field) == getattr(noise, field)
    np.testing.assert_allclose(
        found.projections[0].vectors, noise.projections[0].vectors, rtol=1e-6
    )


def test_variances_alone_come_back_as_such(tmp_path):
    noise = NoiseCovariance(names=("a", "b"), data=np.array([1.0, 2.0]), degrees=0)
    save_noise(tmp_path / "a-cov.fif", noise)
    found = read_noise(tmp_path / "a-cov.fif")
    assert found.diagonal
    assert found.data.tolist() == [1, 2]
    assert found.degrees == -1  # none are written


def test_eigenvectors_come_back(tmp_path, noise):
    values, vectors = np.linalg.eigh(noise.data)
    with writing(tmp_path / "a-cov.fif") as writer:
        write_covariance(writer, noise, (values, vectors.T))
    with FifFile(tmp_path / "a-cov.fif") as fif:
        found = read_eigen(fif, fif.block(Block.COV))
    assert found is not None
    np.testing.assert_array_equal(found[0], values)
    np.testing.assert_allclose(found[1], vectors.T, atol=1e-7)


def write_block(path, **tags):
    with writing(path) as writer, writer.block(Block.COV):
        writer.integers(Kind.COV_KIND, tags.get("kind", 1))
        writer.integers(Kind.COV_DIM, tags.get("n", 2))
        writer.names(Kind.ROW_NAMES, tags.get("names", ["a", "b"]))
        values = tags.get("values", [1.0, 0.0, 1.0])
        if values is not None:
            writer.reals(Kind.COV, values, double=True)


@pytest.mark.parametrize(
    ("tags", "words"),
    [
        ({"kind": 2}, "noise covariance"),
        ({"n": 3}, "6 finite"),
        ({"n": -3}, "finite"),
        ({"values": None}, "COV_DIAG"),
        ({"values": [1.0, np.nan, 1.0]}, "finite"),
        ({"values": [1.0, 1e38, 1.0]}, "finite variances and covariances from"),
        ({"values": [1.0, 0.0, -1.0]}, "finite variances from"),
        ({"values": [1.0, 0.0, 1e-310]}, "0 or at least"),
        ({"names": ["a"]}, "2 different names"),
        ({"names": ["a", "a"]}, "2 different names"),
    ],
)
def test_blocks_that_do_not_add_up_are_refused(tmp_path, tags, words):
    write_block(tmp_path / "bad-cov.fif", **tags)
    with pytest.raises(FormatError, match=words):
        read_noise(tmp_path / "bad-cov.fif")


def test_a_file_of_something_else_says_what_it_holds(tmp_path):
    with writing(tmp_path / "a-eve.fif") as writer, writer.block(Block.MNE_EVENTS):
        writer.integers(Kind.MNE_EVENT_LIST, [1, 0, 1])
    with pytest.raises(FormatError, match="MNE_EVENTS"):
        read_noise(tmp_path / "a-eve.fif")


def test_files_are_replaced_only_when_asked(tmp_path, noise):
    save_noise(tmp_path / "a-cov.fif", noise)
    with pytest.raises(OverwriteError, match="overwrite=True"):
        save_noise(tmp_path / "a-cov.fif", noise)
    save_noise(tmp_path / "a-cov.fif", noise, overwrite=True)


def test_a_variance_that_rounding_left_below_0_is_read(tmp_path):
    write_block(tmp_path / "a-cov.fif", values=[1e-26, 0.0, -1e-42])
    assert read_noise(tmp_path / "a-cov.fif").data[1, 1] == -1e-42
