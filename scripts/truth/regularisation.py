"""λ² by the data against the true one, and errors of maps with it, by SNR and sensors."""

from dataclasses import dataclass

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.progress import tracked
from leadfield.inverse.regularisation import fit_regularisation
from truth.experiment import SOURCES, Experiment, generator
from truth.kinds import KINDS, MEG, experiment
from truth.maps import METHODS, USUAL, peak_errors, peaks, regularise, rounded
from truth.page import header, percent, quartiles, row, spread, twofold

SNRS = (0.3, 0.5, 0.7, 1.0, 3.0, 5.0)
NOISES = 2000  # averages without a source
DRAWS = 500  # from the prior
FITTED = ("reml", "gcv")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """λ² over the true one, noise scales, and errors in mm by regularisation and method."""

    ratios: dict[str, Floats]
    scales: Floats
    errors: dict[tuple[str, str], Floats]


def table() -> list[str]:
    """All of it."""
    outcomes = {
        (kind, snr): outcome(experiment(kind), kind, snr, METHODS if kind == MEG else METHODS[2:3])
        for kind in KINDS
        for snr in SNRS
    }
    return [
        "Each source is as strong as its SNR says. The true lambda2 is 1 over the mean power of",
        "the response without noise in the window that was used. Quartiles of the estimate over",
        "it, and how many are within a factor of two:",
        "",
        header("data", "SNR", "1/9", "REML", "within 2", "GCV", "within 2", "noise scale"),
        *(ratio_row(kind, snr, one) for (kind, snr), one in outcomes.items()),
        "",
        "(Of the noise scale 5 to 95 %.) Errors in mm of the maps at the peak of the whitened",
        f"power, median / 90 %, {MEG} (lambda2 rounded to a tenth of a decade):",
        "",
        header("SNR", "lambda2", *METHODS),
        *(
            row(f"{snr:g}", name, *(spread(outcomes[MEG, snr].errors[name, m], 1) for m in METHODS))
            for snr in SNRS
            for name in ("1/9", "REML")
        ),
        "",
        "The same of sLORETA with other data:",
        "",
        header("SNR", *(f"{kind}, {name}" for kind in others() for name in ("1/9", "REML"))),
        *(
            row(
                f"{snr:g}",
                *(
                    spread(outcomes[kind, snr].errors[name, "sLORETA"], 1)
                    for kind in others()
                    for name in ("1/9", "REML")
                ),
            )
            for snr in SNRS
        ),
        "",
        *noise_alone(),
        *draws_from_prior(),
    ]


def others() -> list[str]:
    """The kinds of data that are not the simulated experiment's."""
    return [kind for kind in KINDS if kind != MEG]


def outcome(made: Experiment, kind: str, snr: float, methods: tuple[str, ...]) -> Outcome:
    """Sources of one SNR, each in an average of its own."""
    rng, course = generator(f"lambda2 {kind} {snr:g}"), made.course()
    ratios: dict[str, list[float]] = {name: [] for name in ("usual", *FITTED)}
    scales, lambda2, components = [], [], []
    for field in tracked(made.sources.fields, f"{kind}, SNR {snr:g}", SOURCES):
        seen = made.components(field)
        signal = np.outer(field, course) * snr / np.sqrt((seen**2).mean())
        evoked = made.response(rng, signal)
        found = {method: regularise(made, evoked, method) for method in FITTED}
        start, end = found["reml"].window
        inside = (evoked.times > start - 1e-6) & (evoked.times < end + 1e-6)
        true = 1 / (made.components(signal)[:, inside] ** 2).mean()
        ratios["usual"].append(USUAL / true)
        for method, one in found.items():
            ratios[method].append(one.fit.lambda2 / true)
        scales.append(found["reml"].fit.noise_scale)
        lambda2.append(rounded(found["reml"].fit.lambda2))
        components.append(made.components(evoked.data)[:, [found["reml"].power.argmax()]])
    return Outcome(
        ratios={name: np.array(some) for name, some in ratios.items()},
        scales=np.array(scales),
        errors={
            (name, method): peak_errors(made, peaks(made, method, one, np.array(components)))
            for name, one in (("1/9", np.full(SOURCES, USUAL)), ("REML", np.array(lambda2)))
            for method in methods
        },
    )


def ratio_row(kind: str, snr: float, one: Outcome) -> str:
    """A row of the table of λ²."""
    fitted = (f(one.ratios[method]) for method in FITTED for f in (quartiles, twofold))
    scale = " to ".join(f"{x:.2f}" for x in np.quantile(one.scales, (0.05, 0.95)))
    return row(kind, f"{snr:g}", f"{np.median(one.ratios['usual']):.2f}", *fitted, scale)


def noise_alone() -> list[str]:
    """What averages without a source are taken for."""
    claims = []
    for kind in KINDS:
        made, rng = experiment(kind), generator(f"noise {kind}")
        some = [regularise(made, made.response(rng)).fit.has_signal for _ in range(NOISES)]
        claims.append(f"{percent(np.array(some), 1)} ({kind})")
    return [
        f"Of {NOISES} averages without a source there were said to have a signal:",
        f"{', '.join(claims)}.",
    ]


def draws_from_prior() -> list[str]:
    """How well λ² comes back where the model is true."""
    singular, rng = experiment(MEG).model.singular_values, generator("prior")
    ratios = []
    for lambda2 in (4.0, 1.0, USUAL):
        deviations = np.sqrt(1 + singular**2 / lambda2)
        for _ in range(DRAWS):
            draw = deviations * rng.standard_normal((10, len(singular)))
            ratios.append(fit_regularisation((draw**2).mean(axis=0), singular).lambda2 / lambda2)
    return [
        "On draws from the prior (10 samples, SNR 0.5, 1 and 3) the quartiles of REML's",
        f"lambda2 over the true one are {quartiles(ratios)}.",
    ]
