"""Coil definitions: where in each kind of MEG sensor its field is measured.

A coil is given in its own frame: the loops lie in or above the x-y plane and z is their
normal. Each kind has three accuracies: 0, a point for each loop; 1, a few points; 2, an
integration over the loops' areas. Lengths are rounded to the four digits that the
field's tables of coils keep, so that the same sensor gives the same numbers elsewhere.
Hämäläinen et al. 1993, Rev Mod Phys 65:413; quadratures of Abramowitz & Stegun 25.4.61-62.
"""

import math
from collections.abc import Callable
from functools import partial

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.checks import one_of

POINT, NORMAL, ACCURATE = 0, 1, 2
# Rows of weight, x, y, z; lengths in mm until the last step.
Coil = list[tuple[float, float, float, float]]
Definition = Callable[[int], Coil]


def _digits(millimetres: float) -> float:
    """The length in m with four significant digits."""
    mantissa, exponent = f"{millimetres:.3e}".split("e")
    return float(f"{mantissa}e{int(exponent) - 3}")


def _square(side: float, per_edge: int, *, height: float = 0.0) -> Coil:
    """The middles of ``per_edge`` squared equal squares."""
    places = [(i + 0.5 - per_edge / 2) * side / per_edge for i in range(per_edge)]
    weight = 1 / per_edge**2
    return [(weight, x, y, height) for x in places for y in places]


def _disc(diameter: float) -> Coil:
    """Seven points that integrate fifth-degree polynomials over a disc exactly."""
    radius = math.sqrt(2 / 3) * diameter / 2
    angles = [math.radians(60 * i) for i in range(6)]
    ring = [(1 / 8, radius * math.cos(a), radius * math.sin(a), 0.0) for a in angles]
    return [(1 / 4, 0.0, 0.0, 0.0), *ring]


def _shifted(coil: Coil, x: float, z: float, sign: float = 1.0) -> Coil:
    return [(sign * w, px + x, py, pz + z) for w, px, py, pz in coil]


def _square_magnetometer(accuracy: int, *, side: float) -> Coil:
    """Vectorview's thin-film magnetometer: 0.3 mm above its chip's middle."""
    if accuracy == POINT:
        return [(1.0, 0.0, 0.0, 0.0)]
    return _square(side, 2 if accuracy == NORMAL else 4, height=0.3)


def _planar_gradiometer(accuracy: int, *, height: float) -> Coil:
    """Vectorview's figure of eight: loops 16.8 mm apart, signal in T/m."""
    if accuracy == POINT:
        return [(sign / 16.8e-3, sign * 8.4, 0.0, height) for sign in (1, -1)]
    if accuracy == NORMAL:
        columns = [(1 / (2 * 16.8e-3), 8.4)]
    else:
        # As the tables have them: the columns' mean lies 8.34 mm out, the weights fit that.
        columns = [(14.9858, 10.79), (14.9858, 5.891)]
    return [
        (sign * weight, sign * x, y, 0.3)
        for sign in (1, -1)
        for weight, x in columns
        for y in (6.713, -6.713)
    ]


def _round_magnetometer(accuracy: int, *, diameter: float, disc: bool = True) -> Coil:
    if accuracy == POINT:
        return [(1.0, 0.0, 0.0, 0.0)]
    if accuracy == ACCURATE and disc:
        return _disc(diameter)
    return _square(diameter, 2)


def _axial_gradiometer(accuracy: int, *, diameter: float, base: float, disc: bool = True) -> Coil:
    """Two round loops, the second ``base`` above and wound the other way."""
    loop = _round_magnetometer(accuracy, diameter=diameter, disc=disc)
    return loop + _shifted(loop, 0.0, base, -1.0)


def _sideways_gradiometer(accuracy: int, *, spread: float, base: float) -> Coil:
    """Two loops side by side along x, the second wound the other way."""
    if accuracy == POINT:
        loop: Coil = [(1.0, 0.0, 0.0, 0.0)]
    else:
        loop = _square(4 * spread, 2)
    return _shifted(loop, base / 2, 0.0) + _shifted(loop, -base / 2, 0.0, -1.0)


def _two_points(accuracy: int, *, side: float, base: float) -> Coil:
    """Two small loops, which are points but for the most accurate."""
    loop = _square(side, 2) if accuracy == ACCURATE else [(1.0, 0.0, 0.0, 0.0)]
    return loop + _shifted(loop, 0.0, base, -1.0)


def _thick_gradiometer(accuracy: int, *, side: float, base: float, thickness: float) -> Coil:
    """Two coils of several turns, as loops on both of their faces."""
    if accuracy == POINT:
        return _two_points(POINT, side=side, base=base)
    loop = [(w / 2, x, y, z + lift) for lift in (0.0, thickness) for w, x, y, z in _square(side, 2)]
    return loop + _shifted(loop, 0.0, base, -1.0)


def _neuromag_122(accuracy: int) -> Coil:
    """Neuromag's figure of eight before Vectorview: loops 16.2 mm apart, signal in T/m."""
    if accuracy != ACCURATE:
        return [(sign / 16.2e-3, sign * 8.1, 0.0, 0.0) for sign in (1, -1)]
    weight = 1 / (2 * (11.11 + 5.44) * 1e-3)
    return [
        (sign * weight / 2, sign * x, y, 0.0)
        for sign in (1, -1)
        for x in (11.11, 5.44)
        for y in (7.68, -7.68)
    ]


