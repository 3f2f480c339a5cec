"""Logging and warnings."""

import logging
import threading
import warnings
from concurrent.futures import ThreadPoolExecutor

import pytest

import leadfield
from leadfield.base.errors import InputError
from leadfield.base.log import (
    LEVELS,
    LOGGER,
    as_level,
    gathered_warnings,
    log_level,
    verbose_aware,
    warn,
)


def test_a_warning_names_the_line_outside_leadfield():
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        leadfield.pick_channels(["a"], ["b"], ordered=False)
        verbose_aware(warn)("careful")
    assert caught
    assert {w.filename for w in caught} == {__file__}


def test_a_level_holds_for_its_block_only():
    before = LOGGER.getEffectiveLevel()
    with log_level("error"):
        assert LOGGER.getEffectiveLevel() == logging.ERROR
    assert LOGGER.getEffectiveLevel() == before


def test_a_level_holds_for_its_own_thread_only():
    def levels(verbose):
        seen = []
        for _ in range(200):
            with log_level(verbose):
                started.wait()
                seen.append(LOGGER.getEffectiveLevel())
        return set(seen)

    started = threading.Barrier(4)
    before = LOGGER.level
    names = ("debug", "info", "warning", "error")
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(levels, names))
    assert found == [{LEVELS[name]} for name in names]
    assert LOGGER.level == LOGGER.getEffectiveLevel() == before


def test_gathered_warnings_are_not_shown_whatever_the_level():
    with gathered_warnings() as found, log_level("error"):
        warn("careful")  # the test run makes an error of a warning that is shown
    assert found == ["careful"]


@pytest.mark.parametrize("level", ["error", "critical"])
def test_warnings_are_not_shown_at_level_error_and_above(level):
    with log_level(level):
        warn("careful")  # the test run makes an error of a warning
    with pytest.warns(RuntimeWarning, match="careful"):
        warn("careful")


def test_verbose_error_silences_a_functions_warnings():
    @verbose_aware
    def careless(*, verbose=None):
        warn("careful")

    careless(verbose="error")
    with pytest.warns(RuntimeWarning, match="careful"):
        careless(verbose="warning")


def test_verbose_false_leaves_warnings_only():
    assert as_level(False) == logging.WARNING


def test_the_level_before_is_returned_if_it_is_asked_for():
    before = LOGGER.level
    assert leadfield.set_log_level("error", return_old_level=True) == before
    assert leadfield.set_log_level(before) is None
    assert LOGGER.level == before


def test_an_unknown_level_lists_the_known_ones():
    with pytest.raises(InputError, match="'debug', 'info', 'warning'"):
        as_level("loud")


def test_lines_show_on_standard_error_until_logging_is_set_up(capsys, monkeypatch):
    monkeypatch.setattr(logging.getLogger(), "handlers", [])
    with log_level("info"):
        LOGGER.info("12 channels")
    assert capsys.readouterr().err == "12 channels\n"
