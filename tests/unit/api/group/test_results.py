"""Results of a group: all files together, from made-up members."""

import csv
import hashlib
import json

import numpy as np
import pytest

import leadfield
from leadfield.api.group.results import make_group
from leadfield.base.errors import FormatError, InputError, WriteError
from leadfield.batch.group_step import VERSION
from leadfield.datasets import template
from leadfield.group.member import FailedMember
from leadfield.group.settings import GroupSettings

BROKEN = FormatError("03-lh.stc", "an stc file must be whole")
RECORDED = (2, "0f9bd179c31ed75e")  # the version of the step, a digest of what it gives
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


@pytest.fixture(scope="module")
def members(group_member):
    """Eight that can be read, and one that cannot."""

    def broken(_):
        raise BROKEN

    return [*(group_member(i) for i in range(1, 9)), group_member(20, broken)]


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    return tmp_path_factory.mktemp("study") / "group"


@pytest.fixture(scope="module")
def made(members, out):
    return make_group(members, [FAILED], settings(), out)


@pytest.mark.usefixtures("made")
def test_averages_of_conditions_and_contrasts_are_files(group_course, out):
    found = leadfield.read_source_estimate(out / "deviant-minus-standard")
    each = [group_course(i, "deviant").data - group_course(i, "standard").data for i in range(1, 9)]
    np.testing.assert_allclose(found.data, np.mean(each, axis=0), atol=1e-6)
    for name in ("standard", "deviant"):
        assert (out / f"{name}-rh.stc").is_file()


def test_the_table_has_a_row_for_each_subject_condition_and_label(made, out):
    with (out / "table.csv").open(newline="", encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) == 8 * 2 * 68
    deviant = [row for row in rows if row["condition"] == "deviant"]
    strongest = max(deviant, key=lambda row: float(row["peak"]))
    peak = made.peaks["deviant"]
    assert strongest["label"] == peak.label
    assert float(strongest["latency"]) == pytest.approx(0.15)
    assert [float(strongest[axis]) for axis in "xyz"] == list(peak.mni_mm)


def test_the_summary_tells_who_failed_where_peaks_are_and_which_files_there_are(made, out):
    record = json.loads((out / "summary.json").read_text())
    assert record["made_by"] == "leadfield batch"
    failed = [(one["subject"], one["step"]) for one in record["failures"]]
    assert failed == [("07", "forward"), ("20", "group")]
    assert record["peaks"]["deviant - standard"]["time"] == pytest.approx(0.15)
    assert record["files"] == sorted(path.name for path in out.iterdir())
    assert list(made.files) == record["files"]
    assert {"report.html", "table.csv", "summary.json"} <= set(made.files)


def test_the_files_of_an_earlier_group_are_replaced_and_others_stay(members, tmp_path):
    out = tmp_path / "group"
    make_group(members[:1], [], settings(), out)
    (out / "notes.txt").write_text("mine")
    make_group(members[:1], [], settings(conditions=("deviant",), contrasts=()), out)
    there = {path.name for path in out.iterdir()}
    assert "standard-lh.stc" not in there
    assert {"deviant-lh.stc", "notes.txt"} <= there
    assert {path.name for path in tmp_path.iterdir()} == {"group"}


def test_the_same_members_give_the_same_bytes(members, tmp_path):
    for name in "ab":
        make_group(members[:2], [], settings(), tmp_path / name)
    for path in sorted((tmp_path / "a").iterdir()):
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes(), path.name


def test_a_folder_that_cannot_be_made_is_told(members, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(WriteError, match=r"file.* must be a place to write to"):
        make_group(members[:1], [], settings(), tmp_path / "file" / "group" / "more")


def test_without_any_member_there_is_a_table_without_rows_and_who_failed(tmp_path):
    found = make_group([], [FAILED], settings(), tmp_path / "group")
    assert found.failures == (FAILED,)
    assert (tmp_path / "group" / "table.csv").read_text().count("\n") == 1
    assert not found.peaks
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


def test_what_a_group_computes_is_that_of_its_version(made, out):
    rows = [line.split(",") for line in (out / "table.csv").read_text().splitlines()]
    maps = [leadfield.read_source_estimate(path).data for path in sorted(out.glob("*-lh.stc"))]
    told = [
        [cell if not cell[-1:].isdigit() else f"{float(cell):.3g}" for cell in row[1:]]
        for row in rows[1:]
    ]
    told += [f"{number:.3g}" for one in maps for number in (one.mean(), one.std(), one.max())]
    told += [f"{x:.3g}" for one in made.spreads for x in (one.median, one.spread)]
    told += [[name, one.significant, one.least_p] for name, one in made.tests.items()]
    digest = hashlib.sha256(json.dumps(told).encode()).hexdigest()[:16]
    assert (VERSION, digest) == RECORDED, "count up VERSION of batch/group_step.py, and record it"
