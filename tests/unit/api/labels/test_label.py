"""Labels: sets of vertices with the algebra and the files that users know."""

import numpy as np
import pytest

from leadfield.api.labels.files import read_label, write_label
from leadfield.api.labels.label import BiHemiLabel, Label
from leadfield.api.labels.parcellation import read_labels_from_annot, write_labels_to_annot
from leadfield.api.sources.setup import setup_source_space
from leadfield.base.errors import (
    ArgumentTypeError,
    DataError,
    InputError,
    MismatchError,
    OverwriteError,
)
from leadfield.freesurfer.surface import read_surface


def label(*vertices, hemi="lh", **given):
    return Label(list(vertices), hemi=hemi, subject="ann", **given)


@pytest.fixture(scope="module")
def src(little_subjects):
    return setup_source_space("ann", "oct2", subjects_dir=little_subjects, add_dist=False)


class TestAlgebra:
    def test_a_sum_is_the_union_and_shared_values_add_up(self):
        one = label(1, 3, values=[1, 2], name="a", comment="x")
        both = one + label(2, 3, values=[4, 8], name="b", comment="y")
        assert both.vertices.tolist() == [1, 2, 3]
        assert both.values.tolist() == [1, 4, 10]
        assert (both.name, both.comment, both.subject) == ("a + b", "x + y", "ann")

    def test_a_difference_keeps_what_is_not_shared(self):
        left = label(1, 3, 5, values=[1, 2, 3]) - label(3, 4)
        assert (left.vertices.tolist(), left.values.tolist()) == ([1, 5], [1, 3])
        assert len(label(1, 3) - label(1, 3, hemi="rh")) == 2

    def test_labels_of_two_hemispheres_make_a_pair(self):
        pair = label(2, hemi="rh", name="b") + label(1, name="a")
        assert isinstance(pair, BiHemiLabel)
        assert (pair.lh.vertices.tolist(), pair.rh.vertices.tolist()) == ([1], [2])
        assert (pair + label(7)).lh.vertices.tolist() == [1, 7]
        assert (label(7) + pair).lh.vertices.tolist() == [1, 7]
        assert len(pair + pair) == 2
        assert isinstance(pair - label(1), Label)
        assert (pair - label(1)).hemi == "rh"
        assert (label(1, 4) - pair).vertices.tolist() == [4]

    def test_places_must_agree(self):
        with pytest.raises(MismatchError, match="same positions"):
            label(1, pos=[[0, 0, 1]]) + label(1)

    def test_subjects_must_agree(self):
        for combine in (Label.__add__, Label.__sub__):
            with pytest.raises(MismatchError, match="one subject, got 'ann' and None"):
                combine(label(1), Label([1], hemi="lh"))

    def test_only_labels_are_added(self):
        with pytest.raises(ArgumentTypeError, match="got int"):
            label(1) + 3

    def test_colours_mix_on_the_shorter_way(self):
        red, yellow, magenta = "red", (1.0, 1.0, 0.0, 0.5), (1.0, 0.0, 1.0, 1.0)
        orange = (label(1, color=red) + label(2, color=yellow)).color
        np.testing.assert_allclose(orange, (1, 0.5, 0, 0.75))
        pink = (label(1, color=red) + label(2, color=magenta)).color
        np.testing.assert_allclose(pink, (1, 0, 0.5, 1), atol=1e-12)
        assert (label(1, color=red) + label(2)).color == (1, 0, 0, 1)
        painted = label(3)
        painted.color = "red"
        assert (painted + label(2, color=red)).color == (1, 0, 0, 1)

    def test_a_copy_shares_nothing(self):
        one = label(1, 2)
        one.copy().values[:] = 7
        assert one.values.tolist() == [1, 1]


@pytest.mark.parametrize(
    ("given", "error", "problem"),
    [
        ({"vertices": [2, 1]}, InputError, "in order"),
        ({"vertices": [1, 1]}, InputError, "each once"),
        ({"vertices": [-1, 1]}, InputError, "from 0 up"),
        ({"vertices": [0.5]}, ArgumentTypeError, "whole numbers"),
        ({"vertices": [1], "hemi": "both"}, InputError, "hemi"),
        ({"vertices": [1], "values": [1, 2]}, InputError, "values"),
        ({"vertices": [1], "color": "reddish"}, InputError, "color"),
    ],
)
def test_what_is_no_label_is_refused(given, error, problem):
    with pytest.raises(error, match=problem):
        Label(**{"hemi": "lh"} | given)


