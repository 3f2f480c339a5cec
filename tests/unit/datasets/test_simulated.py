"""The simulated experiment: as real ones are, with a truth that can be found."""

import json
import time

import numpy as np
import pytest

import leadfield
from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.datasets import simulated, template
from leadfield.datasets.simulated import noise, sensors
from leadfield.datasets.simulated.activity import active_patches, cortical_sheets
from leadfield.datasets.simulated.files import set_file_dates
from leadfield.datasets.simulated.signals import N_SAMPLES, trigger_times
from leadfield.fif.writer import writing
from leadfield.freesurfer.surface import read_surface

CODES = {"aud_l": 1, "aud_r": 2, "vis_l": 3, "vis_r": 4}
REJECT = {"grad": 4000e-13, "mag": 4e-12, "eog": 150e-6}


@pytest.fixture(scope="module")
def raw(experiment):
    return leadfield.io.read_raw_fif(
        experiment / "MEG" / "sample" / "sample_audvis_filt-0-40_raw.fif", verbose="error"
    )


@pytest.fixture(scope="module")
def events(raw):
    return leadfield.find_events(raw, stim_channel="STI 014", verbose="error")


@pytest.fixture(scope="module")
def epochs(raw, events):
    picks = leadfield.pick_types(raw.info, meg=True, eeg=True, eog=True, exclude="bads")
    cut = leadfield.Epochs(raw, events, CODES, picks=picks, reject=REJECT, verbose="error")
    cut.drop_bad(verbose="error")
    return cut


@pytest.fixture(scope="module")
def truth(experiment):
    return json.loads((experiment / "truth.json").read_text())


class TestFolder:
    def test_has_what_the_tutorial_reads(self, experiment):
        for name in (
            "MEG/sample/sample_audvis_filt-0-40_raw.fif",
            "MEG/sample/sample_audvis-meg-oct-6-fwd.fif",
            "MEG/sample/sample_audvis-meg-eeg-oct-6-fwd.fif",
            "subjects/sample/surf/rh.inflated",
            "subjects/sample/surf/rh.sphere.reg",
            "subjects/fsaverage/surf/lh.sphere.reg",
            "subjects/sample/label/lh.aparc.annot",
        ):
            assert (experiment / name).is_file(), name

    def test_is_found_at_once_the_second_time(self, experiment):
        start = time.perf_counter()
        again = simulated.data_path(experiment.parents[1])
        assert again == experiment
        assert time.perf_counter() - start < 0.1

    def test_takes_text_after_a_plus(self, experiment):
        assert experiment + "/MEG" == str(experiment / "MEG")

    @pytest.mark.parametrize(("seed", "error"), [(-1, InputError), (1.5, ArgumentTypeError)])
    def test_needs_a_whole_seed(self, tmp_path, seed, error):
        with pytest.raises(error, match="seed must be"):
            simulated.data_path(tmp_path, seed=seed)


