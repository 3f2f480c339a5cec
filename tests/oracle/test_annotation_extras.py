"""Extras of annotations, the fields that users add, are those of MNE-Python."""

import copy
import math
import pickle

import numpy as np
import pytest

import leadfield
from leadfield.base.errors import FormatError
from leadfield.fif.kinds import Block, Kind
from leadfield.fif.writer import writing

mne = pytest.importorskip("mne")

EXTRAS = [{"side": "left", "rt": 0.25, "n": 3}, None, {"side": "rechts, außen", "ok": None}]


def pair(extras=EXTRAS):
    given = ([3.0, 1.0, 2.0], [0.5, 1.0, 0.25], ["c", "a", "b"])
    return tuple(
        package.Annotations(*given, extras=copy.deepcopy(extras)) for package in (leadfield, mne)
    )


def plain(annotations):
    return [dict(one) for one in annotations.extras]


EDITS = {
    "nothing": lambda a, _: a,
    "copy": lambda a, _: a.copy(),
    "pickle": lambda a, _: pickle.loads(pickle.dumps(a)),
    "append": lambda a, _: a.append([4.0, 0.5], 1.0, "d", extras=[{"rt": 1}, {"x": "y"}]),
    "append none": lambda a, _: a.append(4.0, 1.0, "d"),
    "delete": lambda a, _: a.delete(1) or a,
    "slice": lambda a, _: a[1:],
    "mask": lambda a, _: a[np.array([True, False, True])],
    "sum": lambda a, package: a + package.Annotations([9.0], [1.0], "z", extras=[{"k": 1.5}]),
    "crop": lambda a, _: a.crop(1.5, 3.25),
    "rename": lambda a, _: a.rename({"a": "x"}),
    "set": lambda a, _: setattr(a, "extras", [{"k": 1}, {}, None]) or a,
    "set one": lambda a, _: a.extras.__setitem__(0, {"k": 7}) or a,
    "set in one": lambda a, _: a.extras[2].__setitem__("side", "x") or a,
    "remove from one": lambda a, _: a.extras[2].pop("rt") and a,
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_edits_leave_the_same(edit):
    ours, theirs = (
        edit(one, package) for one, package in zip(pair(), (leadfield, mne), strict=True)
    )
    assert plain(ours) == plain(theirs)
    assert [dict(one["extras"]) for one in ours] == [dict(one["extras"]) for one in theirs]


def test_changes_are_not_seen_by_copies():
    ours, _ = pair()
    other = ours.copy()
    ours.extras[0]["new"] = 1
    assert "new" not in other.extras[0]
    assert "new" in ours.copy().extras[0]


def test_tables_are_the_same():
    pytest.importorskip("pandas")
    ours, theirs = (one.to_data_frame() for one in pair())
    assert list(ours) == list(theirs)
    assert ours.equals(theirs.astype(ours.dtypes))


@pytest.mark.parametrize("name", ["x-annot.fif", "x.csv", "x.txt"])
@pytest.mark.filterwarnings("ignore:Extra field:RuntimeWarning")
def test_files_are_read_alike(name, tmp_path):
    extras = [
        {"s": "left", "n": i, "x": i / 4, "b": i > 1, "m": "a b" if i else "3"} for i in range(3)
    ]
    ours, theirs = pair(extras)
    theirs.save(tmp_path / name)
    assert plain(leadfield.read_annotations(tmp_path / name)) == plain(theirs)
    ours.save(tmp_path / name, overwrite=True)
    assert plain(leadfield.read_annotations(tmp_path / name)) == plain(theirs)
    assert plain(mne.read_annotations(tmp_path / name)) == plain(theirs)


def test_fif_files_keep_all_types_and_letters(tmp_path):
    ours, theirs = pair([{"a": 1, "b": 2.5, "c": "中", "d": None, "e": True}, None, {"a": "x"}])
    ours.save(tmp_path / "x-annot.fif")
    for package in (leadfield, mne):
        assert plain(package.read_annotations(tmp_path / "x-annot.fif")) == plain(theirs)


def test_text_files_warn_of_several_types(tmp_path):
    with pytest.warns(RuntimeWarning, match="extras should have values of one type.*'rt'"):
        pair()[0].save(tmp_path / "x.csv")
    found = leadfield.read_annotations(tmp_path / "x.csv")
    assert found.extras[2] == {"side": "left", "rt": "0.25", "n": "3", "ok": ""}


def test_recordings_keep_them(tmp_path):
    raws = []
    for one, package in zip(pair(), (leadfield, mne), strict=True):
        info = package.create_info(["a", "b"], 100.0, "eeg")
        raw = package.io.RawArray(np.zeros((2, 500)), info, verbose=False).set_annotations(one)
        raws.append(raw.crop(0.5, 2.5))
    ours, theirs = raws
    assert plain(ours.annotations) == plain(theirs.annotations) != []
    ours.save(tmp_path / "x_raw.fif", verbose=False)
    for package in (leadfield, mne):
        again = package.io.read_raw_fif(tmp_path / "x_raw.fif", verbose=False)
        assert plain(again.annotations) == plain(theirs.annotations)


def test_they_go_to_mne_python_and_back():
    ours, theirs = pair()
    assert plain(ours.to_mne()) == plain(theirs)
    raw = leadfield.io.RawArray(np.zeros((1, 500)), leadfield.create_info(["a"], 100.0))
    raw.set_annotations(theirs)
    assert plain(raw.annotations) == plain(theirs)
    assert plain(raw.to_mne().annotations) == plain(theirs)


def test_annotations_are_equal_whatever_their_extras():
    for one, other in zip(pair(), pair(None), strict=True):
        assert one == other


def test_numbers_of_numpy_become_plain():
    ours = leadfield.Annotations([1.0], [1.0], "a", extras=[{"n": np.int64(3), "x": np.float64(2)}])
    assert [type(value) for value in ours.extras[0].values()] == [int, float]


@pytest.mark.parametrize(
    ("extras", "error"),
    [
        ([{}], ValueError),
        (({}, {}, {}), TypeError),
        ([1, 2, 3], TypeError),
        ([{"onset": 1}, None, None], ValueError),
        ([{3: 1}, None, None], TypeError),
        ([{"a": [1]}, None, None], TypeError),
    ],
    ids=str,
)
def test_what_they_cannot_be_is_an_error_in_both(extras, error):
    for package in (leadfield, mne):
        with pytest.raises(error):
            package.Annotations([1.0, 2.0, 3.0], 1.0, "a", extras=extras)
    ours, _ = pair()
    with pytest.raises(error):
        ours.extras = extras
    assert len(ours.extras) == 3


@pytest.mark.parametrize("change", [{"ch_names": 1}, {"a": {}}], ids=str)
def test_changes_in_place_are_checked(change):
    ours, _ = pair()
    with pytest.raises((TypeError, ValueError)):
        ours.extras[0].update(change)
    assert ours.extras[0] == {}
    with pytest.raises(ValueError, match="one item for each of 3"):
        ours.extras.append({})


@pytest.mark.parametrize("text", ["[1]", "{}", "[", '[{"a": []}]', "[{}, {}]"])
def test_damaged_extras_are_format_errors(text, tmp_path):
    with writing(tmp_path / "x-annot.fif") as writer, writer.block(Block.ANNOTATIONS):
        writer.reals(Kind.BASELINE_MIN, [1.0])
        writer.reals(Kind.BASELINE_MAX, [2.0])
        writer.names(Kind.DESCRIPTION, ["a"])
        writer.text(Kind.FREE_LIST, text)
    with pytest.raises(FormatError, match="extras"):
        leadfield.read_annotations(tmp_path / "x-annot.fif")


def test_not_a_number_is_a_number(tmp_path):
    ours, _ = pair([{"x": math.nan}, {"x": 1.5}, {"x": math.inf}])
    ours.save(tmp_path / "x-annot.fif")
    found = [one["x"] for one in leadfield.read_annotations(tmp_path / "x-annot.fif").extras]
    np.testing.assert_array_equal(found, [1.5, math.inf, math.nan])
