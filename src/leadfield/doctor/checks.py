"""The checks: what each looks at, what it needs, and how all of them are made."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import final

import numpy as np

from leadfield.base.errors import LeadfieldError
from leadfield.base.log import log_level
from leadfield.doctor import (
    channel_checks,
    covariance_checks,
    model_checks,
    noise_checks,
    projection_checks,
    rank_checks,
    registration_checks,
    sample_checks,
    trial_checks,
)
from leadfield.doctor.data_set import DataSet
from leadfield.doctor.examination import Examination, Unchecked, worst_first
from leadfield.doctor.finding import Finding

# What users hand in for parts that are not named as their arguments.
ARGUMENTS = {
    "data": "raw, epochs or evoked",
    "samples": "raw, epochs or evoked",
    "surfaces": "subjects_dir",
    "scalp": "bem of three shells or subjects_dir",
    "inner_skull": "bem or subjects_dir",
}
MODEL = ("forward", "inverse_operator")


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One check: its ``topic`` in words, and a function that yields findings.

    It is made where one of each of ``needs`` is there. After findings named in ``after`` it
    would only say the same in other words, and is left out.
    """

    topic: str
    run: Callable[[DataSet], Iterator[Finding]]
    needs: tuple[tuple[str, ...], ...]
    after: frozenset[str] = frozenset()


def _check(
    topic: str,
    run: Callable[[DataSet], Iterator[Finding]],
    *needs: str | tuple[str, ...],
    after: Iterable[str] = (),
) -> Check:
    required = tuple((one,) if isinstance(one, str) else one for one in needs)
    return Check(topic=topic, run=run, needs=required, after=frozenset(after))


SPOILT = ("missing-samples", "units", "covariance-units", "position-units")
NOISE = (
    *SPOILT,
    "flat-channels",
    "flat-covariance",
    "negative-covariance",
    "asymmetric-covariance",
)
PLACES = ("position-units", "transform", "landmarks", "no-head-position")

