"""FIF structures (channel, transform, point, id) as NumPy record types in file order."""

import numpy as np

ID = np.dtype([("version", ">i4"), ("machine", ">i4", 2), ("seconds", ">i4"), ("micros", ">i4")])
TRANSFORM = np.dtype(
    [
        ("source", ">i4"),
        ("target", ">i4"),
        ("rotation", ">f4", (3, 3)),
        ("move", ">f4", 3),
        ("inverse_rotation", ">f4", (3, 3)),
        ("inverse_move", ">f4", 3),
    ]
)
DIG_POINT = np.dtype([("kind", ">i4"), ("ident", ">i4"), ("r", ">f4", 3)])
CHANNEL = np.dtype(
    [
        ("scan_number", ">i4"),
        ("logical_number", ">i4"),
        ("kind", ">i4"),
        ("range", ">f4"),
        ("cal", ">f4"),
        ("coil_type", ">i4"),
        ("loc", ">f4", 12),
        ("unit", ">i4"),
        ("unit_mul", ">i4"),
        ("name", "S16"),
    ]
)
