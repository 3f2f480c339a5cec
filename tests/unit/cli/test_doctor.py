"""The command that examines files: what it says, and with which status it ends."""

import json

import pytest

import leadfield as lf
from leadfield.base.errors import InputError, OverwriteError
from leadfield.cli.doctor import DoctorJob, doctor


@pytest.fixture(scope="module")
def folder(experiment):
    return experiment / "MEG" / "sample"


def job(folder, **others):
    options = {
        "raw": folder / "sample_audvis_filt-0-40_raw.fif",
        "files": {"forward": folder / "sample_audvis-meg-oct-6-fwd.fif"},
        "conditions": {},
        "reject": {},
    }
    return DoctorJob(**{**options, **others})


def test_a_sound_data_set_ends_well(folder, experiment):
    files = {
        "forward": folder / "sample_audvis-meg-oct-6-fwd.fif",
        "trans": folder / "sample_audvis_raw-trans.fif",
    }
    asked = job(
        folder,
        files=files,
        conditions={"aud_l": 1},
        reject={"grad": 4e-10},
        subjects_dir=experiment / "subjects",
    )
    text, status = doctor(asked)
    assert text.startswith("Nothing is wrong, as far as")
    assert status == 0


def test_what_the_options_spoil_is_found(folder):
    asked = job(folder, conditions={"aud_l": 1}, baseline=(None, 0.2), snr=0.5)
    text, status = doctor(asked)
    assert "ERROR    The baseline reaches into the response" in text
    assert "ERROR    lambda2" in text
    assert status == 2


def test_channels_that_the_user_calls_bad_are_bad(folder, tmp_path):
    raw = lf.io.read_raw_fif(folder / "sample_audvis_filt-0-40_raw.fif")
    data = raw.crop(0, 30).load_data().get_data()
    data[20] = 0
    lf.io.RawArray(data, raw.info).save(tmp_path / "flat_raw.fif")
    asked = {"raw": tmp_path / "flat_raw.fif", "files": {}, "as_json": True}
    record = json.loads(doctor(job(folder, **asked))[0])
    assert [one["name"] for one in record["findings"]] == ["flat-channels"]
    text, status = doctor(job(folder, **asked, bads=(raw.ch_names[20],)))
    assert json.loads(text)["findings"] == []
    assert status == 0


def test_a_page_is_written_and_not_overwritten_unasked(folder, tmp_path):
    page = tmp_path / "doctor.html"
    text, _ = doctor(job(folder, html=page))
    assert text.endswith(f"Written to {page}\n")
    assert "sample_audvis_filt-0-40_raw.fif" in page.read_text(encoding="utf-8")
    with pytest.raises(OverwriteError):
        doctor(job(folder, html=page))


def test_nothing_to_examine_is_an_error():
    with pytest.raises(InputError, match="at least one file"):
        doctor(DoctorJob(raw=None, files={}, conditions={}, reject={}))


@pytest.mark.parametrize(
    ("others", "message"),
    [
        ({"raw": None, "conditions": {"aud_l": 1}}, "need a recording"),
        ({"bads": ("MEG 9999",)}, "--bad must name channels of the recording"),
    ],
)
def test_options_that_do_not_fit_are_refused(folder, others, message):
    with pytest.raises(InputError, match=message):
        doctor(job(folder, **others))
