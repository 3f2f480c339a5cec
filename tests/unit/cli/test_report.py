"""Reports of runs: in the run and later, without a brain, and of what cannot be reported."""

import json
import shutil
from dataclasses import replace

import pytest

from leadfield.base.errors import (
    FormatError,
    InputError,
    MismatchError,
    MissingFileError,
    OverwriteError,
)
from leadfield.base.log import log_level, set_log_level
from leadfield.cli.job import Localization
from leadfield.cli.localize import localize
from leadfield.cli.report import ReportJob, write_report


@pytest.fixture(autouse=True)
def _without_subjects(monkeypatch):
    """No subjects from the environment or from settings of MNE-Python."""
    monkeypatch.delenv("SUBJECTS_DIR", raising=False)
    monkeypatch.setattr("leadfield.freesurfer.subjects._setting", lambda: None)
    set_log_level("warning")


@pytest.fixture(scope="module")
def job(recording, shared, tmp_path_factory):
    """A job of a hundred milliseconds, with a name that HTML would read."""
    return Localization(
        raw=recording,
        forward=shared / "real_meg-oct-4-fwd.fif",
        events={"tick & <b>": 1},
        out=tmp_path_factory.mktemp("job") / "out",
        window=(-0.1, 0.1),
        reject={},
        flat={},
        estimators=("empirical",),
        snr=3.0,
    )


@pytest.fixture(scope="module")
def plain(job):
    """The folder of a run without a report."""
    with log_level("warning"):
        localize(job)
    return job.out


@pytest.fixture
def folder(plain, tmp_path):
    """A copy of that folder."""
    return shutil.copytree(plain, tmp_path / "run")


@pytest.fixture
def change(folder):
    """Function that changes the summary of the folder."""

    def apply(**others):
        path = folder / "summary.json"
        record = json.loads(path.read_text())
        path.write_text(json.dumps({**record, **others}))

    return apply


@pytest.mark.filterwarnings("ignore:the report has no brain")
def test_a_report_tells_what_each_response_said_of_its_regularisation(job, tmp_path):
    """The recording is noise, which is told, too."""
    out = tmp_path / "out"
    with pytest.warns(RuntimeWarning, match="no signal above noise"):
        told = localize(replace(job, out=out, snr="auto", report=True))
    assert "no SNR to claim, noise scale" in told
    page = (out / "report.html").read_text(encoding="utf-8")
    assert "nothing distinguishable from noise (p = " in page
    for word in ("strongest", "hemisphere", "differ most", "insula"):
        assert word not in page
    assert "by restricted maximum likelihood of each response" in page
    again = tmp_path / "again.html"
    write_report(ReportJob(folder=out, out=again))
    assert again.read_text(encoding="utf-8").count("no SNR to claim") == page.count(
        "no SNR to claim"
    )


def test_a_report_of_the_run_is_that_of_its_folder(job, tmp_path):
    with pytest.warns(RuntimeWarning, match="the report has no brain: subjects_dir must be given"):
        localize(replace(job, out=tmp_path / "out", report=True))
    made = (tmp_path / "out" / "report.html").read_bytes()
    assert "report.html" in json.loads((tmp_path / "out" / "summary.json").read_text())["files"]
    with pytest.warns(RuntimeWarning, match="no brain"):
        write_report(ReportJob(folder=tmp_path / "out"))
    assert (tmp_path / "out" / "report.html").read_bytes() == made


@pytest.fixture
def no_drawing(monkeypatch):
    """Pages that are short and quick."""
    monkeypatch.setattr("leadfield.cli.report.make_run_report", lambda *_, **__: b"page")


