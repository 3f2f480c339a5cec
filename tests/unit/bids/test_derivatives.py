"""Results have their place in a BIDS data set, and say how they were made."""

import json
from pathlib import Path

import numpy as np
import pytest

from leadfield.base.errors import ArgumentTypeError
from leadfield.bids.derivatives import write_description, write_sidecar


def test_results_are_a_data_set_of_their_own(tmp_path):
    path = write_description(tmp_path / "derivatives" / "leadfield", name="maps", source=tmp_path)
    described = json.loads(path.read_text())
    assert described["DatasetType"] == "derivative"
    assert described["GeneratedBy"][0]["Name"] == "leadfield"
    assert described["SourceDatasets"] == [{"URL": tmp_path.resolve().as_uri()}]


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
