"""Source spaces as users hold them."""

import numpy as np
import pytest

from leadfield.api.sources.source_spaces import (
    SourceSpaces,
    read_source_spaces,
    write_source_spaces,
)
from leadfield.base.errors import ArgumentTypeError, InputError, OverwriteError
from leadfield.sources.setup import cortical_sources
from leadfield.sources.space import RIGHT
from leadfield.sources.spacing import as_spacing


@pytest.fixture
def src(little_subjects):
    return SourceSpaces(cortical_sources(little_subjects, "ann", as_spacing("oct3"), "white"))


def test_it_is_a_list_of_mappings(src):
    assert len(src) == 2
    assert [s["type"] for s in src] == ["surf", "surf"]
    assert src[1]["id"] == RIGHT
    for space in src:
        np.testing.assert_array_equal(np.flatnonzero(space["inuse"]), space["vertno"])
        assert space["nuse"] == len(space["vertno"]) == space["inuse"].sum()
        assert space["np"] == len(space["rr"]) == len(space["nn"])
        assert space["ntri"] == len(space["tris"])
        assert set(space) >= {"subject_his_id", "dist", "nearest", "pinfo", "use_tris"}
        assert dict(space)["np"] == space["np"]


def test_an_unknown_key_is_told_of_the_known_ones(src):
    with pytest.raises(KeyError, match=r"'vertno'.*got 'vertices'"):
        src[0]["vertices"]
    assert src[0].get("shape") is None


def test_what_is_worked_out_once_is_kept(src):
    assert src[0]["inuse"] is src[0]["inuse"]
    assert src[0]["tri_area"] is src[0]["tri_area"]


@pytest.mark.parametrize("key", ["inuse", "tri_area", "tri_cent", "tri_nn", "rr", "vertno", "tris"])
def test_what_it_shows_cannot_be_written_to(src, key):
    with pytest.raises(ValueError, match="read-only"):
        src[0][key][...] = 0


def test_slices_and_sums_are_source_spaces(src):
    both = src[:1] + src[1:]
    assert both == src
    assert src[:1] != src
    assert src.copy() == src
    assert both.kind == "surface"


def test_items_make_source_spaces_of_their_own(src):
    assert SourceSpaces([src[1]]) == src[1:]
    assert SourceSpaces(src) == src


def test_what_made_them_is_not_noted(src):
    with pytest.raises(InputError, match="info must be None"):
        SourceSpaces(src, {"working_dir": "/"})


def test_sums_need_source_spaces(src):
    with pytest.raises(ArgumentTypeError, match="src must be SourceSpaces, got int"):
        _ = src + 3


def test_saving_asks_before_it_replaces(src, tmp_path):
    path = tmp_path / "a-src.fif"
    src.save(path)
    with pytest.raises(OverwriteError, match="overwrite=True"):
        write_source_spaces(path, src)
    write_source_spaces(str(path), src, overwrite=True)
    again = read_source_spaces(str(path), verbose="error")
    np.testing.assert_array_equal(again[0]["vertno"], src[0]["vertno"])


def test_it_says_what_it_holds(src):
    assert repr(src).startswith("<SourceSpaces: [<surface (lh): 66 of 500 points>, ")
    assert repr(src).endswith("MRI (surface RAS) coordinates, subject 'ann'>")
