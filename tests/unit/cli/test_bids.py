"""``leadfield bids`` lists a data set."""

import json

from typer.testing import CliRunner

from leadfield.cli.app import app


def run(*words):
    return CliRunner().invoke(app, ["bids", *map(str, words)])


def test_a_complete_data_set_is_listed_with_status_0(study):
    done = run(study)
    assert done.exit_code == 0
    assert "sub-02_task-listen" in done.stdout
    assert "3 recordings of 3 subjects, 3 complete" in done.stdout


def test_what_is_missing_is_said_with_status_1(study, tmp_path):
    done = run(study, "--subjects-dir", tmp_path)
    assert done.exit_code == 1
    assert "there is no FreeSurfer subject sub-01" in done.stdout


def test_json_has_all_paths(study):
    record = json.loads(run(study, "--json").stdout)
    assert record["root"] == str(study)
    assert record["recordings"][0]["recording"].endswith("sub-01_task-listen_meg.fif")
    assert record["problems"] == []
