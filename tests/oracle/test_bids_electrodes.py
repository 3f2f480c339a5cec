"""Electrodes of tables are where MNE-BIDS puts them."""

import json
import warnings

import numpy as np
import pytest

from leadfield.bids.data_set import open_data_set
from leadfield.bids.recording import read_recording

mne = pytest.importorskip("mne")
mne_bids = pytest.importorskip("mne_bids")

NAMES = [f"EEG {i:03}" for i in range(1, 9)]
PLACES = 0.09 * np.array(
    [
        [0, 0, 1],
        [1, 0, 0.2],
        [-1, 0, 0.2],
        [0, 1, 0.1],
        [0, -1, 0.1],
        [0.6, 0.6, 0.5],
        [0, 0.7, 0.7],
        [-0.5, 0.4, 0.8],
    ]
)


@pytest.fixture
def root(tmp_path):
    """Function that makes a data set of an MEG recording whose electrodes have no position."""

    def make(system, unit, places=PLACES, **more):
        info = mne.create_info([*NAMES, "MEG 0111"], 100.0, ["eeg"] * len(NAMES) + ["mag"])
        raw = mne.io.RawArray(np.zeros((len(info["ch_names"]), 200)), info, verbose="error")
        folder = tmp_path / "sub-01" / "meg"
        folder.mkdir(parents=True)
        stem = folder / "sub-01_task-rest"
        raw.save(f"{stem}_meg.fif", verbose="error")
        scale = {"m": 1, "cm": 1e2, "mm": 1e3}.get(more.pop("true_unit", unit), 1)
        rows = [
            "\t".join([name, *("n/a" if np.isnan(x) else repr(float(x)) for x in scale * place)])
            for name, place in zip(NAMES, places, strict=True)
        ]
        table = folder / "sub-01_electrodes.tsv"
        table.write_text("\n".join(["name\tx\ty\tz", *rows]) + "\n")
        content = {"MEGCoordinateSystem": system, "MEGCoordinateUnits": unit, **more}
        (folder / "sub-01_coordsystem.json").write_text(json.dumps(content))
        (folder / "sub-01_task-rest_meg.json").write_text(json.dumps({"TaskName": "rest"}))
        (tmp_path / "dataset_description.json").write_text(
            json.dumps({"Name": "x", "BIDSVersion": "1.10.0"})
        )
        return tmp_path

    return make


def both(root):
    """Positions by our reader and by MNE-BIDS'."""
    (files,) = open_data_set(root).recordings
    info = read_recording(files).info
    ours = info.channels.locations[info.channels.of_type("eeg"), :3]
    path = mne_bids.BIDSPath(
        subject="01", task="rest", datatype="meg", suffix="meg", extension=".fif", root=root
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        raw = mne_bids.read_raw_bids(path, verbose="error")
    return ours, np.array([raw.info["chs"][raw.ch_names.index(n)]["loc"][:3] for n in NAMES])


@pytest.mark.parametrize("unit", ["m", "cm", "mm"])
@pytest.mark.parametrize("system", ["CapTrak", "ElektaNeuromag", "ChietiItab"])
def test_positions_in_systems_of_the_head_are_taken_as_they_are(root, system, unit):
    ours, theirs = both(root(system, unit))
    np.testing.assert_allclose(ours, theirs, rtol=0, atol=1e-10)
    np.testing.assert_allclose(ours, PLACES, rtol=0, atol=1e-8)


@pytest.mark.parametrize("system", ["CTF", "4DBti", "KitYokogawa", "EEGLAB"])
def test_axes_through_the_nasion_are_turned(root, system):
    ours, theirs = both(root(system, "mm"))
    np.testing.assert_allclose(ours, theirs, rtol=0, atol=1e-10)
    np.testing.assert_allclose(ours[1], PLACES[1] @ [[0, 1, 0], [-1, 0, 0], [0, 0, 1]], atol=1e-9)


@pytest.mark.filterwarnings("ignore:.*does not say the unit")
@pytest.mark.parametrize("unit", ["m", "cm", "mm"])
def test_a_unit_that_nobody_says_is_told_by_the_sizes(root, unit):
    ours, theirs = both(root("CapTrak", "n/a", true_unit=unit, places=1.2 * PLACES))
    np.testing.assert_allclose(ours, theirs, rtol=0, atol=1e-10)


@pytest.mark.filterwarnings("ignore:.*has no coordinates of good channels")
def test_an_electrode_without_coordinates_has_no_position(root):
    places = PLACES.copy()
    places[2] = np.nan
    ours, theirs = both(root("CapTrak", "m", places=places))
    np.testing.assert_array_equal(np.isnan(ours), np.isnan(theirs))


def test_landmarks_say_where_the_head_is_in_systems_of_the_nasion(root):
    marks = {"NAS": [100.0, 5.0, 0.0], "LPA": [0.0, 75.0, 0.0], "RPA": [0.0, -75.0, 0.0]}
    (files,) = open_data_set(
        root(
            "CTF",
            "mm",
            AnatomicalLandmarkCoordinates=marks,
            AnatomicalLandmarkCoordinateUnits="mm",
        )
    ).recordings
    info = read_recording(files).info
    montage = mne.channels.make_dig_montage(
        dict(zip(NAMES, PLACES, strict=True)),
        nasion=np.array(marks["NAS"]) / 1e3,
        lpa=np.array(marks["LPA"]) / 1e3,
        rpa=np.array(marks["RPA"]) / 1e3,
        coord_frame="ctf_head",
    )
    raw = mne.io.RawArray(np.zeros((8, 2)), mne.create_info(NAMES, 100.0, "eeg"), verbose="error")
    raw.set_montage(montage)
    theirs = np.array([ch["loc"][:3] for ch in raw.info["chs"]])
    ours = info.channels.locations[info.channels.of_type("eeg"), :3]
    np.testing.assert_allclose(ours, theirs, rtol=0, atol=1e-10)


def test_a_recording_that_knows_where_its_electrodes_are_keeps_them(root):
    folder = root("CapTrak", "m")
    path = folder / "sub-01" / "meg" / "sub-01_task-rest_meg.fif"
    raw = mne.io.read_raw_fif(path, preload=True, verbose="error")
    montage = mne.channels.make_dig_montage(
        dict(zip(NAMES, 1.1 * PLACES, strict=True)),
        nasion=[0, 0.1, 0],
        lpa=[-0.07, 0, 0],
        rpa=[0.07, 0, 0],
        coord_frame="head",
    )
    raw.set_montage(montage).save(path, overwrite=True, verbose="error")
    (files,) = open_data_set(folder).recordings
    info = read_recording(files).info
    ours = info.channels.locations[info.channels.of_type("eeg"), :3]
    np.testing.assert_allclose(ours, 1.1 * PLACES, atol=1e-7)


def test_templates_and_unknown_systems_are_not_read(root):
    (files,) = open_data_set(root("MNI305", "mm")).recordings
    with pytest.warns(RuntimeWarning, match="are in 'MNI305', of which it is not known where"):
        info = read_recording(files).info
    assert (
        not np.isfinite(info.channels.locations[0, :3]).any()
        or not info.channels.locations[0, :3].any()
    )
