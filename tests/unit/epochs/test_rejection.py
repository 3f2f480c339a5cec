"""Rejection by amplitude."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.base.errors import ArgumentTypeError, ChannelError, InputError, UnknownNameError
from leadfield.epochs.good_epochs import drop_bad
from leadfield.epochs.modify import shift_epoch_times
from leadfield.epochs.rejection import (
    Rejection,
    check_types,
    make_amplitude_test,
    tighten_rejection,
)

TIMES = np.arange(10) / 100.0


def failed_channels(info, epoch, **limits):
    return make_amplitude_test(Rejection(**limits), info, TIMES).bad_channels(epoch)


@pytest.mark.parametrize(
    ("limits", "error"),
    [
        ({"meg": 1.0}, UnknownNameError),
        ({"eye": 1.0}, UnknownNameError),
        ({"eog": -1.0}, InputError),
        ({"eog": np.nan}, InputError),
        ({"eog": "much"}, ArgumentTypeError),
        ({"eog": [1.0]}, ArgumentTypeError),
        ([1.0], ArgumentTypeError),
    ],
)
def test_limits_that_mean_nothing_are_refused(limits, error):
    with pytest.raises(error):
        Rejection(reject=limits)


def test_a_limit_for_a_type_that_is_not_there_is_refused(info):
    with pytest.raises(ChannelError, match="none of 'grad'"):
        check_types(Rejection(reject={"grad": 1e-10}), info.channels)


def test_an_infinite_limit_needs_no_channels(info):
    check_types(Rejection(reject={"grad": np.inf}), info.channels)


def test_reasons_are_channels_in_the_order_of_limits(info):
    epoch = np.zeros((7, 10))
    epoch[[1, 2, 4, 5], 3] = 1.0
    assert failed_channels(info, epoch, reject={"eog": 0.5, "eeg": 0.5}) == ("EOG", "E1", "E3")


def test_channels_that_do_not_move_are_flat(info):
    epoch = np.zeros((7, 10))
    epoch[2:4, 3] = 1.0
    assert failed_channels(info, epoch, flat={"eeg": 0.5}) == ("E3",)


def test_an_amplitude_at_the_limit_is_fine(info):
    epoch = np.zeros((7, 10))
    epoch[5, 3] = 1.0
    assert failed_channels(info, epoch, reject={"eog": 1.0}, flat={"eog": 1.0}) == ()


def test_bad_channels_have_no_say(info):
    epoch = np.zeros((7, 10))
    epoch[5, 3] = 1.0
    assert failed_channels(replace(info, bads=("EOG",)), epoch, reject={"eog": 0.5}) == ()


def test_only_the_window_is_judged(info):
    epoch = np.zeros((7, 10))
    epoch[5, 8] = 1.0
    assert failed_channels(info, epoch, reject={"eog": 0.5}, tmax=0.05) == ()
    assert failed_channels(info, epoch, reject={"eog": 0.5}, tmin=0.05) == ("EOG",)


def test_limits_can_only_become_stricter():
    old = Rejection(reject={"eog": 1.0, "eeg": 2.0}, flat={"eeg": 0.1})
    new = tighten_rejection(old, {"eog": 0.5}, {"eeg": 0.2})
    assert new.reject == {"eog": 0.5, "eeg": 2.0}
    assert new.flat == {"eeg": 0.2}
    with pytest.raises(InputError, match=r"reject\['eog'\] must be at least as strict"):
        tighten_rejection(old, {"eog": 1.5}, None)
    with pytest.raises(InputError, match=r"flat\['eeg'\] must be at least as strict"):
        tighten_rejection(old, None, {"eeg": 0.05})


def test_the_window_goes_along_with_the_times(in_memory):
    block = np.zeros((2, 7, 10))
    block[1, 5, 8] = 1.0
    epochs = in_memory(block, rejection=Rejection(reject={"eog": 2.0}, tmin=0.05))
    for changed, left in (
        (shift_epoch_times(epochs, 1.0, relative=False), 1),
        (epochs.crop_samples(slice(2, 10)), 1),
        (epochs.crop_samples(slice(0, 8)), 2),
        (epochs.crop_samples(slice(0, 4)), 2),
    ):
        limits = replace(changed.rejection, reject={"eog": 0.5})
        assert len(drop_bad(replace(changed, rejection=limits, bad_dropped=False))) == left


@pytest.mark.parametrize("window", [(-0.3, None), (None, 0.6), (0.3, 0.2), (None, -0.3)])
def test_a_window_that_does_not_fit_is_refused(cut, window):
    with pytest.raises(InputError, match="reject_tm"):
        cut(reject_tmin=window[0], reject_tmax=window[1])
