"""Signs of labels' courses: random flips are undone, and what cannot be told is said so."""

import numpy as np
import pytest
from scipy.signal import lfilter

from leadfield.base.errors import DataError, InputError, MismatchError
from leadfield.group.label_signs import align_label_signs, lagged_correlations

N_SUBJECTS, N_LABELS, N_TIMES, N_SOURCES = 8, 12, 800, 5


def smooth(rng, *shape):
    """Noise that lasts some samples, of size 1."""
    out = lfilter([1], [1, -0.8], rng.standard_normal(shape), axis=-1)
    return out / out.std()


def study(seed=0, *, locked=0.0, noise=0.4, n_times=None):
    """Courses of subjects whose labels share sources; a part of these is the same in all."""
    rng = np.random.default_rng(seed)
    mixing = rng.standard_normal((N_LABELS, N_SOURCES))
    event = smooth(rng, N_SOURCES, N_TIMES)
    courses = []
    for i in range(N_SUBJECTS):
        n = N_TIMES if n_times is None else n_times[i]
        own = (1 - locked) * smooth(rng, N_SOURCES, n) + locked * event[:, :n]
        courses.append(mixing @ own + noise * smooth(rng, N_LABELS, n))
    return courses


def flipped(courses, seed=1):
    """Random signs, and courses that have them."""
    flips = np.random.default_rng(seed).choice([-1, 1], (len(courses), len(courses[0])))
    return flips, [one * own[:, None] for one, own in zip(courses, flips, strict=True)]


def times(signs, courses):
    return [one * own[:, None] for one, own in zip(courses, signs, strict=True)]


@pytest.mark.parametrize("seed", range(5))
def test_random_flips_are_undone(seed):
    courses = study(seed)
    straight = align_label_signs(courses, 7)
    flips, other = flipped(courses, seed)
    found = align_label_signs(other, 7)
    np.testing.assert_array_equal(found.signs * flips, straight.signs)
    assert found.clear.mean() > 0.8


def test_labels_have_the_same_relative_signs_in_all_subjects():
    courses = study()
    _, other = flipped(courses)
    signs = align_label_signs(other, 7).signs
    aligned = [lagged_correlations(one, 0)[0] for one in times(signs, other)]
    original = [lagged_correlations(one, 0)[0] for one in courses]
    # up to flips of a label in all subjects, which change no size of the mean
    np.testing.assert_allclose(np.abs(np.mean(aligned, 0)), np.abs(np.mean(original, 0)))


def test_responses_to_one_event_are_aligned_up_to_one_sign_for_all_subjects():
    courses = study(locked=0.6)
    flips, other = flipped(courses)
    found = align_label_signs(other, 7)
    assert found.together.all()
    restored = found.signs * flips
    assert (restored == restored[0]).all()


def test_an_average_of_aligned_responses_keeps_their_size():
    courses = study(locked=0.8, noise=0.1)
    _, other = flipped(courses)
    mean = np.mean(times(align_label_signs(other, 7).signs, other), axis=0)
    assert mean.std() > 0.9 * np.mean(courses, axis=0).std()
    assert mean.std() > 2 * np.mean(other, axis=0).std()


def test_courses_without_a_common_event_do_not_go_together():
    assert not align_label_signs(study(), 7).together.any()


def test_subjects_may_have_other_lengths():
    courses = study(n_times=[400 + 20 * i for i in range(N_SUBJECTS)])
    flips, other = flipped(courses)
    found = align_label_signs(other, 7)
    np.testing.assert_array_equal(found.signs * flips, align_label_signs(courses, 7).signs)
    assert not found.together.any()


def test_signs_of_noise_cannot_be_told():
    rng = np.random.default_rng(3)
    noise = [smooth(rng, N_LABELS, N_TIMES) for _ in range(N_SUBJECTS)]
    found = align_label_signs(noise, 7)
    assert found.clear.mean() <= 0.05
    assert found.together.sum() <= 1


def test_the_sign_of_a_label_that_is_noise_cannot_be_told():
    rng = np.random.default_rng(4)
    courses = study()
    for one in courses:
        one[5] = smooth(rng, N_TIMES)
    clear = align_label_signs(courses, 7).clear
    assert clear[:, 5].sum() <= 1
    assert np.delete(clear, 5, axis=1).mean() > 0.8


def test_the_signs_of_a_subject_that_is_noise_cannot_be_told():
    courses = study()
    courses[2] = smooth(np.random.default_rng(5), N_LABELS, N_TIMES)
    clear = align_label_signs(courses, 7).clear
    assert clear[2].sum() <= 1
    assert np.delete(clear, 2, axis=0).mean() > 0.8


def test_a_label_of_zeros_is_left_and_unclear():
    courses = study()
    courses[1][4] = 0
    found = align_label_signs(courses, 7)
    assert not found.clear[1, 4]
    assert np.isfinite(found.signs).all()


def test_the_same_courses_give_the_same_signs():
    for one, again in zip(study(), study(), strict=True):
        np.testing.assert_array_equal(one, again)
    first, second = (align_label_signs(study(), 7) for _ in range(2))
    np.testing.assert_array_equal(first.clear, second.clear)
    np.testing.assert_array_equal(first.signs, second.signs)


def test_lagged_correlations_are_those_of_shifted_courses():
    x = np.random.default_rng(0).standard_normal((3, 50))
    found = lagged_correlations(x, 2)
    centred = x - x.mean(axis=1, keepdims=True)
    unit = centred / np.linalg.norm(centred, axis=1, keepdims=True)
    assert found[2 + 2, 0, 1] == pytest.approx(unit[0, 2:] @ unit[1, :-2])
    np.testing.assert_allclose(found[0], found[4].T)
    np.testing.assert_allclose(found[2] + np.eye(3), np.corrcoef(x))


@pytest.mark.parametrize(
    ("courses", "error", "why"),
    [
        ([np.ones((3, 50))], InputError, "two subjects or more"),
        ([np.ones((3, 50)), np.ones((4, 50))], MismatchError, r"\(3, 50\), \(4, 50\)"),
        ([np.ones((2, 50))] * 2, MismatchError, "3 or more labels"),
        ([np.ones(50)] * 2, MismatchError, "n_labels x n_times"),
        ([np.ones((3, 5))] * 2, InputError, "16 times or more for 7 lags, got 5"),
        ([np.full((3, 50), np.nan)] * 2, DataError, "leave such labels out"),
    ],
)
def test_courses_that_cannot_be_aligned_are_refused(courses, error, why):
    with pytest.raises(error, match=why):
        align_label_signs(courses, 7)
