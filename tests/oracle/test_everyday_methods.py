"""Smaller everyday methods and functions do what MNE-Python's do."""

import numpy as np
import pytest

import leadfield
from leadfield.io import RawArray

mne = pytest.importorskip("mne")
NAMES = ["E1", "E2", "E3", "E4", "EOG", "STI 014"]
TYPES = ["eeg"] * 4 + ["eog", "stim"]


def raw_of(package, first=50):
    data = np.random.default_rng(0).standard_normal((6, 600))
    data[5] = 0
    info = package.create_info(NAMES, 100.0, TYPES)
    return package.io.RawArray(data, info, first_samp=first, verbose=False)


def projections(package):
    rng = np.random.default_rng(1)
    out = []
    for i in range(3):
        vectors = rng.standard_normal((1, 4))
        data = {
            "nrow": 1,
            "ncol": 4,
            "row_names": None,
            "col_names": NAMES[:4],
            "data": vectors / np.linalg.norm(vectors),
        }
        out.append(package.Projection(data=data, desc=f"p{i}"))
    absent = {**data, "col_names": ["A", "B", "C", "D"]}
    return [*out, package.Projection(data=absent, desc="elsewhere")]


def recordings(package):
    return raw_of(package)


def epochs(package, proj=False):
    events = np.array([[150, 0, 1], [300, 0, 1], [450, 0, 2]])
    given = {"tmin": -0.1, "tmax": 0.2, "baseline": None, "verbose": False}
    return package.Epochs(raw_of(package), events, proj=proj, preload=True, **given)


def averages(package):
    return epochs(package).average(picks="all")


KINDS = {"Raw": recordings, "Epochs": epochs, "Evoked": averages}


class TestSomeProjections:
    @pytest.mark.parametrize("make", KINDS.values(), ids=KINDS)
    @pytest.mark.parametrize("chosen", [[1], [2, 0], [0, 3], [3], []], ids=str)
    def test_are_applied_alike(self, chosen, make):
        found = []
        for package in (leadfield, mne):
            one, projs = make(package), projections(package)
            one.add_proj(projs, verbose=False)
            assert one.apply_proj(projs=[projs[i] for i in chosen], verbose=False) is one
            found.append(one)
        ours, theirs = found
        assert [p["active"] for p in ours.info["projs"]] == [
            p["active"] for p in theirs.info["projs"]
        ]
        assert [p["desc"] for p in ours.info["projs"]] == [p["desc"] for p in theirs.info["projs"]]
        np.testing.assert_allclose(ours.get_data(), theirs.get_data(), atol=1e-12)
        for one in found:
            one.apply_proj(verbose=False)
        np.testing.assert_allclose(ours.get_data(), theirs.get_data(), atol=1e-12)

    def test_of_epochs_on_demand_are_applied_alike(self):
        found = []
        for package in (leadfield, mne):
            raw, projs = raw_of(package), projections(package)[:3]
            raw.add_proj(projs, verbose=False)
            events = np.array([[150, 0, 1], [300, 0, 1]])
            given = {"tmax": 0.2, "baseline": None, "proj": False, "verbose": False}
            one = package.Epochs(raw, events, **given)
            found.append(one.apply_proj(projs=projs[1], verbose=False))
        np.testing.assert_allclose(found[0].get_data(), found[1].get_data(), atol=1e-12)
        assert [p["active"] for p in found[0].info["projs"]] == [False, True, False]

    def test_must_be_among_those_there_are(self):
        for package in (leadfield, mne):
            raw, projs = raw_of(package), projections(package)
            raw.add_proj(projs[:2], verbose=False)
            with pytest.raises(ValueError, match=r"projs\[1\]"):
                raw.apply_proj(projs=[projs[0], projs[2]])
            assert not any(p["active"] for p in raw.info["projs"])
        with pytest.raises(TypeError):
            raw_of(leadfield).apply_proj(projs=["p0"])


