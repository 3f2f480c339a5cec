"""The demo: its folder, its comparison with the truth, and the whole of it once."""

import json
import shutil
import subprocess
import sys

import numpy as np
import pytest

import leadfield
from leadfield.base.errors import OverwriteError
from leadfield.base.make_once import make_once
from leadfield.base.results_folder import list_files, replace_results
from leadfield.cli.demo import run_demo
from leadfield.cli.demo_truth import TrueSource, found_source, true_sources
from leadfield.cli.output_folder import MARK, check_output_folder


class TestFolder:
    @pytest.fixture
    def results(self, tmp_path):
        folder = tmp_path / "results"
        (folder / "pictures").mkdir(parents=True)
        (folder / "pictures" / "new.png").write_text("new")
        (folder / "summary.json").write_text("{}")
        return folder

    def earlier(self, folder, *files):
        (folder / "pictures").mkdir(parents=True)
        for name in files:
            (folder / name).write_text("old")
        record = {"made_by": MARK, "files": [*files, "summary.json"]}
        (folder / "summary.json").write_text(json.dumps(record))

    @pytest.mark.parametrize("there", [False, True])
    def test_a_new_or_empty_folder_gets_all(self, tmp_path, results, there):
        out = tmp_path / "out"
        if there:
            out.mkdir()
        check_output_folder(out)
        replace_results(results, out, mark=MARK)
        assert list_files(out) == ["pictures/new.png", "summary.json"]

    def test_an_earlier_demo_gives_way_and_notes_stay(self, tmp_path, results):
        out = tmp_path / "out"
        self.earlier(out, "pictures/old.png", "pictures/new.png")
        (out / "my-notes.txt").write_text("mine")
        check_output_folder(out)
        replace_results(results, out, mark=MARK)
        assert list_files(out) == ["my-notes.txt", "pictures/new.png", "summary.json"]
        assert (out / "pictures" / "new.png").read_text() == "new"

    def test_a_summary_cannot_have_files_elsewhere_removed(self, tmp_path, results):
        out = tmp_path / "out"
        self.earlier(out, "pictures/old.png")
        (tmp_path / "precious").write_text("mine")
        record = {"made_by": MARK, "files": ["../precious", str(tmp_path / "precious")]}
        (out / "summary.json").write_text(json.dumps(record))
        replace_results(results, out, mark=MARK)
        assert (tmp_path / "precious").exists()

    @pytest.mark.parametrize("summary", [None, "{", '{"files": []}', '{"made_by": "me"}', "[]"])
    def test_a_folder_of_other_files_is_refused(self, tmp_path, summary):
        (tmp_path / "mine").touch()
        if summary is not None:
            (tmp_path / "summary.json").write_text(summary)
        with pytest.raises(OverwriteError, match="choose another --out"):
            check_output_folder(tmp_path)

    def test_a_file_is_refused(self, tmp_path):
        (tmp_path / "file").touch()
        with pytest.raises(OverwriteError, match="must be a folder"):
            check_output_folder(tmp_path / "file")


WHITE = {
    "lh": np.array([[-30.0, 0, 0], [-30, 10, 0]]),
    "rh": np.array([[30.0, 0, 0], [30, 10, 0]]),
}
TRUTH = TrueSource(hemisphere="rh", place=(30.0, 4.0, 3.0), latency=0.11)


