"""Wording of a report: sentences and numbers as people read them."""

import shlex
from collections.abc import Iterable, Mapping, Sequence

from leadfield.report.values import Report, ReportedCondition, ReportedPeak, ReportedTrials
from leadfield.web.quantity import prefixed_quantity
from leadfield.whitening.baseline_noise import BaselineNoise

SIDES = {"lh": "left", "rh": "right"}
KINDS = {
    "grad": "gradiometers",
    "mag": "magnetometers",
    "eeg": "EEG electrodes",
    "meg": "MEG channels",
}
REASONS = {
    "NO_DATA": "no data at that time",
    "TOO_SHORT": "the end of the recording",
    "EQUALIZED_COUNT": "equal numbers of trials",
    "USER": "the user's choice",
}
ADVICE = {
    "too small": (
        "Before the event there is more than the noise model predicts, so that maps show noise "
        "as if it were activity. Look for what repeats before every event: drifts (use a "
        "high-pass filter), activity of the trial before (use longer pauses or another baseline), "
        "an artefact of the stimulus. Does the covariance come from these data?"
    ),
    "too large": (
        "Before the event there is less than the noise model predicts, so that maps are smoother "
        "and weaker than they need be. Look for trials with artefacts that went into the "
        "covariance (lower the limits of --reject), for bad channels (--bad), and compare "
        "estimators (--cov shrunk --cov empirical)."
    ),
    "cannot tell": (
        "There is too little before the event to tell: start the epochs earlier (--tmin) for a "
        "longer baseline."
    ),
}
"""What to do where a noise covariance is not plausible, by verdict."""


def joined(items: Iterable[str]) -> str:
    """``a, b and c``."""
    *first, last = list(items) or [""]
    return f"{', '.join(first)} and {last}" if first else last


def counted(n: int, noun: str) -> str:
    """``1 trial``, ``2 trials``."""
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"


def channels_in_words(channels: Mapping[str, int]) -> str:
    """``203 gradiometers and 102 magnetometers``."""
    return joined(f"{n} {kind_in_words(kind)}" for kind, n in channels.items()) or "none"


def kind_in_words(kind: str) -> str:
    """A type of channels in plain words."""
    return KINDS.get(kind, f"{kind} channels")


def maps_in_words(report: Report) -> str:
    """Whose maps there are, and of what: none of conditions without a response."""
    every = counted(len(report.conditions), "condition")
    shown = sum(not one.nothing for one in report.conditions)
    if not shown:
        return f"{every} without a response that stands out of noise: there is no map to show."
    part = every if shown == len(report.conditions) else f"{shown} of {every}"
    where = f" on the cortex of {report.subject}" if report.subject else ""
    return f"{report.method} maps of {part}{where}."


def dropped_in_words(trials: ReportedTrials) -> str:
    """How many trials were dropped, and why."""
    if not trials.dropped:
        return f"None of {counted(trials.total, 'trial')} was dropped."
    share = 100 * trials.dropped / trials.total
    was = "was" if trials.dropped == 1 else "were"
    head = f"{trials.dropped} of {counted(trials.total, 'trial')} ({share:.1f} %) {was} dropped"
    reasons = [(REASONS.get(name, name), n) for name, n in trials.reasons.items()]
    if not reasons:
        return f"{head}."
    if len(reasons) == 1 and reasons[0][1] == trials.dropped:
        all_of = "" if trials.dropped == 1 else "all "
        return f"{head}, {all_of}for {reasons[0][0]}."
    told = joined(f"{name} in {n}" for name, n in reasons)
    several = sum(n for _, n in reasons) > trials.dropped
    more = " Some had several reasons." if several else ""
    return f"{head}: for {told}.{more}"


def verdict_in_words(noise: BaselineNoise) -> str:
    """What the baseline says of the noise model, in one sentence."""
    if noise.verdict == "cannot tell":
        return "Cannot tell: too few samples before the event."
    if noise.verdict == "plausible":
        if noise.by_chance:
            return "Plausible: within what chance gives."
        side = "larger" if noise.size > 1 else "smaller"
        return f"Plausible: {100 * abs(noise.size - 1):.0f} % {side} noise changes little."
    times = "many times" if noise.factor > 1e3 else f"by a factor of {noise.factor:.2g}"
    return f"Not plausible: the noise model is {noise.verdict} {times}."


def verdicts_in_words(conditions: Sequence[ReportedCondition]) -> str:
    """What all baselines say of the noise model, in one sentence."""
    found = [(one.name, noise) for one in conditions for noise in one.baseline]
    if not found or all(noise.verdict == "cannot tell" for _, noise in found):
        return "Whether the noise model is plausible cannot be told: the baseline is too short."
    wrong = [
        f"{noise.verdict} for {kind_in_words(noise.kind)} of {name}"
        for name, noise in found
        if noise.verdict in {"too small", "too large"}
    ]
    if wrong:
        return f"The noise model is not plausible: {joined(wrong)}."
    unclear = [name for name, noise in found if noise.verdict == "cannot tell"]
    rest = f", as far as can be told (not of {joined(dict.fromkeys(unclear))})" if unclear else ""
    return f"The noise model is plausible for all conditions and types of channels{rest}."


def advice_for(conditions: Sequence[ReportedCondition]) -> list[str]:
    """What to do about the noise model, a paragraph for each verdict that asks for something."""
    found = {noise.verdict for one in conditions for noise in one.baseline}
    return [text for verdict, text in ADVICE.items() if verdict in found]


def strongest(peaks: Sequence[ReportedPeak], condition: str) -> ReportedPeak | None:
    """The strongest peak of a condition, None without any."""
    own = [one for one in peaks if one.condition == condition]
    return max(own, key=lambda one: abs(one.value), default=None)


def amount(value: float, quantity: str) -> str:
    """A value of a map with its unit, such as ``32.1 pA·m``."""
    shown = prefixed_quantity(quantity, abs(value))
    return f"{value * shown.scale:.3g} {shown.unit}" if shown.unit else f"{value:.3g}"


def point(coordinates: Sequence[float] | None) -> str:
    """Coordinates in mm, a dash where they are not known."""
    return "–" if coordinates is None else ", ".join(f"{x:.1f}" for x in coordinates)


def milliseconds(seconds: float) -> str:
    """A time in ms."""
    return f"{1e3 * seconds:.1f}"


def shell_command(words: Sequence[str]) -> str:
    """A command as a shell takes it, an option a line."""
    lines = [[words[0], *words[1:2]]]
    for word, quoted in zip(words[2:], map(shlex.quote, words[2:]), strict=True):
        if word.startswith("--") or lines[-1] == [words[0], *words[1:2]]:
            lines.append([quoted])
        else:
            lines[-1].append(quoted)
    return " \\\n    ".join(" ".join(line) for line in lines)
