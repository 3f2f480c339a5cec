"""Parsing of option values: ``aud_l=1``, ``,0``, ``grad=4000e-13``."""

from collections.abc import Iterable
from typing import Literal

from leadfield.base.errors import InputError
from leadfield.epochs.event_names import check_one_name_a_code

# What functions call an argument, and what the shell's options are called.
OPTIONS = {
    "overwrite=True": "--overwrite",
    "raise the limits in reject, lower those in flat, or mark channels as bad": (
        "raise the limits of --reject, lower those of --flat, or name bad channels with --bad"
    ),
    "call set_eeg_reference(projection=True)": "add it to the file with MNE-Python or leadfield",
    "use MEG alone": "pass --sensors meg",
    "rank='full'": "--rank full",
    "rank=None": "no --rank",
    "loose=0": "--loose 0",
    "depth=None": "--depth 0",
    "stim_channel": "--stim",
    "inverse needs evoked": "--inverse needs --evoked",
    "subjects_dir": "--subjects-dir",
}


def in_options(message: str) -> str:
    """A message of a function in the words of the shell."""
    for words, option in OPTIONS.items():
        message = message.replace(words, option)
    return message


def named_numbers(option: str, texts: Iterable[str]) -> dict[str, float]:
    """``NAME=NUMBER`` options as a dictionary."""
    out: dict[str, float] = {}
    for text in texts:
        name, equals, number = text.partition("=")
        if not (name and equals and _is_number(number)):
            msg = f"{option} must be NAME=NUMBER, got {text!r}"
            raise InputError(msg)
        if name in out:
            msg = f"{option} must give each name once, got {name!r} twice"
            raise InputError(msg)
        out[name] = float(number)
    return out


def event_codes(texts: Iterable[str]) -> dict[str, int]:
    """``NAME=CODE`` options as a dictionary."""
    codes = named_numbers("--event", texts)
    for name, code in codes.items():
        if not code.is_integer():
            msg = f"--event must give a whole number, got {name}={code:g}"
            raise InputError(msg)
    whole = {name: int(code) for name, code in codes.items()}
    check_one_name_a_code("--event", whole)
    return whole


def snr_of(option: str, text: str) -> float | Literal["auto"]:
    """A signal-to-noise ratio, or ``auto``."""
    if text.strip().lower() == "auto":
        return "auto"
    if not _is_number(text):
        msg = f"{option} must be a number or auto, got {text!r}"
        raise InputError(msg)
    return float(text)


def interval(option: str, text: str) -> tuple[float | None, float | None] | None:
    """``START,END`` in s, either of them empty for the window's end; ``none`` for None."""
    if text.strip().lower() == "none":
        return None
    ends = [end.strip() for end in text.split(",")]
    if len(ends) != 2 or not all(end == "" or _is_number(end) for end in ends):
        msg = f"{option} must be START,END in s (either may be empty) or none, got {text!r}"
        raise InputError(msg)
    start, end = (float(end) if end else None for end in ends)
    return start, end


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