class TestTruth:
    def found(self, values):
        vertices = [np.array([0, 1]), np.array([1])]
        return found_source(
            "dSPM",
            np.array(values),
            vertices,
            np.array([0.1, 0.2]),
            truth=TRUTH,
            white=WHITE,
        )

    def test_the_peak_is_told_with_its_distance_and_delay(self):
        found = self.found([[0.0, 1], [2, 0], [0, -9]])
        assert (found.hemisphere, found.vertex, found.value) == ("rh", 1, -9)
        assert found.distance_mm == pytest.approx(np.hypot(6, 3))
        assert found.late_ms == pytest.approx(90)
        assert found.right_hemisphere

    def test_the_other_hemisphere_is_said_to_be_wrong(self):
        found = self.found([[0.0, 1], [2, 0], [0, 0]])
        assert (found.hemisphere, found.vertex) == ("lh", 1)
        assert found.late_ms == pytest.approx(-10)
        assert not found.right_hemisphere

    @pytest.mark.parametrize("when", [-0.01, 0.31])
    def test_only_times_count_where_the_response_can_be(self, when):
        times = np.array([min(when, 0.1), max(when, 0.1)])
        values = np.where(times == when, 9.0, 1.0) * np.array([[1.0], [2], [0]])
        vertices = [np.array([0, 1]), np.array([1])]
        found = found_source("MNE", values, vertices, times, truth=TRUTH, white=WHITE)
        assert found.time == 0.1
        assert found.value == 2

    def test_the_time_is_that_of_the_strongest_map_not_of_the_strongest_source(self):
        found = self.found([[5.0, 0], [5, 6], [4, 0]])
        assert (found.time, found.value) == (0.1, 5)

    def test_the_strongest_source_is_the_truth(self, tmp_path):
        sources = [
            {"hemi": "lh", "moment_nAm": 20, "mri_mm": [1, 2, 3], "peak_s": 0.1},
            {"hemi": "rh", "moment_nAm": -60, "mri_mm": [4, 5, 6], "peak_s": 0.2},
        ]
        record = {"conditions": {"aud_l": {"sources": sources}}}
        (tmp_path / "truth.json").write_text(json.dumps(record))
        truth = true_sources(tmp_path / "truth.json")["aud_l"]
        assert (truth.hemisphere, truth.place, truth.latency) == ("rh", (4, 5, 6), 0.2)


@pytest.fixture(scope="module")
def outcome(experiment, common_folder):
    """The demo's folder and what it said; run once for all workers."""

    def make(folder):
        said = run_demo(folder / "out", data=experiment)
        (folder / "said").write_text(said, encoding="utf-8")

    folder = make_once(common_folder / "demo", make)
    return folder / "out", (folder / "said").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def without_responses(experiment, common_folder):
    """The folder of a demo whose averages hold none, and what it said.

    The sign of every other trial is turned.
    """

    def make(folder):
        data = folder / "data"
        shutil.copytree(experiment, data)
        path = data / "MEG" / "sample" / "sample_audvis_filt-0-40_raw.fif"
        raw = leadfield.io.read_raw_fif(path, preload=True)
        signals, rate = raw.get_data(), raw.info["sfreq"]
        meg = leadfield.pick_types(raw.info, meg=True, exclude=[])
        events = leadfield.find_events(raw, stim_channel="STI 014")
        for code in set(events[:, 2]):
            for start in events[events[:, 2] == code, 0][::2] - raw.first_samp:
                trial = slice(start - int(0.2 * rate), start + int(0.52 * rate))
                signals[meg, trial] *= -1
        turned = leadfield.io.RawArray(signals, raw.info, first_samp=raw.first_samp)
        turned.save(path, overwrite=True)
        with pytest.warns(RuntimeWarning, match="no signal above noise"):
            said = run_demo(folder / "out", data=data)
        (folder / "said").write_text(said, encoding="utf-8")

    folder = make_once(common_folder / "demo-without-responses", make)
    return folder / "out", (folder / "said").read_text(encoding="utf-8")


