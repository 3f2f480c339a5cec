"""Simulated sensors: a helmet of 306 MEG channels, a cap of 60 electrodes, digitisation."""

import numpy as np

from leadfield.base.arrays import Floats, Ints
from leadfield.datasets.simulated.heads import MM, Skull
from leadfield.numerics.mesh import unit
from leadfield.recording.channels import Channels
from leadfield.recording.frames import Frame, Transform
from leadfield.recording.info import DigitisedPoint, MeasurementInfo, PointKind
from leadfield.recording.projection import AVERAGE_REFERENCE, FIELD, Projection

RATE = 600.614990234375 / 4  # Hz
HIGHPASS, LOWPASS = 0.1, 40.0  # Hz
N_SITES, N_ELECTRODES = 102, 60
STRIPS = 8
REFERENCE = np.array([[-0.9, -0.25, -0.36]])  # direction of the left mastoid
TRIGGER, EOG = "STI 014", "EOG 061"
GAP = 24.0  # mm from the scalp to the coils
BADS = ("MEG 2443", "EEG 053")
DEAD, NOISY = "EEG 053", "MEG 2443"
TESLA, TESLA_PER_METRE, VOLT = 112, 201, 107
POSITION = np.array([0.002, -0.003, 0.042])  # m, of the helmet's centre in a head that sits low


def cap_directions(count: int, lowest_front: float, lowest_back: float) -> Floats:
    """``count`` directions spread evenly over a head, lower at the back than at the front."""
    total, above = count, np.empty(0)
    while (above > 0).sum() < count:
        total += 1
        i = np.arange(total) + 0.5
        height = 1 - 2 * i / total
        turn = np.pi * (1 + 5**0.5) * i
        side = np.sqrt(1 - height**2)
        points = np.stack([side * np.cos(turn), side * np.sin(turn), height], axis=1)
        front = (points[:, 1] + 1) / 2
        above = height - lowest_back - (lowest_front - lowest_back) * front**2
    highest = np.argsort(-above, kind="stable")[:count]
    return np.asarray(points[np.sort(highest)])


def sort_by_region(directions: Floats) -> Floats:
    """Directions sorted as MEG sites are numbered: left to right, in strips from front to back."""
    x, y, _ = directions.T
    strip = np.digitize(x, np.linspace(-0.8, 0.8, STRIPS - 1))
    return np.asarray(directions[np.lexsort((-y, strip))])


def site_numbers() -> list[int]:
    """Numbers of the helmet's 102 sites: 011 to 264, without 083 and 084."""
    numbers = [10 * block + i for block in range(1, 27) for i in range(1, 5)]
    return [n for n in numbers if n not in {83, 84}]


def measurement_info(
    skull: Skull, mri_to_head: Transform, device_to_head: Transform
) -> MeasurementInfo:
    """Channels in the order of the sample data: MEG, stimulus, EEG, EOG."""
    meg = _vectorview(helmet_frames(N_SITES, skull, device_to_head, mri_to_head))
    directions = np.concatenate([REFERENCE, cap_directions(N_ELECTRODES, 0.1, -0.15)])
    reference, *electrodes = places = mri_to_head.points(_on_scalp(skull, directions))
    eeg = np.array([[*place, *reference, *np.zeros(6)] for place in electrodes])
    n_meg, none = len(meg), np.zeros((1, 12))
    names = [f"MEG {site:03d}{k}" for site in site_numbers() for k in (3, 2, 1)]
    names += [TRIGGER, *(f"EEG {i + 1:03d}" for i in range(N_ELECTRODES)), EOG]
    kinds = np.r_[np.full(n_meg, 1), 3, np.full(N_ELECTRODES, 2), 202]
    coils = np.r_[np.tile([3012, 3012, 3024], N_SITES), 0, np.full(N_ELECTRODES, 1), 0]
    units = np.tile([TESLA_PER_METRE, TESLA_PER_METRE, TESLA], N_SITES)
    n = len(names)
    channels = Channels(
        names=tuple(names),
        kinds=kinds,
        coil_types=coils,
        units=np.r_[units, VOLT, np.full(N_ELECTRODES, VOLT), VOLT],
        unit_multipliers=np.zeros(n, int),
        cals=np.ones(n),
        ranges=np.ones(n),
        locations=np.concatenate([meg, none, eeg, none]),
        frames=np.r_[np.full(n_meg, Frame.DEVICE), 0, np.full(N_ELECTRODES, Frame.HEAD), 0],
    )
    return MeasurementInfo(
        channels=channels,
        sampling_rate=RATE,
        highpass=HIGHPASS,
        lowpass=LOWPASS,
        device_to_head=device_to_head,
        digitisation=digitised(skull, mri_to_head, places),
        projections=_projections(channels),
        description="simulated recording",
    )


