"""Label files: what is written comes back, and names that tell no hemisphere."""

import numpy as np
import pytest

from leadfield.api.labels.files import read_label, write_label
from leadfield.api.labels.label import Label
from leadfield.base.errors import InputError


def label(*vertices, hemi="lh", **given):
    return Label(list(vertices), hemi=hemi, subject="ann", **given)


@pytest.mark.parametrize("name", ["x-lh.label", "x", "lh.x.label"])
def test_a_label_comes_back_from_its_file(tmp_path, name):
    one = label(4, 7, values=[0.5, 2], pos=[[0, 0.01, 0], [0.02, 0, 0]], comment="made up")
    write_label(tmp_path / name, one)
    (path,) = tmp_path.iterdir()
    again = read_label(path, subject="ann", color="red")
    assert again.name in {"x-lh", "lh.x-lh"}
    assert (again.hemi, again.subject, again.color) == ("lh", "ann", (1, 0, 0, 1))
    assert again.vertices.tolist() == [4, 7]
    assert again.comment == "made up"
    np.testing.assert_allclose(again.pos, one.pos, atol=1e-9)
    np.testing.assert_allclose(again.values, one.values)


def test_the_name_must_tell_the_hemisphere(tmp_path):
    (tmp_path / "x.label").touch()
    with pytest.raises(InputError, match="lh or rh"):
        read_label(tmp_path / "x.label")
