"""Pages of estimates in volumes."""

import gzip
import json
import re
import shutil
from base64 import b64decode
from types import SimpleNamespace

import numpy as np
import pytest

import leadfield
from leadfield import (
    MixedSourceEstimate,
    SourceEstimate,
    VolSourceEstimate,
    VolVectorSourceEstimate,
)
from leadfield.base.errors import ArgumentTypeError, InputError, MismatchError, MissingFileError
from leadfield.viz import write_brain_page, write_volume_page


@pytest.fixture
def read_page(little_volume, tmp_path):
    """Function that writes a page, and gives its header and a function that gives arrays."""

    def read(stc=little_volume.stc, src=little_volume.src, **options):
        options = {"subjects_dir": little_volume.subjects_dir, **options}
        text = write_volume_page(stc, tmp_path / "page.html", src, **options).read_text("utf-8")
        block = re.search(r'class="leadfield-data">(.*?)</script>', text, re.DOTALL)[1]
        content = gzip.decompress(b64decode(block))
        size = int.from_bytes(content[:8], "little")
        header = json.loads(content[8 : 8 + size])

        def array(name):
            entry = header["arrays"][name]
            start = 8 + size + entry["offset"]
            raw = np.frombuffer(content[start : start + entry["nbytes"]], np.uint8)
            kind = np.dtype(entry["dtype"])
            if entry.get("planes"):
                raw = raw.reshape(kind.itemsize, -1).T.ravel()
            values = raw.view(kind).reshape(entry["shape"])
            return np.cumsum(values, axis=0, dtype=kind) if entry.get("delta") else values

        return SimpleNamespace(header=header, array=array, text=text)

    return read


def values_of(page, place=0):
    parts = page.header["maps"][place]["values"]
    names = [parts["factors"][name] for name in ("fine", "coarse")]
    whole = np.concatenate([page.array(name) for name in names if name]).astype(float)
    columns = whole * page.array(parts["factors"]["scales"])[:, np.newaxis]
    return columns.T @ page.array(parts["courses"])


def test_it_has_the_values_and_where_they_are(read_page, little_volume):
    page, stc = read_page(), little_volume.stc
    np.testing.assert_allclose(values_of(page), stc.data, atol=0.0021 * 9)
    volume = page.header["volume"]
    assert page.header["hemispheres"] == []
    numbers = page.array(volume["sources"])
    np.testing.assert_array_equal(numbers, stc.vertices[0])
    affine = np.reshape(volume["affine"], (4, 4))
    points = np.array(np.unravel_index(numbers, volume["shape"], order="F"))
    places = affine[:3, :3] @ points + affine[:3, 3:]
    np.testing.assert_allclose(places.T, 1e3 * little_volume.src[0]["rr"][numbers], atol=1e-3)


def test_it_starts_at_the_largest_size(read_page, little_volume):
    header = read_page().header
    vertex = int(little_volume.stc.vertices[0][11])
    peak = header["maps"][0]["values"]["peak"]
    assert (peak["hemisphere"], peak["vertex"]) == ("vol", vertex)
    assert peak["time"] == pytest.approx(0.3)
    assert header["initial"]["time"] is None
    place = 1e3 * little_volume.src[0]["rr"][vertex]
    np.testing.assert_allclose(header["initial"]["place"], place, atol=1e-3)


def test_a_time_and_a_place_may_be_given(read_page):
    asked = {"initial_time": 200, "time_unit": "ms", "initial_pos": (0.01, -0.02, 0.03)}
    header = read_page(**asked).header
    assert header["initial"]["time"] == pytest.approx(0.2)
    assert header["initial"]["place"] == pytest.approx([10, -20, 30])
    assert header["timeUnit"] == "ms"


def test_the_image_is_along_the_axes_in_8_bits_and_covers_the_slices(read_page):
    page = read_page()
    volume, image = page.header["volume"], page.header["volume"]["image"]
    voxels = page.array(image["values"])
    assert voxels.dtype == np.uint8
    assert 200 < voxels.max() <= 255
    assert voxels.size <= 3_000_000
    ends = np.array(image["first"]) + image["step"] * (np.array(voxels.shape)[::-1] - 0.5)
    assert (np.abs(ends - volume["high"]) <= image["step"]).all()
    np.testing.assert_allclose(np.array(image["first"]) - image["step"] / 2, volume["low"])


def test_structures_are_named_and_mni_is_told(read_page):
    page = read_page()
    (regions,) = page.header["regions"]
    assert regions["names"] == ["Left-Hippocampus", "Right-Hippocampus"]
    numbers = page.array(page.header["volume"]["sources"])
    x = np.unravel_index(numbers, page.header["volume"]["shape"], order="F")[0]
    sides = page.array(regions["vertices"][0])
    assert set(sides[x < 3].tolist()) == {0}
    assert set(sides[x > 5].tolist()) == {1}
    assert page.header["toMni"][3] == 7
    told = dict(page.header["about"])
    assert told["subject"] == "ann"
    assert told["sources"].endswith("15 mm apart")


def test_without_an_image_the_page_says_so_and_shows_the_sources(read_page):
    with pytest.warns(RuntimeWarning, match="shows where sources are in grey"):
        page = read_page(subjects_dir=None, labels=None)
    assert page.header["volume"]["image"] is None
    assert page.header["toMni"] is None
    assert page.header["regions"] == []


def test_an_image_that_was_asked_for_must_be_there(read_page):
    with pytest.raises(MissingFileError, match=r"mri/none\.mgz"):
        read_page(bg_img="none.mgz")


