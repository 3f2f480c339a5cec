"""Eigendecomposition of a noise covariance, block by block, at its rank."""

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.errors import DataError
from leadfield.base.log import warn
from leadfield.covariance.blocks import by_block
from leadfield.covariance.rank import Ranks
from leadfield.numerics.eigen import sorted_eigh
from leadfield.recording.eeg_reference import lacks_average_reference
from leadfield.recording.info import MeasurementInfo

# Rounding makes eigenvalues negative by 1e-16 of the largest, single precision by 1e-8;
# other programs' shrinkage, type by type, by 1e-6 and more.
CLEARLY_NEGATIVE, NO_COVARIANCE = 1e-7, 1e-3
MAX_RANGE = 1e10


def decompose_blocks(
    covariance: Floats, info: MeasurementInfo, ranks: Ranks
) -> tuple[Floats, Floats]:
    """Eigenvalues (n_channels,) and eigenvectors as rows, one block's beside the other's.

    ``covariance`` is projected already. The eigenvalues that a block has beyond its rank,
    its smallest, become 0 and come first in the block's rows. Clearly negative ones count
    towards the rank, as they are not rounding, and become 0 as well.
    """
    n = len(info.channels)
    eigenvalues, eigenvectors = np.zeros(n), np.zeros((n, n))
    for block, picks in by_block(info).items():
        values, vectors = sorted_eigh(covariance[np.ix_(picks, picks)])
        n_zero = len(picks) - ranks[block] + _n_negative(block, values)
        values[:n_zero] = 0.0
        eigenvalues[picks] = values
        eigenvectors[np.ix_(picks, picks)] = vectors
        _check_range(block, values[n_zero:])
        if block == "eeg" and lacks_average_reference(info):
            warn(
                "EEG must have an average reference projection for its noise to be of use, "
                "there is none: call set_eeg_reference(projection=True) before the covariance"
            )
    return eigenvalues, eigenvectors


def _n_negative(block: str, values: Floats) -> int:
    """The number of eigenvalues that are negative beyond rounding."""
    largest = np.abs(values).max()
    n = int((values < -CLEARLY_NEGATIVE * largest).sum())
    fact = (
        f"a noise covariance must have no negative eigenvalue, the one of {block} has {n}, down "
        f"to {values[0]:.3g} (largest {values[-1]:.3g})"
    )
    if values[0] < -NO_COVARIANCE * largest:
        msg = f"{fact}: estimate it anew"
        raise DataError(msg)
    if n:
        warn(f"{fact}: these dimensions are left out, better estimate it anew")
    return n


def _check_range(block: str, values: Floats) -> None:
    """Warn of a block that is too ill-conditioned to be whitened."""
    if len(values) and values[-1] > MAX_RANGE * values[0]:
        warn(
            f"the noise of {block} ({len(values)} dimensions) spans more than 10 orders of "
            f"magnitude ({values[0]:.3g} to {values[-1]:.3g}): its whitener will be unstable, "
            "regularise the covariance or give a lower rank"
        )