class TestOnSources:
    def test_filling_and_restricting_go_there_and_back(self, src):
        few = label(*src[0]["vertno"][:4].tolist(), values=[1, 2, 3, 4])
        full = few.fill(src, name="full")
        assert len(full) > 4
        assert full.name == "full"
        back = full.restrict(src)
        assert back.vertices.tolist() == few.vertices.tolist()
        assert back.values.tolist() == few.values.tolist()

    def test_all_sources_fill_the_hemisphere(self, src):
        full = label(*src[1]["vertno"].tolist(), hemi="rh").fill(src)
        assert len(full) == src[1]["np"]

    def test_only_sources_can_be_filled(self, src):
        stranger = np.setdiff1d(np.arange(src[0]["np"]), src[0]["vertno"])[0]
        with pytest.raises(MismatchError, match="as sources"):
            label(int(stranger)).fill(src)

    def test_vertices_used_are_those_among_the_given(self):
        assert label(3, 5).get_vertices_used([5, 6]).tolist() == [5]
        assert label(3, 20000).get_vertices_used().tolist() == [3]


class TestCentre:
    def test_it_is_the_vertex_itself_for_one(self, little_subjects):
        assert label(44).center_of_mass(subjects_dir=little_subjects) == 44

    def test_it_lies_in_the_label_on_request(self, little_subjects, src):
        some = label(3, 90, 200, 310)
        found = some.center_of_mass(restrict_vertices=True, subjects_dir=little_subjects)
        assert found in some.vertices
        found = some.center_of_mass(restrict_vertices=src, subjects_dir=little_subjects)
        assert found in src[0]["vertno"]
        assert some.center_of_mass(restrict_vertices=[8], subjects_dir=little_subjects) == 8

    def test_heavy_vertices_pull_it(self, little_subjects):
        some = label(3, 90, values=[1, 1e9])
        assert some.center_of_mass(subjects_dir=little_subjects) == 90

    @pytest.mark.parametrize("values", [[0, 0], [1, -1]])
    def test_weights_must_weigh(self, little_subjects, values):
        with pytest.raises(DataError, match="not all 0"):
            label(1, 2, values=values).center_of_mass(subjects_dir=little_subjects)

    def test_vertices_must_be_the_subjects(self, little_subjects):
        with pytest.raises(MismatchError, match="below 500"):
            label(1, 500).center_of_mass(subjects_dir=little_subjects)


class TestFiles:
    @pytest.mark.parametrize("name", ["x-lh.label", "x", "lh.x.label"])
    def test_a_label_comes_back_from_its_file(self, tmp_path, name):
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

    def test_the_name_must_tell_the_hemisphere(self, tmp_path):
        (tmp_path / "x.label").touch()
        with pytest.raises(InputError, match="lh or rh"):
            read_label(tmp_path / "x.label")


@pytest.fixture
def parcels(little_subjects, tmp_path):
    """A folder of subjects where parcellations can be written."""
    home = tmp_path / "ann"
    (home / "label").mkdir(parents=True)
    (home / "surf").symlink_to(little_subjects / "ann" / "surf")
    return tmp_path


