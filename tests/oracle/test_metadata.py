"""Metadata of epochs equal MNE-Python's, in memory and in files."""

import numpy as np
import pytest

import leadfield as ours
from leadfield.api.recording.read_raw import read_raw_fif
from leadfield.base.errors import ArgumentTypeError, MismatchError, UnknownNameError

mne = pytest.importorskip("mne")
pandas = pytest.importorskip("pandas")

# What pandas 3 says of MNE-Python's calls.
pytestmark = [
    pytest.mark.filterwarnings("ignore:The default formatting of datetime"),
    pytest.mark.filterwarnings("ignore:The inplace keyword"),
]
QUERIES = [
    "rt > 0.5",
    "side == 'left' and rt > 0.3",
    "side in ['right'] or trial < 5",
    "index > 20",
    "`correct answer`",
    "side == 'nowhere'",
]


def table(n):
    rng = np.random.default_rng(5)
    frame = pandas.DataFrame(
        {
            "rt": rng.random(n),
            "trial": np.arange(n),
            "side": np.where(rng.random(n) < 0.5, "left", "right"),
            "correct answer": rng.random(n) < 0.5,
        },
        index=np.arange(n) + 100,
    )
    frame.loc[103, "rt"] = np.nan
    frame["block"] = pandas.Categorical(["a", "b"] * (n // 2) + ["a"] * (n % 2))
    frame["score"] = pandas.array([None, *range(n - 1)], dtype="Int64")
    frame["delay"] = pandas.to_timedelta(rng.random(n), unit="s")
    frame.loc[100 + min(5, n - 1), "delay"] = pandas.NaT
    frame["when"] = pandas.Timestamp("2020-01-01", tz="Europe/Paris")
    return frame


def epochs_of(module, raw, metadata=table, **options):
    events = module.find_events(raw, "STI 014", verbose=False)
    options = {"event_id": {"x/a": 1, "x/b": 2, "y": 3}, "proj": False} | options
    frame = metadata(len(events)) if metadata else None
    if module is ours:
        return ours.Epochs(raw, events, metadata=frame, verbose=False, **options)
    # MNE-Python gives the first rows to the events that are asked for, whichever they are.
    epochs = mne.Epochs(raw, events, verbose=False, **options)
    epochs.metadata = frame.iloc[epochs.selection]
    return epochs


@pytest.fixture
def both(made_raw):
    theirs, mine = mne.io.read_raw_fif(made_raw, verbose=False), read_raw_fif(made_raw)
    options = {"reject": {"eeg": 8e-5}}
    return epochs_of(mne, theirs, **options), epochs_of(ours, mine, **options)


def assert_same(found, expected):
    pandas.testing.assert_frame_equal(found.metadata, expected.metadata)
    np.testing.assert_array_equal(found.events, expected.events)
    np.testing.assert_array_equal(found.selection, expected.selection)
    assert found.drop_log == expected.drop_log
    assert found.event_id == expected.event_id


def test_metadata_of_the_events_that_are_asked_for_are_equal(both):
    theirs, mine = both
    assert_same(mine, theirs)
    assert_same(mine.drop_bad(), theirs.drop_bad())
    assert repr(mine).endswith(", with metadata>")


def test_each_event_keeps_its_row(made_raw):
    epochs = epochs_of(ours, read_raw_fif(made_raw), event_id={"y": 3})
    assert epochs.selection.tolist() != list(range(len(epochs.events)))
    np.testing.assert_array_equal(epochs.metadata["trial"], epochs.selection)


CHANGES = {
    "one": lambda e: e[3],
    "slice": lambda e: e[4:20:2],
    "mask": lambda e: e[np.arange(len(e)) % 3 == 0],
    "name": lambda e: e["x"],
    "names": lambda e: e[["x/a", "y"]],
    "drop": lambda e: e.drop([0, 3, 5]),
    "copy": lambda e: e.copy(),
    "load": lambda e: e.load_data(),
    "crop": lambda e: e.load_data().crop(0, 0.2),
    "pick": lambda e: e.load_data().pick("eeg"),
    "baseline": lambda e: e.load_data().apply_baseline((0, 0.1)),
    "decimate": lambda e: e.decimate(2),
    "equalize": lambda e: e.equalize_event_counts(["x/a", "y"])[0],
    "shift": lambda e: e.load_data().shift_time(0.1),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_metadata_go_along_alike(both, change):
    expected, found = (change(one.drop_bad()) for one in both)
    assert_same(found, expected)


@pytest.mark.parametrize("query", QUERIES)
def test_queries_choose_the_same_epochs(both, query):
    expected, found = (one.drop_bad()[query] for one in both)
    assert_same(found, expected)


def test_queries_choose_the_same_samples(both):
    expected, found = (one.drop_bad().get_data(item="rt > 0.5") for one in both)
    np.testing.assert_allclose(found, expected, rtol=1e-10)
    assert len(found)


def test_what_is_neither_a_name_nor_a_query_is_refused(both):
    for one in both:
        with pytest.raises(KeyError):
            one["z"]
        with pytest.raises(KeyError):
            one["rt > nothing"]
        with pytest.raises(KeyError):
            one[["rt > 0.5", "rt < 0.2"]]
    with pytest.raises(UnknownNameError, match="expression of its columns"):
        both[1]["rt >"]


def test_without_metadata_a_query_is_an_unknown_name(made_raw):
    epochs = epochs_of(ours, read_raw_fif(made_raw), metadata=None)
    assert epochs.metadata is None
    with pytest.raises(UnknownNameError, match="event names"):
        epochs["rt > 0.5"]


def test_metadata_are_set_and_removed_alike(both):
    n = len(both[0].drop_bad())
    for one in both:
        one.drop_bad()
        one.metadata = table(n)[["rt", "side"]]
    assert_same(both[1], both[0])
    for one in both:
        one.metadata = None
        assert one.metadata is None
        with pytest.raises(ValueError, match="metadata must"):
            one.metadata = table(n - 1)
    with pytest.raises(MismatchError, match="row for each event"):
        both[1].metadata = table(n + 1)
    with pytest.raises(ArgumentTypeError, match="DataFrame"):
        both[1].metadata = [{"rt": 1}] * n


def test_the_frame_can_be_changed_in_place(both):
    for one in both:
        one.drop_bad()
        one.metadata["late"] = one.metadata["rt"] > 0.5
        one.metadata.loc[one.metadata.index[0], "rt"] = 7.0
        one.load_data().crop(0, 0.3)
    assert_same(both[1], both[0])
    assert_same(both[1]["late"], both[0]["late"])
    other = both[1].copy()
    other.metadata["rt"] = 0.0
    assert both[1].metadata["rt"].iloc[0] == 7.0


def test_changed_metadata_do_not_keep_bad_epochs(both):
    theirs, mine = both
    mine.metadata["new"] = theirs.metadata["new"] = 1
    for one in both:
        assert sum(1 for _ in one) > 0
    theirs.drop_bad()
    assert_same(mine, theirs)


def test_the_users_frame_stays_apart(made_raw):
    frame = table(46)
    epochs = epochs_of(ours, read_raw_fif(made_raw), metadata=lambda _: frame)
    frame["rt"] = -1.0
    assert (epochs.metadata["rt"].dropna() >= 0).all()


def test_metadata_of_repeated_events_are_equal(made_raw):
    out = []
    for module, raw in (
        (mne, mne.io.read_raw_fif(made_raw, verbose=False)),
        (ours, read_raw_fif(made_raw)),
    ):
        events = np.array([[600, 0, 1], [600, 0, 2], [1000, 0, 1], [1400, 0, 2]])
        options = {"metadata": table(4), "verbose": False}
        out += [
            module.Epochs(raw, events, event_repeated=repeated, **options).metadata
            for repeated in ("drop", "merge")
        ]
    pandas.testing.assert_frame_equal(out[2], out[0])
    pandas.testing.assert_frame_equal(out[3], out[1])


def test_metadata_of_arrays_are_equal(both):
    theirs, mine = both
    data = theirs.get_data()
    frame = table(len(data))
    expected = mne.EpochsArray(data, theirs.info, metadata=frame, verbose=False)
    found = ours.EpochsArray(data, mine.info, metadata=frame, verbose=False)
    assert_same(found, expected)
    with pytest.raises(MismatchError, match="row for each event"):
        ours.EpochsArray(data, mine.info, metadata=frame[:3], verbose=False)


def test_metadata_of_joined_epochs_are_equal(both):
    pairs = [[one["x"], one["y"]] for one in both]
    with pytest.warns(RuntimeWarning, match="Annotations"):
        expected = mne.concatenate_epochs(pairs[0], verbose=False)
    with pytest.warns(RuntimeWarning, match="annotations of epochs"):
        found = ours.concatenate_epochs(pairs[1])
    assert_same(found, expected)
    pairs[1][1].metadata = None
    with pytest.raises(MismatchError, match="all sets of epochs or none"):
        ours.concatenate_epochs(pairs[1])


@pytest.mark.parametrize("preload", [False, True])
@pytest.mark.parametrize("suffix", ["fif", "fif.gz"])
def test_metadata_in_files_are_read_by_both(both, tmp_path, preload, suffix):
    names = tmp_path / f"theirs-epo.{suffix}", tmp_path / f"ours-epo.{suffix}"
    for one, name in zip(both, names, strict=True):
        one.metadata["late"] = one.metadata["rt"] > 0.5
        one.save(name, verbose=False)
    for name in names:
        expected = mne.read_epochs(name, proj=False, preload=True, verbose=False)
        found = ours.read_epochs(name, proj=False, preload=preload)
        assert_same(found, expected)
        assert_same(found["rt > 0.3"], expected["rt > 0.3"])
    expected = mne.read_epochs(names[0], verbose=False)
    assert_same(ours.read_epochs(names[1]), expected)


def test_both_write_the_same_text(both, tmp_path):
    texts = []
    for i, one in enumerate(both):
        path = tmp_path / f"{i}-epo.fif"
        one.save(path, verbose=False)
        data = path.read_bytes()
        start = data.index(b'[{"index"')
        texts.append(data[start : data.index(b"}]", start)])
    assert texts[0] == texts[1]
    assert len(texts[0]) > 1000


def test_metadata_in_parts_of_files_are_equal(both, tmp_path):
    mine = both[1]
    mine.save(tmp_path / "ours-epo.fif", split_size=400_000, verbose=False)
    assert len(list(tmp_path.iterdir())) > 1
    expected = mne.read_epochs(tmp_path / "ours-epo.fif", verbose=False)
    found = ours.read_epochs(tmp_path / "ours-epo.fif")
    assert_same(found, expected)


def test_metadata_of_mne_pythons_epochs_are_taken(both):
    theirs, mine = both
    with pytest.warns(RuntimeWarning, match="annotations of epochs"):
        joined = ours.concatenate_epochs([theirs.copy(), mine])
    n = len(mine)
    pandas.testing.assert_frame_equal(
        joined.metadata.iloc[:n].reset_index(drop=True), mine.metadata.reset_index(drop=True)
    )


def test_metadata_go_along_to_mne_python(both):
    theirs, mine = both
    theirs.drop_bad()
    back = mine.load_data().to_mne()
    pandas.testing.assert_frame_equal(back.metadata, theirs.metadata)
