"""Each step of a batch gives what MNE-Python makes of the files before it.

Responses, forward solutions and maps are compared as their files hold them: in single precision.
"""

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest

from leadfield.batch import read_study, run
from leadfield.batch.study import CovarianceSettings, ForwardSettings, MorphSettings

mne = pytest.importorskip("mne")

SINGLE = 1e-6  # of the largest value
CONDITIONS = ("standard", "deviant")


@pytest.fixture(scope="module")
def batch(study, tmp_path_factory):
    """A batch of a small study, with sparse sources and a coarse inner skull."""
    asked = replace(
        read_study(study / "study.toml"),
        covariance=CovarianceSettings(method="empirical"),
        forward=ForwardSettings(spacing="oct4", ico=3),
        morph=MorphSettings(spacing=4),
    )
    asked = replace(asked, recording=replace(asked.recording, h_freq=30.0))
    out = tmp_path_factory.mktemp("batch")
    return run(asked, out, workers=1, verbose="error")


@pytest.fixture(scope="module", params=["01", "02"])
def person(request, study, batch):
    """A subject's files: the head position of 01 is in a file, that of 02 in landmarks."""
    name = request.param
    meg = study / f"sub-{name}" / "meg"
    results = batch.folder / f"sub-{name}" / "meg"

    def result(suffix):
        return results / f"sub-{name}_task-listen_{suffix}"

    return SimpleNamespace(
        name=f"sub-{name}",
        raw=meg / f"sub-{name}_task-listen_meg.fif",
        events=meg / f"sub-{name}_task-listen_events.tsv",
        channels=meg / f"sub-{name}_task-listen_channels.tsv",
        result=result,
        subjects_dir=study / "derivatives" / "freesurfer",
    )


def table(path):
    header, *rows = (line.split("\t") for line in path.read_text().splitlines())
    return [dict(zip(header, row, strict=True)) for row in rows]


def assert_same(ours, theirs, share=SINGLE):
    np.testing.assert_allclose(ours, theirs, rtol=0, atol=share * np.abs(theirs).max())


def average_of(person, name):
    return mne.read_evokeds(person.result(f"desc-{name}_ave.fif"), condition=0, verbose="error")


def test_averages_are_those_of_a_script(person):
    raw = mne.io.read_raw_fif(person.raw, preload=True, verbose="error")
    raw.info["bads"] = [one["name"] for one in table(person.channels) if one["status"] == "bad"]
    raw.filter(None, 30.0, verbose="error")
    rows = table(person.events)
    names = {"standard": 1, "deviant": 2}
    samples = [round(float(one["onset"]) * raw.info["sfreq"]) + raw.first_samp for one in rows]
    codes = [names[one["trial_type"]] for one in rows]
    epochs = mne.Epochs(
        raw,
        np.c_[samples, np.zeros_like(samples), codes],
        names,
        picks=mne.pick_types(raw.info, meg=True),
        reject={"grad": 4000e-13, "mag": 4e-12},
        preload=True,
        verbose="error",
    )
    epochs.equalize_event_counts()
    for name in CONDITIONS:
        ours, theirs = average_of(person, name), epochs[name].average()
        assert ours.ch_names == theirs.ch_names
        assert ours.nave == theirs.nave
        assert_same(ours.data, theirs.data)


def test_the_covariance_is_that_of_the_epochs(person):
    epochs = mne.read_epochs(person.result("epo.fif"), verbose="error")
    theirs = mne.compute_covariance(epochs, tmax=0.0, verbose="error")
    ours = mne.read_cov(person.result("cov.fif"), verbose="error")
    assert_same(ours.data, theirs.data, 1e-10)


def test_the_forward_solution_is_that_of_the_anatomy_and_the_head_position(person):
    ours = mne.read_forward_solution(person.result("fwd.fif"), verbose="error")
    subject = {"subject": person.name, "subjects_dir": person.subjects_dir, "verbose": "error"}
    src = mne.setup_source_space(spacing="oct4", add_dist=False, **subject)
    shells = mne.make_bem_model(ico=3, conductivity=(0.3,), **subject)
    theirs = mne.make_forward_solution(
        mne.io.read_info(person.result("info.fif"), verbose="error"),
        ours["mri_head_t"],
        src,
        mne.make_bem_solution(shells, verbose="error"),
        mindist=5.0,
        eeg=False,
        verbose="error",
    )
    assert [s["nuse"] for s in ours["src"]] == [s["nuse"] for s in theirs["src"]]
    assert_same(ours["sol"]["data"], theirs["sol"]["data"])


@pytest.mark.parametrize("person", ["01"], indirect=True)
def test_the_head_position_is_that_of_the_data_set(person, study):
    (file,) = study.rglob("sub-01*trans.fif")
    ours = mne.read_forward_solution(person.result("fwd.fif"), verbose="error")["mri_head_t"]
    theirs = mne.read_trans(file, verbose="error")
    theirs = mne.transforms._ensure_trans(theirs, ours["from"], ours["to"])
    assert_same(ours["trans"], theirs["trans"])


def map_of(person, name, space=""):
    return mne.read_source_estimate(person.result(f"{space}desc-{name}_dSPM"))


@pytest.mark.parametrize("name", CONDITIONS)
def test_maps_are_those_of_the_models(person, name):
    evoked = average_of(person, name)
    inverse = mne.minimum_norm.make_inverse_operator(
        average_of(person, "standard").info,
        mne.read_forward_solution(person.result("fwd.fif"), verbose="error"),
        mne.read_cov(person.result("cov.fif"), verbose="error"),
        verbose="error",
    )
    theirs = mne.minimum_norm.apply_inverse(evoked, inverse, verbose="error")
    ours = map_of(person, name)
    assert_same(ours.data, theirs.data)


def test_maps_are_morphed(person):
    stc = map_of(person, "deviant")
    morph = mne.compute_source_morph(
        stc,
        subject_from=person.name,
        subject_to="fsaverage5",
        subjects_dir=person.subjects_dir,
        spacing=4,
        verbose="error",
    )
    ours, theirs = map_of(person, "deviant", "space-fsaverage5_"), morph.apply(stc)
    assert [len(v) for v in ours.vertices] == [2562, 2562]
    assert_same(ours.data, theirs.data)


def test_the_broken_recording_fails_alone(batch):
    assert [one.name for one in batch.failed] == ["sub-03"]
    assert batch.failed[0].failed_at == "recording"
    assert len(batch.done) == 2


def test_the_group_is_of_the_others(batch):
    rows = (batch.group / "table.csv").read_text().splitlines()[1:]
    columns = [row.split(",") for row in rows]
    assert {row[0] for row in columns} == {"sub-01", "sub-02"}
    assert {row[1] for row in columns} == set(CONDITIONS)
    assert len({row[2] for row in columns}) == 68
    assert len(rows) == 2 * 2 * 68
    maps = []
    for which in CONDITIONS:
        for name in ("01", "02"):
            file = f"sub-{name}_task-listen_space-fsaverage5_desc-{which}_dSPM"
            maps.append(mne.read_source_estimate(batch.folder / f"sub-{name}" / "meg" / file).data)
    want = np.mean(maps[2:], axis=0) - np.mean(maps[:2], axis=0)
    found = mne.read_source_estimate(batch.group / "deviant-minus-standard")
    assert_same(found.data, want)
    assert "sub-03" in (batch.group / "report.html").read_text()
