"""Checks of triggers, events and trials: when, how often, how many, which baseline."""

from collections import Counter
from collections.abc import Iterator

import numpy as np

from leadfield.base.arrays import Floats, Ints
from leadfield.base.checks import listed
from leadfield.doctor.data_set import DataSet, required
from leadfield.doctor.finding import Finding
from leadfield.epochs.epoch_set import EpochSet
from leadfield.epochs.evoked import EvokedResponse
from leadfield.events.lists import MOST
from leadfield.events.stim_channels import trigger_channels
from leadfield.trust.data_components import FEWEST

# Triggers that follow so soon, in s, are one whose lines did not switch together, or that
# bounced: nothing is shown, and no key pressed, five hundred times a second.
BOUNCE = 2e-3
FEW_OVERLAPPING = 0.05  # of trials
# Where intervals differ by less than this share of them, they were meant to be the same.
REGULAR = 0.02
JITTER = 3e-3  # s: an average then loses a tenth of the amplitude at 25 Hz
# After the event, in s, when the cortex first answers: 20 ms after a shock to the hand, 15 to 30
# after a click.
FIRST_RESPONSE = 0.01


def check_triggers(data: DataSet) -> Iterator[Finding]:
    """Trigger channels that hold no whole numbers."""
    raw = required(data.raw)
    names = [name for name in trigger_channels(None, raw.info) if name in raw.info.names]
    for row in raw.info.channels.indices(names):
        values = raw.read(0, raw.n_samples, [row])[0]
        known = np.isfinite(values) & (values >= 0) & (values <= MOST)
        strange = ~known
        strange[known] = values[known] != np.round(values[known])
        if strange.any():
            worst = values[np.flatnonzero(strange)[0]]
            yield Finding(
                name="triggers",
                severity="error",
                title="A trigger channel holds other things than codes",
                found=f"{int(strange.sum())} of {len(values)} samples of "
                f"{raw.info.names[row]!r} are no whole numbers from 0 to 2**31 - 1, such as "
                f"{worst:g}",
                effect="Events are at wrong times or have codes that nobody sent: averages are of "
                "something else.",
                remedy="leadfield.find_events(raw, uint_cast=True) where bit 16 was in use, or "
                "stim_channel=... of another channel",
                where=("raw",),
            )
            return


def check_event_times(data: DataSet) -> Iterator[Finding]:
    """Events outside the recording, twice at one sample, or in quick succession."""
    events, raw = required(data.events), required(data.raw)
    first, stop = raw.first_sample, raw.first_sample + raw.n_samples
    outside = (events[:, 0] < first) | (events[:, 0] >= stop)
    if outside.any():
        shifted = not ((events[:, 0] + first < first) | (events[:, 0] + first >= stop)).any()
        yield Finding(
            name="events-outside",
            severity="error",
            title="Events are outside the recording",
            found=f"{int(outside.sum())} of {len(events)} are not from sample {first} to "
            f"{stop - 1}"
            + (": they count from 0, the recording does not" if first and shifted else ""),
            effect="Epochs are cut at other times, or not at all: averages lose what they are of.",
            remedy="events[:, 0] += raw.first_samp"
            if first and shifted
            else "read events and recording of the same session: leadfield.find_events(raw)",
            where=("events", "raw"),
        )
    counts = Counter(events[:, 0].tolist())
    twice = [sample for sample, count in counts.items() if count > 1]
    if twice:
        yield Finding(
            name="events-twice",
            severity="error",
            title="Events are at the same sample",
            found=f"{len(twice)} samples have several events: {listed(twice, 4)}",
            effect="Epochs refuses them; averaged, such trials count twice.",
            remedy="leadfield.Epochs(..., event_repeated='drop'), or 'merge'; better mend the "
            "triggers: leadfield.find_events(raw, mask=...)",
            where=("events",),
        )
    gaps = _intervals(events, raw.info.sampling_rate)
    # Two samples at most, where a sample lasts longer than that.
    quick = gaps < max(BOUNCE, 1.5 / raw.info.sampling_rate)
    if quick.any():
        yield Finding(
            name="events-bounce",
            severity="warning",
            title="Events follow each other at once",
            found=f"{int(quick.sum())} of {len(events)} come less than "
            f"{1e3 * max(BOUNCE, 1.5 / raw.info.sampling_rate):.1f} ms after another",
            effect="Trigger lines that do not switch together make codes that nobody sent: trials "
            "go to the wrong condition.",
            remedy="leadfield.find_events(raw, min_duration=0.002), which skips what is shorter",
            where=("events",),
        )