def true_posture() -> Transform:
    """True device to head transform: the head slightly rotated, low and off-centre."""
    return posture(0.05, -0.08, POSITION)


def posture(turn: float, nod: float, position: Floats) -> Transform:
    """Device to head transform of a head that is rotated, by rad, and off-centre, by m."""
    c, s, cn, sn = np.cos(turn), np.sin(turn), np.cos(nod), np.sin(nod)
    about_z = np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]])
    about_x = np.array([[1, 0, 0], [0, cn, -sn], [0, sn, cn]])
    matrix = np.eye(4)
    matrix[:3, :3] = about_z @ about_x
    matrix[:3, 3] = position
    return Transform(source=Frame.DEVICE, target=Frame.HEAD, matrix=matrix)


def _on_scalp(skull: Skull, directions: Floats) -> Floats:
    """Places (n, 3) on the head in some directions, in the MRI frame, in m."""
    directions = unit(directions)
    return MM * (skull.centre + directions * skull.head_distances(directions)[:, None])


def helmet_frames(
    n_sites: int, skull: Skull, device_to_head: Transform, mri_to_head: Transform
) -> Floats:
    """Position and axes (n_sites, 12) of a helmet's sites, the last axis outward.

    They are in the device's frame, in m.
    """
    directions = sort_by_region(cap_directions(n_sites, 0.0, -0.48))
    radius = skull.head_distances(directions)
    # A helmet is smooth: it follows the head's ellipsoid, not its bumps.
    axes = np.array([np.abs(directions[:, i] * radius).max() for i in range(3)]) + GAP
    in_mri = MM * (skull.centre + directions * np.maximum(axes, radius[:, None] + GAP))
    to_device = device_to_head.inverse()
    places = to_device.points(mri_to_head.points(in_mri))
    outward = to_device.directions(mri_to_head.directions(directions / axes))
    outward /= np.linalg.norm(outward, axis=1, keepdims=True)
    across = np.cross([0.0, 0.0, 1.0], outward)
    across /= np.linalg.norm(across, axis=1, keepdims=True)
    up = np.cross(outward, across)
    return np.concatenate([places, across, up, outward], axis=1)


def _vectorview(sites: Floats) -> Floats:
    """Position and axes (306, 12) of two gradiometers and a magnetometer at each site."""
    places, across, up, outward = np.split(sites, 4, axis=1)
    turned = np.concatenate([places, up, -across, outward], axis=1)
    return np.stack([sites, turned, sites], axis=1).reshape(-1, 12)


def digitised(
    skull: Skull, mri_to_head: Transform, electrodes: Floats
) -> tuple[DigitisedPoint, ...]:
    """Fiducials, electrodes (the reference first, as number 0) and points on the scalp."""
    fiducials = np.array([[-0.08, 0.0, 0.0], [0.0, 0.11, 0.0], [0.08, 0.0, 0.0]])
    scalp = mri_to_head.points(_on_scalp(skull, cap_directions(120, 0.3, -0.3)))
    groups = [
        (PointKind.CARDINAL, 1, fiducials),
        (PointKind.EEG, 0, electrodes),
        (PointKind.EXTRA, 1, scalp),
    ]
    return tuple(
        DigitisedPoint(kind=kind, ident=first + i, position=point, frame=Frame.HEAD)
        for kind, first, points in groups
        for i, point in enumerate(points)
    )


def far_fields(channels: Channels) -> tuple[Ints, Floats]:
    """The magnetometers, and their signals of three uniform fields (3, n_magnetometers)."""
    rows = channels.of_type("mag")
    patterns = channels.locations[rows, 9:12].T
    return rows, patterns / np.linalg.norm(patterns, axis=1, keepdims=True)


def _projections(channels: Channels) -> tuple[Projection, ...]:
    """One projection for each uniform field, and the average reference; none is active."""
    electrodes = tuple(channels.names[r] for r in channels.of_type("eeg"))
    n = len(electrodes)
    reference = Projection(
        description="Average EEG reference",
        kind=AVERAGE_REFERENCE,
        active=False,
        channel_names=electrodes,
        vectors=np.full((1, n), n**-0.5),
    )
    return (*far_field_projections(channels), reference)


def far_field_projections(channels: Channels) -> tuple[Projection, ...]:
    """One projection of magnetometers for each uniform field; none is active."""
    rows, patterns = far_fields(channels)
    names = tuple(channels.names[r] for r in rows)
    basis = np.linalg.svd(patterns, full_matrices=False)[2]
    return tuple(
        Projection(
            description=f"PCA-v{i + 1}",
            kind=FIELD,
            active=False,
            channel_names=names,
            vectors=vector[None],
        )
        for i, vector in enumerate(basis)
    )