class TestRecording:
    def test_has_the_channels_of_the_sample_data(self, raw):
        kinds = leadfield.channel_indices_by_type(raw.info)
        counts = {kind: len(rows) for kind, rows in kinds.items() if len(rows)}
        assert counts == {"grad": 204, "mag": 102, "eeg": 60, "stim": 1, "eog": 1}

    def test_has_the_same_triggers_as_its_list_of_events(self, experiment, events):
        listed = leadfield.read_events(
            experiment / "MEG" / "sample" / "sample_audvis_filt-0-40_raw-eve.fif"
        )
        assert np.array_equal(events, listed)
        assert sorted(np.bincount(events[:, 2])[1:]) == [80, 80, 81, 81]

    def test_has_a_dead_and_a_noisy_channel_that_are_marked(self, raw):
        assert set(raw.info["bads"]) == {"EEG 053", "MEG 2443"}
        assert not raw.get_data("EEG 053").any()
        others = raw.get_data("grad", start=0, stop=3000).std(axis=1)
        noisy = raw.get_data("MEG 2443", start=0, stop=3000).std()
        assert noisy > 5 * np.median(others)

    def test_loses_a_quarter_of_its_trials_to_blinks(self, epochs):
        reasons = {reason for entry in epochs.drop_log for reason in entry}
        assert reasons == {"EOG 061"}
        assert 0.65 < len(epochs) / 322 < 0.85

    @pytest.mark.parametrize(
        ("kind", "floor", "typical"),
        [("grad", 1.4e-12, 3.8e-12), ("mag", 16e-15, 1.4e-13), ("eeg", 4e-7, 4e-6)],
    )
    def test_has_the_noise_of_real_recordings(self, epochs, kind, floor, typical):
        """Within a third of what the covariance of the real sample data has."""
        data = epochs.get_data(picks=kind, tmax=0.0)
        data = data - data.mean(axis=1, keepdims=True) * (kind == "eeg")
        covariance = np.mean([np.cov(trial, bias=True) for trial in data], axis=0)
        assert np.sqrt(np.median(np.diag(covariance))) == pytest.approx(typical, rel=0.33)
        # The smallest ones are what projections leave.
        values = np.sqrt(np.linalg.eigvalsh(covariance)[5:15])
        assert np.median(values) == pytest.approx(floor, rel=0.33)

    def test_has_a_rhythm_at_10_hz_behind_and_nothing_above_its_filter(self, raw):
        data = raw.get_data("mag", start=0, stop=30_000)
        power = np.abs(np.fft.rfft(data.reshape(102, 50, 600))) ** 2
        power = power.mean(axis=1)
        f = np.fft.rfftfreq(600, 1 / raw.info["sfreq"])

        def at(low, high):
            return power[:, (f >= low) & (f < high)].mean(axis=1)

        assert (at(55, 70) < 0.01 * at(25, 35)).all()
        peak = at(9, 11) / at(14, 17)
        position = np.array([raw.info["chs"][i]["loc"][1] for i in raw_rows(raw, "mag")])
        assert np.median(peak[position < -0.03]) > 1.5 * np.median(peak[position > 0.05])

    @pytest.mark.parametrize("condition", CODES)
    def test_responds_as_strongly_as_real_brains(self, epochs, condition):
        response = epochs[condition].average()
        largest = np.abs(response.copy().pick("grad").data).max(axis=0)
        assert 5e-12 < largest.max() < 15e-12
        assert 0.08 < response.times[largest.argmax()] < 0.13


def raw_rows(raw, kind):
    return leadfield.pick_types(raw.info, meg=kind, exclude=[])


class TestAnatomy:
    def test_is_not_the_templates(self, experiment):
        subjects = experiment / "subjects"
        mine = read_surface(subjects / "sample" / "surf" / "lh.white")
        common = read_surface(subjects / "fsaverage" / "surf" / "lh.white")
        assert len(mine.vertices) == 4 * len(common.vertices) - 6
        registered = read_surface(subjects / "sample" / "surf" / "lh.sphere.reg")
        sphere = read_surface(subjects / "sample" / "surf" / "lh.sphere")
        assert np.abs(registered.vertices - sphere.vertices).max() > 5

    def test_makes_the_source_space_that_is_in_the_forward_solution(self, experiment):
        forward = leadfield.read_forward_solution(
            experiment / "MEG" / "sample" / "sample_audvis-meg-oct-6-fwd.fif", verbose="error"
        )
        made = leadfield.setup_source_space(
            "sample", "oct6", subjects_dir=experiment / "subjects", add_dist=False, verbose="error"
        )
        for one, other in zip(forward["src"], made, strict=True):
            assert set(one["vertno"]) <= set(other["vertno"])
            assert len(one["vertno"]) > 0.9 * len(other["vertno"])

    def test_true_sources_are_no_sources_of_the_analysis(self, experiment, truth):
        """The centres are on the fine mesh and between the surfaces, not on a grid point."""
        src = leadfield.read_source_spaces(
            experiment / "subjects" / "sample" / "bem" / "sample-oct-6-src.fif"
        )
        for condition in truth["conditions"].values():
            for source in condition["sources"]:
                space = src[0 if source["hemi"] == "lh" else 1]
                points = 1e3 * space["rr"][space["vertno"]]
                gap = np.linalg.norm(points - source["mri_mm"], axis=1).min()
                assert 0.3 < gap < 6


