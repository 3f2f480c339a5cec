"""Checks of samples: missing, flat, stuck, clipped, noisy, identical, of a wrong unit."""

from collections.abc import Iterator

import numpy as np

from leadfield.base.arrays import Bools, Floats, Ints
from leadfield.base.checks import listed
from leadfield.covariance.blocks import by_type
from leadfield.doctor.data_set import DataSet, required
from leadfield.doctor.finding import Finding
from leadfield.doctor.sample_statistics import RUN, SampleStatistics

# Standard deviations within a second, in SI units, that a type of channels may have. Below: a
# sensor without any noise in a band of 1 Hz (SQUIDs have 3 fT and 3 fT/cm, amplifiers 20 nV).
# Above: what saturates sensors (tens of nT, amplifiers a few mV). Between two units of the same
# quantity lie 10³ or more, so that a wrong one falls out of the range of its type.
PLAUSIBLE = {
    "mag": (1e-15, 1e-8),
    "grad": (1e-14, 1e-7),
    "eeg": (1e-8, 2e-3),
    "seeg": (1e-8, 1e-1),
    "ecog": (1e-8, 1e-1),
    "dbs": (1e-8, 1e-1),
}
NOTHING = 1e-6  # of the least plausible level: no unit is so far off
# A channel of five times its neighbours' amplitude holds as much noise as 25 of them; blinks and
# alpha rhythm make frontal and occipital channels two to three times as large.
NOISY = 5.0
VISITS = 3  # of an end of the range: a lone wave may pause at its top once
# One minus the correlation of channels that are the same but for rounding; neighbours, however
# much noise from far away they share, differ by that of their own sensors.
SAME = 1e-7
UNITS = {"mag": "T", "grad": "T/m"}
FACTORS = (1e3, 1e6, 1e9, 1e12, 1e13, 1e15)  # fT/cm are 10¹³ times smaller than T/m


def good_rows(samples: SampleStatistics) -> Bools:
    """Which channels are not marked bad."""
    return np.array([name not in samples.info.bads for name in samples.info.names], bool)


def flat_rows(samples: SampleStatistics) -> Bools:
    """Which channels hold no signal at all."""
    floors = [PLAUSIBLE.get(kind, (0.0, 0.0))[0] for kind in samples.info.channels.types]
    flat: Bools = (samples.levels <= NOTHING * np.array(floors)) & (samples.not_finite == 0)
    return flat


def relative_levels(samples: SampleStatistics) -> Floats:
    """How many times as large as the median of its type each good channel is.

    0 for those that are bad or flat, and where a type has too few.
    """
    usable = good_rows(samples) & ~flat_rows(samples)
    ratios = np.zeros(len(usable))
    for rows in by_type(samples.info).values():
        here = rows[usable[rows]]
        if len(here) > 3:
            ratios[here] = samples.levels[here] / np.median(samples.levels[here])
    return ratios


def check_missing(data: DataSet) -> Iterator[Finding]:
    """NaN, infinite and absurd samples."""
    samples = required(data.samples)
    rows = np.flatnonzero((samples.not_finite > 0) & good_rows(samples))
    if len(rows):
        count = int(samples.not_finite[rows].sum())
        yield Finding(
            name="missing-samples",
            severity="error",
            title="Samples are NaN, infinite or absurd",
            found=f"{count} of {samples.n_samples * len(samples.info.channels)} samples, in "
            f"{_channels(samples, rows)}",
            effect="One such sample makes a covariance, and with it every value of a map, NaN.",
            remedy="raw.info['bads'] += [...] for whole channels; for a while, annotate it: "
            "raw.set_annotations(leadfield.Annotations(onset, duration, 'BAD_nan'))",
            where=(samples.source,),
        )


def check_flat(data: DataSet) -> Iterator[Finding]:
    """Channels without a signal, and channels that stop for a while."""
    samples = required(data.samples)
    flat = flat_rows(samples) & good_rows(samples)
    if flat.any():
        yield Finding(
            name="flat-channels",
            severity="error",
            title="Channels are flat",
            found=f"{_channels(samples, np.flatnonzero(flat))} hold no signal at all",
            effect="No noise there means infinite weight: whitening divides by nothing, and the "
            "map says that nothing happens where these sensors look.",
            remedy="raw.info['bads'] += [...], before the covariance is estimated",
            where=(samples.source,),
        )
    stuck = (samples.constant > 0) & ~flat_rows(samples) & good_rows(samples)
    if stuck.any():
        rows = np.flatnonzero(stuck)
        most = int(samples.constant[rows].max())
        start = float(samples.first_constant[rows].min())
        every = stuck.sum() == good_rows(samples).sum()
        yield Finding(
            name="stuck-channels",
            severity="warning",
            title="The recording stops for a while" if every else "Channels stop for a while",
            found=f"{'all channels' if every else _channels(samples, rows)} do not change in up to "
            f"{most} of {samples.n_windows} windows of a second, first at {start:.1f} s",
            effect="Silence counts as quiet noise: the covariance comes out too small, and maps "
            "of the rest too bright.",
            remedy="annotate it: raw.set_annotations(leadfield.Annotations(onset, duration, "
            "'BAD_stuck')), or raw.info['bads'] += [...] where it lasts",
            where=(samples.source,),
        )


