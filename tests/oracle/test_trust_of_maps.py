"""Detection and location take MNE-Python's own epochs, averages and operators."""

import numpy as np
import pytest

from leadfield.minimum_norm import detect, locate


@pytest.fixture(scope="module")
def tone(round_head):
    space = round_head.forward["src"][0]
    along = space["nn"][space["vertno"][100]]
    field = 5e-8 * round_head.forward["sol"]["data"][:, 300:303] @ along
    return round_head.trials(np.random.default_rng(0), 12, field=field)


def test_mne_pythons_objects_give_the_same(tone, round_head):
    ours, theirs = round_head.inverses[0.2], round_head.inverses[0.2].to_mne()
    one = detect(tone, ours, n_flips=39)
    other = detect(tone.to_mne(), theirs, n_flips=39)
    assert one.p == other.p
    np.testing.assert_allclose(one.curve, other.curve, rtol=1e-5)
    assert locate(tone.to_mne(), theirs, time=0.02).vertex == locate(tone, ours).vertex


def test_mne_pythons_average_cannot_be_tested(tone, round_head):
    with pytest.raises(TypeError, match="without its trials"):
        detect(tone.average().to_mne(), round_head.inverses[0.2])
