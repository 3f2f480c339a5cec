"""Products of sensors' lead fields in a conducting sphere.

The product of two lead fields is the integral of one times the other over a sphere of sources
of radius R. With r₁ and r₂ the points' distances from the centre, θ the angle between them and
β = R²/(r₁ r₂), it is a series of Legendre's polynomials Pₙ(cos θ). Lead fields of a sphere:
Sarvas 1987, Phys Med Biol 32:11; their products: Hämäläinen & Ilmoniemi 1994, Med Biol Eng
Comput 32:35.
"""

from collections.abc import Iterator

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.errors import InputError
from leadfield.forward.sensors import Sensors
from leadfield.forward.triangles import blocks

MAGNETIC_RADIUS = 0.06  # m, of the sources' sphere
ELECTRIC_RADIUS = 0.7 * MAGNETIC_RADIUS
MAGNETIC_FACTOR = 4e-14 * np.pi  # μ0²/4π
ELECTRIC_FACTOR = 1 / (4 * np.pi)  # for 1 S/m
NOTHING = 1e-17  # of the first term
SMALLER = 16  # how much less than other sums keep the dozen arrays of a block in the cache


def magnetic_products(first: Sensors, second: Sensors, centre: Floats, terms: int) -> Floats:
    """Products (n_first, n_second) of two sets of MEG coils, around ``centre``.

    Outside the sphere a lead field is the gradient of a potential along the coil's normal e, so
    that the product of two points' is (e₁·∇₁)(e₂·∇₂) of
    μ0²/4π Σ n/((n+1)(2n+1)) βⁿ⁺¹ Pₙ(cos θ).
    """
    u, p, e = _around(first, centre, MAGNETIC_RADIUS)
    v, q, f = _around(second, centre, MAGNETIC_RADIUS)
    # Of each normal what points outwards.
    radial_e, radial_f = np.einsum("pk,pk->p", e, u), np.einsum("pk,pk->p", f, v)
    out = np.empty((len(first.owner), len(second)))
    for rows in blocks(len(out), SMALLER * len(v)):
        cosine = np.clip(u[rows] @ v.T, -1, 1)
        distances = np.outer(p[rows], q)
        radial, mixed, slope, bend = _gradient_sums(MAGNETIC_RADIUS**2 / distances, cosine, terms)
        outward = radial_e[rows, None]
        # The derivatives of cos θ along each normal, times the distance.
        across = u[rows] @ f.T
        turn_e, turn_f = e[rows] @ v.T - cosine * outward, across - cosine * radial_f
        product = outward * radial_f * radial - (outward * turn_f + turn_e * radial_f) * mixed
        product += (e[rows] @ f.T - outward * across - turn_e * radial_f) * slope
        product += turn_e * turn_f * bend
        out[rows] = (second.summed @ (product / distances).T).T
    return np.asarray(MAGNETIC_FACTOR * (first.summed @ out))


def electric_products(first: Sensors, second: Sensors, centre: Floats, terms: int) -> Floats:
    """Products (n_first, n_second) of two sets of electrodes on a homogeneous sphere of 1 S/m.

    The product of two points' is 1/4πR² Σ (2n+1)²/n βⁿ⁺¹ Pₙ(cos θ).
    """
    u, p, _ = _around(first, centre, ELECTRIC_RADIUS)
    v, q, _ = _around(second, centre, ELECTRIC_RADIUS)
    out = np.empty((len(first.owner), len(second)))
    for rows in blocks(len(out), SMALLER * len(v)):
        cosine = np.clip(u[rows] @ v.T, -1, 1)
        beta = ELECTRIC_RADIUS**2 / np.outer(p[rows], q)
        total = np.zeros_like(beta)
        for n, value, _, _ in _series(beta, cosine, terms):
            total += (2 * n + 1) ** 2 / n * value
        out[rows] = (second.summed @ total.T).T
    return np.asarray(ELECTRIC_FACTOR / ELECTRIC_RADIUS**2 * (first.summed @ out))


def _around(sensors: Sensors, centre: Floats, radius: float) -> tuple[Floats, Floats, Floats]:
    """Directions of the points from the centre, their distances, and the normals there."""
    points = sensors.points - centre
    distances = np.linalg.norm(points, axis=1)
    if not (distances > radius).all():
        name = sensors.names[sensors.owner[distances.argmin()]]
        x, y, z = 1e3 * centre
        msg = (
            f"sensors must be further than {1e3 * radius:.0f} mm from the centre of the sphere, "
            f"({x:.0f}, {y:.0f}, {z:.0f}) mm, {name!r} is {1e3 * distances.min():.0f} mm from it: "
            "check the sensors' positions and the origin"
        )
        raise InputError(msg)
    return points / distances[:, None], distances, sensors.normals


def _gradient_sums(beta: Floats, cosine: Floats, terms: int) -> Floats:
    """Sums over n of a term times (n+1)² Pₙ, (n+1) Pₙ', Pₙ' and Pₙ''."""
    sums = np.zeros((4, *beta.shape))
    for n, value, slope, bend in _series(beta, cosine, terms):
        weight = n / ((n + 1) * (2 * n + 1))
        sums[0] += weight * (n + 1) ** 2 * value
        sums[1] += weight * (n + 1) * slope
        sums[2] += weight * slope
        sums[3] += weight * bend
    return sums


def _series(
    beta: Floats, cosine: Floats, terms: int
) -> Iterator[tuple[int, Floats, Floats, Floats]]:
    """For n from 1: βⁿ⁺¹ times Pₙ and its first two derivatives; at most ``terms`` of them.

    The series ends where nothing is left of it, below 1e-17 of its beginning.
    """
    step, square = beta * cosine, beta * beta
    values = beta, beta * step
    slopes = np.zeros_like(beta), square
    bends = np.zeros_like(beta), np.zeros_like(beta)
    largest = float(beta.max())
    for n in range(1, terms + 1):
        yield n, values[1], slopes[1], bends[1]
        if n**3 * largest ** (n - 1) < NOTHING:
            return
        odd = (2 * n + 1) * beta
        bends = bends[1], odd * slopes[1] + square * bends[0]
        slopes = slopes[1], odd * values[1] + square * slopes[0]
        after = ((2 * n + 1) * step * values[1] - n * square * values[0]) / (n + 1)
        values = values[1], after
