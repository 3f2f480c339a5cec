"""Methods of measurement info do what MNE-Python's do."""

from datetime import UTC, datetime

import numpy as np
import pytest

import leadfield
from leadfield.io import read_info, read_raw_fif, write_info

mne = pytest.importorskip("mne")


@pytest.fixture
def infos(made_raw):
    return read_info(made_raw, verbose=False), mne.io.read_info(made_raw, verbose=False)


def assert_same_channels(ours, theirs):
    assert ours["ch_names"] == theirs["ch_names"]
    assert ours["bads"] == theirs["bads"]
    assert ours.get_channel_types() == theirs.get_channel_types()
    for mine, other in zip(ours["chs"], theirs["chs"], strict=True):
        for key in ("kind", "unit", "coil_type", "coord_frame"):
            assert mine[key] == other[key]
        np.testing.assert_allclose(mine["loc"], other["loc"], atol=1e-7)


def test_channels_are_renamed_alike(infos):
    for info, package in zip(infos, (leadfield, mne), strict=True):
        info["bads"] = ["EEG 013"]
        info.rename_channels({"EEG 013": "Cz", "MAG 000": "EEG 013"})
        package.rename_channels(info, str.lower)
    ours, theirs = infos
    assert_same_channels(ours, theirs)
    for mine, other in zip(ours["projs"], theirs["projs"], strict=True):
        assert mine["data"]["col_names"] == other["data"]["col_names"]


def test_names_that_become_equal_are_numbered_alike(infos):
    ours, theirs = infos
    new = {"EEG 013": "Cz", "EEG 014": "Cz", "EEG 016": "EEG 015"}
    for info in infos:
        with pytest.raises(ValueError, match="unique"):
            info.rename_channels(new)
        with pytest.warns(RuntimeWarning, match="unique"):
            info.rename_channels(new, allow_duplicates=True)
    assert ours["ch_names"] == theirs["ch_names"]


@pytest.mark.parametrize(
    ("mapping", "error"),
    [(3, ValueError), ({"no": "x"}, ValueError), ({"EEG 013": 7}, TypeError)],
    ids=str,
)
def test_names_that_cannot_be_given_are_errors_in_both(mapping, error, infos):
    for info in infos:
        with pytest.raises(error):
            info.rename_channels(mapping)


def test_types_are_set_alike(infos):
    for info in infos:
        info.set_channel_types({"EOG 020": "ecg", "MISC 021": "eog"}, on_unit_change="ignore")
    assert_same_channels(*infos)


def test_montages_are_set_and_got_alike(infos):
    places = {f"EEG {i:03}": np.array([0.01 * i, 0.05, 0.08]) for i in range(12, 20)}
    montage = mne.channels.make_dig_montage(places, [0, 0.1, 0], [-0.08, 0, 0], [0.08, 0, 0])
    ours, theirs = infos
    theirs.set_montage(montage)
    for given in (
        montage,
        leadfield.make_dig_montage(places, [0, 0.1, 0], [-0.08, 0, 0], [0.08, 0, 0]),
    ):
        assert ours.set_montage(given) is ours
        assert_same_channels(ours, theirs)
        found, wanted = ours.get_montage().get_positions(), theirs.get_montage().get_positions()
        for name, place in wanted["ch_pos"].items():
            np.testing.assert_allclose(found["ch_pos"][name], place, atol=1e-12)
    assert ours.set_montage(None).get_montage() is None


def test_dates_are_set_alike(infos):
    for date in (datetime(2020, 1, 2, tzinfo=UTC), None):
        for info in infos:
            assert info.set_meas_date(date) is info
            assert info["meas_date"] == date
        assert infos[0]["meas_id"]["secs"] == infos[1]["meas_id"]["secs"]


def test_projections_are_normalised_alike(shared):
    path = shared / "sample_audvis_trunc_raw_sss.fif"
    ours, theirs = (
        module.io.read_raw_fif(path, verbose=False).pick(["MEG 0113", "MEG 0112", "EOG 061"])
        for module in (leadfield, mne)
    )
    rng = np.random.default_rng(0)
    for raw in (ours, theirs):
        data = {
            "nrow": 2,
            "ncol": 4,
            "row_names": None,
            "col_names": ["MEG 0113", "MEG 0111", "EOG 061", "MEG 0112"],
            "data": rng.permutation(8).reshape(2, 4) / 8.0,
        }
        rng = np.random.default_rng(0)
        data["data"] = rng.permutation(8).reshape(2, 4) / 8.0
        projection = mne.Projection(data=data, desc="x", kind=1, active=False)
        raw.add_proj([projection], verbose=False)
        raw.info["bads"] = ["EOG 061"]
        raw.info.normalize_proj()
    (mine,), (other,) = ours.info["projs"], theirs.info["projs"]
    assert mine["data"]["col_names"] == other["data"]["col_names"]
    np.testing.assert_allclose(mine["data"]["data"], other["data"]["data"], atol=1e-12)


def test_infos_are_saved_for_both(infos, tmp_path):
    ours, _ = infos
    ours.save(tmp_path / "a-info.fif")
    write_info(tmp_path / "b-info.fif", ours, data_type=4, reset_range=False)
    for name in ("a-info.fif", "b-info.fif"):
        assert_same_channels(ours, mne.io.read_info(tmp_path / name, verbose=False))
        assert_same_channels(read_info(tmp_path / name, verbose=False), ours)
    with pytest.raises(FileExistsError):
        ours.save(tmp_path / "a-info.fif")
    with pytest.raises(ValueError, match="data_type must be one of"):
        write_info(tmp_path / "c-info.fif", ours, data_type=3)


def test_names_set_in_an_info_are_those_of_its_recording(made_raw, tmp_path):
    raw = read_raw_fif(made_raw, verbose=False)
    raw.info.rename_channels({"EEG 012": "Cz"})
    assert raw.get_data("Cz").shape[0] == 1
    raw.save(tmp_path / "x_raw.fif", verbose=False)
    assert "Cz" in mne.io.read_info(tmp_path / "x_raw.fif", verbose=False)["ch_names"]


def test_compensation_grades_are_the_same(shared):
    path = shared / "test_ctf_comp_raw.fif"
    ours, theirs = read_info(path, verbose=False), mne.io.read_info(path, verbose=False)
    assert ours.compensation_grade == theirs.compensation_grade == 3