class TestTruth:
    def test_sources_lie_on_the_side_opposite_to_the_stimulus(self, truth):
        for name, condition in truth["conditions"].items():
            strong, weak = condition["sources"]
            assert strong["hemi"] == ("rh" if name.endswith("l") else "lh")
            assert abs(strong["moment_nAm"]) > 2 * abs(weak["moment_nAm"])
            assert np.sign(strong["mri_mm"][0]) == (1 if strong["hemi"] == "rh" else -1)

    def test_places_are_in_the_parts_of_the_cortex_that_hear_and_see(self, experiment):
        subjects = experiment / "subjects"
        patches = active_patches(subjects, cortical_sheets(subjects))
        for (modality, side), patch in patches.items():
            name = {"aud": "transversetemporal", "vis": "lateraloccipital"}[modality]
            (label,) = leadfield.read_labels_from_annot(
                "sample", hemi=side, regexp=name, subjects_dir=subjects, verbose="error"
            )
            assert patch.centre in label.vertices


class TestParts:
    """Small pieces that need no experiment."""

    def test_trials_come_in_balance_and_leave_room_for_epochs(self):
        times = trigger_times(np.random.default_rng(0))
        assert np.ptp(np.bincount(times[:, 1])[1:]) <= 1
        assert np.diff(times[:, 0]).min() > 0.68 * sensors.RATE
        assert times[-1, 0] + 0.5 * sensors.RATE < N_SAMPLES
        assert times[0, 0] > 0.2 * sensors.RATE

    @pytest.mark.parametrize(
        "spectrum", [noise.aperiodic_spectrum, noise.alpha_spectrum, noise.sensor_spectrum]
    )
    def test_shaped_noise_has_unit_variance(self, spectrum):
        f = noise.frequencies(20_000)
        courses = noise.shaped_noise(30, 20_000, spectrum(f), np.random.default_rng(1))
        assert courses.shape == (30, 20_000)
        assert courses.std() == pytest.approx(1, rel=0.05)

    def test_a_cap_is_even_and_lower_at_the_back(self):
        points = sensors.cap_directions(102, 0.0, -0.5)
        np.testing.assert_allclose(np.linalg.norm(points, axis=1), 1)
        gaps = np.sort(np.linalg.norm(points[:, None] - points, axis=2), axis=1)[:, 1]
        assert gaps.min() > 0.5 * gaps.max()
        assert points[points[:, 1] > 0.5, 2].min() > points[points[:, 1] < -0.5, 2].min()

    def test_sites_have_the_fields_numbers(self):
        numbers = sensors.site_numbers()
        assert len(numbers) == 102
        assert (numbers[0], numbers[-1]) == (11, 264)
        assert not {83, 84, 10, 15, 20} & set(numbers)

    def test_files_made_at_different_times_are_the_same(self, tmp_path):
        contents = []
        for _ in range(2):
            with writing(tmp_path / "a.fif", overwrite=True):
                time.sleep(0.001)
            set_file_dates(tmp_path)
            contents.append((tmp_path / "a.fif").read_bytes())
        assert contents[0] == contents[1]

    def test_the_common_subject_is_the_template(self, experiment):
        for path in sorted((template.data_path() / template.SUBJECT / "surf").iterdir()):
            copy = experiment / "subjects" / "fsaverage" / "surf" / path.name
            assert copy.read_bytes() == path.read_bytes()
