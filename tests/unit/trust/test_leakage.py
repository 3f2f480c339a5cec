import numpy as np

from leadfield.inverse.kernel import prepare_kernel
from leadfield.trust import leakage
from leadfield.trust.leakage import leakage_of_labels
from leadfield.trust.resolution import resolution_factors

ROWS = [np.array([0, 1, 2]), np.array([3, 4]), np.array([], int), np.array([2, 5, 6, 7, 8])]


def factors_of(case, method="dSPM"):
    kernel = prepare_kernel(case.model, nave=1, lambda2=0.2, method=method)
    return resolution_factors(kernel, case.forward)


def test_leakage_is_the_power_in_the_other_label_over_that_in_its_own(little, dense):
    for name in ("fixed", "loose"):
        case = little(name)
        power = dense(case, "dSPM") ** 2
        found = leakage_of_labels(factors_of(case), ROWS)
        for a, active in enumerate(ROWS):
            for b, other in enumerate(ROWS):
                if len(active) and len(other):
                    shown = power[np.ix_(other, active)].sum() / len(other)
                    own = power[np.ix_(active, active)].sum() / len(active)
                    np.testing.assert_allclose(found[a, b], np.sqrt(shown / own), rtol=1e-12)


def test_coherent_activity_adds_up_before_its_power_is_taken(little):
    factors = factors_of(little("fixed"))
    matrix = factors.kernel[0] @ factors.field[0].T
    found = leakage_of_labels(factors, ROWS, coherent=True)
    for a, b in ((0, 1), (3, 0)):
        shown = matrix[:, ROWS[a]].sum(axis=1)
        other, own = (np.linalg.norm(shown[ROWS[i]]) / len(ROWS[i]) ** 0.5 for i in (b, a))
        np.testing.assert_allclose(found[a, b], other / own, rtol=1e-12)


def test_a_label_without_sources_has_nan(little):
    found = leakage_of_labels(factors_of(little("fixed")), ROWS)
    empty = np.isnan(found)
    assert empty[2].all()
    assert empty[:, 2].all()
    assert not np.delete(np.delete(empty, 2, axis=0), 2, axis=1).any()


def test_a_label_leaks_wholly_into_itself(little):
    found = leakage_of_labels(factors_of(little("loose")), [ROWS[0], ROWS[1]])
    np.testing.assert_allclose(np.diag(found), 1, rtol=1e-14)


def test_many_labels_come_in_blocks(little, monkeypatch):
    factors = factors_of(little("fixed"))
    whole = leakage_of_labels(factors, ROWS)
    monkeypatch.setattr(leakage, "BLOCK", 2)
    np.testing.assert_allclose(leakage_of_labels(factors, ROWS), whole, rtol=1e-12)
