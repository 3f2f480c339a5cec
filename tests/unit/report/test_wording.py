"""A report's sentences say what the numbers say."""

from dataclasses import replace

import pytest

from leadfield.report import wording
from leadfield.report.values import ReportedTrials
from leadfield.whitening.baseline_noise import BaselineNoise


def trials(total, dropped, **reasons):
    return ReportedTrials(total=total, dropped=dropped, reasons=reasons)


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        (trials(12, 0), "None of 12 trials was dropped."),
        (trials(10, 1, EOG=1), "1 of 10 trials (10.0 %) was dropped, for EOG."),
        (trials(322, 83, EOG=83), "83 of 322 trials (25.8 %) were dropped, all for EOG."),
        (
            trials(8, 4, EOG=3, TOO_SHORT=1),
            "4 of 8 trials (50.0 %) were dropped: for EOG in 3 and the end of the recording in 1.",
        ),
        (
            trials(8, 2, A=2, B=1),
            "2 of 8 trials (25.0 %) were dropped: for A in 2 and B in 1. Some had several reasons.",
        ),
    ],
)
def test_dropped_trials_are_counted_by_reason(counts, said):
    assert wording.dropped_in_words(counts) == said


def noise(size, n_independent=12.0, kind="mag", expected=(0.94, 1.06)):
    return BaselineNoise(
        kind=kind,
        rank=99,
        n_samples=31,
        n_independent=n_independent,
        size=size,
        expected=expected,
        inside=0.95,
    )


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (noise(1.01), "Plausible: within what chance gives."),
        (noise(1.12), "Plausible: 12 % larger noise changes little."),
        (noise(0.9), "Plausible: 10 % smaller noise changes little."),
        (noise(2.0), "Not plausible: the noise model is too small by a factor of 2."),
        (noise(0.4), "Not plausible: the noise model is too large by a factor of 2.5."),
        (noise(0.0), "Not plausible: the noise model is too large many times."),
        (noise(1.0, n_independent=2.0), "Cannot tell: too few samples before the event."),
    ],
)
def test_the_verdict_is_said_with_its_size(found, said):
    assert wording.verdict_in_words(found) == said


@pytest.fixture
def conditions(little_report):
    """Function that makes conditions whose baselines have these sizes, two for each."""
    one = little_report().conditions[0]

    def make(*sizes, **options):
        return [
            replace(one, name=f"c{i}", baseline=(noise(size, **options), noise(1.0, kind="grad")))
            for i, size in enumerate(sizes)
        ]

    return make


class TestAllVerdicts:
    def test_one_that_is_wrong_is_named(self, conditions):
        said = wording.verdicts_in_words(conditions(1.0, 2.0, 0.4))
        assert said == (
            "The noise model is not plausible: too small for magnetometers of c1 "
            "and too large for magnetometers of c2."
        )

    def test_all_right_is_said_once(self, conditions):
        said = wording.verdicts_in_words(conditions(1.0, 1.02))
        assert said == "The noise model is plausible for all conditions and types of channels."

    def test_what_is_not_known_is_not_called_plausible(self, conditions):
        said = wording.verdicts_in_words(conditions(1.0, n_independent=1.5))
        assert "as far as can be told (not of c0)" in said

    def test_nothing_known_is_said(self, conditions):
        none = [replace(one, baseline=()) for one in conditions(1.0)]
        assert "cannot be told" in wording.verdicts_in_words(none)

    def test_advice_is_given_for_what_is_wrong_alone(self, conditions):
        assert wording.advice_for(conditions(1.0)) == []
        assert wording.advice_for(conditions(2.0)) == [wording.ADVICE["too small"]]


@pytest.mark.parametrize(
    ("value", "quantity", "said"),
    [
        (17.853, "dSPM", "17.9"),
        (-0.00312, "dSPM", "-0.00312"),
        (3.21e-11, "Current (A·m)", "32.1 pA·m"),
        (0.0, "Current (A·m)", "0 A·m"),
    ],
)
def test_values_have_a_unit_that_suits_them(value, quantity, said):
    assert wording.amount(value, quantity) == said


def test_a_command_is_quoted_for_the_shell():
    import shlex

    words = ("leadfield", "localize", "/a b/$x.fif", "--event", "it's; rm=1", "--out", "o")
    said = wording.shell_command(words)
    assert shlex.split(said.replace("\\\n", "")) == list(words)
    assert len(said.splitlines()) == 4
