"""The experiments by name: sensors of several kinds, and noise of several seeds."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np

import leadfield
from leadfield.api.recording.info import Info
from leadfield.base.arrays import Bools
from leadfield.datasets import simulated
from leadfield.datasets.simulated.heads import true_head, true_registration
from leadfield.datasets.simulated.sensors import (
    NOISY,
    TESLA,
    helmet_frames,
    measurement_info,
    true_posture,
)
from leadfield.forward.sensor_array import make_sensor_array
from leadfield.recording.channels import MEG as MEG_KIND
from leadfield.recording.channels import Channels
from leadfield.recording.frames import Frame
from leadfield.recording.info import MeasurementInfo
from truth.experiment import METHOD, Experiment, Truth, data_folder, make_experiment, true_skull
from truth.noise import AXIAL, cut, noise_recording

MEG, OTHER, CTF, EEG = "306 MEG", "306 MEG, other noise", "275 CTF", "60 EEG"
OTHER_SEED = 8  # of the experiments that are not on file
N_AXIAL = 275
N_TIMES, EVERY = 30, 128  # samples of a baseline, and from one to the next
BEM = {MEG: "sample-1280-bem-sol.fif", EEG: "sample-1280-1280-1280-bem-sol.fif"}
MARGIN = 5.0  # mm, between the analysis's sources and the skull


@cache
def experiment(kind: str) -> Experiment:
    """An experiment, made once."""
    return KINDS[kind]()


def from_files() -> Experiment:
    """The simulated experiment, from its files on."""
    sample = data_folder() / "MEG" / "sample"
    raw = leadfield.io.read_raw_fif(sample / "sample_audvis_filt-0-40_raw.fif")
    picks = leadfield.pick_types(raw.info, meg=True, eog=True, exclude="bads")
    epochs = leadfield.Epochs(
        raw,
        leadfield.find_events(raw),
        [1, 2, 3, 4],
        picks=picks,
        reject={"grad": 4000e-13, "mag": 4e-12, "eog": 150e-6},
    )
    forward = leadfield.read_forward_solution(sample / "sample_audvis-meg-oct-6-fwd.fif")
    names = measurement_info(true_skull(), true_registration(), true_posture()).names
    good = np.array([name != NOISY for name in names if name.startswith("MEG")])
    return make_experiment(
        true_measurement(vectorview(), simulated.build.SEED, good),
        epochs.get_data(picks="meg", tmax=0.0),
        info=epochs.average().pick("meg").info,
        forward=forward,
        noise=leadfield.compute_covariance(epochs, tmax=0.0, method=list(METHOD)),
    )


def from_noise(info: MeasurementInfo, bem: str) -> Experiment:
    """An experiment of other noise, with any sensors."""
    truth = true_measurement(info, OTHER_SEED)
    recording = noise_recording(truth, np.random.default_rng(OTHER_SEED))
    outer, folder = Info(info), data_folder()
    baselines = cut(recording, N_TIMES, EVERY)
    epochs = leadfield.EpochsArray(baselines, outer, baseline=(None, None))
    forward = leadfield.make_forward_solution(
        outer,
        folder / "MEG" / "sample" / "sample_audvis_raw-trans.fif",
        folder / "subjects" / "sample" / "bem" / "sample-oct-6-src.fif",
        folder / "subjects" / "sample" / "bem" / bem,
        mindist=MARGIN,
    )
    noise = leadfield.compute_covariance(epochs, method=list(METHOD))
    return make_experiment(truth, baselines, info=outer, forward=forward, noise=noise)


def true_measurement(info: MeasurementInfo, brain: int, good: Bools | None = None) -> Truth:
    """Sensors around the true head."""
    types = set(info.channels.types)
    array = make_sensor_array(
        info, meg=bool(types & {"mag", "grad"}), eeg="eeg" in types, use_references=False
    )
    everyone = np.ones(len(array.info.channels), bool)
    return Truth(
        array=array,
        head=true_head(true_skull()),
        mri_to_head=true_registration(),
        good=everyone if good is None else good,
        brain=brain,
    )


def vectorview(*types: str) -> MeasurementInfo:
    """The simulated experiment's MEG, or other sensors of it."""
    info = measurement_info(true_skull(), true_registration(), true_posture())
    return info.pick(info.channels.of_type(*(types or ("meg",))))


def ctf() -> MeasurementInfo:
    """A helmet of axial gradiometers, placed as the simulated experiment's."""
    info = vectorview()
    sites = helmet_frames(N_AXIAL, true_skull(), info.device_to_head, true_registration())
    same = np.ones(N_AXIAL, int)
    channels = Channels(
        names=tuple(f"MEG {i + 1:03d}" for i in range(N_AXIAL)),
        kinds=MEG_KIND * same,
        coil_types=AXIAL * same,
        units=TESLA * same,
        unit_multipliers=0 * same,
        cals=np.ones(N_AXIAL),
        ranges=np.ones(N_AXIAL),
        locations=sites,
        frames=Frame.DEVICE * same,
    )
    return replace(info, channels=channels, projections=())


KINDS: Mapping[str, Callable[[], Any]] = {
    MEG: from_files,
    OTHER: lambda: from_noise(vectorview(), BEM[MEG]),
    CTF: lambda: from_noise(ctf(), BEM[MEG]),
    EEG: lambda: from_noise(vectorview("eeg"), BEM[EEG]),
}
