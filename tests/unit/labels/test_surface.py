"""Surfaces of labels: whose they are, and whether they fit."""

import numpy as np
import pytest

from leadfield.base.errors import InputError, MismatchError
from leadfield.labels.surface import common_subject, label_subject, read_label_surface


def test_the_subject_is_the_label_s_or_the_given_one(on_sheet):
    assert label_subject(on_sheet([1], subject="ann"), None) == "ann"
    assert label_subject(on_sheet([1]), "ben") == "ben"
    with pytest.raises(InputError, match="must be given"):
        label_subject(on_sheet([1]), None)
    with pytest.raises(MismatchError, match="'ann', got 'ben'"):
        label_subject(on_sheet([1], subject="ann"), "ben")


def test_labels_together_have_one_subject(on_sheet):
    labels = [on_sheet([1], subject="ann"), on_sheet([2])]
    assert common_subject(labels, None) == common_subject(labels, "ann") == "ann"
    with pytest.raises(MismatchError, match="got 'ann', 'ben'"):
        common_subject(labels, "ben")
    with pytest.raises(MismatchError, match="pass its name"):
        common_subject(labels[1:], None)


def test_a_surface_has_the_label_s_vertices(on_sheet, little_subjects):
    label = on_sheet([1, 499], subject="ann")
    assert len(read_label_surface(label, None, little_subjects, "white").vertices) == 500
    with pytest.raises(MismatchError, match="below 500, got 500"):
        read_label_surface(on_sheet(np.array([500])), "ann", little_subjects, "white")
