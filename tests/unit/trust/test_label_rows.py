import numpy as np
import pytest

from leadfield.base.errors import InputError, MismatchError
from leadfield.labels.label import CorticalLabel
from leadfield.trust.label_rows import rows_of_labels


def label(vertices, hemisphere="lh", name="a", subject=None):
    n = len(vertices)
    return CorticalLabel(
        vertices=np.array(vertices),
        positions=np.zeros((n, 3)),
        values=np.ones(n),
        hemisphere=hemisphere,
        name=name,
        subject=subject,
    )


def test_rows_are_those_of_the_sources_in_each_label(little):
    sources = little("fixed").model.sources
    rows = rows_of_labels([label([1, 2, 5]), label([3], "rh")], sources)
    assert [list(one) for one in rows] == [[0, 2], [5]]


def test_labels_without_sources_are_named(little):
    sources = little("fixed").model.sources
    with pytest.warns(RuntimeWarning, match="1 labels hold no source and have NaN: 'b'"):
        rows = rows_of_labels([label([1]), label([2], name="b")], sources)
    assert len(rows[1]) == 0


def test_labels_that_are_all_empty_are_refused(little):
    with pytest.raises(MismatchError, match="none of 'a' does"):
        rows_of_labels([label([2])], little("fixed").model.sources)


def test_at_least_one_label_is_needed(little):
    with pytest.raises(InputError, match="at least one label"):
        rows_of_labels([], little("fixed").model.sources)


def test_a_volume_has_no_labels(little):
    with pytest.raises(MismatchError, match="only sources in a volume"):
        rows_of_labels([label([1])], little("volume").model.sources)


def test_a_label_of_another_subject_is_refused(little):
    with pytest.raises(MismatchError, match="'ben' and 'ann'"):
        rows_of_labels([label([1], subject="ben")], little("fixed").model.sources)