# In this order findings of one severity stand, causes before what follows from them.
CHECKS = (
    _check("missing samples", sample_checks.check_missing, "samples"),
    _check("units of samples", sample_checks.check_units, "samples", after=("missing-samples",)),
    _check("flat channels", sample_checks.check_flat, "samples"),
    _check("active shielding", sample_checks.check_shielded, "raw"),
    _check("saturated channels", sample_checks.check_clipped, "samples"),
    _check("noisy channels", sample_checks.check_noisy, "samples", after=SPOILT),
    _check("identical channels", sample_checks.check_identical, "samples", after=SPOILT),
    _check("units of positions", channel_checks.check_position_units, "data"),
    _check("positions of sensors", channel_checks.check_positions, "data"),
    _check("bad channels", channel_checks.check_bads, "data"),
    _check(
        "bad channels of the operator",
        channel_checks.check_operator_bads,
        "data",
        "inverse_operator",
    ),
    _check("EEG reference", channel_checks.check_eeg_reference, "data"),
    _check("gradient compensation", channel_checks.check_compensation, "data"),
    _check("whether projections are applied", projection_checks.check_half_applied, "data"),
    _check(
        "whether projections took effect",
        projection_checks.check_applied,
        "samples",
        after=SPOILT,
    ),
    _check("channels of projections", projection_checks.check_covering, "data"),
    _check(
        "projections of noise and operator",
        projection_checks.check_known_projections,
        "data",
        ("noise_cov", "inverse_operator"),
    ),
    _check("noise covariance matrix", covariance_checks.check_matrix, "noise_cov"),
    _check(
        "channels of the noise covariance",
        covariance_checks.check_covariance_channels,
        "noise_cov",
        "data",
    ),
    _check(
        "samples of the noise covariance", covariance_checks.check_covariance_samples, "noise_cov"
    ),
    _check(
        "size of the noise covariance",
        covariance_checks.check_covariance_size,
        "noise_cov",
        ("data", *MODEL),
        after=NOISE,
    ),
    _check(
        "noise of each channel",
        covariance_checks.check_covariance_pattern,
        "noise_cov",
        "samples",
        after=(*NOISE, "noisy-channels"),
    ),
    _check("samples for channels", rank_checks.check_sample_count, "samples"),
    _check("rank of the data", rank_checks.check_data_rank, "samples", after=NOISE),
    _check(
        "rank of the noise",
        rank_checks.check_noise_rank,
        "noise_cov",
        "data",
        after=(*NOISE, "few-samples", "identical-channels", "projections-not-applied"),
    ),
    _check(
        "rank of the operator",
        rank_checks.check_operator_rank,
        "inverse_operator",
        after=("few-samples",),
    ),
    _check("transforms", registration_checks.check_transforms, ("data", *MODEL, "trans")),
    _check("landmarks", registration_checks.check_landmarks, "data", after=("position-units",)),
    _check(
        "head position",
        registration_checks.check_head_position,
        "data",
        (*MODEL, "trans"),
        after=("transform",),
    ),
    _check(
        "registration of the models",
        registration_checks.check_same_transform,
        MODEL,
        ("trans", "inverse_operator"),
        after=("transform",),
    ),
    _check("subject", model_checks.check_subject, (*MODEL, "src"), (*MODEL, "surfaces")),
    _check(
        "distance of electrodes and digitised points from the scalp",
        registration_checks.check_scalp,
        "data",
        (*MODEL, "trans"),
        "scalp",
        after=PLACES,
    ),
    _check(
        "sources inside the inner skull",
        registration_checks.check_sources_inside,
        (*MODEL, "src"),
        "inner_skull",
        after=(*PLACES, "other-subject"),
    ),
    _check(
        "sensors outside the head",
        registration_checks.check_sensors_outside,
        "data",
        (*MODEL, "trans"),
        "inner_skull",
        after=(*PLACES, "registration", "head-position"),
    ),
    _check("channels of the models", model_checks.check_forward_channels, "data", MODEL),
    _check(
        "sensors of the models",
        model_checks.check_sensor_places,
        "data",
        MODEL,
        after=("position-units",),
    ),
    _check("lead field", model_checks.check_lead_field, "forward"),
    _check(
        "sources of the operator",
        model_checks.check_operator_sources,
        "inverse_operator",
        "forward",
        after=("other-subject",),
    ),
    _check("depth weighting", model_checks.check_depth, "inverse_operator"),
    _check("trigger channels", trial_checks.check_triggers, "raw"),
    _check(
        "times of events",
        trial_checks.check_event_times,
        "events",
        "raw",
        after=("triggers",),
    ),
    _check("overlap of trials", trial_checks.check_overlap, "epochs", after=("events-bounce",)),
    _check(
        "regularity of events",
        trial_checks.check_jitter,
        "events",
        "raw",
        after=("triggers", "events-bounce", "events-twice", "events-outside"),
    ),
    _check("number of trials", trial_checks.check_trial_count, ("epochs", "evoked")),
    _check("baseline", trial_checks.check_baseline, ("epochs", "evoked")),
    _check("kind of responses", trial_checks.check_response_kind, "evoked"),
    _check(
        "nave",
        noise_checks.check_nave,
        "evoked",
        ("noise_cov", "inverse_operator"),
        after=(*NOISE, "covariance-size", "covariance-channels", "few-samples"),
    ),
    _check(
        "whitened baseline",
        noise_checks.check_white_baseline,
        "evoked",
        ("noise_cov", "inverse_operator"),
        after=(
            *NOISE,
            "nave",
            "covariance-size",
            "covariance-pattern",
            "covariance-channels",
            "few-samples",
            "noise-rank",
            "baseline-in-response",
            "standard-error",
        ),
    ),
    _check(
        "noise scale and response",
        noise_checks.check_noise_scale,
        "evoked",
        "inverse_operator",
        after=(
            *NOISE,
            "nave",
            "covariance-size",
            "covariance-pattern",
            "baseline-not-white",
            "baseline-in-response",
            "few-samples",
            "noise-rank",
            "operator-rank",
            "operator-uses-bads",
            "standard-error",
            "depth",
        ),
    ),
    _check("lambda2", noise_checks.check_lambda2, "lambda2", after=("nave", "noise-scale")),
)


def run_checks(data: DataSet, found_before: Iterable[Finding] = ()) -> Examination:
    """All findings, the worst first, and the checks that could not be made."""
    findings = list(found_before)
    unchecked = []
    # What the sums below would log and warn of is what findings say in words.
    with log_level("error"), np.errstate(all="ignore"):
        for check in CHECKS:
            why = _why_not(check, data, {one.name for one in findings})
            if not why:
                try:
                    findings += check.run(data)
                except (LeadfieldError, np.linalg.LinAlgError) as error:
                    why = f"failed: {error}"
            if why:
                unchecked.append(Unchecked(topic=check.topic, why=why))
    return Examination(
        findings=worst_first(findings),
        unchecked=tuple(unchecked),
        n_checked=len(CHECKS) - len(unchecked),
    )


def _why_not(check: Check, data: DataSet, found: set[str]) -> str:
    """Why a check is not made; empty if it is."""
    lacking = [
        " or ".join(dict.fromkeys(ARGUMENTS.get(name, name) for name in either))
        for either in check.needs
        if not any(data.has(name) for name in either)
    ]
    if lacking:
        return f"needs {', and '.join(lacking)}"
    spoilt = sorted(check.after & found)
    return f"would follow from {', '.join(spoilt)}" if spoilt else ""
