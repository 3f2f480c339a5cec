"""Interpolated channels equal MNE-Python's."""

import numpy as np
import pytest

import leadfield
from leadfield.base.errors import ChannelError, DataError, InputError

mne = pytest.importorskip("mne")

# MNE-Python squares digitised points in single precision, which moves the centre that it fits.
FITTED = 1e-8
ORIGIN = (0.0, 0.01, 0.04)
BADS = ["EEG 003", "EEG 017", "EEG 053"]


@pytest.fixture
def both(shared):
    """Real EEG of both, with three bad electrodes."""
    path = shared / "test-ave.fif.gz"
    ours = leadfield.read_evokeds(path, 0, proj=False, verbose=False).pick("eeg")
    theirs = mne.read_evokeds(path, 0, proj=False, verbose=False).pick("eeg")
    for one in (ours, theirs):
        one.info["bads"] = list(BADS)
    return ours, theirs


def assert_same(ours, theirs, tolerance=1e-10):
    expected = theirs.get_data()
    assert list(ours.info["bads"]) == theirs.info["bads"]
    scale = np.nanmax(np.abs(expected))
    np.testing.assert_allclose(ours.get_data(), expected, rtol=0, atol=tolerance * scale)


@pytest.mark.parametrize(
    "arguments",
    [
        {},
        {"origin": ORIGIN},
        {"origin": ORIGIN, "exclude": ["EEG 017", "EEG 020"]},
        {"origin": ORIGIN, "reset_bads": False},
        {"origin": ORIGIN, "method": "spline"},
        {"origin": ORIGIN, "method": {"eeg": "spline"}, "mode": "fast"},
        {"method": "nan", "reset_bads": False},
    ],
    ids=str,
)
def test_electrodes_are_the_same(arguments, both):
    before = both[0].get_data()
    interpolated = (one.interpolate_bads(**arguments, verbose=False) for one in both)
    assert_same(*interpolated, tolerance=1e-10 if "origin" in arguments else FITTED)
    changed = np.flatnonzero((before != both[0].get_data()).any(axis=1))
    wanted = [name for name in BADS if name not in arguments.get("exclude", ())]
    assert [both[0].ch_names[i] for i in changed] == wanted


@pytest.fixture
def both_meg(shared):
    """Real MEG of both, with a bad magnetometer and bad gradiometers."""
    path = shared / "test-ave.fif.gz"
    pair = []
    for package in (leadfield, mne):
        evoked = package.read_evokeds(path, 0, proj=False, verbose=False).pick("meg")
        evoked.info["bads"] = ["MEG 0113", "MEG 0141", "MEG 2343"]
        pair.append(evoked)
    return pair


@pytest.mark.parametrize(
    "arguments",
    [
        {"origin": ORIGIN},
        {"origin": ORIGIN, "mode": "fast"},
        {"origin": ORIGIN, "exclude": ["MEG 0113", "MEG 0122"]},
        {"origin": ORIGIN, "method": "MNE", "reset_bads": False},
        {},
    ],
    ids=str,
)
def test_meg_channels_are_the_same(arguments, both_meg):
    interpolated = (one.interpolate_bads(**arguments, verbose=False) for one in both_meg)
    assert_same(*interpolated, tolerance=1e-10 if "origin" in arguments else FITTED)


@pytest.mark.parametrize("mode", ["accurate", "fast"])
@pytest.mark.parametrize(("kind", "distance"), [("meg", 0.064), ("eeg", 0.045)])
def test_sensors_so_close_that_the_series_is_cut_are_the_same(kind, distance, mode, shared):
    theirs = mne.read_evokeds(shared / "test-ave.fif.gz", 0, proj=False, verbose=False)
    theirs.pick(theirs.copy().pick({"meg": "mag", "eeg": "eeg"}[kind]).ch_names[::2])
    theirs.del_proj()
    for channel in theirs.info["chs"]:
        outwards = channel["loc"][:3] / np.linalg.norm(channel["loc"][:3])
        channel["loc"][:3] = distance * outwards
        channel["loc"][9:] = outwards if kind == "meg" else channel["loc"][9:]
        if kind == "meg":
            channel["coil_type"] = 2000  # a point
            channel["loc"][3:9] = np.linalg.svd(outwards[None])[2][1:].ravel()
    theirs.info["dev_head_t"] = None
    theirs.info["bads"] = theirs.ch_names[3::9]
    ours = leadfield.EvokedArray(theirs.data, theirs.info, tmin=theirs.tmin)
    options = {"method": "MNE", "mode": mode, "origin": (0.0, 0.0, 0.0), "verbose": False}
    assert_same(ours.interpolate_bads(**options), theirs.interpolate_bads(**options))


