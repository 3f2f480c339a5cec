"""Sound data sets, of which the doctor has nothing to say, and what it cannot say."""

import json

import numpy as np
import pytest

import leadfield as lf
from leadfield.base.errors import ArgumentTypeError, InputError, MissingFileError, OverwriteError
from leadfield.doctor.checks import CHECKS


def test_the_doctor_is_silent_on_the_simulated_experiment(sound):
    diagnosis = lf.doctor.examine(**sound)
    assert str(diagnosis).startswith("Nothing is wrong, as far as 5")
    assert not diagnosis.not_checked
    assert (len(diagnosis), diagnosis.exit_status, diagnosis.severity) == (0, 0, None)


@pytest.mark.parametrize("seed", range(4))
def test_any_part_of_a_sound_data_set_is_sound(sound_parts, seed):
    rng = np.random.default_rng(seed)
    some = {name: part for name, part in sound_parts.items() if rng.random() < 0.45}
    assert [one.title for one in lf.doctor.examine(**some)] == []


def test_the_doctor_is_silent_on_eeg_with_a_template_head(template_parts):
    diagnosis = lf.doctor.examine(**template_parts)
    assert [one.title for one in diagnosis] == []
    assert set(diagnosis.not_checked) == {"lambda2"}


def test_the_doctor_is_silent_on_a_real_response_and_its_models(shared):
    noise = lf.read_cov(shared / "sample_audvis-cov.fif")
    names = ("Right Auditory", "Left visual", "Right visual")
    evoked = [lf.read_evokeds(shared / "test-ave.fif.gz", name) for name in names]
    for one in evoked:
        # The covariance is of data up to 40 Hz, with these channels bad.
        one.filter(None, 40.0)
        one.info["bads"] = noise["bads"]
    forward = lf.read_forward_solution(shared / "real_meg-oct-4-fwd.fif")
    diagnosis = lf.doctor.examine(
        evoked=evoked,
        noise_cov=noise,
        forward=forward,
        inverse_operator=lf.minimum_norm.make_inverse_operator(evoked[0].info, forward, noise),
        trans=shared / "sample_audvis_trunc-trans.fif",
        bem=shared / "sample-320-320-320-bem-sol.fif",
    )
    assert [one.title for one in diagnosis] == []


@pytest.mark.parametrize(
    "name",
    [
        "sample_audvis_trunc_raw_sss.fif",
        "test_ctf_comp_raw.fif",
        "exported4D_linux_raw.fif",
        "kit_test_bin_raw.fif",
    ],
)
def test_real_recordings_have_neither_errors_nor_warnings(shared, name):
    diagnosis = lf.doctor.examine(shared / name)
    assert diagnosis.severity in {None, "note"}
    assert diagnosis.exit_status == 0


def test_the_filter_and_the_bads_of_a_real_response_are_held_against_its_covariance(shared):
    evoked = lf.read_evokeds(shared / "test-ave.fif.gz", "Right Auditory")
    diagnosis = lf.doctor.examine(evoked=evoked, noise_cov=shared / "sample_audvis-cov.fif")
    names = [one.name for one in diagnosis]
    assert sorted(names) == ["bads-differ", "baseline-not-white", "noisy-channels"]


def test_the_room_with_active_shielding_is_not_ready(shared):
    raw = lf.io.read_raw_fif(
        shared / "test_move_anon_erm_raw.fif", allow_maxshield="yes", verbose="error"
    )
    assert lf.doctor.examine(raw)[0].name == "active-shielding"


def test_nothing_is_examined_of_nothing():
    diagnosis = lf.doctor.examine()
    assert len(diagnosis) == 0
    assert diagnosis.value.n_checked == 0
    assert all(why.startswith("needs ") for why in diagnosis.not_checked.values())


def test_what_is_bad_already_is_no_finding(sound):
    noise = sound["noise_cov"].value
    sound["raw"].info["bads"] = [*sound["raw"].info["bads"], "MEG 0113"]
    data = sound["raw"].get_data()
    data[sound["raw"].ch_names.index("MEG 0113")] = np.nan
    raw = lf.io.RawArray(data, sound["raw"].info, first_samp=sound["raw"].first_samp)
    assert "MEG 0113" in noise.names
    assert [one.name for one in lf.doctor.examine(raw)] == []


def test_what_a_bad_annotation_covers_is_no_finding(sound):
    raw = sound["raw"]
    data = raw.get_data()
    data[:306, 3000:3300] = 0
    gone = lf.io.RawArray(data, raw.info, first_samp=raw.first_samp)
    assert lf.doctor.examine(gone)[0].title == "Channels stop for a while"
    onset = (3000 - 10) / raw.info["sfreq"]
    gone.set_annotations(lf.Annotations(onset, 320 / raw.info["sfreq"], "BAD_gap"))
    assert [one.name for one in lf.doctor.examine(gone)] == []


def test_an_eeg_reference_is_no_error_where_meg_alone_is_mapped(sound):
    raw = sound["raw"].copy().del_proj(3)
    meg = lf.minimum_norm.make_inverse_operator(
        sound["evoked"].copy().pick("meg").info, sound["forward"], sound["noise_cov"]
    )
    (finding,) = lf.doctor.examine(raw, inverse_operator=meg)
    assert (finding.name, finding.severity) == ("eeg-reference", "warning")


def test_findings_and_what_was_not_checked_stand_in_text_json_and_html(sound, tmp_path):
    diagnosis = lf.doctor.examine(sound["raw"], lambda2=3.0)
    (finding,) = diagnosis
    text = str(diagnosis)
    assert text.startswith("1 error in ")
    for part in (finding.title, "lambda2=0.111", "needs noise_cov"):
        assert part in text
    record = json.loads(diagnosis.to_json())
    assert record["findings"][0]["remedy"] == finding.remedy
    assert record["exit_status"] == diagnosis.exit_status == 2
    assert {one["topic"] for one in record["not_checked"]} == set(diagnosis.not_checked)
    assert finding.title in diagnosis._repr_html_()
    assert repr(diagnosis).endswith(f"error: {finding.title}>")
    page = tmp_path / "doctor.html"
    diagnosis.to_html(page, title="<b>of & mine")
    html = page.read_text(encoding="utf-8")
    assert "&lt;b&gt;of &amp; mine" in html
    assert "<b>of" not in html
    assert finding.title in html
    assert "<script" not in html
    with pytest.raises(OverwriteError, match="exists"):
        diagnosis.to_html(page)
    diagnosis.to_html(page, overwrite=True)


def test_arguments_that_are_nothing_of_their_kind_are_refused(sound):
    with pytest.raises(ArgumentTypeError, match="raw must be a Raw"):
        lf.doctor.examine(sound["noise_cov"])
    with pytest.raises(ArgumentTypeError, match="evoked must be an Evoked"):
        lf.doctor.examine(evoked=[sound["raw"]])
    with pytest.raises(MissingFileError, match="there is none"):
        lf.doctor.examine("nowhere_raw.fif")
    with pytest.raises(MissingFileError, match="subject must be one in"):
        lf.doctor.examine(subject="nobody", subjects_dir=sound["subjects_dir"])
    with pytest.raises(InputError, match="lambda2 must be above 0"):
        lf.doctor.examine(lambda2=0.0)


def test_what_cannot_be_used_is_a_finding():
    diagnosis = lf.doctor.examine(events=np.zeros((3, 2), int))
    assert diagnosis[0].name == "unreadable"
    assert "shape (n, 3)" in diagnosis[0].found


def test_topics_of_checks_are_told_apart():
    topics = [check.topic for check in CHECKS]
    assert len(set(topics)) == len(topics) >= 50
