"""Multi-shell spherical head model for EEG: equivalent dipoles in a homogeneous sphere.

Berg & Scherg 1994, Electroencephalogr Clin Neurophysiol 90:58; Zhang 1995, Phys Med
Biol 40:335.
"""

from functools import partial

import numpy as np
import scipy
from numpy.typing import ArrayLike

from leadfield.base.arrays import Floats
from leadfield.base.errors import InputError
from leadfield.base.log import LOGGER
from leadfield.forward.sphere import EquivalentDipoles, SphericalHeadModel

N_TERMS = 200
START = (0.9, 0.6, -0.3)
MARGIN = 2e-6  # the dipoles stay where the source is, or deeper


def make_sphere_without_shells(centre: ArrayLike) -> SphericalHeadModel:
    """A sphere for MEG."""
    none = np.empty(0)
    return SphericalHeadModel(centre=_centre(centre), radii=none, conductivities=none, dipoles=None)


def make_sphere_with_shells(
    centre: ArrayLike,
    radius: float,
    *,
    relative_radii: ArrayLike,
    conductivities: ArrayLike,
) -> SphericalHeadModel:
    """A sphere for MEG and EEG; shells may come in any order."""
    relative, sigma = (np.asarray(x, float).ravel() for x in (relative_radii, conductivities))
    ok = len(relative) == len(sigma) >= 2 and np.isfinite([*relative, *sigma]).all()
    if not ok or min(relative.min(), sigma.min()) <= 0:
        msg = (
            "relative_radii and sigmas must be equally many numbers above 0, at least "
            f"2, got {relative.tolist()} and {sigma.tolist()}"
        )
        raise InputError(msg)
    if len(np.unique(relative)) < len(relative):
        msg = f"relative_radii must all be different, got {relative.tolist()}"
        raise InputError(msg)
    order = np.argsort(relative)
    relative, sigma = relative[order] / relative.max(), sigma[order]
    dipoles = fit_equivalent_dipoles(relative, sigma)
    LOGGER.info(
        "Shells as %d dipoles in one sphere: %.2g %% of the variance is left",
        len(dipoles.scales),
        100 * dipoles.misfit,
    )
    return SphericalHeadModel(
        centre=_centre(centre),
        radii=relative * radius,
        conductivities=sigma,
        dipoles=dipoles,
    )


def _centre(centre: ArrayLike) -> Floats:
    value = np.asarray(centre, float)
    if value.shape != (3,) or not np.isfinite(value).all():
        msg = f"r0 must be 3 finite coordinates in m, got {centre!r}"
        raise InputError(msg)
    return value


def shell_weights(radii: Floats, conductivities: Floats, n_terms: int) -> Floats:
    """What shells make of each term, 1 to ``n_terms``, of the potential's series.

    ``radii`` are relative to the outermost; the weights are relative to a homogeneous
    sphere of the outermost conductivity. Zhang 1995, equations 5H and 6H.
    """
    n_shells, weights = len(radii), np.empty(n_terms)
    ratio = conductivities[:-1] / conductivities[1:]
    for i in range(n_terms):
        n = i + 1.0
        power = radii[:-1] ** (2 * n + 1)
        product = np.eye(2)
        for k in range(n_shells - 2, -1, -1):
            gap = ratio[k] - 1
            step = np.array(
                [
                    [n + (n + 1) * ratio[k], (n + 1) * gap / power[k]],
                    [n * gap * power[k], (n + 1) + n * ratio[k]],
                ]
            )
            product = step @ product
        whole = n * (2 * n + 1) ** (n_shells - 1)
        weights[i] = whole / (n * product[1, 1] + (n + 1) * product[1, 0])
    return weights


def fit_equivalent_dipoles(radii: Floats, conductivities: Floats) -> EquivalentDipoles:
    """The dipoles whose series comes nearest to the shells' (Zhang 1995, equation 12).

    A least-squares search over the scales, with the best strengths for each. It ends in
    one place from any start; MNE-Python's simplex search stops short of it, at a place
    that depends on rounding (2e-5 of the potential for the default shells, 3e-3 for
    others).
    """
    wanted = shell_weights(radii, conductivities, N_TERMS)
    n = np.arange(1, N_TERMS)
    # Terms count as they do for a source at the innermost shell.
    importance = np.sqrt((2 * n + 1) * (3 * n + 1) / n) * radii[0] ** (n - 1.0)
    fit = partial(_fitted, wanted=wanted, importance=importance)

    def left(scales: Floats) -> Floats:
        return fit(scales)[0]

    found = scipy.optimize.least_squares(
        left,
        START,
        bounds=(MARGIN - 1, 1 - MARGIN),
        x_scale=0.1,
        xtol=1e-14,
        ftol=1e-14,
        gtol=1e-14,
    )
    order = np.argsort(found.x)[::-1]
    scales = found.x[order]
    rest, strengths = fit(scales)
    whole = importance * (wanted[1:] - scales[0] ** n * wanted[0])
    return EquivalentDipoles(
        scales=scales,
        strengths=strengths,
        misfit=float(rest @ rest) / float(whole @ whole),
    )


def _fitted(scales: Floats, *, wanted: Floats, importance: Floats) -> tuple[Floats, Floats]:
    """What dipoles at ``scales`` leave of the series, and their best strengths.

    The strengths add up to the series' first weight, the field far away.
    """
    n = np.arange(1, len(wanted))
    powers = scales[:, None] ** n
    y = importance * (wanted[1:] - powers[0] * wanted[0])
    columns = (importance * (powers[1:] - powers[0])).T
    free, *_ = scipy.linalg.lstsq(columns, y)
    return y - columns @ free, np.append(wanted[0] - free.sum(), free)