def _beam(accuracy: int, *, width: float) -> Coil:
    """The cell of an optically pumped magnetometer along its beam, which is 3 mm long."""
    if accuracy == POINT:
        return [(1.0, 0.0, 0.0, 0.0)]
    along = [(i - 2.5) / 2 for i in range(6)]
    if accuracy == NORMAL:
        return [(1 / 6, x, 0.0, 0.0) for x in along]
    across = (-width / 4, width / 4)
    return [(1 / 24, x, y, z) for x in along for y in across for z in across]


def _cube(accuracy: int, *, side: float) -> Coil:
    """The cell of an optically pumped magnetometer: its middle, and eight points around."""
    if accuracy == POINT:
        return [(1.0, 0.0, 0.0, 0.0)]
    ends = (-side / 4, side / 4)
    corners = [(1 / 9, x, y, z) for x in ends for y in ends for z in ends]
    return [(1 / 9, 0.0, 0.0, 0.0), *corners]


def _point(accuracy: int) -> Coil:  # noqa: ARG001 - a point is one at any accuracy
    return [(1.0, 0.0, 0.0, 0.0)]


COILS: dict[int, tuple[str, Definition]] = {
    2: ("Neuromag-122 planar gradiometer", _neuromag_122),
    2000: ("point magnetometer", _point),
    3012: ("Vectorview planar gradiometer T1", partial(_planar_gradiometer, height=0.3)),
    3013: ("Vectorview planar gradiometer T2", partial(_planar_gradiometer, height=0.3)),
    3014: ("Vectorview planar gradiometer T3", partial(_planar_gradiometer, height=0.0)),
    3015: ("Vectorview planar gradiometer T4", partial(_planar_gradiometer, height=0.0)),
    3022: ("Vectorview magnetometer T1", partial(_square_magnetometer, side=25.8)),
    3023: ("Vectorview magnetometer T2", partial(_square_magnetometer, side=25.8)),
    3024: ("Vectorview magnetometer T3", partial(_square_magnetometer, side=21.0)),
    3025: ("Vectorview magnetometer T4", partial(_square_magnetometer, side=28.0)),
    4001: ("Magnes WH2500 magnetometer", partial(_round_magnetometer, diameter=23.0)),
    4002: (
        "Magnes WH3600 axial gradiometer",
        partial(_axial_gradiometer, diameter=18.0, base=50.0),
    ),
    4003: (
        "Magnes reference magnetometer",
        partial(_round_magnetometer, diameter=30.0, disc=False),
    ),
    4004: (
        "Magnes reference gradiometer, diagonal",
        partial(_axial_gradiometer, diameter=80.0, base=135.0, disc=False),
    ),
    4005: (
        "Magnes reference gradiometer, off-diagonal",
        partial(_sideways_gradiometer, spread=20.0, base=135.0),
    ),
    5001: ("CTF axial gradiometer", partial(_axial_gradiometer, diameter=18.0, base=50.0)),
    5002: ("CTF reference magnetometer", partial(_round_magnetometer, diameter=16.0, disc=False)),
    5003: (
        "CTF reference gradiometer, diagonal",
        partial(_axial_gradiometer, diameter=34.4, base=78.6, disc=False),
    ),
    5004: (
        "CTF reference gradiometer, off-diagonal",
        partial(_sideways_gradiometer, spread=8.5, base=78.6),
    ),
    6001: ("KIT axial gradiometer", partial(_axial_gradiometer, diameter=15.5, base=50.0)),
    6002: ("KIT reference magnetometer", partial(_round_magnetometer, diameter=15.5)),
    7001: ("BabySQUID axial gradiometer", partial(_two_points, side=6.0, base=50.0)),
    7002: ("BabyMEG magnetometer", partial(_round_magnetometer, diameter=10.0)),
    7003: ("BabyMEG compensation magnetometer", partial(_round_magnetometer, diameter=20.0)),
    7004: ("BabyMEG reference magnetometer", partial(_round_magnetometer, diameter=20.0)),
    7501: ("Artemis123 axial gradiometer", partial(_axial_gradiometer, diameter=14.86, base=57.4)),
    7502: (
        "Artemis123 reference magnetometer",
        partial(_round_magnetometer, diameter=14.85, disc=False),
    ),
    7503: (
        "Artemis123 reference gradiometer",
        partial(_axial_gradiometer, diameter=14.86, base=30.0, disc=False),
    ),
    8001: ("QuSpin OPM, first generation", partial(_beam, width=0.7)),
    8002: ("QuSpin OPM, second generation", partial(_beam, width=0.7)),
    8101: ("FieldLine OPM", partial(_beam, width=2.0)),
    8201: ("Kernel OPM", partial(_cube, side=2.0)),
    9001: ("KRISS axial gradiometer", partial(_axial_gradiometer, diameter=20.0, base=50.0)),
    9101: (
        "Compumedics axial gradiometer, for adults",
        partial(_axial_gradiometer, diameter=20.5, base=50.0),
    ),
    9102: (
        "Compumedics axial gradiometer, for children",
        partial(_thick_gradiometer, side=16.6, base=47.0, thickness=1.5),
    ),
}


def coil(coil_type: int, accuracy: int = ACCURATE) -> tuple[Floats, Floats]:
    """Weights (n_points,) and positions (n_points, 3), in m, of a kind of coil."""
    one_of("accuracy", accuracy, (POINT, NORMAL, ACCURATE))
    rows = np.array(COILS[coil_type][1](accuracy))
    places = np.vectorize(_digits, otypes=[float])(rows[:, 1:])
    # The tables keep weights with four digits after the point as well.
    return np.round(rows[:, 0], 4), places