class TestOfAFolder:
    @pytest.fixture(autouse=True)
    def _quiet(self, recwarn):
        """Reports without a brain say so."""

    def page(self, folder, **options):
        write_report(ReportJob(folder=folder, **options))
        return (folder / "report.html").read_text(encoding="utf-8")

    def test_it_has_what_the_run_found(self, folder):
        page = self.page(folder)
        record = json.loads((folder / "summary.json").read_text())
        finding = record["findings"][0]
        assert "tick &amp; &lt;b&gt;" in page
        assert "<b>" not in page
        assert "nothing distinguishable from noise (p = " in page
        assert "There is no brain here" not in page
        assert "1 of 40 trials (2.5 %) was dropped, for the end of the recording." in page
        assert "A mark for each event" in page
        assert f"{finding['explained']:.1f} %" in page
        assert " checks" in page.partition("Is anything wrong with the data?")[2][:200]

    def test_a_response_has_peaks_and_without_surfaces_no_brain(self, folder, change):
        finding = json.loads((folder / "summary.json").read_text())["findings"][0]
        place = {"surface_ras_mm": [1, 2, 3], "mni_mm": None, "label": None}
        finding["peaks"] = {"left": {**place, "vertex": 4321, "time": 0.09, "value": 9}}
        finding["response"] = {"p": 0.005, "detected": True}
        change(findings=[finding])
        page = self.page(folder)
        assert ": a response (p = 0.005); strongest in the left hemisphere at 90.0 ms" in page
        assert '<td class="report-number">4321</td>' in page
        assert "There is no brain here" in page

    @pytest.mark.usefixtures("no_drawing")
    def test_it_is_counted_among_the_files_of_the_run(self, folder, job):
        self.page(folder)
        assert "report.html" in json.loads((folder / "summary.json").read_text())["files"]
        localize(replace(job, out=folder, overwrite=True))
        assert not (folder / "report.html").exists()

    @pytest.mark.usefixtures("no_drawing")
    def test_it_is_replaced_but_other_files_are_not(self, folder, tmp_path):
        self.page(folder)
        self.page(folder)
        (tmp_path / "mine.html").write_text("mine")
        with pytest.raises(OverwriteError, match="pass --overwrite"):
            write_report(ReportJob(folder=folder, out=tmp_path / "mine.html"))
        assert (tmp_path / "mine.html").read_text() == "mine"
        write_report(ReportJob(folder=folder, out=tmp_path / "mine.html", overwrite=True))
        assert (tmp_path / "mine.html").read_text() != "mine"

    def test_a_page_of_that_name_that_is_the_users_stays(self, folder, job):
        (folder / "report.html").write_text("mine")
        with pytest.raises(OverwriteError, match="pass --overwrite"):
            write_report(ReportJob(folder=folder))
        (folder / "summary.json").unlink()
        for path in [*folder.glob("*.fif"), *folder.glob("*.stc")]:
            path.unlink()
        with pytest.raises(OverwriteError, match=r"holds results \(report.html"):
            localize(replace(job, out=folder, report=True))
        assert (folder / "report.html").read_text() == "mine"

    def test_without_the_recording_it_says_so_and_has_the_rest(self, folder, change):
        change(recording="gone_raw.fif", reasons={"EOG 061": 3}, dropped=3, trials=43)
        page = self.page(folder)
        assert "gone_raw.fif is not there any more" in page
        assert "3 of 43 trials (7.0 %) were dropped, all for EOG 061." in page
        assert "A mark for each event" not in page

    def test_a_recording_that_changed_is_not_shown(self, folder, change):
        change(trials=41)
        with pytest.warns(RuntimeWarning, match="has changed since the run"):
            page = self.page(folder)
        assert "A mark for each event" not in page

    def test_the_recording_is_looked_for_where_the_command_ran(self, folder, change, recording):
        change(folder=str(recording.parent), recording=recording.name)
        page = self.page(folder)
        assert "A mark for each event" in page
        assert str(recording) in page


NEVER = {
    "no folder": (shutil.rmtree, MissingFileError, "must be a folder"),
    "no summary": (
        lambda folder: (folder / "summary.json").unlink(),
        MissingFileError,
        "a folder that leadfield localize wrote has a summary",
    ),
    "no estimate": (
        lambda folder: next(folder.glob("*-lh.stc")).unlink(),
        MissingFileError,
        "a run's result must be a file",
    ),
    "no noise": (
        lambda folder: (folder / "noise-cov.fif").unlink(),
        MissingFileError,
        "noise-cov.fif",
    ),
}