class TestRecordings:
    def test_are_rescaled_alike(self):
        scaled = [
            raw_of(package).rescale({"eeg": 1e-6, "eog": 2.0}) for package in (leadfield, mne)
        ]
        np.testing.assert_allclose(scaled[0].get_data(), scaled[1].get_data(), rtol=1e-12)
        scaled = [raw_of(package).pick("eeg").rescale(1e-6) for package in (leadfield, mne)]
        np.testing.assert_allclose(scaled[0].get_data(), scaled[1].get_data(), rtol=1e-12)

    @pytest.mark.parametrize(
        ("scalings", "error"),
        [(1e-6, ValueError), ({"mag": 1.0}, ValueError), ("eeg", TypeError)],
        ids=str,
    )
    def test_are_not_rescaled_alike(self, scalings, error):
        for package in (leadfield, mne):
            with pytest.raises(error):
                raw_of(package).rescale(scalings)

    def test_must_be_in_memory_to_be_changed(self, tmp_path):
        raw_of(leadfield).save(tmp_path / "x_raw.fif", verbose=False)
        for package in (leadfield, mne):
            raw = package.io.read_raw_fif(tmp_path / "x_raw.fif", verbose=False)
            with pytest.raises(RuntimeError):
                raw.rescale({"eeg": 1.0})
            with pytest.raises(RuntimeError):
                raw.add_events([[60, 0, 1]])

    @pytest.mark.parametrize("replace", [False, True])
    @pytest.mark.parametrize("channel", [None, "STI 014", "EOG"])
    def test_take_events_alike(self, channel, replace):
        found = []
        for package in (leadfield, mne):
            raw = raw_of(package)
            raw.add_events(np.array([[60, 0, 4], [100, 0, 2]]), channel)
            raw.add_events(np.array([[100, 9, 1], [649, 0, 3]]), channel, replace=replace)
            found.append(raw.get_data())
        np.testing.assert_array_equal(*found)

    @pytest.mark.parametrize(
        ("events", "channel"),
        [([[60, 1]], None), ([[10, 0, 1]], None), ([[650, 0, 1]], None), ([[60, 0, 1]], "X")],
        ids=str,
    )
    def test_refuse_events_alike(self, events, channel):
        for package in (leadfield, mne):
            with pytest.raises(ValueError):  # noqa: PT011 - the packages' words differ
                raw_of(package).add_events(np.array(events), channel)

    def test_read_lists_of_bad_channels_alike(self, tmp_path):
        path, other = tmp_path / "bad.txt", tmp_path / "other.txt"
        path.write_text("E2\n\nEOG\n")
        other.write_text("E3\nX9\n")
        for package in (leadfield, mne):
            raw = raw_of(package)
            raw.load_bad_channels(path)
            assert raw.info["bads"] == ["E2", "EOG"]
            with pytest.raises(ValueError, match="not"):
                raw.load_bad_channels(other)
            assert raw.info["bads"] == ["E2", "EOG"]
            with pytest.warns(RuntimeWarning, match="not"):
                raw.load_bad_channels(other, force=True)
            assert raw.info["bads"] == ["E3"]
            raw.load_bad_channels()
            assert raw.info["bads"] == []
            with pytest.raises(FileNotFoundError):
                raw.load_bad_channels(tmp_path / "none.txt")

    def test_get_the_types_of_newer_magnetometers_alike(self, shared, tmp_path):
        old = mne.io.read_raw_fif(shared / "sample_audvis_trunc_raw_sss.fif", verbose=False)
        for i, one in enumerate(old.info["chs"][2:300:3]):
            one["coil_type"] = 3022 + i % 3
        old.save(tmp_path / "x_raw.fif", verbose=False)
        types = []
        for package in (leadfield, mne):
            raw = package.io.read_raw_fif(tmp_path / "x_raw.fif", verbose=False)
            assert {3022, 3023} < {int(one["coil_type"]) for one in raw.info["chs"]}
            assert raw.fix_mag_coil_types() is raw
            types.append([int(one["coil_type"]) for one in raw.info["chs"]])
        assert types[0] == types[1]
        assert not {3022, 3023} & set(types[0])


def test_epochs_are_numbered_anew_alike():
    found = []
    for package in (leadfield, mne):
        one = epochs(package).drop([0], verbose=False)["2"]
        assert one.reset_drop_log_selection() is None
        found.append((one.selection.tolist(), one.drop_log))
    assert found[0] == found[1] == ([0], ((),))
    pandas = pytest.importorskip("pandas")
    ours = epochs(leadfield)
    ours.metadata = pandas.DataFrame({"rt": [1, 2, 3]})
    ours.drop([0], verbose=False)
    ours.metadata["more"] = [5, 6]
    ours.reset_index()
    assert ours.metadata.index.tolist() == [0, 1]
    assert ours.metadata["more"].tolist() == [5, 6]


@pytest.mark.parametrize("copy", [False, True])
def test_epochs_are_iterated_as_averages_alike(copy):
    found = [list(epochs(package).iter_evoked(copy)) for package in (leadfield, mne)]
    assert len(found[0]) == len(found[1]) == 3
    for mine, other in zip(*found, strict=True):
        np.testing.assert_allclose(mine.data, other.data, atol=1e-12)
        assert mine.comment == other.comment


@pytest.mark.parametrize("ids", [None, [1, 11]])
def test_events_are_counted_alike(ids):
    events = np.array([[0, 0, 1], [3, 0, 1], [5, 0, 7]])
    assert leadfield.count_events(events, ids) == mne.count_events(events, ids)


@pytest.mark.parametrize("pattern", ["E.", "E$", "[12]", ".*4$", "nothing"])
def test_channels_are_picked_by_expressions_alike(pattern):
    ours = leadfield.pick_channels_regexp(NAMES, pattern)
    assert ours == mne.pick_channels_regexp(NAMES, pattern)
    with pytest.raises(ValueError, match="regular expression"):
        leadfield.pick_channels_regexp(NAMES, "(")


@pytest.mark.parametrize("diagonal", [False, True])
@pytest.mark.parametrize(
    "given", [{}, {"include": ["d", "b"], "exclude": ()}, {"exclude": ["a"]}], ids=str
)
def test_channels_of_covariances_are_picked_alike(given, diagonal):
    data = np.arange(1.0, 5.0) if diagonal else np.diag(np.arange(1.0, 5.0)) + 0.1
    covs = [
        package.Covariance(data.copy(), list("abcd"), ["c"], [], 10) for package in (leadfield, mne)
    ]
    ours = leadfield.pick_channels_cov(covs[0], **given)
    theirs = mne.pick_channels_cov(covs[1], **given)
    assert ours.ch_names == theirs["names"]
    np.testing.assert_array_equal(ours.data, theirs["data"])
    assert leadfield.pick_channels_cov(covs[1], **given).ch_names == theirs["names"]
    assert covs[0].ch_names == list("abcd")
    changed = leadfield.pick_channels_cov(covs[0], **given, copy=False)
    assert changed is covs[0]
    assert changed.ch_names == theirs["names"]
    with pytest.raises(TypeError, match="copy must be True"):
        leadfield.pick_channels_cov(covs[1], copy=False)


def test_recordings_of_one_channel_are_rescaled_by_numbers_of_numpy():
    raw = RawArray([[1.0, 2.0]], leadfield.create_info(["a"], 10.0, "eeg"))
    assert raw.rescale(np.float64(2)).get_data().tolist() == [[2.0, 4.0]]
