"""A recording with blinks and heartbeats: found, cleaned by projections, saved, localised."""

import numpy as np
import pytest

import leadfield
from leadfield import preprocessing
from leadfield.io import RawArray, read_raw_fif
from leadfield.minimum_norm import apply_inverse, compute_rank_inverse, make_inverse_operator

INTERVAL = 0.85  # s from heartbeat to heartbeat
HEART = np.array([0.06, 0.05, -0.35])  # m, from the centre of the helmet
MOMENT = np.array([6e-14, -3e-14, 9e-14])  # T m³
BASELINE = 0.0168  # m, of a gradiometer
SECONDS = 120


def heart_field(points):
    """Field (n, 3) in T of a magnetic dipole in the chest."""
    away = points - HEART
    distance = np.linalg.norm(away, axis=1, keepdims=True)
    along = (away @ MOMENT)[:, None] * away / distance**2
    return (3 * along - MOMENT) / distance**3


def heart_pattern(info):
    """What each channel sees of a heartbeat's peak."""
    locations = np.array([one["loc"] for one in info["chs"]])
    places, across, normals = locations[:, :3], locations[:, 3:6], locations[:, 9:12]
    ends = [heart_field(places + side * BASELINE / 2 * across) for side in (-1, 1)]
    seen = {
        "mag": np.sum(heart_field(places) * normals, axis=1),
        "grad": np.sum((ends[1] - ends[0]) * normals, axis=1) / BASELINE,
        "eeg": 1e-4 * places @ [1.0, 0.3, 0.5],
    }
    kinds = np.array([leadfield.channel_type(info, i) for i in range(len(locations))])
    return sum(np.where(kinds == kind, np.nan_to_num(values), 0) for kind, values in seen.items())


@pytest.fixture(scope="module")
def recording(experiment):
    """Two minutes of the simulated experiment, with a heart but no ECG."""
    folder = experiment / "MEG" / "sample"
    raw = read_raw_fif(folder / "sample_audvis_filt-0-40_raw.fif").crop(0, SECONDS)
    rng = np.random.default_rng(2)
    data, pattern = raw.get_data(), heart_pattern(raw.info)
    length = round(0.08 * raw.info["sfreq"])
    for beat in np.arange(0.5, SECONDS - 1, INTERVAL) + rng.uniform(-0.03, 0.03):
        start = round((beat + rng.uniform(-0.03, 0.03)) * raw.info["sfreq"])
        beat_shape = rng.uniform(0.9, 1.1) * np.hanning(length)
        data[:, start : start + length] += np.outer(pattern, beat_shape)
    return RawArray(data, raw.info, first_samp=raw.first_samp)


@pytest.fixture(scope="module")
def events(recording):
    return {
        "eog": preprocessing.find_eog_events(recording),
        "ecg": preprocessing.find_ecg_events(recording)[0],
    }


@pytest.fixture(scope="module")
def projections(recording):
    options = {"n_grad": 1, "n_mag": 1, "n_eeg": 1, "no_proj": True}
    eog, _ = preprocessing.compute_proj_eog(recording, **options)
    ecg, _ = preprocessing.compute_proj_ecg(recording, **options)
    return eog + ecg


@pytest.fixture(scope="module")
def clean(recording, projections):
    return recording.copy().add_proj(projections).apply_proj()


def amplitudes(raw, events):
    """Largest average around events over the good channels of each type."""
    epochs = leadfield.Epochs(raw, events, None, -0.3, 0.3, (None, -0.2), proj=False)
    evoked = epochs.average()
    rows = leadfield.channel_indices_by_type(evoked.info, "data", exclude="bads")
    return {kind: np.abs(evoked.data[rows[kind]]).max() for kind in ("mag", "grad", "eeg")}


def test_every_heartbeat_is_found_without_an_ecg(events):
    assert len(events["ecg"]) == pytest.approx(SECONDS / INTERVAL, abs=3)
    pauses = np.diff(events["ecg"][:, 0]) / 150.15
    assert abs(np.median(pauses) - INTERVAL) < 0.01


# Measured: by 11, 6 and 8 for blinks, by 50, 15 and 10 for heartbeats.
@pytest.mark.parametrize(
    ("kind", "least"),
    [("eog", {"mag": 8, "grad": 5, "eeg": 6}), ("ecg", {"mag": 30, "grad": 10, "eeg": 7})],
)
def test_what_is_seen_of_artefacts_falls(recording, clean, events, kind, least):
    before, after = (amplitudes(raw, events[kind]) for raw in (recording, clean))
    assert all(before[type_] > factor * after[type_] for type_, factor in least.items())


def test_each_projector_says_how_much_it_explains(projections):
    assert [one["desc"] for one in projections] == [
        *(f"EOG-{kind}--0.200-0.200-PCA-01" for kind in ("planar", "axial", "eeg")),
        *(f"ECG-{kind}--0.200-0.400-PCA-01" for kind in ("planar", "axial", "eeg")),
    ]
    assert all(0.1 < one["explained_var"] < 1 for one in projections)


def test_projectors_come_back_from_files(recording, projections, tmp_path):
    leadfield.write_proj(tmp_path / "heart-proj.fif", projections)
    recording.copy().add_proj(projections).crop(0, 1).save(tmp_path / "own_raw.fif")
    of_raw = read_raw_fif(tmp_path / "own_raw.fif").info["projs"]
    for found in (leadfield.read_proj(tmp_path / "heart-proj.fif"), of_raw[-len(projections) :]):
        for one, other in zip(found, projections, strict=True):
            assert one["desc"] == other["desc"]
            assert one["explained_var"] == pytest.approx(other["explained_var"], rel=1e-6)
            np.testing.assert_allclose(one["data"]["data"], other["data"]["data"], atol=1e-7)


def test_the_clean_recording_is_localised_in_the_dimensions_that_are_left(experiment, clean):
    forward = leadfield.read_forward_solution(
        experiment / "MEG" / "sample" / "sample_audvis-meg-oct-6-fwd.fif"
    )
    triggers = leadfield.find_events(clean)
    epochs = leadfield.Epochs(clean, triggers, None, -0.2, 0.3, picks="meg")
    noise = leadfield.compute_covariance(epochs, tmax=0.0)
    evoked = epochs["1"].average()
    inverse = make_inverse_operator(evoked.info, forward, noise)
    assert compute_rank_inverse(inverse) == 305 - 3 - 4
    stc = apply_inverse(evoked, inverse)
    _, time = stc.get_peak(hemi="rh", tmin=0.05, tmax=0.15)
    assert 0.06 < time < 0.12
