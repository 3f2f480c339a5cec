"""Where peaks are."""

from pathlib import Path

import numpy as np
import pytest

import leadfield
from leadfield.base.errors import MissingFileError
from leadfield.cli.anatomy import read_anatomy
from leadfield.freesurfer.annotation import read_annotation
from leadfield.freesurfer.surface import read_surface


@pytest.fixture(scope="module")
def forward(experiment):
    path = experiment / "MEG" / "sample" / "sample_audvis-meg-oct-6-fwd.fif"
    return leadfield.read_forward_solution(path).value


@pytest.mark.parametrize(("space", "side"), [(0, "lh"), (1, "rh")])
def test_a_vertex_has_its_place_on_the_white_surface_and_its_region(
    experiment, forward, space, side
):
    subjects = experiment / "subjects"
    anatomy = read_anatomy(forward, subjects)
    vertex = int(forward.sources.vertices[space][99])
    place = anatomy.place(side, vertex)
    white = read_surface(subjects / "sample" / "surf" / f"{side}.white").vertices
    np.testing.assert_allclose(place.surface_ras_mm, white[vertex], atol=0.01)
    parcels = read_annotation(subjects / "sample" / "label" / f"{side}.aparc.annot")
    assert place.label == f"{parcels.names[parcels.labels[vertex]]}-{side}"
    assert place.mni_mm is None


def test_without_a_folder_of_subjects_only_coordinates_are_known(forward, monkeypatch):
    monkeypatch.delenv("SUBJECTS_DIR", raising=False)
    place = read_anatomy(forward, None).place("lh", int(forward.sources.vertices[0][0]))
    assert (place.mni_mm, place.label) == (None, None)


def test_the_environment_may_name_the_folder(experiment, forward, monkeypatch):
    monkeypatch.setenv("SUBJECTS_DIR", str(experiment / "subjects"))
    assert set(read_anatomy(forward, None).parcellations) == {"lh", "rh"}


def test_a_folder_without_the_subject_is_refused(forward, tmp_path: Path):
    with pytest.raises(MissingFileError, match="has no 'sample'"):
        read_anatomy(forward, tmp_path)
