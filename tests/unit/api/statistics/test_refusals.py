"""What the other functions of the room refuse."""

import numpy as np
import pytest

from leadfield.stats import (
    bonferroni_correction,
    bootstrap_confidence_interval,
    combine_adjacency,
    f_oneway,
    fdr_correction,
    permutation_t_test,
    summarize_clusters_stc,
    ttest_1samp_no_p,
    ttest_ind_no_p,
)

RESULT = np.ones((2, 3)), [(np.array([0]), np.array([1]))], np.array([0.5]), np.ones(4)
SIDES = [[0, 1], [0]]


@pytest.mark.parametrize(
    ("call", "given", "error", "words"),
    [
        (permutation_t_test, [np.ones((4, 2, 3))], ValueError, r"\(n_subjects, n_tests\), got"),
        (permutation_t_test, [np.ones((4, 2)), 10, 3], ValueError, "tail must be one of"),
        (ttest_1samp_no_p, [[1.0]], ValueError, "X must hold 2 subjects or more"),
        (ttest_1samp_no_p, [[1.0, 2.0], 0, "hat"], ValueError, "method must be one of"),
        (ttest_ind_no_p, [[1.0], [2.0]], ValueError, "3 subjects or more together, got 2"),
        (f_oneway, [[1.0, 2.0]], ValueError, "two groups or more"),
        (f_oneway, [[1.0], [2.0]], ValueError, "more subjects than groups"),
        (fdr_correction, [[0.1, np.nan]], ValueError, "between 0 and 1, got nan among 2"),
        (fdr_correction, [[0.1], 0.05, "holm"], ValueError, "method must be one of"),
        (bonferroni_correction, [[0.1, 1.2]], ValueError, "between 0 and 1, got 1.2"),
        (combine_adjacency, [], ValueError, "a dimension or more"),
        (combine_adjacency, [np.ones((2, 3))], ValueError, r"structure\[0\] must be square"),
        (
            combine_adjacency,
            [3, 2 * np.ones((2, 2))],
            ValueError,
            r"structure\[1\] must hold zeros",
        ),
        (combine_adjacency, ["time"], TypeError, "a whole number or a matrix, got 'time'"),
        (bootstrap_confidence_interval, [[1.0, np.nan]], ValueError, "arr must be finite"),
        (bootstrap_confidence_interval, [[1.0], 1.5], ValueError, "ci must be"),
        (bootstrap_confidence_interval, [[1.0], 0.9, 9, "mode"], ValueError, "'mean', 'median'"),
        (summarize_clusters_stc, [RESULT], ValueError, r"\(n_times, 20484\), got shape \(2, 3\)"),
        (summarize_clusters_stc, [RESULT, 0.1, 1.0, 0, "ann", SIDES], RuntimeError, "p is 0.5"),
        (summarize_clusters_stc, [RESULT, 0.9, 1.0, 0, "ann", "all"], TypeError, "src must be"),
    ],
)
def test_what_cannot_be_is_refused_with_words(call, given, error, words):
    with pytest.raises(error, match=words):
        call(*given)


def test_clusters_of_more_axes_have_no_summary():
    wrong = RESULT[0], [(np.array([0]),) * 3], *RESULT[2:]
    with pytest.raises(ValueError, match="times and sources, got one of 3 axes"):
        summarize_clusters_stc(wrong, 0.9, vertices=SIDES)


def test_masks_have_the_summary_of_their_indices():
    mask = np.zeros((2, 3), bool)
    mask[0, 1] = True
    found = [
        summarize_clusters_stc((RESULT[0], [one], *RESULT[2:]), 0.9, vertices=SIDES).data
        for one in (RESULT[1][0], mask)
    ]
    np.testing.assert_array_equal(*found)
    np.testing.assert_array_equal(found[0], [[0, 0], [1, 1], [0, 0]])
