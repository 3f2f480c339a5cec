"""Checks of the noise against a response: nave, whitened baseline, noise scale, lambda2."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.doctor.data_set import DataSet, required
from leadfield.doctor.finding import Finding
from leadfield.epochs.evoked import EvokedResponse
from leadfield.estimates.regularisation import LOUD, QUIET, regularise_evoked
from leadfield.whitening.baseline_noise import BaselineNoise, measure_baseline

# Amplitude of the whitened baseline, or its inverse, at which maps are wrong instead of vague:
# an assumed signal-to-noise ratio of 3 is then 1, noise.
WRONG = 3.0
# Without knowing better, a baseline that is too quiet by this factor in all types of channels is
# one of an average that says it is of a single trial.
QUIETER = 1.6
ALIKE = 1.5  # of the sizes of types, where one number explains them
# Factors on lambda2 beyond which an SNR of 3 is taken for one of 1 or of 10.
OTHER_LAMBDA2 = 10.0


def check_nave(data: DataSet) -> Iterator[Finding]:
    """Averages that are of another number of trials than they say."""
    for evoked in data.evoked:
        sizes = np.array([one.size for one in _baselines(data, evoked)])
        if not len(sizes) or sizes.max() > ALIKE * sizes.min():
            continue
        size = float(np.exp(np.log(sizes).mean()))
        trials = evoked.nave / size**2
        single = evoked.nave <= 1 and size < 1 / QUIETER
        if single or (_epochs_fit(data) and max(size, 1 / size) > QUIETER):
            yield Finding(
                name="nave",
                severity="error",
                title="nave is not the number of averaged trials",
                found=f"{evoked.comment or 'the response'} says nave = {evoked.nave:g}, its noise "
                f"is that of about {trials:.2g} trials",
                effect=f"dSPM, sLORETA and eLORETA values are off by a factor of {size:.2g}, and "
                "lambda2='auto' and tests with them.",
                remedy="evoked.nave = number of trials; for a difference of averages, "
                "leadfield.combine_evoked works it out",
                where=("evoked",),
            )
            return


def check_white_baseline(data: DataSet) -> Iterator[Finding]:
    """Whitened baselines whose size is not 1."""
    wrong: list[tuple[str, BaselineNoise]] = []
    for evoked in data.evoked:
        wrong += [
            (evoked.comment or "response", one)
            for one in _baselines(data, evoked)
            if one.verdict in {"too small", "too large"}
        ]
    if not wrong:
        return
    worst = max(one.factor for _, one in wrong)
    words = ", ".join(f"{one.kind} of {name} {one.size:.2g}" for name, one in wrong[:4])
    louder = sum(one.verdict == "too small" for _, one in wrong) > len(wrong) / 2
    yield Finding(
        name="baseline-not-white",
        severity="error" if worst > WRONG else "warning",
        title="The whitened baseline is not white",
        found=f"its size must be 1: {words}",
        effect="The noise covariance is too small: maps show noise as if it were activity."
        if louder
        else "The noise covariance is too large: maps are smoother and weaker than they need be.",
        remedy="leadfield.compute_covariance(epochs, tmax=0, method=['shrunk', 'empirical']) of "
        "the same epochs; look at evoked.plot_white(noise_cov)",
        where=("evoked", "noise_cov" if data.noise_cov is not None else "inverse_operator"),
    )


def check_noise_scale(data: DataSet) -> Iterator[Finding]:
    """Responses whose noise is not that of the operator, or that are nothing but noise."""
    model = required(data.inverse_operator)
    for evoked in data.evoked:
        fit = regularise_evoked(model, evoked).fit
        name = evoked.comment or "the response"
        # A baseline says it directly; of few trials, what differs between them looks like noise.
        judged = any(one.verdict != "cannot tell" for one in _baselines(data, evoked))
        if not judged and not QUIET <= fit.noise_scale <= LOUD:
            yield Finding(
                name="noise-scale",
                severity="warning",
                title="The noise in the response is not that of the operator",
                found=f"{name}: {fit.noise_scale:.2g} times the variance, which must be from "
                f"{QUIET:g} to {LOUD:g}",
                effect="Values in units of noise, and lambda2, are off by as much.",
                remedy="estimate the covariance from the same epochs, with the same filters, and "
                "make the operator again; or mend evoked.nave",
                where=("evoked", "inverse_operator"),
            )
            return
        if not fit.has_signal:
            yield Finding(
                name="no-signal",
                severity="warning",
                title="There is no response",
                found=f"{name}: noise alone makes such data (lambda2 by the data is "
                f"{fit.lambda2:.2g})",
                effect="The map has peaks all the same: they are noise.",
                remedy="leadfield.minimum_norm.detect(epochs, inverse_operator) tests it; check "
                "events and conditions",
                where=("evoked",),
            )
            return


def check_lambda2(data: DataSet) -> Iterator[Finding]:
    """A regularisation that is a signal-to-noise ratio, or does not fit the data."""
    given = required(data.lambda2)
    meant = given if given >= 1 else 1 / given
    inverse = bool(np.isclose(given, 1 / 3, rtol=0.01))
    if given >= 1 or inverse:
        yield Finding(
            name="lambda2",
            severity="error",
            title="lambda2 is 1 / SNR, not 1 / SNR²"
            if inverse
            else "lambda2 is for a signal below the noise, or a signal-to-noise ratio itself",
            found=f"lambda2 = {given:.3g} assumes a signal-to-noise ratio of {given**-0.5:.2g}; if "
            f"{meant:.3g} was meant, it is {1 / meant**2:.3g}",
            effect="The map is too smooth and too weak.",
            remedy=f"lambda2={1 / meant**2:.3g}, or lambda2='auto' for what the data say",
            where=("lambda2",),
        )
        return
    if data.inverse_operator is None or not data.evoked:
        return
    for evoked in data.evoked:
        fit = regularise_evoked(data.inverse_operator, evoked).fit
        ratio = given / fit.lambda2
        if fit.has_signal and not 1 / OTHER_LAMBDA2 <= ratio <= OTHER_LAMBDA2:
            more = "more" if ratio > 1 else "less"
            yield Finding(
                name="lambda2",
                severity="warning",
                title="lambda2 does not fit the data",
                found=f"{given:.3g} (SNR {given**-0.5:.2g}), {evoked.comment or 'the response'} "
                f"says {fit.lambda2:.2g} (SNR {fit.snr:.2g})",
                effect=f"The map is {more} smooth than the data ask for"
                + (", and hides what they show." if ratio > 1 else ", and shows their noise."),
                remedy="lambda2='auto', or leadfield.minimum_norm.estimate_lambda2(evoked, "
                "inverse_operator).lambda2",
                where=("lambda2", "evoked"),
            )
            return


def _baselines(data: DataSet, evoked: EvokedResponse) -> tuple[BaselineNoise, ...]:
    """The whitened noise before the event, around its mean, where it can be judged."""
    before = evoked.times < 0
    if not before.any() or not np.isfinite(evoked.data[:, before]).all():
        return ()
    noise = data.noise
    there = set(noise.names)
    rows = [i for i, name in enumerate(evoked.info.names) if name in there]
    picked = evoked.pick(np.array(rows, np.int64)) if rows else evoked
    if evoked.baseline is None:
        level: Floats = picked.data[:, before].mean(axis=1, keepdims=True)
        picked = replace(picked, data=picked.data - level)
    return measure_baseline(picked, noise)


def _epochs_fit(data: DataSet) -> bool:
    """Whether single trials have the size that the noise covariance says."""
    if data.samples is None or data.samples.source == "evoked":
        return False
    sizes = dict(zip(data.noise.names, np.sqrt(np.diag(data.noise.full()).clip(0)), strict=True))
    info = data.samples.info
    ratios = [
        level / sizes[name]
        for name, level in zip(info.names, data.samples.levels, strict=True)
        if sizes.get(name, 0) > 0 and name not in info.bads
    ]
    return bool(ratios) and 1 / QUIETER < float(np.median(ratios)) < QUIETER
