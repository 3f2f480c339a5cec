"""The simulated study: a BIDS data set with an effect that can be found, and flaws."""

import json

import numpy as np
import pytest

import leadfield
from leadfield.api.recording.raw import Raw
from leadfield.api.recording.transforms import coordinate_transform_of
from leadfield.base.errors import ArgumentTypeError, FormatError, InputError
from leadfield.bids.data_set import open_data_set
from leadfield.bids.recording import head_to_mri, read_bids_events, read_recording
from leadfield.datasets import simulated, template
from leadfield.datasets.simulated.build import SEED
from leadfield.datasets.simulated.study_people import helmet, make_person
from leadfield.datasets.simulated.study_recording import write_subject
from leadfield.freesurfer.surface import read_surface

COMMON = template.data_path() / template.SUBJECT
TONES = {"standard": 1, "deviant": 2}


@pytest.fixture(scope="module")
def data(study):
    return open_data_set(study)


@pytest.fixture(scope="module")
def truth(study):
    return json.loads((study / "derivatives" / "truth" / "effect.json").read_text())


def chance(number):
    return np.random.default_rng([SEED, number])


def localise(files):
    """Difference of both conditions' dSPM maps, on the template."""
    recording = read_recording(files)
    events, _ = read_bids_events(files, recording)
    epochs = leadfield.Epochs(Raw(recording), events, TONES, preload=True, verbose="error")
    cov = leadfield.compute_covariance(epochs, tmax=0.0, method="shrunk", verbose="error")
    subject, subjects = files.freesurfer.name, files.freesurfer.parent
    src = leadfield.setup_source_space(
        subject, "oct5", subjects_dir=subjects, add_dist=False, verbose="error"
    )
    shells = leadfield.make_bem_model(
        subject, ico=3, conductivity=(0.3,), subjects_dir=subjects, verbose="error"
    )
    model = leadfield.make_forward_solution(
        epochs.info,
        coordinate_transform_of(head_to_mri(files, recording)),
        src,
        leadfield.make_bem_solution(shells, verbose="error"),
        eeg=False,
        verbose="error",
    )
    inverse = leadfield.minimum_norm.make_inverse_operator(epochs.info, model, cov, verbose="error")
    deviant, standard = (
        leadfield.minimum_norm.apply_inverse(epochs[name].average(), inverse, verbose="error")
        for name in ("deviant", "standard")
    )
    morph = leadfield.compute_source_morph(
        deviant, subject, template.SUBJECT, subjects_dir=subjects, spacing=None, verbose="error"
    )
    return morph.apply(deviant - standard)


def test_all_that_maps_need_is_there(data):
    assert [files.name for files in data.recordings] == [
        f"sub-{number:02}_task-listen" for number in (1, 2, 3)
    ]
    assert [files.missing for files in data.recordings] == [(), (), ()]
    assert data.problems == ()


def test_the_effect_is_found_where_and_when_it_is(data, truth):
    maps = [localise(files) for files in data.recordings[:2]]
    mean = (maps[0] + maps[1]) / 2
    vertex, time = mean.get_peak(tmin=0.0)
    effect = truth["effect"]
    white = read_surface(COMMON / "surf" / f"{effect['hemi']}.white").vertices
    assert vertex in mean.vertices[["lh", "rh"].index(effect["hemi"])]
    assert np.linalg.norm(white[vertex] - effect["mri_mm"]) < 10
    assert time == pytest.approx(effect["peak_s"], abs=0.015)


def test_both_tones_come_as_often(data):
    events, numbers = read_bids_events(data.recordings[0], read_recording(data.recordings[0]))
    assert numbers == TONES
    assert np.array_equal(np.bincount(events[:, 2])[1:], [92, 92])


def test_events_are_those_of_the_trigger_channel(data):
    recording = read_recording(data.recordings[0])
    triggered = leadfield.find_events(Raw(recording), verbose="error")
    assert np.array_equal(read_bids_events(data.recordings[0], recording)[0], triggered)


@pytest.mark.parametrize("number", [1, 2])
def test_the_head_is_where_it_was_measured_to_be(data, number):
    files = data.recordings[number - 1]
    assert (files.trans is None, files.landmarks is None) == (number == 2, number == 1)
    person = make_person(number, helmet(COMMON), chance(number))
    found = head_to_mri(files, read_recording(files))
    np.testing.assert_allclose(found.matrix, person.measured.inverse().matrix, atol=1e-5)
    off = found.then(person.mri_to_head).matrix[:3, 3]
    assert 0 < np.linalg.norm(off) < 4e-3


def test_the_noisy_channel_is_marked(data, truth):
    assert read_recording(data.recordings[1]).info.bads == (
        truth["subjects"]["sub-02"]["noisy_channel"],
    )


def test_the_third_recording_is_broken(data, truth):
    assert truth["subjects"]["sub-03"]["recording_broken"]
    with pytest.raises(FormatError):
        read_recording(data.recordings[2])


def test_the_fifth_subject_has_no_effect_and_the_eighth_a_wrong_bad_channel(tmp_path):
    info = helmet(COMMON)
    records = [
        write_subject(tmp_path, COMMON, info, number=number, rng=chance(number))
        for number in (5, 8)
    ]
    assert [record["effect"] is None for record in records] == [True, False]
    rows = (tmp_path / "sub-08" / "meg" / "sub-08_task-listen_channels.tsv").read_text()
    (bad,) = [row.split("\t")[0] for row in rows.splitlines() if row.endswith("bad")]
    assert records[1]["wrong_channel_marked"]
    assert bad != records[1]["noisy_channel"]


def test_a_subject_is_the_same_in_studies_of_any_size(study, tmp_path):
    small = simulated.study_path(tmp_path, n_subjects=1)
    files = [p.relative_to(small) for p in small.rglob("*") if "sub-01" in str(p) and p.is_file()]
    assert len(files) > 20
    assert not [one for one in files if (small / one).read_bytes() != (study / one).read_bytes()]


@pytest.mark.parametrize(("n", "error"), [(0, InputError), (1.5, ArgumentTypeError)])
def test_there_must_be_a_whole_number_of_subjects(tmp_path, n, error):
    with pytest.raises(error, match="n_subjects must be"):
        simulated.study_path(tmp_path, n_subjects=n)