def test_a_segmentation_that_is_not_there_is_left_out(read_page):
    with pytest.warns(RuntimeWarning, match=r"no names of structures.*wmparc\.mgz"):
        assert read_page(labels="wmparc").header["regions"] == []


def test_of_moments_lengths_are_shown(read_page, little_volume):
    moments = np.random.default_rng(0).standard_normal((len(little_volume.stc.data), 3, 2))
    stc = VolVectorSourceEstimate(moments, little_volume.stc.vertices, 0.0, 0.1, "ann")
    page = read_page(stc)
    lengths = np.linalg.norm(moments, axis=1)
    np.testing.assert_allclose(values_of(page), lengths, atol=2.1e-3 * lengths.max())
    assert page.header["maps"][0]["limits"]["signed"] is False


def test_of_a_mixture_the_volumes_are_shown(read_page, little_volume, little_subjects):
    cortex = leadfield.setup_source_space(
        "ann", "oct2", subjects_dir=little_subjects, add_dist=False
    )
    stc, sides = little_volume.stc, [one["vertno"] for one in cortex]
    above = np.full((sum(map(len, sides)), 7), 99.0)
    mixed = MixedSourceEstimate(
        np.vstack([above, stc.data]), [*sides, *stc.vertices], -0.1, 0.1, "ann"
    )
    np.testing.assert_allclose(
        values_of(read_page(mixed, cortex + little_volume.src)), stc.data, atol=0.0021 * 9
    )


def test_a_morph_shows_the_map_in_another_subject(read_page, little_volume, tmp_path):
    folder = tmp_path / "subjects"
    for name in ("ann", "ben"):
        shutil.copytree(little_volume.subjects_dir / "ann", folder / name)
    there = leadfield.setup_volume_source_space("ben", 15.0, sphere=0.06, subjects_dir=folder)
    morph = leadfield.compute_source_morph(
        little_volume.src, subject_to="ben", subjects_dir=folder, src_to=there, talairach=True
    )
    page = read_page(src=morph, subjects_dir=folder)
    assert dict(page.header["about"])["subject"] == "ben"
    moved = morph.apply(little_volume.stc)
    np.testing.assert_allclose(values_of(page), moved.data, atol=0.0021 * 9)
    inverse = SimpleNamespace()
    with pytest.raises(InputError, match="inverse must be None where src is a morph"):
        read_page(src=morph, subjects_dir=folder, inverse=inverse)


def test_several_maps_share_their_limits(read_page, little_volume):
    stc = little_volume.stc
    header = read_page({"one": stc, "half": 0.5 * stc}).header
    assert [one["title"] for one in header["maps"]] == ["one", "half"]
    assert header["maps"][0]["limits"] == header["maps"][1]["limits"]
    assert header["maps"][0]["limits"]["fmax"] == 9
    assert header["title"] == "ann: one, half"


def test_a_large_page_is_told(read_page, monkeypatch):
    monkeypatch.setattr("leadfield.api.brain.page.LARGE", 0.5)
    with pytest.warns(RuntimeWarning, match=r"the page has \d+ MB, .*resample\(\) the estimate"):
        read_page()


def test_a_page_has_a_still_picture(read_page):
    text = read_page().text
    assert '<img class="leadfield-still" alt="estimate in slices of ann"' in text


@pytest.mark.parametrize("vector", [False, True])
def test_estimates_write_show_and_hand_out_their_page(little_volume, tmp_path, monkeypatch, vector):
    from leadfield.api.estimates import volume_page

    stc, src, folder = little_volume.stc, little_volume.src, little_volume.subjects_dir
    if vector:
        moments = np.repeat(stc.data[:, np.newaxis], 3, axis=1)
        stc = VolVectorSourceEstimate(moments, stc.vertices, -0.1, 0.1, "ann")
    page = stc.to_html(tmp_path / "own.html", src, subjects_dir=folder, title="Own")
    assert "<title>Own</title>" in page.read_text("utf-8")
    seen = []
    monkeypatch.setattr(volume_page, "show_page", seen.append)
    assert stc.view(src, subjects_dir=folder) == seen[0]
    assert seen[0].stat().st_size > 10_000
    assert stc.widget(src, folder, height=300).height == 300


@pytest.mark.parametrize(
    ("options", "error", "words"),
    [
        ({"transparent": "no"}, InputError, "transparent must be"),
        ({"time_unit": "h"}, InputError, "time_unit must be"),
        ({"initial_pos": (1, 2)}, InputError, "three coordinates in m"),
        ({"subject": "ben"}, MismatchError, r"got \['ann', 'ben'\]"),
        ({"labels": 3}, ArgumentTypeError, "labels must be the name of a segmentation"),
        ({"stc": {}}, InputError, "at least one estimate"),
    ],
)
def test_what_cannot_be_is_refused(read_page, options, error, words):
    with pytest.raises(error, match=words):
        read_page(**options)


def test_other_estimates_are_refused(read_page, little_volume, tmp_path):
    stc = little_volume.stc
    cortical = SourceEstimate(np.ones((2, 1)), [[1], [2]], 0.0, 0.1)
    with pytest.raises(InputError, match=r"stc must be in a volume"):
        read_page(cortical)
    with pytest.raises(InputError, match="write_volume_page shows volumes"):
        write_brain_page(stc, tmp_path / "brain.html")
    with pytest.raises(MismatchError, match="src must have the sources of the estimate"):
        read_page(VolSourceEstimate(stc.data[1:], [stc.vertices[0][1:]], 0.0, 0.1, "ann"))
    long = VolSourceEstimate(np.ones((len(stc.data), 5001)), stc.vertices, 0.0, 0.1, "ann")
    with pytest.raises(InputError, match="at most 5000 times"):
        read_page(long)
