"""Labels as users hold them: algebra, restriction to sources, centre of mass."""

from types import SimpleNamespace

import numpy as np
import pytest

from leadfield.api.labels.as_label import as_label, as_labels
from leadfield.api.labels.label import BiHemiLabel, Label
from leadfield.api.sources.setup import setup_source_space
from leadfield.base.errors import ArgumentTypeError, DataError, InputError, MismatchError


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


class TestUnwrapping:
    def test_a_value_is_a_picture_of_the_label_as_it_is(self):
        one = label(1, 2)
        value = one.value
        one.values.fill(7)
        assert value.values.tolist() == [1, 1]
        assert as_label(one).values.tolist() == [7, 7]

    def test_labels_of_other_packages_are_taken_by_their_fields(self):
        left = SimpleNamespace(hemi="lh", vertices=np.array([1, 3]), name="a", subject="ann")
        right = SimpleNamespace(hemi="rh", vertices=np.array([2]), name="b", subject="ann")
        both = SimpleNamespace(hemi="both", lh=left, rh=right, name="both")
        pair = as_label(both)
        assert (pair.name, pair.lh.subject) == ("both", "ann")
        assert [one.vertices.tolist() for one in pair.hemispheres] == [[1, 3], [2]]

    def test_one_label_or_several_are_taken(self):
        assert len(as_labels(label(1))) == 1
        assert len(as_labels((label(1), label(2)))) == 2

    @pytest.mark.parametrize("given", ["lh.V1.label", 3, SimpleNamespace(hemi="both")])
    def test_what_is_no_label_is_refused(self, given):
        with pytest.raises(ArgumentTypeError, match="label must be a Label or BiHemiLabel, got"):
            as_labels(given)
