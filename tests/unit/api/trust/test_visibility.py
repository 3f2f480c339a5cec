import numpy as np
import pytest

from leadfield.api.estimates.source_estimate import SourceEstimate
from leadfield.api.labels.label import Label
from leadfield.api.trust.visibility import Visibility, visibility
from leadfield.base.errors import ArgumentTypeError, InputError, MismatchError


def test_maps_have_a_value_for_each_source_and_say_what_it_is(little):
    seen = visibility(little("loose").model, amplitude=1.0, nave=4)
    maps = {
        "Probability of detection": seen.probability,
        "Expected error (m)": seen.expected_error,
        "Amplitude for 90 % (A·m)": seen.needed_amplitude,
        "Probability with mag": seen.by_type["mag"],
    }
    for quantity, stc in maps.items():
        assert isinstance(stc, SourceEstimate)
        assert stc.shape == (9, 1)
        assert stc._axes.quantity == quantity
    assert (seen.amplitude, seen.nave) == (1.0, 4)
    assert "1e+09 nA·m, 4 epochs: detected with" in repr(seen)


def test_labels_have_a_row_each(little):
    pytest.importorskip("pandas")
    labels = [Label([1, 3], hemi="lh", name="a"), Label([1, 3, 5], hemi="rh", name="b")]
    seen = visibility(little("fixed").model, 1.0, 4, labels=labels)
    frame = seen.to_data_frame()
    assert list(frame.index) == ["a", "b"]
    np.testing.assert_allclose(frame["probability"]["a"], seen.probability.data[:2].mean())
    assert [one.n_sources for one in seen.labels] == [2, 3]


def test_more_epochs_are_seen_better(little):
    model = little("loose").model
    few, many = (visibility(model, 1.0, nave).probability.data for nave in (1, 100))
    assert (many > few).all()


def test_the_same_seed_gives_the_same(little):
    model = little("loose").model
    first, second = (visibility(model, 1.0, seed=3).threshold for _ in range(2))
    assert first == second != visibility(model, 1.0, seed=4).threshold


@pytest.mark.parametrize("name", ["amplitude", "nave", "noise_scale"])
def test_numbers_must_be_above_zero(little, name):
    with pytest.raises(InputError, match=f"{name} must be above 0, got 0"):
        visibility(little("fixed").model, **{name: 0})


def test_labels_of_a_volume_are_refused(little):
    with pytest.raises(MismatchError, match="only sources in a volume"):
        visibility(little("volume").model, labels=[Label([1], hemi="lh")])


def test_a_forward_model_is_no_operator(little):
    with pytest.raises(ArgumentTypeError, match="inverse_operator must be an InverseOperator"):
        visibility(little("fixed").forward)


def test_nobody_makes_one_by_hand():
    with pytest.raises(TypeError, match=r"Visibility\(\) takes nothing"):
        Visibility()
