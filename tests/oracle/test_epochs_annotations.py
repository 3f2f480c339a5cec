"""Annotations of epochs are kept, read, written and counted out as MNE-Python does."""

from datetime import UTC, datetime

import numpy as np
import pytest

import leadfield
from leadfield.api.epochs.epochs import as_epochs

mne = pytest.importorskip("mne")
# MNE-Python changes data frames in place, which pandas has deprecated.
pytestmark = pytest.mark.filterwarnings("ignore:The inplace keyword")
RATE = 100.0
DATES = [None, datetime(2020, 1, 2, 3, 4, 5, tzinfo=UTC)]


def made(package, date=None, extras=True, **options):
    """Epochs of a made-up recording that starts at sample 250."""
    rng = np.random.default_rng(0)
    info = package.create_info(["a", "b", "c"], RATE, "eeg")
    data = rng.standard_normal((3, 2000)) * 1e-6
    raw = package.io.RawArray(data, info, first_samp=250, verbose=False)
    raw.set_meas_date(date)
    more = [{"side": "left", "n": 1}, None, {"n": 2.5}, {}, {"side": "x"}, None]
    raw.set_annotations(
        package.Annotations(
            [1.9, 2.05, 4.3, 4.45, 6.0, 11.98],
            [0.2, 0.0, 3.0, 0.02, 0.5, 0.3],
            ["blink", "point", "long", "short", "BAD_x", "tail"],
            ch_names=[(), ("a", "b"), (), (), (), ()],
            extras=more if extras else None,
        )
    )
    events = np.array([[450, 0, 1], [600, 0, 1], [700, 0, 2], [860, 0, 2], [1450, 0, 1]])
    given = {"tmin": -0.1, "tmax": 0.2, "baseline": None, "preload": True, **options}
    return package.Epochs(raw, events, verbose=False, **given)


def assert_same(ours, theirs, atol=1e-9):
    if theirs is None:
        assert ours is None
        return
    assert ours.orig_time == theirs.orig_time
    np.testing.assert_allclose(ours.onset, theirs.onset, atol=atol)
    np.testing.assert_allclose(ours.duration, theirs.duration, atol=atol)
    assert list(ours.description) == list(theirs.description)
    assert list(ours.ch_names) == list(theirs.ch_names)
    assert [dict(one) for one in ours.extras] == [dict(one) for one in theirs.extras]


def assert_same_by_epoch(ours, theirs, atol=1e-9, **options):
    mine, other = (one.get_annotations_per_epoch(**options) for one in (ours, theirs))
    assert [[one[2:] for one in epoch] for epoch in mine] == [
        [(str(one[2]), *map(dict, one[3:])) for one in epoch] for epoch in other
    ]
    for epoch, wanted in zip(mine, other, strict=True):
        for one, another in zip(epoch, wanted, strict=True):
            np.testing.assert_allclose(one[:2], another[:2], atol=atol)
    return sum(map(len, mine))


@pytest.mark.parametrize("date", DATES, ids=["undated", "dated"])
@pytest.mark.parametrize("with_extras", [False, True])
def test_each_epoch_has_the_same(with_extras, date):
    ours, theirs = made(leadfield, date), made(mne, date)
    assert_same(ours.annotations, theirs.annotations)
    assert assert_same_by_epoch(ours, theirs, with_extras=with_extras) >= 4


EDITS = {
    "some epochs": lambda e: e[[0, 2]],
    "a name": lambda e: e["2"],
    "other channels": lambda e: e.pick(["c"]),
    "other names": lambda e: e.rename_channels({"a": "z"}),
    "crop": lambda e: e.crop(0.0, 0.1),
    "decimate": lambda e: e.decimate(2, verbose=False),
    "shift": lambda e: e.shift_time(0.5),
    "drop": lambda e: e.drop([1], verbose=False),
    "copy": lambda e: e.copy(),
    "date": lambda e: e.set_meas_date(1e9),
    "resample": lambda e: e.resample(50.0),
}


