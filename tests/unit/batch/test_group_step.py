"""The group's step: what it makes of a study's settings."""

from pathlib import Path

from leadfield.batch.group_step import told_settings
from leadfield.batch.study import EpochSettings, RunSettings, Study, TableSettings
from leadfield.group.settings import GroupTest


def test_a_report_tells_the_settings_of_every_step_and_none_that_change_nothing():
    study = Study(
        bids=Path(),
        task="listen",
        conditions=("tone",),
        epochs=EpochSettings(reject={"mag": 4e-12}),
        run=RunSettings(workers=3),
    )
    told = dict(told_settings(study))
    assert next(iter(told)) == "recording"
    assert list(told)[-1] == "group"
    assert "run" not in told
    assert "baseline = [none, 0], reject = {mag = 4e-12}" in told["epochs"]
    assert told["recording"].startswith("l_freq = none, h_freq = 40, bads = [], proj = none")


def test_a_study_says_how_its_group_is_tested():
    assert TableSettings(test="max", seed=3).group_test() == GroupTest(kind="max", seed=3)
    assert TableSettings(test=None).group_test() is None
