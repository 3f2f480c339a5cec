"""Labels on source spaces as users ask for them."""

import numpy as np
import pytest

from leadfield.api.labels.label import Label
from leadfield.api.labels.on_sources import label_adjacency, label_sign_flip
from leadfield.api.sources.setup import setup_source_space
from leadfield.base.errors import ArgumentTypeError, MismatchError


@pytest.fixture(scope="module")
def src(little_subjects):
    return setup_source_space("ann", "oct2", subjects_dir=little_subjects, add_dist=False)


def test_a_pair_has_the_flips_of_both_hemispheres(src):
    left, right = (Label(np.arange(300), hemi=hemi) for hemi in ("lh", "rh"))
    n = [np.isin(space["vertno"], np.arange(300)).sum() for space in src]
    flips = label_sign_flip(left + right, src)
    assert len(flips) == sum(n)
    assert set(flips) == {1, -1}


def test_a_label_of_no_source_has_no_flips(src):
    free = np.setdiff1d(np.arange(500), src[0]["vertno"])[:5]
    assert label_sign_flip(Label(free, hemi="lh"), src).shape == (0,)


def test_one_hemisphere_is_not_enough(src):
    with pytest.raises(MismatchError, match="two hemispheres"):
        label_sign_flip(Label([1], hemi="lh"), src[:1])


def test_labels_are_neighbours_where_their_sources_are(src):
    triangle = src[1]["use_tris"][0]
    one, two = (Label(np.sort(triangle[v]), hemi="rh") for v in ([0], [1, 2]))
    far = Label(triangle[:1], hemi="lh")
    found = label_adjacency([one, two, far], src).toarray()
    assert found[:2, :2].tolist() == [[1, 1], [1, 1]]
    assert not found[:2, 2].any()


def test_pairs_have_no_adjacency(src):
    pair = Label([1], hemi="lh", name="a") + Label([1], hemi="rh", name="b")
    with pytest.raises(ArgumentTypeError, match="of one hemisphere each"):
        label_adjacency([pair], src)