@pytest.mark.filterwarnings("ignore:.*alias:RuntimeWarning")
@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_operations_leave_the_same(edit):
    ours, theirs = edit(made(leadfield, DATES[1])), edit(made(mne, DATES[1]))
    assert_same(ours.annotations, theirs.annotations)
    assert_same_by_epoch(ours, theirs)


@pytest.mark.parametrize("date", DATES, ids=["undated", "dated"])
def test_files_keep_them(date, tmp_path):
    ours, theirs = made(leadfield, date), made(mne, date)
    ours.save(tmp_path / "ours-epo.fif", verbose=False)
    theirs.save(tmp_path / "theirs-epo.fif", verbose=False)
    for name in ("ours-epo.fif", "theirs-epo.fif"):
        for package in (leadfield, mne):
            again = package.read_epochs(tmp_path / name, verbose=False)
            assert_same(again.annotations, theirs.annotations, atol=1e-6)
            assert_same_by_epoch(again, theirs, atol=1e-6)


def test_epochs_without_any_have_none_in_files(tmp_path):
    for package in (leadfield, mne):
        epochs = made(package).set_annotations(package.Annotations([], [], []))
        assert len(epochs.annotations) == 0
        epochs.save(tmp_path / "x-epo.fif", overwrite=True, verbose=False)
        assert package.read_epochs(tmp_path / "x-epo.fif", verbose=False).annotations is None


def test_they_go_to_mne_python_and_back():
    ours, theirs = made(leadfield, DATES[1]), made(mne, DATES[1])
    assert_same(ours.to_mne().annotations, theirs.annotations)
    assert_same(as_epochs(theirs).annotations, theirs.annotations)
    assert_same(as_epochs(theirs).to_mne().annotations, theirs.annotations)


def test_changes_in_place_stay():
    ours, theirs = made(leadfield), made(mne)
    held = ours.annotations
    for epochs, package in ((ours, leadfield), (theirs, mne)):
        epochs.annotations.append(8.6, 0.1, "new", extras=[{"n": 3}])
        epochs.annotations.onset[0] += 0.05
        epochs.annotations.extras[1]["k"] = 5
        assert isinstance(epochs.annotations, package.Annotations)
    assert ours.annotations is held
    assert_same(ours.copy().annotations, theirs.annotations)
    assert_same_by_epoch(ours, theirs, with_extras=True)
    assert held is ours.crop(0, 0.1).annotations


def test_they_are_replaced_alike():
    epochs = []
    for package in (leadfield, mne):
        given = package.Annotations([4.5], [0.1], "x", ch_names=[("a", "q")])
        one = made(package)
        with pytest.raises(ValueError, match="q"):
            one.set_annotations(given)
        assert one.set_annotations(given, on_missing="ignore") is one
        epochs.append(one)
        assert list(given.ch_names) == [("a", "q")]
    assert_same(epochs[0].annotations, epochs[1].annotations)
    for one in epochs:
        assert one.set_annotations(None).annotations is None
        assert one.get_annotations_per_epoch() == [[] for _ in one.events]
    with pytest.raises(TypeError):
        epochs[0].set_annotations("x")


@pytest.mark.parametrize("with_extras", [True, False])
def test_metadata_are_the_same(with_extras):
    pytest.importorskip("pandas")
    # Without extras, MNE-Python fails where annotations have some.
    ours, theirs = (made(package, extras=with_extras) for package in (leadfield, mne))
    for one in (ours, theirs):
        # Where epochs were dropped, MNE-Python puts rows beside those of other epochs.
        one.reset_drop_log_selection() if hasattr(one, "reset_drop_log_selection") else None
        assert one.add_annotations_to_metadata(with_extras=with_extras) is one
        with pytest.raises(RuntimeError):
            one.add_annotations_to_metadata()
        one.add_annotations_to_metadata(overwrite=True, with_extras=with_extras)
    mine, other = ours.metadata, theirs.metadata
    assert set(mine) == set(other)
    for name in other:
        assert mine[name].tolist() == other[name].tolist()


