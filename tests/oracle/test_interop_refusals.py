"""What of MNE-Python's cannot be taken is refused by its name, wherever it is given."""

import inspect
from importlib import import_module

import numpy as np
import pytest

import leadfield
import leadfield.viz
from leadfield.base.errors import LeadfieldError

mne = pytest.importorskip("mne")

DOORS = [
    "leadfield",
    "leadfield.beamformer",
    "leadfield.io",
    "leadfield.minimum_norm",
    "leadfield.viz",
]
# Classes whose objects functions take as their first argument.
TAKEN = {
    *("Raw", "Epochs", "Evoked", "Info", "Covariance", "Forward", "InverseOperator", "Beamformer"),
    *("SourceSpaces", "SourceEstimate", "VectorSourceEstimate", "Label", "BiHemiLabel"),
    *("RawRecording", "MeasurementInfo", "ForwardModel", "InverseModel", "Sources"),
    *("CorticalMorph", "Annotations"),
}


def functions():
    """Public functions and classes whose first argument is an object."""
    found = {}
    for door in DOORS:
        for name in dir(import_module(door)):
            one = getattr(import_module(door), name)
            if callable(one) and getattr(one, "__module__", "").startswith("leadfield"):
                first = next(iter(inspect.signature(one).parameters.values()), None)
                words = set(
                    str(getattr(first, "annotation", ""))
                    .replace("[", " ")
                    .replace("]", " ")
                    .split()
                )
                if first is not None and words & TAKEN and first.default is first.empty:
                    found[f"{door}.{name}"] = one
    return found


FUNCTIONS = functions()


@pytest.fixture(scope="module")
def others():
    """Objects of MNE-Python's that are no data of leadfield's, by their class."""
    rng = np.random.default_rng(0)
    info = mne.create_info(3, 100.0, "eeg")
    raw = mne.io.RawArray(1e-6 * rng.standard_normal((3, 1000)), info, verbose=False)
    epochs = mne.EpochsArray(1e-6 * rng.standard_normal((4, 3, 100)), info, verbose=False)
    times = np.arange(10) / 100
    made = [
        mne.Dipole([0.0], [[0, 0, 0.05]], [1e-8], [[1, 0, 0.0]], [90.0]),
        mne.DipoleFixed(info, np.zeros((3, 10)), times, 1, 1, "x"),
        mne.preprocessing.ICA(2),
        raw.compute_psd(verbose=False),
        epochs.compute_psd(verbose=False),
        epochs.compute_tfr("morlet", [10.0], n_cycles=2, verbose=False),
        epochs.compute_tfr("morlet", [10.0], n_cycles=2, average=True, verbose=False),
        mne.Report(verbose=False),
    ]
    return {type(one).__name__: one for one in made}


KINDS = [
    "Dipole",
    "DipoleFixed",
    "ICA",
    "Spectrum",
    "EpochsSpectrum",
    "EpochsTFR",
    "AverageTFR",
    "Report",
]


# What comes after the first argument, where nothing will do but this.
ARGUMENTS = {
    "leadfield.minimum_norm.make_array_inverse": [np.zeros(3)],
    "leadfield.spatial_dist_adjacency": [0.01],
    "leadfield.spatio_temporal_dist_adjacency": [2, 0.01],
    "leadfield.spatio_temporal_src_adjacency": [2],
    "leadfield.minimum_norm.prepare_inverse_operator": [1, 1 / 9],
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", FUNCTIONS)
def test_other_objects_are_refused_by_their_name(name, kind, others):
    function, thing = FUNCTIONS[name], others[kind]
    parameters = list(inspect.signature(function).parameters.values())
    needed = [one for one in parameters if one.kind < 2 and one.default is one.empty]
    if hasattr(thing, "info") and (parameters[0].name == "info" or function is leadfield.Info):
        pytest.skip("it has an info, which is what is taken")
    with pytest.raises(LeadfieldError, match=f"MNE-Python's {kind}"):
        function(thing, *ARGUMENTS.get(name, [thing] * (len(needed) - 1)))


def test_what_to_do_is_said(others):
    with pytest.raises(LeadfieldError, match=r"Spectrum \(it holds no samples: pass the Raw"):
        leadfield.compute_covariance(others["Spectrum"])
    with pytest.raises(LeadfieldError, match=r"ICA \(apply it, ica\.apply\(raw\)"):
        leadfield.find_events(others["ICA"])


def test_a_list_where_one_is_needed_is_refused():
    stc = mne.SourceEstimate(np.ones((2, 3)), [[0], [1]], 0, 1)
    with pytest.raises(LeadfieldError, match="list"):
        leadfield.viz.plot_source_estimates([stc])
    with pytest.raises(LeadfieldError, match="list"):
        leadfield.compute_source_morph([stc])
