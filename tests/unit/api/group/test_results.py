"""Results of a group: all files together, from made-up members."""

import csv
import json

import numpy as np
import pytest

import leadfield
from leadfield.api.group.results import make_group
from leadfield.base.errors import FormatError, InputError
from leadfield.datasets import template
from leadfield.group.member import FailedMember
from leadfield.group.settings import GroupSettings

BROKEN = FormatError("03-lh.stc", "an stc file must be whole")
FAILED = FailedMember(subject="07", step="forward", reason="no trans", command="leadfield batch")


def settings(**others):
    return GroupSettings(
        **{
            "subjects_dir": template.data_path(),
            "subject": "fsaverage5",
            "conditions": ("standard", "deviant"),
            "contrasts": (("deviant", "standard"),),
            "window": (0.0, 0.3),
            **others,
        }
    )


@pytest.fixture
def members(group_member):
    def broken(_):
        raise BROKEN

    return [*(group_member(i) for i in range(1, 9)), group_member(20, broken)]


@pytest.fixture
def made(members, tmp_path):
    return make_group(members, [FAILED], settings(), tmp_path / "group")


@pytest.mark.usefixtures("made")
def test_averages_of_conditions_and_contrasts_are_files(group_course, tmp_path):
    found = leadfield.read_source_estimate(tmp_path / "group" / "deviant-minus-standard")
    expected = np.mean(
        [group_course(i, "deviant").data - group_course(i, "standard").data for i in range(1, 9)],
        axis=0,
    )
    np.testing.assert_allclose(found.data, expected, atol=1e-6)
    for name in ("standard", "deviant"):
        assert (tmp_path / "group" / f"{name}-rh.stc").is_file()


def test_the_table_has_a_row_for_each_subject_condition_and_label(made, tmp_path):
    with (tmp_path / "group" / "table.csv").open(newline="", encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) == 8 * 2 * 68
    strongest = max(
        (row for row in rows if row["condition"] == "deviant"), key=lambda row: float(row["peak"])
    )
    peak = made.peaks["deviant"]
    assert strongest["label"] == peak.label
    assert float(strongest["latency"]) == pytest.approx(0.15)
    assert [float(strongest[axis]) for axis in "xyz"] == list(peak.mni_mm)


def test_the_summary_tells_who_failed_where_the_peaks_are_and_which_files_there_are(made, tmp_path):
    record = json.loads((tmp_path / "group" / "summary.json").read_text())
    assert record["made_by"] == "leadfield batch"
    assert [(one["subject"], one["step"]) for one in record["failures"]] == [
        ("07", "forward"),
        ("20", "group"),
    ]
    assert record["peaks"]["deviant - standard"]["time"] == pytest.approx(0.15)
    assert record["files"] == sorted(path.name for path in (tmp_path / "group").iterdir())
    assert list(made.files) == record["files"]


@pytest.mark.usefixtures("made")
def test_the_files_of_an_earlier_group_are_replaced_and_others_stay(members, tmp_path):
    (tmp_path / "group" / "notes.txt").write_text("mine")
    make_group(members, [], settings(conditions=("deviant",), contrasts=()), tmp_path / "group")
    there = {path.name for path in (tmp_path / "group").iterdir()}
    assert "standard-lh.stc" not in there
    assert {"deviant-lh.stc", "notes.txt"} <= there
    assert {path.name for path in tmp_path.iterdir()} == {"group"}


def test_the_same_members_give_the_same_bytes(members, tmp_path):
    for name in "ab":
        make_group(members, [], settings(), tmp_path / name)
    for path in sorted((tmp_path / "a").iterdir()):
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes(), path.name


def test_without_any_member_there_is_a_table_without_rows_and_who_failed(tmp_path):
    made = make_group([], [FAILED], settings(), tmp_path / "group")
    assert made.failures == (FAILED,)
    assert (tmp_path / "group" / "table.csv").read_text().count("\n") == 1
    assert not made.peaks
    assert not list((tmp_path / "group").glob("*.stc"))


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"conditions": ()}, "at least one"),
        ({"contrasts": (("deviant", "odd"),)}, "must be one of 'standard', 'deviant'"),
        ({"conditions": ("a/b", "a b")}, "must differ in letters"),
    ],
)
def test_settings_that_make_no_sense_are_refused(wrong, why):
    with pytest.raises(InputError, match=why):
        settings(**{"contrasts": (), **wrong})