def test_metadata_that_are_there_stay(tmp_path):
    pandas = pytest.importorskip("pandas")
    table = pandas.DataFrame({"rt": [0.1, 0.2, 0.3, 0.4, 0.5]})
    epochs = made(leadfield, metadata=table)
    epochs.drop([0], verbose=False).add_annotations_to_metadata(with_extras=False)
    assert list(epochs.metadata) == ["rt", "annot_onset", "annot_duration", "annot_description"]
    counts = [len(one) for one in epochs.metadata["annot_onset"]]
    assert counts == [len(one) for one in epochs.get_annotations_per_epoch()]
    epochs.save(tmp_path / "x-epo.fif", verbose=False)
    again = mne.read_epochs(tmp_path / "x-epo.fif", verbose=False).metadata
    assert again["annot_description"].tolist() == epochs.metadata["annot_description"].tolist()


def test_epochs_without_annotations_warn():
    pytest.importorskip("pandas")
    info = leadfield.create_info(["a"], RATE, "eeg")
    epochs = leadfield.EpochsArray(np.zeros((2, 1, 5)), info)
    assert epochs.annotations is None
    assert epochs.get_annotations_per_epoch() == [[], []]
    with pytest.warns(RuntimeWarning, match="no annotations"):
        assert epochs.add_annotations_to_metadata().metadata is None


def test_sets_that_are_put_together_lose_them_with_a_word():
    both = []
    for package in (leadfield, mne):
        with pytest.warns(RuntimeWarning, match="dropped"):
            both.append(package.concatenate_epochs([made(package), made(package)]))
    assert both[0].annotations is both[1].annotations is None


@pytest.mark.parametrize("event_id", [None, ["long", "short"], "blink", {"tail": 4}], ids=str)
def test_epochs_around_annotations_have_the_same(event_id):
    epochs = []
    for package in (leadfield, mne):
        info = package.create_info(["a"], RATE, "eeg")
        raw = package.io.RawArray(np.zeros((1, 2000)), info, verbose=False)
        names = ["blink", "long", "short", "tail"]
        raw.set_annotations(package.Annotations([2.0, 4.0, 5.0, 12.0], 0.5, names))
        given = {"baseline": None, "preload": True, "verbose": False}
        epochs.append(package.Epochs(raw, event_id=event_id, **given))
    ours, theirs = epochs
    assert_same(ours.annotations, theirs.annotations)
    assert_same_by_epoch(ours, theirs)


@pytest.mark.parametrize("with_metadata", [False, True])
def test_extras_become_metadata_of_epochs_around_annotations(with_metadata):
    pandas = pytest.importorskip("pandas")
    epochs = []
    for package in (leadfield, mne):
        info = package.create_info(["a"], RATE, "eeg")
        raw = package.io.RawArray(np.zeros((1, 2000)), info, verbose=False)
        more = [{"side": "left", "n": 1}, {"n": 2}, {"side": "right"}]
        raw.set_annotations(package.Annotations([2.0, 4.0, 5.0], 0.5, ["a", "b", "a"], extras=more))
        table = pandas.DataFrame({"rt": [1.0, 2.0, 3.0]}, index=[5, 6, 7])
        metadata = table if with_metadata else None
        given = {"baseline": None, "preload": True, "verbose": False, "metadata": metadata}
        epochs.append(package.Epochs(raw, **given).metadata)
    ours, theirs = epochs
    assert ours.equals(theirs.astype(ours.dtypes))
    assert list(ours) == list(theirs)


def test_spans_count_from_the_first_sample(shared):
    spans = []
    for package in (leadfield, mne):
        raw = package.io.read_raw_fif(
            shared / "sample_audvis_trunc_raw_sss.fif", verbose=False
        ).set_annotations(package.Annotations([0.1, 0.4], [0.25, 0.1], ["a", "b"]))
        spans.append(raw.get_annotation_spans())
        counts = package.count_annotations(raw.annotations)
        assert counts == {"a": 1, "b": 1}
    np.testing.assert_allclose(spans[0], spans[1], atol=1e-9)
