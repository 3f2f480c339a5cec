"""Objects tell a notebook what they are: facts as text, never as markup."""

from html.parser import HTMLParser

import numpy as np
import pytest

import leadfield as mne
from leadfield.minimum_norm import prepare_inverse_operator

HOSTILE = "<img src=x onerror=alert(1)>"


class Tags(HTMLParser):
    """The tags and the text of a piece of HTML."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.text = [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        del attributes
        self.tags.append(tag)

    def handle_data(self, data):
        self.text.append(data)


def facts(thing):
    """The title and the facts that a notebook shows."""
    read = Tags(thing._repr_html_())
    assert set(read.tags) == {"table", "caption", "tbody", "tr", "th", "td"}
    title, *rest = read.text
    return title, dict(zip(rest[::2], rest[1::2], strict=True))


@pytest.fixture
def info():
    info = mne.create_info([f"{HOSTILE}{i}" for i in range(20)], 100.0, ["mag"] * 15 + ["eeg"] * 5)
    info["bads"] = [info["ch_names"][0]]
    return info


@pytest.fixture
def raw(info):
    raw = mne.io.RawArray(np.random.default_rng(0).standard_normal((20, 500)), info)
    return raw.set_annotations(mne.Annotations([1.0, 2.0], 0.5, [HOSTILE, HOSTILE]))


@pytest.fixture
def epochs(raw):
    events = np.array([[50, 0, 1], [200, 0, 1], [350, 0, 2]])
    return mne.Epochs(raw, events, {HOSTILE: 1, "b": 2}, -0.1, 0.2, reject_by_annotation=False)


def test_texts_are_shown_as_they_are(raw, epochs):
    assert f"2 {HOSTILE}" in facts(raw)[1]["Annotations"]
    assert f"2 {HOSTILE}, 1 b" == facts(epochs)[1]["Conditions"]
    evoked = epochs[HOSTILE].average()
    assert facts(evoked)[1]["Condition"] == HOSTILE


def test_channels_are_counted_by_type(info):
    title, told = facts(info)
    assert title == "Info"
    assert told["Channels"] == "15 mag, 5 eeg"
    assert told["Bad channels"] == f"{HOSTILE}0"
    assert told["Sampling rate"] == "100 Hz"


def test_a_recording_says_how_long_it_is_and_where(raw):
    title, told = facts(raw)
    assert title == "Raw"
    assert told["Length"] == "5.0 s, 500 samples"
    assert told["File"] == "from an array"
    assert told["Samples"] == "in memory"


def test_telling_reads_no_samples_of_epochs(epochs):
    assert facts(epochs)[1]["Epochs"] == "3 (bad ones not yet dropped)"
    assert not epochs.preload
    epochs.drop_bad()
    assert facts(epochs)[1]["Epochs"] == "3 (all good)"


def test_a_covariance_says_what_it_was_estimated_from(raw):
    title, told = facts(mne.compute_raw_covariance(raw, picks="mag", rank="full"))
    assert title == "Covariance"
    assert told["Estimator"] == "empirical"
    assert told["Matrix"] == "full"


def test_an_inverse_operator_says_what_it_was_prepared_for(little_inverse):
    inverse = mne.minimum_norm.InverseOperator(little_inverse(loose=0.3).model)
    title, told = facts(inverse)
    assert title == "InverseOperator"
    assert told["Sources"] == "9, surface"
    assert told["Orientation"] == "loose 0.3"
    assert "Prepared for" not in told
    prepared = prepare_inverse_operator(inverse, nave=5, lambda2=0.25, method="sLORETA")
    assert facts(prepared)[1]["Prepared for"] == "sLORETA, lambda2 = 0.25, nave = 5"


def test_models_labels_and_estimates_tell_their_subject(little_subjects):
    src = mne.setup_source_space("ann", "all", subjects_dir=little_subjects, add_dist=False)
    assert facts(src) == (
        "SourceSpaces",
        {"Subject": "ann", "lh": "500 of 500 points", "rh": "550 of 550 points"},
    )
    label = mne.Label([1, 2], hemi="lh", name=HOSTILE, subject="ann")
    assert facts(label)[1]["Name"] == HOSTILE
    stc = mne.VolSourceEstimate(np.ones((2, 3)), [[0, 5]], 0.1, 0.01, "ann")
    title, told = facts(stc)
    assert title == "VolSourceEstimate"
    assert told["Times"] == "100 to 120 ms, 3 samples"
    morph = mne.compute_source_morph(
        src, "ann", "ben", subjects_dir=little_subjects, spacing=[np.arange(9), np.arange(7)]
    )
    assert facts(morph)[1]["To"] == "ben, 16 vertices"
