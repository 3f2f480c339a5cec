"""Results have their place in a BIDS data set, and say how they were made."""

import json
from pathlib import Path

import numpy as np
import pytest

from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.bids.data_set import open_data_set
from leadfield.bids.derivatives import derivative_path, write_description, write_sidecar
from leadfield.bids.recording_files import RecordingFiles


@pytest.fixture
def files(tmp_path):
    return RecordingFiles(
        subject="01",
        session="a",
        task="listen",
        run="2",
        datatype="meg",
        recording=tmp_path / "sub-01_meg.fif",
    )


def test_a_result_is_named_after_its_recording(files):
    path = derivative_path(Path("out"), files, suffix="ave", extension=".fif", description="tone")
    assert (
        path.as_posix() == "out/sub-01/ses-a/meg/sub-01_ses-a_task-listen_run-2_desc-tone_ave.fif"
    )


@pytest.mark.parametrize(
    "wrong",
    [{"suffix": "a-b"}, {"suffix": ""}, {"description": "../x"}, {"extension": "fif"}],
)
def test_a_name_that_would_be_no_name_of_bids_is_refused(files, wrong):
    named = {"suffix": "ave", "extension": ".fif", **wrong}
    with pytest.raises(InputError, match="must"):
        derivative_path(Path("out"), files, **named)


def test_results_are_a_data_set_of_their_own(tmp_path, files):
    out = tmp_path / "derivatives" / "leadfield"
    path = write_description(out, name="maps", source=tmp_path)
    described = json.loads(path.read_text())
    assert described["DatasetType"] == "derivative"
    assert described["GeneratedBy"][0]["Name"] == "leadfield"
    result = derivative_path(out, files, suffix="meg", extension=".fif", description="clean")
    result.parent.mkdir(parents=True)
    result.write_bytes(bytes.fromhex("000000640000001f00000014"))
    (found,) = open_data_set(out).recordings
    assert found.recording == result


def test_a_sidecar_holds_settings_versions_and_hashes(tmp_path):
    path = write_sidecar(
        tmp_path / "sub-01_ave.fif.gz",
        settings={"loose": np.float64(0.2), "window": (None, 0.5), "at": Path("a"), "most": np.inf},
        versions={"leadfield": "1"},
        inputs={Path("x.fif"): "abc"},
    )
    assert path.name == "sub-01_ave.json"
    record = json.loads(path.read_text())
    assert record["Settings"] == {"loose": 0.2, "window": [None, 0.5], "at": "a", "most": "inf"}
    assert record["Inputs"] == {"x.fif": {"SHA256": "abc"}}


def test_a_setting_that_json_cannot_hold_is_refused(tmp_path):
    with pytest.raises(ArgumentTypeError, match="a setting must be"):
        write_sidecar(tmp_path / "a.fif", settings={"a": object()}, versions={}, inputs={})
    assert not list(tmp_path.iterdir())