class TestDemoWithoutResponses:
    def test_it_says_so_of_every_condition(self, without_responses):
        record = json.loads((without_responses[0] / "summary.json").read_text())
        assert not any(one["response"]["detected"] for one in record["comparisons"])
        assert without_responses[1].count(": nothing distinguishable from noise (p = ") == 4

    def test_it_tells_no_peak(self, without_responses):
        out, said = without_responses
        record = json.loads((out / "summary.json").read_text())
        assert not any(one["found"] for one in record["comparisons"])
        assert not any(word in said for word in ("vertex", "mm off", "Median", "peak"))

    def test_it_draws_no_map(self, without_responses):
        drawn = {path.name for path in (without_responses[0] / "pictures").iterdir()}
        assert drawn == {
            "01-noise-covariance.png",
            "02-noise-spectra.png",
            "03-response.png",
            "04-field.png",
            "06-whitened.png",
        }

    def test_its_report_has_no_brain_and_no_peak(self, without_responses):
        page = (without_responses[0] / "report.html").read_text(encoding="utf-8")
        assert "4 conditions without a response that stands out of noise" in page
        assert page.count("so that it has no peak.") == 4
        assert not any(word in page for word in ("leadfield-data", "Vertex", "differ most"))


class TestDemo:
    def test_it_writes_what_it_says(self, outcome):
        out, _ = outcome
        record = json.loads((out / "summary.json").read_text())
        assert record["files"] == list_files(out)
        assert len([name for name in record["files"] if name.endswith(".png")]) == 18

    def test_it_says_what_it_writes(self, outcome):
        out, said = outcome
        assert said.startswith((out / "summary.txt").read_text())

    def test_it_ends_by_naming_its_report(self, outcome):
        out, said = outcome
        last = said.splitlines()[-1]
        assert last.startswith("Report, to be opened in a browser: ")
        assert last.endswith("/out/report.html")
        assert (out / "report.html").is_file()

    def test_its_report_compares_every_map_with_the_truth(self, outcome):
        page = (outcome[0] / "report.html").read_text(encoding="utf-8")
        record = json.loads((outcome[0] / "summary.json").read_text())
        found = [one for each in record["comparisons"] for one in each["found"]]
        assert len(found) == 16
        for one in found:
            cells = f'{one["vertex"]}</td><td class="report-number">{one["distance_mm"]:.1f}'
            assert cells in page
            assert f">{one['late_ms']:+.1f}</td>" in page
        assert page.count("peak (blue) and true source (green)") == 4
        assert "leadfield-data" in page

    def test_its_files_are_read_back(self, outcome):
        out, _ = outcome
        assert leadfield.read_source_estimate(out / "aud_l-dSPM").data.shape[1] == 106
        assert leadfield.read_cov(out / "noise-cov.fif").data.shape == (305, 305)
        assert leadfield.minimum_norm.read_inverse_operator(out / "meg-inv.fif")["nchan"] == 305
        assert len(leadfield.read_evokeds(out / "vis_r-ave.fif")) == 1

    def test_it_says_when_maps_are_looked_at(self, outcome):
        assert "from 0 to 300 ms" in outcome[1]
        assert json.loads((outcome[0] / "summary.json").read_text())["window_s"] == [0.0, 0.3]

    def test_every_method_finds_the_right_hemisphere(self, outcome):
        assert "WRONG" not in outcome[1]

    @pytest.mark.parametrize("method", ["dSPM", "sLORETA", "eLORETA"])
    def test_it_finds_the_true_sources(self, outcome, method):
        record = json.loads((outcome[0] / "summary.json").read_text())
        found = [
            one
            for comparison in record["comparisons"]
            for one in comparison["found"]
            if one["method"] == method
        ]
        assert len(found) == 4
        assert all(one["right_hemisphere"] for one in found)
        assert all(abs(one["late_ms"]) < 10 for one in found)
        assert np.median([one["distance_mm"] for one in found]) <= 15

    def test_no_picture_is_empty(self, outcome):
        from matplotlib.image import imread

        for path in sorted((outcome[0] / "pictures").glob("*.png")):
            pixels = (255 * imread(path)[..., :3]).astype(int)
            assert min(pixels.shape[:2]) > 200, path
            assert len(np.unique(pixels @ [65536, 256, 1])) > 50, path


def test_the_command_refuses_a_folder_of_other_files(tmp_path):
    (tmp_path / "mine").touch()
    command = [sys.executable, "-c", "from leadfield.cli import main; main()", "demo", "--out"]
    done = subprocess.run([*command, str(tmp_path)], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "choose another --out" in done.stderr