def test_meg_channels_of_an_empty_room_are_the_same(both_meg):
    for one in both_meg:
        one.info["dev_head_t"] = None
        one.interpolate_bads(origin=(0.0, 0.0, 0.0), verbose=False)
    assert_same(*both_meg)


@pytest.mark.parametrize("exclude", [(), ("EEG 017",), ("EEG 020",)])
@pytest.mark.parametrize("reference", [True, False])
def test_electrodes_in_a_map_of_the_field_are_the_same(reference, exclude, both):
    for one in both:
        if not reference:
            one.del_proj()
        one.interpolate_bads(
            method={"eeg": "MNE"}, origin=ORIGIN, exclude=list(exclude), verbose=False
        )
    assert_same(*both)


def test_electrodes_of_recordings_and_epochs_are_the_same(both):
    data = np.tile(both[0].data, 4)
    ours = leadfield.io.RawArray(data, both[0].info)
    theirs = mne.io.RawArray(data.copy(), both[1].info, verbose=False)
    events = [[i * 400 + 100, 0, 1] for i in range(4)]
    arguments = {"tmin": 0.0, "tmax": 0.1, "preload": True, "proj": False}
    epochs = (
        leadfield.Epochs(ours, events, **arguments, baseline=None),
        mne.Epochs(theirs, np.array(events), **arguments, baseline=None, verbose=False),
    )
    assert len(epochs[0]) > 1
    assert_same(*(one.interpolate_bads(origin=ORIGIN, verbose=False) for one in epochs))
    assert_same(*(one.interpolate_bads(origin=ORIGIN, verbose=False) for one in (ours, theirs)))


def test_an_electrode_without_a_position_becomes_nan(both):
    ours = both[0]
    info = leadfield.create_info(["EEG 999"], ours.info["sfreq"], "eeg")
    lost = leadfield.EvokedArray(np.ones((1, len(ours.times))), info, tmin=ours.tmin)
    ours.add_channels([lost], force_update_info=True)
    ours.info["bads"] = ["EEG 003", "EEG 999"]
    with pytest.raises(ChannelError, match="'EEG 999'"):
        ours.copy().interpolate_bads(on_bad_position="raise")
    with pytest.warns(RuntimeWarning, match="'EEG 999'"):
        ours.interpolate_bads()
    assert np.isnan(ours.data[-1]).all()
    assert np.isfinite(ours.data[:-1]).all()


class TestRefuses:
    def test_methods_that_are_not_here(self, both):
        types = dict.fromkeys(BADS, "seeg")
        ours = both[0].del_proj().set_channel_types(types, on_unit_change="ignore")
        with pytest.raises(InputError, match=r"'EEG 003', .* are bad.*exclude"):
            ours.interpolate_bads()
        assert list(ours.interpolate_bads(method="nan").info["bads"]) == []

    def test_an_origin_among_the_sensors(self, both):
        with pytest.raises(InputError, match="further than 42 mm from the centre"):
            both[0].interpolate_bads(method="MNE", origin=(0.0, 0.0, 0.14))

    def test_unknown_methods(self, both):
        with pytest.raises(InputError, match="'spline'"):
            both[0].interpolate_bads(method={"eeg": "linear"})

    def test_electrodes_of_which_none_is_good(self, both):
        both[0].info["bads"] = both[0].ch_names
        with pytest.raises(DataError, match="good ones"):
            both[0].interpolate_bads()


def test_nothing_happens_without_bad_electrodes(both):
    both[0].info["bads"] = []
    before = both[0].get_data()
    with pytest.warns(RuntimeWarning, match="no bad channels"):
        both[0].interpolate_bads()
    np.testing.assert_array_equal(both[0].get_data(), before)
