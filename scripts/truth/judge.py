"""Coverage of the posterior standard deviations as the package calibrain counts it.

It needs ``pip install calibrain``, which leadfield does not depend on; without it the table
stays as it is on the page.
"""

from importlib.metadata import version
from importlib.util import find_spec

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.inverse.regularisation import fit_regularisation
from leadfield.trust.posterior import Posterior, make_posterior, source_covariances, weighted_leads
from truth.experiment import TRIALS, Experiment, generator
from truth.intervals import FOCAL
from truth.kinds import MEG, experiment
from truth.maps import regularise
from truth.outcomes import sources_of
from truth.page import header, row
from truth.prior import draw_from_prior

LEVELS = np.array([0.5, 0.68, 0.9, 0.95])
DRAWS, FOCI = 100, 40
AVAILABLE = find_spec("calibrain") is not None


def table() -> list[str]:
    """Coverage of sources along their normals, for spread and for focal currents."""
    made, rng = experiment(MEG), generator("judge")
    foci = focal_curves(made, rng)
    return [
        f"The package calibrain ({version('calibrain')}) counts how often normal intervals around",
        "posterior means hold, from true currents, means and variances. It takes those of all",
        f"sources, along their normals ({MEG}); lambda2 and noise scale are by REML:",
        "",
        header("currents", *(f"{100 * level:g} %" for level in LEVELS)),
        *(
            row(f"{DRAWS} draws from the prior, SNR {lambda2**-0.5:g}", *percents(curve))
            for lambda2, curve in prior_curves(made, rng).items()
        ),
        row(f"{FOCI} focal sources, all of the cortex", *percents(foci[0])),
        row(f"{FOCI} focal sources, where they are", *percents(foci[1])),
        "",
        "For focal sources a curve over the whole cortex says nothing: nearly all of it is silent,",
        "and an interval around nearly 0 holds 0. Where the currents are, intervals fail.",
        "Credible sets of a place are no intervals, and calibrain has nothing that judges them.",
    ]


def prior_curves(made: Experiment, rng: np.random.Generator) -> dict[float, Floats]:
    """Coverage on draws from the prior, by λ²."""
    curves = {}
    for lambda2 in (1.0, 1 / 9):
        currents, components = draw_from_prior(made.model, lambda2, DRAWS, rng)
        energies = TRIALS * (components**2).mean(axis=1)
        fit = fit_regularisation(energies, made.model.singular_values)
        posterior = make_posterior(
            made.model, lambda2=fit.lambda2, noise_scale=fit.noise_scale, nave=TRIALS
        )
        curves[lambda2] = coverage(posterior, currents[:, 2], components, slice(None))
    return curves


def focal_curves(made: Experiment, rng: np.random.Generator) -> Floats:
    """Mean coverage (2, n_levels) of focal sources: of all the cortex, and where they are."""
    curves = []
    for patch, field in zip(made.sources.patches[:FOCI], made.sources.fields, strict=False):
        strength = FOCAL / np.sqrt((made.components(field) ** 2).mean())
        evoked = made.response(rng, np.outer(strength * field, made.course()))
        found = regularise(made, evoked)
        peak = [int(found.power.argmax())]
        posterior = make_posterior(
            made.model,
            lambda2=found.fit.lambda2,
            noise_scale=found.fit.noise_scale,
            nave=TRIALS,
        )
        rows = sources_of(made, patch)
        true = np.zeros((len(made.places), 1))
        true[rows] = strength * made.course()[peak] / len(rows)
        components = made.components(evoked.data)[:, peak] / np.sqrt(TRIALS)
        curves.append([coverage(posterior, true, components, some) for some in (slice(None), rows)])
    return np.mean(curves, axis=0)


def coverage(posterior: Posterior, true: Floats, components: Floats, some: object) -> Floats:
    """How often intervals of each level hold true currents (n_sources, n) along normals."""
    from calibrain import UncertaintyEstimator

    model = posterior.model
    leads = weighted_leads(model, np.arange(len(true)))[:, 2]
    means = leads @ ((posterior.shares / model.singular_values)[:, np.newaxis] * components)
    variances = source_covariances(posterior)[:, 2, 2]
    curve = UncertaintyEstimator(nominal_coverages=LEVELS).calibration_curve_intervals_pointwise(
        true[some], means[some], variances[some]
    )
    return np.asarray(curve["empirical_coverages"])


def percents(curve: Floats) -> list[str]:
    """Shares as text."""
    return [f"{100 * share:.1f} %" for share in curve]