def check_overlap(data: DataSet) -> Iterator[Finding]:
    """Trials that share samples."""
    epochs = required(data.epochs)
    length = float(epochs.times[-1] - epochs.times[0])
    gaps = _intervals(epochs.events, epochs.recording_rate)
    share = float((gaps < length).mean()) if len(gaps) else 0.0
    if share > FEW_OVERLAPPING:
        yield Finding(
            name="trials-overlap",
            severity="warning",
            title="Trials overlap",
            found=f"{100 * share:.0f} % follow sooner than after the {length:.2g} s that an epoch "
            f"lasts; the median interval is {np.median(gaps):.2g} s",
            effect="The baseline holds the end of the response before, which is subtracted from "
            "this one; shared samples count twice in the noise covariance.",
            remedy="leadfield.Epochs(..., tmin, tmax) shorter than the pauses, and a baseline "
            "late enough for the response before to have ended",
            where=("epochs",),
        )


def check_jitter(data: DataSet) -> Iterator[Finding]:
    """Events that were meant to be regular, and are not quite."""
    events, raw = required(data.events), required(data.raw)
    gaps = _intervals(events, raw.info.sampling_rate)
    if len(gaps) < FEWEST:
        return
    middle = float(np.median(gaps))
    near = gaps[np.abs(gaps - middle) < REGULAR * middle]
    spread = float(near.std())
    # A sample more or less is the clock's rounding.
    if len(near) > 0.9 * len(gaps) and spread > max(JITTER, 1 / raw.info.sampling_rate):
        yield Finding(
            name="events-jitter",
            severity="warning",
            title="Events jitter",
            found=f"intervals of {middle:.3g} s vary by {1e3 * spread:.1f} ms (standard deviation)",
            effect="Averages are blurred in time by as much, and fast responses are lost.",
            remedy="take the times of a photodiode or microphone: "
            "leadfield.find_events(raw, stim_channel=...)",
            where=("events",),
        )


def check_trial_count(data: DataSet) -> Iterator[Finding]:
    """Averages of too few trials."""
    few = [
        f"{one.comment or 'a response'} ({one.nave:g})" for one in data.evoked if one.nave < FEWEST
    ]
    where = "evoked"
    if data.epochs is not None and not data.evoked:
        codes = Counter(data.epochs.events[:, 2].tolist())
        few = [
            f"{name} ({codes[code]})"
            for name, code in data.epochs.event_id.items()
            if codes[code] < FEWEST
        ]
        where = "epochs"
    if few:
        yield Finding(
            name="few-trials",
            severity="warning",
            title="There are too few trials",
            found=f"less than {FEWEST}: {', '.join(few[:6])}",
            effect="No test can tell so few from noise at 5 %: whatever the map shows may be "
            "chance.",
            remedy="reject less: leadfield.Epochs(..., reject=...) with larger limits, after "
            "epochs.plot_drop_log(); or record more",
            where=(where,),
        )


def check_baseline(data: DataSet) -> Iterator[Finding]:
    """Baselines that reach into the response."""
    parts: list[tuple[str, EpochSet | EvokedResponse]] = [("evoked", one) for one in data.evoked]
    if data.epochs is not None:
        parts.insert(0, ("epochs", data.epochs))
    for where, part in parts:
        if part.baseline is None:
            continue
        last = float(part.baseline[1])
        if last > FIRST_RESPONSE:
            yield Finding(
                name="baseline-in-response",
                severity="error" if last > 5 * FIRST_RESPONSE else "warning",
                title="The baseline reaches into the response",
                found=f"it ends {1e3 * last:.0f} ms after the event",
                effect="The response is subtracted from itself: it comes out too weak, and of the "
                "other sign before and after.",
                remedy=f"{where}.apply_baseline((None, 0))",
                where=(where,),
            )
            return


def check_response_kind(data: DataSet) -> Iterator[Finding]:
    """Responses that are no averages of trials."""
    wrong = [one.comment or "a response" for one in data.evoked if one.kind != "average"]
    if wrong:
        yield Finding(
            name="standard-error",
            severity="error",
            title="Responses are standard errors",
            found=f"not averages: {listed(wrong, 4)}",
            effect="Their maps show where trials differ, not where they agree.",
            remedy="leadfield.read_evokeds(fname, kind='average')",
            where=("evoked",),
        )


def _intervals(events: Ints, rate: float) -> Floats:
    """Times between events that follow each other, in s."""
    samples: Floats = np.unique(events[:, 0]).astype(np.float64)
    return np.diff(samples) / rate
