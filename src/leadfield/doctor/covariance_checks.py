"""Checks of noise covariances: the matrix, its channels, its samples, its size."""

from collections.abc import Iterator

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.checks import listed
from leadfield.covariance.blocks import by_type, noisy_channels
from leadfield.covariance.noise import NoiseCovariance
from leadfield.doctor.data_set import DataSet, required
from leadfield.doctor.finding import Finding
from leadfield.doctor.sample_checks import NOTHING, PLAUSIBLE, UNITS, flat_rows

# Of the channels' variances: numbers in files are float32, which rounds by 6e-8.
ROUNDING = 1e-5
# Samples a channel that an empirical covariance needs to be of use: with fewer its smallest
# eigenvalues are a quarter of what they should be, or less (Marchenko & Pastur 1967).
SAMPLES_A_CHANNEL = 5
# Methods that are made for few samples shrink what these leave open.
EMPIRICAL = {None, "empirical"}
# How many times data may be larger or smaller than the noise: brain activity makes MEG a few
# times larger than an empty room, low-pass filters average noise to a few times less.
OTHER_SIZE = 10.0
OTHER_UNIT = 100.0
# Of one channel against the others of its type; no activity of a brain is so local.
OTHER_CHANNEL = 10.0


def check_matrix(data: DataSet) -> Iterator[Finding]:
    """A matrix that is no covariance: not symmetric, negative, or without noise in a channel."""
    noise = required(data.noise_cov)
    full, variances = noise.full(), np.diag(noise.full())
    sizes = np.sqrt(variances.clip(0))
    scale = np.outer(sizes, sizes)
    skew = float((np.abs(full - full.T)[scale > 0] / scale[scale > 0]).max(initial=0.0))
    if skew > ROUNDING:
        yield _matrix_finding(
            "asymmetric-covariance",
            "The noise covariance is not symmetric",
            f"entries differ from those across the diagonal by up to {skew:.2g} of the channels' "
            "variances",
            "Only one half of it is used, and which half depends on the program.",
        )
        return
    least = _least_eigenvalue(full, sizes)
    if least < -ROUNDING or (variances < 0).any():
        yield _matrix_finding(
            "negative-covariance",
            "The noise covariance has negative variances",
            f"its smallest eigenvalue is {least:.2g}, in units of the channels' variances",
            "Noise of negative variance does not exist: whitening takes its root, and what it "
            "makes of these directions is arbitrary.",
        )
    good = [name for name in noise.names if name not in noise.bads]
    silent = [name for name in good if variances[noise.names.index(name)] == 0]
    if silent:
        yield _matrix_finding(
            "flat-covariance",
            "Channels have no noise",
            f"the variance of {len(silent)} good channels is 0: {listed(silent, 6)}",
            "Whitening leaves these channels out, or divides by nothing.",
        )


def check_covariance_channels(data: DataSet) -> Iterator[Finding]:
    """Channels of the data that the noise covariance lacks."""
    noise = required(data.noise_cov)
    names = _names_to_localise(data)
    lacking = [name for name in names if name not in set(noise.names)]
    if not lacking:
        return
    every = len(lacking) == len(names)
    yield Finding(
        name="covariance-channels",
        severity="error" if every else "warning",
        title="The noise covariance is of other channels"
        if every
        else "The noise covariance lacks channels",
        found=f"it lacks {len(lacking)} of {len(names)} good channels: {listed(lacking, 6)}",
        effect="No operator can be made from it."
        if every
        else "Operators leave them out without a word, and resolve less.",
        remedy="leadfield.compute_covariance(epochs, tmax=0) of the same channels; where only "
        "names differ, leadfield.rename_channels(raw.info, {...})",
        where=("noise_cov", data.data_name),
    )


def check_covariance_samples(data: DataSet) -> Iterator[Finding]:
    """Covariances of too few samples."""
    noise = required(data.noise_cov)
    n = len(noise.names) - len(noise.bads)
    if noise.diagonal or noise.method not in EMPIRICAL or noise.degrees >= SAMPLES_A_CHANNEL * n:
        return
    singular = noise.degrees < n
    yield Finding(
        name="few-samples",
        severity="error" if singular else "warning",
        title="The noise covariance is of too few samples",
        found=f"{noise.degrees} samples for {n} channels, at least {SAMPLES_A_CHANNEL * n} are "
        "needed" + (": it cannot have full rank" if singular else ""),
        effect="Its smallest eigenvalues are far too small, and whitening makes signals there far "
        "too large: maps of noise.",
        remedy="leadfield.compute_covariance(epochs, tmax=0, method=['shrunk', 'empirical']), or "
        "more epochs, or a longer baseline",
        where=("noise_cov",),
    )


