"""Blinks, heartbeats and position coils in recordings."""

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest

import leadfield
from leadfield.api.simulation import position_coils
from leadfield.api.simulation.artefacts import add_ecg, add_eog
from leadfield.api.simulation.position_coils import add_chpi
from leadfield.base.errors import (
    ArgumentTypeError,
    ChannelError,
    DataError,
    InputError,
    MismatchError,
    StateError,
)


@pytest.fixture
def raw(experiment):
    """A minute of some sensors, EOG and the head's shape, all 0."""
    path = experiment / "MEG" / "sample" / "sample_audvis_filt-0-40_raw.fif"
    info = leadfield.io.read_info(path)
    names = [name for i, name in enumerate(info.ch_names) if i % 20 == 0] + ["EOG 061"]
    info = leadfield.pick_info(info, [info.ch_names.index(name) for name in dict.fromkeys(names)])
    return leadfield.io.RawArray(np.zeros((len(info.ch_names), 6000)), info)


def test_the_recording_itself_is_changed_and_returned(raw):
    before = raw.get_data()
    assert add_eog(raw, rng=0) is raw
    assert not np.array_equal(raw.get_data(), before)


def test_a_seed_gives_the_same_again(raw):
    one, other = (add_eog(raw.copy(), rng=7).get_data() for _ in range(2))
    np.testing.assert_array_equal(one, other)


def test_eeg_measures_blinks_alone(raw):
    beats, blinks = add_ecg(raw.copy(), rng=0), add_eog(raw.copy(), rng=0)
    assert not beats.get_data("eeg").any()
    assert blinks.get_data("eeg").any()
    assert not beats.get_data("eog").any()


def test_bad_eog_channels_are_left_alone(raw):
    raw.info["bads"] = ["EOG 061"]
    assert not add_eog(raw, rng=0).get_data("eog").any()


def test_a_head_that_moves_measures_otherwise(raw):
    there = raw.info["dev_head_t"]["trans"].copy()
    there[:3, 3] += [0, 0, 0.005]
    still, moved = (add_ecg(raw.copy(), one, rng=0).get_data() for one in (None, {30.0: there}))
    np.testing.assert_array_equal(still[:, :1], moved[:, :1])
    difference = np.abs(still - moved)[:, 4600:].max()
    assert difference > 0.02 * np.abs(still).max()


def test_positions_after_the_end_are_refused(raw):
    with pytest.raises(InputError, match=r"head_pos must be at most 39.9\d* s.*got 99"):
        add_eog(raw, {99.0: np.eye(4)})


def test_a_head_without_shape_is_refused(raw):
    raw.info.value = replace(raw.info.value, digitisation=())
    with pytest.raises(DataError, match="a sphere needs at least 4 digitised points"):
        add_eog(raw)


def test_hearts_need_meg(raw):
    with pytest.raises(ChannelError, match="MEG channels must be there to measure heartbeats"):
        add_ecg(raw.copy().pick("eeg"))


@pytest.mark.parametrize("add", [add_eog, add_ecg, add_chpi])
def test_what_is_no_recording_is_refused(add):
    with pytest.raises(ArgumentTypeError, match="raw must be leadfield's Raw, got list"):
        add([1.0])


def test_samples_must_be_in_memory(experiment):
    path = experiment / "MEG" / "sample" / "sample_audvis_filt-0-40_raw.fif"
    with pytest.raises(StateError, match="load_data"):
        add_ecg(leadfield.io.read_raw_fif(path).crop(0, 2), rng=0)


@pytest.mark.parametrize(
    ("lacking", "problem"),
    [
        ({"hpi_meas": []}, "frequencies of position coils"),
        ({"hpi_results": []}, "a fit of position coils"),
        ({"hpi_meas": [{"hpi_coils": [{"coil_freq": 9.0}]}]}, r"lacks some of it \(KeyError"),
        ({"hpi_subsystem": {"hpi_coils": []}}, r"lacks some of it \(IndexError"),
        ({"dig": [], "hpi_results": [{"dig_points": []}]}, "at least 3 position coils"),
        ({"hpi_results": [{"order": [1, 2, 9]}]}, r"must be of 3, got \[1, 2, 9\]"),
        ({"hpi_results": [{"order": [1, 2]}]}, "as many places as frequencies.*got 2 and 3"),
    ],
)
def test_all_of_position_coils_must_be_known(lacking, problem):
    dig = [{"kind": 2, "ident": k, "coord_frame": 4, "r": 0.08 * np.eye(3)[k]} for k in range(3)]
    coils = [{"number": k + 1, "coil_freq": 80.0 + k} for k in range(3)]
    whole = {"hpi_meas": [{"hpi_coils": coils}], "hpi_results": [{}], "dig": dig}
    info = {**whole, "hpi_subsystem": None, **lacking}
    with pytest.raises((StateError, MismatchError), match=problem):
        position_coils._coils(Told(info))


class Told(dict):
    """What an info tells, of a head where the scanner is."""

    value = SimpleNamespace(device_to_head=None)


def test_position_coils_must_be_known(raw):
    with pytest.raises(StateError, match="frequencies of position coils"):
        add_chpi(raw)