@pytest.mark.parametrize(("spoil", "error", "said"), NEVER.values(), ids=NEVER)
def test_what_lacks_cannot_be_reported(folder, spoil, error, said):
    spoil(folder)
    with pytest.raises(error, match=said):
        write_report(ReportJob(folder=folder))
    assert not (folder / "report.html").exists()


@pytest.mark.parametrize(
    "damage",
    [
        {"findings": 3},
        {"events": {"x": "many"}},
        {"settings": {}},
        {"method": "best"},
        {"events": {"../x": 1}},
        {"files": 5},
        {"trials": None},
    ],
    ids=str,
)
def test_a_damaged_summary_is_said_to_be_one(folder, change, damage):
    change(**damage)
    with pytest.raises(FormatError, match="a summary must be as this version of"):
        write_report(ReportJob(folder=folder))


def test_the_folder_of_a_demo_is_said_to_have_its_report(folder, change):
    change(made_by="leadfield demo")
    with pytest.raises(InputError, match=r"whose folder has its report\.html"):
        write_report(ReportJob(folder=folder))


@pytest.fixture
def wrong_subjects(experiment, tmp_path):
    """A folder of subjects where the run's has another one's surfaces."""
    (tmp_path / "wrong").mkdir()
    (tmp_path / "wrong" / "real").symlink_to(experiment / "subjects" / "sample")
    return tmp_path / "wrong"


def test_surfaces_that_are_asked_for_must_fit(folder, wrong_subjects):
    with pytest.raises(MismatchError, match="surfaces in subjects_dir must be those"):
        write_report(ReportJob(folder=folder, subjects_dir=wrong_subjects))
    assert not (folder / "report.html").exists()


def test_they_are_checked_before_anything_is_computed(job, wrong_subjects, monkeypatch, tmp_path):
    monkeypatch.setattr("leadfield.cli.localize.cut_epochs", None)
    out = tmp_path / "new" / "out"
    wanted = replace(job, out=out, report=True, subjects_dir=wrong_subjects)
    with pytest.raises(MismatchError, match="surfaces in subjects_dir must be those"):
        localize(wanted)
    assert not (tmp_path / "new").exists()


def test_epochs_too_long_for_a_brain_are_refused_before_anything_is_computed(experiment):
    from leadfield.cli.report_brain import find_surfaces

    sources = read_sources(experiment)
    with pytest.raises(MismatchError, match="at most 5000 times, epochs have 5001"):
        find_surfaces(sources, experiment / "subjects", 5001)


def read_sources(experiment):
    from leadfield import read_source_spaces

    bem = experiment / "subjects" / "sample" / "bem"
    return read_source_spaces(bem / "sample-oct-6-src.fif").value


def test_a_live_brain_needs_a_report(job, tmp_path):
    with pytest.raises(InputError, match="--live needs --report"):
        localize(replace(job, out=tmp_path / "out", live=True))


def test_with_surfaces_it_has_a_brain_and_each_map_at_its_peak(experiment, tmp_path):
    sample = experiment / "MEG" / "sample"
    job = Localization(
        raw=sample / "sample_audvis_filt-0-40_raw.fif",
        forward=sample / "sample_audvis-meg-oct-6-fwd.fif",
        events={"left": 1},
        out=tmp_path / "out",
        window=(-0.2, 0.15),
        reject={"eog": 150e-6},
        flat={},
        estimators=("empirical",),
        subjects_dir=experiment / "subjects",
        report=True,
        live=True,
    )
    localize(job)
    page = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert page.count('class="leadfield-data"') == 1
    peaks = json.loads((job.out / "summary.json").read_text())["findings"][0]["peaks"]
    side, peak = max(peaks.items(), key=lambda item: item[1]["value"])
    where = f"{side} hemisphere at {1e3 * peak['time']:.0f} ms, strongest in {peak['label']}"
    assert f"<figcaption>left: the {where}</figcaption>" in page
    assert "Maps that end in “live” are solved here" in page
    assert "for EOG 061." in page
