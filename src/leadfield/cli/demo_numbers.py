"""Analysis of the demo: the tutorial, for all conditions and methods."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import final

import numpy as np

import leadfield
from leadfield.api.covariance.covariance import Covariance
from leadfield.api.epochs.evoked import Evoked
from leadfield.api.estimates.source_estimate import SourceEstimate
from leadfield.api.forward.forward import Forward
from leadfield.api.inverse.inverse_operator import InverseOperator
from leadfield.api.inverse.regularisation import Regularisation
from leadfield.api.recording.raw import Raw
from leadfield.api.trust.detect import Detection
from leadfield.base.arrays import Ints, lock_arrays, locked
from leadfield.inverse.methods import InverseMethod

SAMPLE = Path("MEG") / "sample"
RAW = "sample_audvis_filt-0-40_raw.fif"
FORWARD = "sample_audvis-meg-oct-6-fwd.fif"
CODES = {"aud_l": 1, "aud_r": 2, "vis_l": 3, "vis_r": 4}
"""The first is the tutorial's condition."""
BADS = ["MEG 2443", "EEG 053"]
REJECT = {"grad": 4000e-13, "mag": 4e-12, "eog": 150e-6}


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Analysis:
    """The results of the tutorial; estimates by condition and method."""

    data: Path
    raw: Raw
    events: Ints
    drop_log: tuple[tuple[str, ...], ...]
    noise: Covariance
    responses: Mapping[str, Evoked]
    forward: Forward
    inverse: InverseOperator
    detections: Mapping[str, Detection]
    regularisations: Mapping[str, Regularisation]
    estimates: Mapping[tuple[str, InverseMethod], SourceEstimate]

    def __post_init__(self) -> None:
        # The outer objects own their arrays.
        object.__setattr__(self, "events", locked(self.events, np.int64))
        lock_arrays(self)

    @property
    def found(self) -> list[str]:
        """The conditions that have a response."""
        return [name for name, one in self.detections.items() if one.detected]


def run_analysis(data: Path) -> Analysis:
    """Run the tutorial from the raw recording to source estimates, with MEG only.

    It is written like a user's script, with public names only.
    """
    sample = data / SAMPLE
    raw = leadfield.io.read_raw_fif(sample / RAW)
    raw.info["bads"] = BADS
    events = leadfield.find_events(raw, stim_channel="STI 014")
    picks = leadfield.pick_types(raw.info, meg=True, eeg=False, eog=True, exclude="bads")
    epochs = leadfield.Epochs(raw, events, CODES, -0.2, 0.5, picks=picks, reject=REJECT)
    noise = leadfield.compute_covariance(
        epochs, tmax=0.0, method=["shrunk", "empirical"], rank=None
    )
    responses = {name: epochs[name].average().pick_types(meg=True) for name in CODES}
    forward = leadfield.read_forward_solution(sample / FORWARD)
    info = next(iter(responses.values())).info
    inverse = leadfield.minimum_norm.make_inverse_operator(
        info, forward, noise, loose=0.2, depth=0.8
    )
    detections = {
        name: leadfield.minimum_norm.detect(epochs[name], inverse, n_flips=199) for name in CODES
    }
    regularisations = {
        name: leadfield.minimum_norm.estimate_lambda2(response, inverse)
        for name, response in responses.items()
    }
    estimates = {
        (name, method): leadfield.minimum_norm.apply_inverse(
            response, inverse, regularisations[name], method
        )
        for name, response in responses.items()
        for method in leadfield.minimum_norm.INVERSE_METHODS
    }
    return Analysis(
        data=data,
        raw=raw,
        events=events,
        drop_log=epochs.drop_log,
        noise=noise,
        responses=responses,
        forward=forward,
        inverse=inverse,
        detections=detections,
        regularisations=regularisations,
        estimates=estimates,
    )
