#!/usr/bin/env python3
"""Which cross-validated noise covariance is likelier: leadfield's or MNE-Python's.

    python scripts/held_out_likelihood.py

Half of the simulated experiment's epochs are for estimating, by each package with the same
call, the other half is what neither saw. The log-likelihood is per sample, on the dimensions
that projections leave, with channels scaled by type. It needs MNE-Python, and takes a minute.
"""

from pathlib import Path
from typing import Any

import mne
import numpy as np

import leadfield
from leadfield.base.arrays import Floats
from leadfield.datasets import simulated
from leadfield.numerics.eigen import orthogonal_complement
from leadfield.numerics.likelihood import log_likelihood
from leadfield.recording.projector import make_projector

SCALES = {"mag": 1e15, "grad": 1e13, "eeg": 1e6}
EVENTS = {"aud_l": 1, "aud_r": 2, "vis_l": 3, "vis_r": 4}
REJECT = {"grad": 4000e-13, "mag": 4e-12, "eog": 150e-6}
METHODS = ["shrunk", "empirical"]


def main() -> None:
    """Estimate with both packages, compare on the other half, print a table."""
    leadfield.set_log_level("error")
    mne.set_log_level("error")
    file = simulated.data_path() / "MEG" / "sample" / "sample_audvis_filt-0-40_raw.fif"
    print(f"{'channels':10}{'leadfield':>12}{'MNE-Python':>12}{'difference':>12}")
    for name, kinds in (("MEG", "meg"), ("EEG", "eeg"), ("both", ["meg", "eeg"])):
        ours, held_out, basis = estimate(leadfield, file, kinds)
        theirs, *_ = estimate(mne, file, kinds)
        scores = [score(data, held_out, basis) for data in (ours, theirs)]
        print(f"{name:10}{scores[0]:12.3f}{scores[1]:12.3f}{scores[0] - scores[1]:12.3f}")


def estimate(package: Any, file: Path, kinds: Any) -> tuple[Floats, Floats, Floats]:
    """A package's covariance of the first half, the second half's moment, the dimensions left.

    All are scaled by type; the covariance is (n, n), the moment too, the dimensions (n, k).
    """
    raw = package.io.read_raw_fif(file)
    picks = ["meg", "eeg", "eog"]
    epochs = package.Epochs(
        raw, package.find_events(raw), EVENTS, -0.2, 0.0, picks=picks, reject=REJECT, preload=True
    )
    epochs = epochs.pick(kinds, exclude="bads")
    half = len(epochs) // 2
    cov = package.compute_covariance(epochs[:half], method=METHODS, rank=None)
    scales = np.array([SCALES[kind] for kind in epochs.get_channel_types()])
    data = np.asarray(cov["data"]) * np.outer(scales, scales)
    samples = epochs[half:].get_data(copy=True).transpose(1, 0, 2).reshape(len(scales), -1)
    samples *= scales[:, np.newaxis]
    moment = samples @ samples.T / samples.shape[1]
    if package is not leadfield:
        return data, moment, np.empty((len(scales), 0))
    info = epochs.info.value
    projector = make_projector(info.projections, info.names, info.bads)
    return data, moment, orthogonal_complement(projector.basis / scales[:, np.newaxis])


def score(covariance: Floats, moment: Floats, rows: Floats) -> float:
    """Mean log-likelihood of samples with this moment, on the dimensions ``rows`` (k, n)."""
    return log_likelihood(rows @ covariance @ rows.T, rows @ moment @ rows.T)


if __name__ == "__main__":
    main()
