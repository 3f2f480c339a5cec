"""Field mapping: what sensors would measure, from what others did.

The currents of least norm that explain the measured field, in a sphere, say which field other
sensors see. No source space is needed: products of lead fields are enough. Hämäläinen &
Ilmoniemi 1994, Med Biol Eng Comput 32:35.
"""

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.checks import one_of
from leadfield.base.errors import ChannelError
from leadfield.base.log import LOGGER
from leadfield.forward.coil_definitions import NORMAL
from leadfield.forward.coils import eeg_sensors, meg_sensors
from leadfield.forward.field_products import electric_products, magnetic_products
from leadfield.forward.sensors import Sensors
from leadfield.recording.eeg_reference import is_average_reference
from leadfield.recording.frames import Frame, Transform
from leadfield.recording.info import MeasurementInfo
from leadfield.recording.projector import make_projector

TERMS = {"accurate": 99, "fast": 49}
# Standard deviations of noise in T and T/m, by which magnetometers and gradiometers compare.
DEVIATIONS = {"mag": 20e-15, "grad": 5e-13}
LEFT_OUT = 1e-4  # of the sum of singular values of MEG channels' products
LOADING = 0.1  # of the mean singular value of electrodes' products


def field_mapping(
    known: MeasurementInfo, wanted: MeasurementInfo, centre: Floats, *, mode: str
) -> Floats:
    """Matrix (n_wanted, n_known) from channels' samples to those of others.

    All are MEG channels, or all are electrodes; ``centre`` (3,) is that of the sphere in m and
    head coordinates, or in the device's where no head was there. Projections of ``known`` are
    taken out of the lead fields, applied or not.
    """
    one_of("mode", mode, TERMS)
    types = {*known.channels.types, *wanted.channels.types}
    if not (types <= {"mag", "grad"} or types == {"eeg"}):
        msg = f"fields are mapped between MEG channels or between electrodes, got {sorted(types)}"
        raise ChannelError(msg)
    LOGGER.info("Mapping the field of %d channels to %d", len(known.names), len(wanted.names))
    mapping = _from_electrodes if types == {"eeg"} else _from_coils
    return mapping(known, wanted, centre, TERMS[mode])


def _from_coils(
    known: MeasurementInfo, wanted: MeasurementInfo, centre: Floats, terms: int
) -> Floats:
    coils, others = _coils(known), _coils(wanted)
    projector = make_projector(known.projections, known.names).matrix
    weights = 1 / np.array([DEVIATIONS[kind] for kind in known.channels.types])
    products = projector @ magnetic_products(coils, coils, centre, terms) @ projector
    s, vectors = np.linalg.eigh(weights[:, None] * products * weights)
    s, vectors = s[::-1], vectors[:, ::-1]
    share = np.abs(s).cumsum() / np.abs(s).sum()
    rank = int(np.flatnonzero(share >= 1 - LEFT_OUT)[0]) + 1
    LOGGER.info("The field has %d components in %d channels", rank, len(s))
    whitened = vectors[:, :rank].T * weights
    inverse = projector @ (whitened.T / s[:rank]) @ whitened
    return np.asarray(magnetic_products(others, coils, centre, terms) @ inverse)


def _coils(info: MeasurementInfo) -> Sensors:
    """The coils; where nobody was in the device, its frame is taken for a head's."""
    to_head = info.device_to_head
    if to_head is None:
        to_head = Transform(source=Frame.DEVICE, target=Frame.HEAD, matrix=np.eye(4))
    return meg_sensors(info.channels, to_head, accuracy=NORMAL)


def _from_electrodes(
    known: MeasurementInfo, wanted: MeasurementInfo, centre: Floats, terms: int
) -> Floats:
    electrodes, others = (eeg_sensors(one.channels) for one in (known, wanted))
    projector = make_projector(known.projections, known.names).matrix
    products = projector @ electric_products(electrodes, electrodes, centre, terms) @ projector
    n = len(products)
    products = products + LOADING * np.trace(products) / n * np.eye(n)
    across = electric_products(others, electrodes, centre, terms) @ projector
    mapping = np.linalg.solve(products, across.T).T
    if any(is_average_reference(one) for one in known.projections):
        mapping = mapping - mapping.mean(axis=0)
    return np.asarray(mapping)
