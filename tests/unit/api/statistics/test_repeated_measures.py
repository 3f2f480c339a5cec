"""Analysis of variance with repeated measures, as users call it."""

import numpy as np
import pytest

from leadfield.base.errors import InputError, MismatchError
from leadfield.stats import f_mway_rm, f_threshold_mway_rm, permutation_cluster_test

DATA = np.random.default_rng(0).standard_normal((9, 4, 20))


def test_data_of_several_axes_keep_them_without_p_too():
    several = DATA.reshape(9, 4, 5, 4)
    f, p = f_mway_rm(several, [2, 2], return_pvals=False)
    np.testing.assert_array_equal(f.reshape(3, 20), f_mway_rm(DATA, [2, 2])[0])
    assert p.size == 0


def test_it_is_a_statistic_for_clusters():
    x = [one + effect for one, effect in zip(DATA.swapaxes(0, 1), (0, 0, 3, 3), strict=True)]

    def first_factor(*conditions):
        return f_mway_rm(np.swapaxes(conditions, 0, 1), [2, 2], "A", return_pvals=False)[0]

    level = f_threshold_mway_rm(9, [2, 2], "A")
    f, clusters, p, _ = permutation_cluster_test(
        x, level, 100, stat_fun=first_factor, seed=0, out_type="mask"
    )
    assert (len(clusters), p[0]) == (1, 0.01)
    np.testing.assert_allclose(f, f_mway_rm(np.stack(x, axis=1), [2, 2], "A")[0])


@pytest.mark.parametrize("wrong", [np.zeros(4), np.zeros((9, 3, 20)), np.zeros((9, 5))])
def test_conditions_that_levels_do_not_make_are_refused(wrong):
    with pytest.raises(MismatchError, match=r"\(n_subjects, 4 conditions, ...\), got"):
        f_mway_rm(wrong, [2, 2])


@pytest.mark.parametrize("wrong", [4, [4, 1], [], [[2, 2]]])
def test_levels_that_make_no_factors_are_refused(wrong):
    with pytest.raises(InputError, match="factor"):
        f_mway_rm(DATA, wrong)


def test_a_single_subject_is_refused():
    with pytest.raises(InputError, match="number of subjects must be at least 2, got 1"):
        f_mway_rm(DATA[:1], [2, 2])
    with pytest.raises(InputError, match="n_subjects must be at least 2, got 1"):
        f_threshold_mway_rm(1, [2, 2])
