"""Noise covariances of an empty room: which rooms can be taken, and which are refused."""

from dataclasses import replace

import numpy as np
import pytest

import leadfield
from leadfield.base.errors import InputError
from leadfield.batch import read_study, run
from leadfield.batch.study import CovarianceSettings

MEG = "sub-01/meg/sub-01_task-listen"
ROOM = "sub-emptyroom/ses-20260101/meg/sub-emptyroom_ses-20260101_task-noise"


@pytest.fixture
def study(study_file, tmp_path):
    """The first subject of a simulated study, and an empty room of white noise."""
    root = tmp_path / "study"
    (root / MEG).parent.mkdir(parents=True)
    for path in study_file.parent.glob(f"{MEG}*"):
        (root / path.relative_to(study_file.parent)).symlink_to(path)
    for name in ("dataset_description.json", "study.toml"):
        (root / name).symlink_to(study_file.parent / name)
    found = read_study(root / "study.toml")
    return replace(found, covariance=CovarianceSettings(method="empirical", noise_cov="emptyroom"))


def save_room(study, pick=None):
    raw = leadfield.io.read_raw_fif(study.bids / f"{MEG}_meg.fif", preload=True, verbose="error")
    raw.apply_function(lambda x: 1e-14 * np.random.default_rng(1).standard_normal(x.shape))
    path = study.bids / f"{ROOM}_meg.fif"
    path.parent.mkdir(parents=True, exist_ok=True)
    if pick is not None:
        raw.pick(pick)
    raw.save(path, overwrite=True, verbose="error")
    return raw


def result_of(study):
    (one,) = run(study, steps=["covariance"], workers=1, verbose="error").participants
    return one


def test_a_room_gives_the_noise(study):
    save_room(study)
    done = result_of(study)
    assert done.reason == ""
    (path,) = done.folders["covariance"].glob("*_cov.fif")
    noise = leadfield.read_cov(path, verbose="error")
    deviations = np.sqrt(np.diag(noise.data))
    assert 0.3e-14 < np.median(deviations) < 1.1e-14


def test_a_room_that_changes_is_read_again(study):
    save_room(study)
    result_of(study)
    assert not result_of(study).seconds
    raw = save_room(study)
    raw.crop(0, 20).save(study.bids / f"{ROOM}_meg.fif", overwrite=True, verbose="error")
    assert set(result_of(study).seconds) == {"covariance"}


def test_a_channel_that_is_bad_in_the_room_has_no_noise(study):
    raw = save_room(study)
    kinds = dict(zip(raw.ch_names, raw.get_channel_types(), strict=True))
    names = [name for name, kind in kinds.items() if kind == "mag"]
    lines = [f"{name}\tMEGMAG\t{'bad' if name == names[0] else 'good'}" for name in names]
    (study.bids / f"{ROOM}_channels.tsv").write_text(
        "\n".join(["name\ttype\tstatus", *lines]) + "\n"
    )
    (path,) = result_of(study).folders["covariance"].glob("*_cov.fif")
    noise = leadfield.read_cov(path, verbose="error")
    assert names[0] not in set(noise.ch_names) - set(noise["bads"])
    assert names[1] in noise.ch_names


def test_a_subject_without_a_room_fails_in_words(study):
    failed = result_of(study)
    assert failed.failed_at == "covariance"
    assert "needs an empty room, there is none for this subject" in failed.reason


def test_a_room_that_lacks_channels_is_refused(study):
    save_room(study, pick="mag")
    assert "must have all good channels of the recording" in result_of(study).reason


def test_what_an_empty_room_has_not_is_refused_before_anything_is_done(study):
    with pytest.raises(InputError, match="noise_cov must be 'epochs' for EEG"):
        replace(study, sensors="both")
    with pytest.raises(InputError, match="tmin and tmax are of epochs"):
        CovarianceSettings(noise_cov="emptyroom", tmax=0.1)
