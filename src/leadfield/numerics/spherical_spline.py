"""Spherical spline interpolation.

Perrin, Pernier, Bertrand & Echallier 1989, with the regularisation of Wahba 1981.
"""

import numpy as np

from leadfield.base.arrays import Floats

TERMS = 50  # the series' terms fall as n^(1 - 2 stiffness)


def kernel(cosines: Floats, *, stiffness: int) -> Floats:
    """``g(x) = Σ (2n+1) / (n (n+1))^stiffness Pₙ(x) / 4π`` at cosines of angles.

    The first fifty terms; for a stiffness of 2, whose terms fall slowly, all of them: the
    sum is the dilogarithm of ``(1 + x) / 2``, plus 1 - π²/6, over 4π.
    """
    if stiffness == 2:
        import scipy  # slow to load, and seldom needed

        whole: Floats = scipy.special.spence((1 - cosines) / 2)
        return (whole + 1 - np.pi**2 / 6) / (4 * np.pi)
    n = np.arange(1, TERMS + 1)
    factors = (2 * n + 1) / (n * (n + 1.0)) ** stiffness / (4 * np.pi)
    series = np.polynomial.legendre.legval(cosines, np.r_[0.0, factors])
    return np.asarray(series, np.float64)


def spline_matrix(
    known: Floats, wanted: Floats, *, stiffness: int = 4, smoothing: float = 1e-5
) -> Floats:
    """Matrix (n_wanted, n_known) from values at known directions to wanted ones.

    Directions are unit vectors (n, 3). ``smoothing`` is added to the kernel's diagonal.
    """
    import scipy  # slow to load, and seldom needed

    n = len(known)
    system = np.zeros((n + 1, n + 1))
    system[:n, :n] = kernel(np.clip(known @ known.T, -1, 1), stiffness=stiffness)
    system[:n, :n] += smoothing * np.eye(n)
    system[n, :n] = system[:n, n] = 1
    across = kernel(np.clip(wanted @ known.T, -1, 1), stiffness=stiffness)
    weights = scipy.linalg.solve(system, np.eye(n + 1)[:, :n], assume_a="sym")
    out: Floats = across @ weights[:n] + weights[n]
    return out
