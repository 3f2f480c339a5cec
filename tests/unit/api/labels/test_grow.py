"""Labels grown as users ask for them."""

import numpy as np
import pytest

from leadfield.api.labels.grow import grow_labels, random_parcellation, select_sources
from leadfield.api.labels.label import Label
from leadfield.base.errors import ArgumentTypeError, InputError, MismatchError, MissingFileError


@pytest.fixture
def grow(little_subjects):
    def call(seeds=(3, 9), extents=20, hemis=0, **others):
        return grow_labels("ann", list(seeds), extents, hemis, little_subjects, **others)

    return call


def test_labels_come_in_the_order_of_their_seeds(grow):
    labels = grow([3, 5, 4], hemis=[1, 0, 1], overlap=False)
    assert [label.hemi for label in labels] == ["rh", "lh", "rh"]
    assert [label.name for label in labels] == ["Label_0-rh", "Label_1-lh", "Label_2-rh"]
    assert [v in label.vertices for v, label in zip([3, 5, 4], labels, strict=True)] == [True] * 3


def test_one_colour_is_of_all_and_none_makes_all_differ(grow):
    assert {label.color for label in grow(colors=[0, 1, 0, 1])} == {(0, 1, 0, 1)}
    assert len({label.color for label in grow()}) == 2


def test_a_single_seed_needs_no_list(little_subjects):
    (label,) = grow_labels("ann", 3, 0, 1, little_subjects, names="one")
    assert (label.vertices.tolist(), label.name) == ([3], "one-rh")


@pytest.mark.parametrize(
    ("given", "error", "words"),
    [
        ({"extents": [1, 2, 3]}, InputError, "extents must be one, or as many as seeds, 2"),
        ({"extents": -1.0}, InputError, "extents must be at least 0"),
        ({"hemis": 2}, InputError, "hemis must be one of 0, 1"),
        ({"hemis": ["lh", "rh"]}, InputError, "hemis must be one of 0, 1"),
        ({"names": ["a"]}, InputError, "names must be as many as seeds"),
        ({"colors": [[0, 1, 0]]}, InputError, "of 4 numbers"),
        ({"seeds": [3, 2.5]}, ArgumentTypeError, "vertex number"),
        ({"seeds": [3, -5]}, InputError, "from 0 up"),
        ({"seeds": [3, 700]}, MismatchError, "below 500, got 700"),
        ({"seeds": [3, 3], "overlap": False}, InputError, "must not share"),
        ({"n_jobs": "two"}, ArgumentTypeError, "n_jobs"),
    ],
)
def test_what_cannot_be_grown_is_refused(grow, given, error, words):
    with pytest.raises(error, match=words):
        grow(**given)


def test_both_hemispheres_share_the_parcels(little_subjects):
    labels = random_parcellation("ann", 6, "both", little_subjects, rng=0)
    assert [label.hemi for label in labels] == ["lh"] * 3 + ["rh"] * 3
    assert sum(map(len, labels)) == 500 + 550
    assert len({label.color for label in labels}) == 6


def test_a_seed_gives_the_same_parcels_again(little_subjects):
    one, other = (
        random_parcellation("ann", 5, "lh", little_subjects, random_state=4) for _ in range(2)
    )
    assert all(np.array_equal(a.vertices, b.vertices) for a, b in zip(one, other, strict=True))


def test_a_hemisphere_needs_a_parcel(little_subjects):
    with pytest.raises(InputError, match="n_parcel must be at least 2"):
        random_parcellation("ann", 1, "both", little_subjects)
    with pytest.raises(MissingFileError):
        random_parcellation("nobody", 3, "lh", little_subjects)


@pytest.fixture
def label():
    return Label(np.arange(40, 90), hemi="rh", subject="ann")


def test_a_place_of_a_label_is_where_its_vertex_is(little_subjects, label):
    one = select_sources("ann", label, 3, subjects_dir=little_subjects, name="spot")
    assert (one.vertices.tolist(), one.name, one.hemi) == ([43], "spot", "rh")


def test_the_middle_is_in_the_label(little_subjects, label):
    one = select_sources("ann", label, subjects_dir=little_subjects)
    assert one.vertices[0] in label.vertices


def test_chance_takes_a_vertex_of_a_hemisphere(little_subjects):
    found = {
        int(select_sources("ann", "lh", "random", subjects_dir=little_subjects, rng=i).vertices[0])
        for i in range(4)
    }
    assert len(found) > 1


def test_growth_stays_inside_if_asked(little_subjects, label):
    options = {"extent": 30.0, "subjects_dir": little_subjects}
    free = select_sources("ann", label, 3, **options)
    kept = select_sources("ann", label, 3, grow_outside=False, **options)
    inside = np.isin(free.vertices, label.vertices)
    assert not inside.all()
    assert kept.vertices.tolist() == free.vertices[inside].tolist()
    assert kept.values.tolist() == free.values[inside].tolist()


@pytest.mark.parametrize(
    ("location", "error"), [("middle", InputError), (50, MismatchError), (1.5, ArgumentTypeError)]
)
def test_there_must_be_such_a_place(little_subjects, label, location, error):
    with pytest.raises(error, match="location"):
        select_sources("ann", label, location, subjects_dir=little_subjects)