def check_covariance_size(data: DataSet) -> Iterator[Finding]:
    """Noise that is of another unit, or much larger or smaller than the data."""
    noise = required(data.noise_cov)
    sizes = _sizes(noise)
    ratios = _data_over_noise(data, sizes)
    for kind, channels in _sizes_by_type(data, sizes).items():
        level = float(np.median(channels))
        low, high = PLAUSIBLE.get(kind, (0.0, np.inf))
        ratio = float(np.median(ratios[kind])) if kind in ratios else 1.0
        strange = level > 0 and not low <= level <= high
        if strange or not 1 / OTHER_UNIT <= ratio <= OTHER_UNIT:
            yield Finding(
                name="covariance-units",
                severity="error",
                title="The noise covariance is in other units",
                found=f"{kind}: a standard deviation of {level:.2g} {UNITS.get(kind, 'V')}"
                + (f", the data have {ratio:.2g} times that" if kind in ratios else ""),
                effect="The map is a hundred times too bright or too dark, or shows one type of "
                "channels alone.",
                remedy="leadfield.compute_covariance(epochs, tmax=0) of data in SI units",
                where=("noise_cov",),
            )
        elif not 1 / OTHER_SIZE <= ratio <= OTHER_SIZE:
            more = "larger" if ratio > 1 else "smaller"
            yield Finding(
                name="covariance-size",
                severity="warning",
                title="The noise covariance is not of this recording, or of other filters",
                found=f"{kind}: the data are {max(ratio, 1 / ratio):.2g} times {more}",
                effect="lambda2 and all values of dSPM, sLORETA and eLORETA in units of noise are "
                "off by that factor.",
                remedy="estimate it from the same recording with the same filters: "
                "leadfield.compute_covariance(epochs, tmax=0), or filter the empty room alike",
                where=("noise_cov", data.data_name),
            )


def check_covariance_pattern(data: DataSet) -> Iterator[Finding]:
    """Channels that are loud in the data and quiet in the noise, or the other way round."""
    noise, samples = required(data.noise_cov), required(data.samples)
    sizes = _sizes(noise)
    odd = []
    for kind, ratios in _data_over_noise(data, sizes).items():
        relative = ratios / np.median(ratios)
        for name, ratio in zip(_shared(data, noise, kind), relative.tolist(), strict=True):
            if max(ratio, 1 / ratio) > OTHER_CHANNEL:
                odd.append(f"{name} ({ratio:.2g} times)")
    if odd:
        yield Finding(
            name="covariance-pattern",
            severity="warning",
            title="The noise covariance is of another recording",
            found=f"against others of their type, {len(odd)} channels are much louder or quieter "
            f"in the data than in the noise: {', '.join(odd[:6])}",
            effect="Channels that are louder in the data look like strong activity, those that "
            "are quieter count for nothing.",
            remedy="leadfield.compute_covariance(epochs, tmax=0) of this recording, or "
            "raw.info['bads'] += [...] where a channel broke in between",
            where=("noise_cov", samples.source),
        )


def _matrix_finding(name: str, title: str, found: str, effect: str) -> Finding:
    return Finding(
        name=name,
        severity="error",
        title=title,
        found=found,
        effect=effect,
        remedy="estimate it again: leadfield.compute_covariance(epochs, tmax=0, method='shrunk')",
        where=("noise_cov",),
    )


def _least_eigenvalue(full: Floats, sizes: Floats) -> float:
    """Smallest eigenvalue of the correlation matrix."""
    usable = np.flatnonzero(sizes > 0)
    if not len(usable):
        return 0.0
    scaled = full[np.ix_(usable, usable)] / np.outer(sizes[usable], sizes[usable])
    return float(np.linalg.eigvalsh((scaled + scaled.T) / 2)[0])


def _sizes(noise: NoiseCovariance) -> dict[str, float]:
    """Standard deviation of the noise of each good channel."""
    deviations = np.sqrt(np.diag(noise.full()).clip(0)).tolist()
    named = dict(zip(noise.names, deviations, strict=True))
    return {name: size for name, size in named.items() if name not in noise.bads}


def _sizes_by_type(data: DataSet, sizes: dict[str, float]) -> dict[str, Floats]:
    """The same by type, as far as anything says what types channels are of."""
    infos = [*data.infos.values(), *(model.info for model in data.models.values())]
    kinds = {n: k for info in infos for n, k in zip(info.names, info.channels.types, strict=True)}
    found: dict[str, list[float]] = {}
    for name, size in sizes.items():
        if name in kinds and kinds[name] in PLAUSIBLE:
            found.setdefault(kinds[name], []).append(size)
    return {kind: np.array(values) for kind, values in found.items()}


def _shared(data: DataSet, noise: NoiseCovariance, kind: str) -> list[str]:
    """Names of the channels of a type that can be held against their noise."""
    samples = required(data.samples)
    rows = by_type(samples.info, samples.info.bads).get(kind, np.empty(0, np.int64))
    flat, sizes = flat_rows(samples), _sizes(noise)
    floor = NOTHING * PLAUSIBLE[kind][0] if kind in PLAUSIBLE else 0.0
    return [
        samples.info.names[row]
        for row in rows
        if not flat[row] and sizes.get(samples.info.names[row], 0.0) > floor
    ]


def _data_over_noise(data: DataSet, sizes: dict[str, float]) -> dict[str, Floats]:
    """How many times the data's channels are larger than their noise, by type."""
    if data.samples is None or data.noise_cov is None:
        return {}
    levels = dict(zip(data.samples.info.names, data.samples.levels.tolist(), strict=True))
    found = {}
    for kind in dict.fromkeys(data.samples.info.channels.types):
        names = _shared(data, data.noise_cov, kind)
        if names:
            found[kind] = np.array([levels[name] / sizes[name] for name in names])
    return found


def _names_to_localise(data: DataSet) -> list[str]:
    """Good channels of the types that the noise is of, or of the forward model where there is one.

    All of them where neither shares any.
    """
    noise, info = required(data.noise_cov), data.info
    good = {info.names[row]: info.channels.types[row] for row in noisy_channels(info)}
    if data.forward is not None:
        there = set(data.forward.channels.names)
        return [name for name in good if name in there]
    kinds = {kind for name, kind in good.items() if name in set(noise.names)}
    return [name for name, kind in good.items() if kind in kinds or not kinds]
