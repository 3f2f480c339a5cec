"""Structures of segmentations."""

import nibabel
import numpy as np
import pytest

from leadfield.api.sources.segmentation import get_volume_labels_from_aseg, read_freesurfer_lut
from leadfield.base.errors import InputError


@pytest.fixture
def aseg(tmp_path):
    values = np.array([0, 53, 17, 4000, 17]).reshape(5, 1, 1).astype(np.int32)
    nibabel.save(nibabel.MGHImage(values, np.eye(4)), tmp_path / "some.mgz")
    return tmp_path / "some.mgz"


def test_structures_have_names_and_colours(aseg):
    names, colours = get_volume_labels_from_aseg(aseg, return_colors=True)
    assert names == ["Unknown", "Left-Hippocampus", "Right-Hippocampus", "wm-rh-unknown"]
    assert colours[1].tolist() == [220, 216, 20, 0]


def test_an_atlas_of_ones_own_names_its_numbers(aseg):
    found = get_volume_labels_from_aseg(aseg, atlas_ids={"b": 4000, "a": 17, "c": 1})
    assert found == ["a", "b"]
    with pytest.raises(InputError, match="without atlas_ids"):
        get_volume_labels_from_aseg(aseg, True, {"a": 17})
    with pytest.raises(TypeError, match=r"atlas_ids\['a'\] must be a whole number"):
        get_volume_labels_from_aseg(aseg, atlas_ids={"a": "17"})


def test_a_table_is_changed_for_whoever_changes_it_alone(tmp_path):
    numbers, colours = read_freesurfer_lut()
    numbers["Unknown"] = 5
    colours["Unknown"][:] = 9
    assert read_freesurfer_lut()[0]["Unknown"] == 0
    assert read_freesurfer_lut()[1]["Unknown"].tolist() == [0, 0, 0, 0]
    (tmp_path / "own.txt").write_text("3 Mine 1 2 3 4\n")
    assert read_freesurfer_lut(tmp_path / "own.txt")[0] == {"Mine": 3}
