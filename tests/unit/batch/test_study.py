"""Studies that cannot be done are refused when they are made, in words."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from leadfield.base.errors import InputError
from leadfield.batch.study import (
    CovarianceSettings,
    EpochSettings,
    EstimateSettings,
    ForwardSettings,
    InverseSettings,
    MorphSettings,
    RecordingSettings,
    RunSettings,
    Study,
    TableSettings,
)

CODE = re.compile(r"`([^`]+)`")


def study(**changes):
    return Study(**{"bids": Path("/data"), "task": "t", "conditions": ("a", "b"), **changes})


def test_three_things_are_enough():
    assert study().folder == Path("/data/derivatives/leadfield")
    assert study(out=Path("/out")).folder == Path("/out")


@pytest.mark.parametrize(
    ("make", "what"),
    [
        (lambda: study(conditions=()), "must name at least one"),
        (
            lambda: study(conditions=("a/b", "ab")),
            "digits of its own, got 'ab', as 'a/b'",
        ),
        (lambda: study(conditions=("--",)), "letters or digits"),
        (lambda: study(contrasts=(("a", "c"),)), "must be of conditions, 'a', 'b', got 'c'"),
        (lambda: study(contrasts=(("a", "a"),)), "two conditions, got 'a' and itself"),
        (lambda: study(subjects=()), "leave it out for all"),
        (lambda: study(group=TableSettings(tmin=0.6)), "group must have times in the epochs"),
        (lambda: TableSettings(n_permutations=10), "n_permutations must be at least 100"),
        (lambda: TableSettings(cluster_p=0.9), "cluster_p must be .* at most 0.5"),
        (lambda: RecordingSettings(l_freq=50.0), "l_freq must be below h_freq, got 50 and 40"),
        (lambda: RecordingSettings(h_freq=0.0), "h_freq must be above 0"),
        (lambda: EpochSettings(tmin=0.5), "tmin must be below tmax"),
        (lambda: EpochSettings(baseline=(-0.3, 0.0)), "baseline must lie in the epoch"),
        (lambda: EpochSettings(baseline=(0.1, 0.0)), "baseline must lie .* got 0.1 to 0 s"),
        (lambda: EpochSettings(reject={"mag": -1.0}), "reject mag must be above 0"),
        (lambda: EpochSettings(decim=0), "decim must be at least 1"),
        (lambda: CovarianceSettings(method=()), "must name an estimator"),
        (lambda: ForwardSettings(conductivity=(0.3, 0.3)), "one number, or three"),
        (lambda: ForwardSettings(mindist=-1.0), "mindist must be at least 0"),
        (lambda: InverseSettings(loose=2.0), "loose must be at least 0 and at most 1"),
        (lambda: InverseSettings(depth=-1.0), "depth must be at least 0"),
        (lambda: EstimateSettings(lambda2=0.0), "lambda2 must be above 0"),
        (lambda: MorphSettings(smooth=-1), "smooth must be at least 0"),
        (lambda: RunSettings(workers=0), "workers must be at least 1"),
    ],
)
def test_what_cannot_be_is_refused(make, what):
    with pytest.raises(InputError, match=what):
        make()


def test_conditions_may_have_tags():
    assert study(conditions=("tone/left", "tone/right")).conditions[0] == "tone/left"


def test_the_documentation_names_every_key():
    text = (Path(__file__).parents[3] / "docs" / "studies.md").read_text(encoding="utf-8")
    of_table = {
        name for line in text.splitlines() if line[:2] == "| " for name in CODE.findall(line)
    }
    sections = {one.name for one in fields(Study) if f"[{one.name}]" in of_table}
    keys = {one.name for one in fields(Study)} - sections
    for name in sections:
        keys |= {one.name for one in fields(getattr(study(), name))}
    assert keys <= of_table
    assert len(sections) == 9
