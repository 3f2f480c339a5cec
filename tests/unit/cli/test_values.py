"""Options as people type them."""

import pytest

from leadfield.base.errors import InputError
from leadfield.cli.values import event_codes, interval, named_numbers, snr_of


def test_names_and_numbers_become_a_dictionary():
    assert named_numbers("--reject", ["grad=4000e-13", "eog=1"]) == {"grad": 4e-10, "eog": 1.0}


@pytest.mark.parametrize("text", ["grad", "grad=", "=3", "grad=big"])
def test_what_is_not_name_equals_number_is_quoted_back(text):
    with pytest.raises(InputError, match="NAME=NUMBER"):
        named_numbers("--reject", [text])


def test_a_name_given_twice_is_refused():
    with pytest.raises(InputError, match="'aud' twice"):
        event_codes(["aud=1", "aud=2"])


def test_event_codes_are_whole():
    with pytest.raises(InputError, match="whole number"):
        event_codes(["aud=1.5"])


@pytest.mark.parametrize(
    ("text", "ends"),
    [(",0", (None, 0.0)), ("-0.2,-0.1", (-0.2, -0.1)), (",", (None, None)), ("none", None)],
)
def test_an_interval_has_two_ends_that_may_be_empty(text, ends):
    assert interval("--baseline", text) == ends


@pytest.mark.parametrize("text", ["0", "a,b", "1,2,3"])
def test_an_interval_of_another_shape_is_quoted_back(text):
    with pytest.raises(InputError, match="START,END"):
        interval("--baseline", text)


def test_two_names_of_one_event_code_are_refused():
    with pytest.raises(InputError, match=r"--event must .* 'aud_l', 'aud_r' for 1"):
        event_codes(["aud_l=1", "vis=3", "aud_r=1"])


@pytest.mark.parametrize(
    ("text", "snr"), [("3", 3.0), ("0.5", 0.5), ("auto", "auto"), ("AUTO", "auto")]
)
def test_a_signal_to_noise_ratio_is_a_number_or_auto(text, snr):
    assert snr_of("--snr", text) == snr


def test_a_signal_to_noise_ratio_in_other_words_is_quoted_back():
    with pytest.raises(InputError, match="--snr must be a number or auto, got 'high'"):
        snr_of("--snr", "high")


@pytest.mark.parametrize("code", ["1.5", "inf", "nan", "1e400"])
def test_codes_that_are_not_whole_are_refused(code):
    with pytest.raises(InputError, match="whole number"):
        event_codes([f"aud={code}"])
