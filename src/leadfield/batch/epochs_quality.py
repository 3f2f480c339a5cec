"""Quality of a participant's epochs: what checks of the doctor find, and how even channels are."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from leadfield.batch.step import Facts
from leadfield.doctor.checks import run_checks
from leadfield.doctor.data_set import DataSet
from leadfield.doctor.finding import Finding
from leadfield.doctor.sample_checks import relative_levels
from leadfield.doctor.sample_statistics import epochs_statistics
from leadfield.epochs.epoch_set import EpochSet


def quality_of_epochs(epochs: EpochSet) -> Facts:
    """What is wrong with epochs, and how many times the median of its type a channel has."""
    samples = epochs_statistics(epochs)
    findings = run_checks(DataSet(epochs=epochs, samples=samples)).findings
    return {
        "loudest": None if samples is None else float(relative_levels(samples).max(initial=0)),
        "findings": [asdict(one) for one in findings if one.severity != "note"],
    }


def findings_from(facts: Iterable[Mapping[str, Any]]) -> tuple[Finding, ...]:
    """Findings that were kept."""
    return tuple(Finding(**{**one, "where": tuple(one["where"])}) for one in facts)