def check_shielded(data: DataSet) -> Iterator[Finding]:
    """Active shielding that nobody took out."""
    raw = required(data.raw)
    if raw.shielded and not raw.info.history:
        yield Finding(
            name="active-shielding",
            severity="error",
            title="The recording holds active shielding",
            found="it was recorded with MaxShield, and no signal-space separation followed",
            effect="The field that compensates the room's is in the data: sources near the head's "
            "surface come out where there are none.",
            remedy="run MaxFilter on the file, or mne.preprocessing.maxwell_filter",
            where=("raw",),
        )


def check_clipped(data: DataSet) -> Iterator[Finding]:
    """Channels that stay at an end of their range again and again."""
    samples = required(data.samples)
    clipped = (samples.clipped >= VISITS) & good_rows(samples) & ~flat_rows(samples)
    if clipped.any():
        rows = np.flatnonzero(clipped)
        yield Finding(
            name="clipped-channels",
            severity="warning",
            title="Channels are saturated",
            found=f"{_channels(samples, rows)} stay at the end of their range, up to "
            f"{samples.clipped[rows].max()} times for {RUN} samples or more",
            effect="The true field was larger: what is cut off spreads over the map as activity "
            "where there is none.",
            remedy="raw.info['bads'] += [...], or reject such epochs: "
            "leadfield.Epochs(..., reject=dict(...)) with limits below the saturation",
            where=(samples.source,),
        )


def check_noisy(data: DataSet) -> Iterator[Finding]:
    """Channels that are much louder than others of their type."""
    samples = required(data.samples)
    ratios = relative_levels(samples)
    noisy = np.flatnonzero(ratios > NOISY)
    if len(noisy):
        yield Finding(
            name="noisy-channels",
            severity="warning",
            title="Channels are much noisier than the others",
            found=f"{_channels(samples, noisy)} are {NOISY:g} or more times as large as "
            f"the median of their type, up to {ratios.max():.3g} times",
            effect="With the noise covariance of the same recording they count little; with "
            "another's, they dominate the map.",
            remedy="raw.info['bads'] += [...], then average and estimate the covariance again",
            where=(samples.source,),
        )


def check_identical(data: DataSet) -> Iterator[Finding]:
    """Channels that hold the same signal."""
    samples = required(data.samples)
    rows = np.flatnonzero(good_rows(samples) & ~flat_rows(samples) & (samples.levels > 0))
    covariance = samples.covariance[np.ix_(rows, rows)]
    sizes = np.sqrt(np.diag(covariance))
    first, second = np.triu_indices(len(rows), 1)
    same = covariance[first, second] > (1 - SAME) * sizes[first] * sizes[second]
    if same.any():
        names = samples.info.names
        pairs = zip(rows[first[same]], rows[second[same]], strict=True)
        words = [f"{names[a]} = {names[b]}" for a, b in pairs]
        yield Finding(
            name="identical-channels",
            severity="error",
            title="Channels are copies of each other",
            found=f"{len(words)} pairs hold the same signal: {listed(words, 4)}",
            effect="The lead field tells these sensors apart, the data do not: one of them shows "
            "the field of another place.",
            remedy="raw.info['bads'] += [...] for the copy, or record again where cables or "
            "channel names were exchanged",
            where=(samples.source,),
        )


def check_units(data: DataSet) -> Iterator[Finding]:
    """Types of channels whose amplitudes are those of another unit."""
    samples = required(data.samples)
    usable = good_rows(samples) & ~flat_rows(samples)
    for kind, rows in by_type(samples.info).items():
        here = rows[usable[rows]]
        if kind not in PLAUSIBLE or not len(here):
            continue
        low, high = PLAUSIBLE[kind]
        level = float(np.median(samples.levels[here]))
        if not low <= level <= high:
            factor = _unit_factor(level, low, high)
            yield Finding(
                name="units",
                severity="error",
                title=f"{kind} channels are in another unit",
                found=f"their median standard deviation is {level:.2g} {UNITS.get(kind, 'V')}, "
                f"which must be from {low:g} to {high:g}",
                effect="Amplitudes of currents are off by the same factor, and types of channels "
                "are weighted wrongly against each other.",
                remedy=f"raw.apply_function(lambda x: {factor:g} * x, picks={kind!r}), after "
                "load_data(), if the factor is right; better read the file with its unit",
                where=(samples.source,),
            )


def _unit_factor(level: float, low: float, high: float) -> float:
    """The factor between two units that brings a level nearest to the middle of its range."""
    middle = np.sqrt(low * high)
    factors = np.array([*FACTORS, *(1 / f for f in FACTORS)])
    return float(factors[np.abs(np.log(factors * level / middle)).argmin()])


def _channels(samples: SampleStatistics, rows: Ints) -> str:
    """How many channels, of which types, and their first names."""
    names = [samples.info.names[row] for row in rows]
    kinds = [samples.info.channels.types[row] for row in rows]
    counts = ", ".join(f"{kinds.count(kind)} {kind}" for kind in dict.fromkeys(kinds))
    return f"{counts} ({listed(names, 4)})"