class TestParcellation:
    def test_labels_come_back_from_their_parcellation(self, parcels):
        made = [
            label(1, 2, name="one-lh", color=(1.0, 0.0, 0.0, 1.0)),
            label(5, name="two-lh"),
            label(7, 8, hemi="rh", name="one-rh"),
        ]
        write_labels_to_annot(made, "ann", "mine", subjects_dir=parcels)
        again = read_labels_from_annot("ann", "mine", subjects_dir=parcels)
        names = [one.name for one in again]
        assert names == ["one-lh", "one-rh", "two-lh", "unknown-lh", "unknown-rh"]
        assert again[0].vertices.tolist() == [1, 2]
        assert again[0].color == (1, 0, 0, 1)
        assert len(again[3]) == 497
        white = read_surface(parcels / "ann" / "surf" / "lh.white")
        np.testing.assert_allclose(again[0].pos, white.vertices[1:3] / 1000)

    def test_names_can_be_asked_for(self, parcels):
        made = [label(1, name="cuneus-lh"), label(2, name="precuneus-lh"), label(3, name="v1-lh")]
        write_labels_to_annot(made, "ann", "mine", subjects_dir=parcels, hemi="lh")

        def names(regexp):
            found = read_labels_from_annot("ann", "mine", "lh", regexp=regexp, subjects_dir=parcels)
            return [one.name for one in found]

        assert names("cuneus") == ["cuneus-lh", "precuneus-lh"]
        assert names("^cuneus.*") == ["cuneus-lh"]
        with pytest.raises(InputError, match="one of 'cuneus-lh', 'precuneus-lh'"):
            names("insula")
        with pytest.raises(InputError, match="regular expression"):
            names("(")

    def test_a_single_file_can_be_written_and_read(self, parcels):
        path = parcels / "lh.alone.annot"
        write_labels_to_annot(
            [label(3, name="a-lh")], "ann", annot_fname=path, subjects_dir=parcels
        )
        found = read_labels_from_annot("ann", annot_fname=path, subjects_dir=parcels)
        assert [one.name for one in found] == ["a-lh", "unknown-lh"]

    def test_without_the_surface_it_ends_at_the_last_vertex(self, parcels):
        with pytest.warns(RuntimeWarning, match="last vertex"):
            write_labels_to_annot([label(0, 3, name="a")], annot_fname=parcels / "lh.b.annot")

    @pytest.mark.parametrize(
        ("made", "error", "problem"),
        [
            ([label(1)], InputError, "1 without"),
            ([label(1, name="a"), label(1, 2, name="b")], MismatchError, "'b' does with 'a'"),
            ([label(1, name="a", color="red"), label(2, name="b", color="red")], InputError, "one"),
            ([label(500, name="a")], MismatchError, "below 500"),
        ],
    )
    def test_what_a_parcellation_cannot_hold_is_refused(self, parcels, made, error, problem):
        with pytest.raises(error, match=problem):
            write_labels_to_annot(made, "ann", "mine", subjects_dir=parcels)
        assert not list((parcels / "ann" / "label").iterdir())

    def test_black_is_warned_of(self, parcels):
        black = [label(1, name="a", color="black")]
        with pytest.warns(RuntimeWarning, match="black"):
            write_labels_to_annot(black, "ann", "mine", subjects_dir=parcels, hemi="lh")

    def test_a_parcellation_is_not_replaced_unasked(self, parcels):
        made = [label(1, name="a")]
        write_labels_to_annot(made, "ann", "mine", subjects_dir=parcels)
        with pytest.raises(OverwriteError):
            write_labels_to_annot(made, "ann", "mine", subjects_dir=parcels)
        write_labels_to_annot(made, "ann", "mine", overwrite=True, subjects_dir=parcels)

    def test_many_labels_get_colours_of_their_own_or_an_error(self, parcels):
        many = [label(i, name=f"l{i:03d}") for i in range(100)]
        write_labels_to_annot(many, "ann", "many", subjects_dir=parcels, hemi="lh")
        found = read_labels_from_annot("ann", "many", "lh", subjects_dir=parcels)
        assert len({one.color[:3] for one in found}) == 101
        more = [label(i, name=f"l{i:03d}") for i in range(400)]
        with pytest.raises(InputError, match="too few"):
            write_labels_to_annot(more, "ann", "more", subjects_dir=parcels, hemi="lh")

    def test_it_must_be_of_the_subject(self, parcels):
        path = parcels / "lh.short.annot"
        with pytest.warns(RuntimeWarning, match="last vertex"):
            write_labels_to_annot([label(3, name="a")], annot_fname=path)
        with pytest.raises(MismatchError, match=r"500 vertices of lh\.white, got 4"):
            read_labels_from_annot("ann", annot_fname=path, subjects_dir=parcels)
