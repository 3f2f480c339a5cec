import pickle

from leadfield.base.errors import FormatError
from leadfield.batch.engines.job import Job, as_failure, run_job


def test_a_job_gives_its_value_and_the_seconds_that_it_took():
    outcome = run_job(Job(key="01", call=lambda: 42))
    assert (outcome.key, outcome.value, outcome.error) == ("01", 42, None)
    assert outcome.seconds > 0


def test_an_error_is_told_with_its_class_its_words_and_its_place():
    def broken():
        path, problem = "a.fif", "must be whole"
        raise FormatError(path, problem)

    error = run_job(Job(key="01", call=broken)).error
    assert (error.kind, error.message) == ("FormatError", "a.fif: must be whole")
    assert "in broken" in error.traceback


def test_a_job_that_asks_to_exit_has_failed_like_any_other():
    def leave():
        raise SystemExit(3)

    assert run_job(Job(key="01", call=leave)).error.kind == "SystemExit"


def test_an_error_without_words_is_told_by_its_class():
    assert as_failure(MemoryError()).message == "MemoryError"


def test_an_outcome_with_an_error_can_be_sent_wherever_the_error_itself_cannot():
    class Local(Exception):  # noqa: N818 - a class that no other process has
        pass

    def broken():
        msg = "lost"
        raise Local(msg)

    outcome = run_job(Job(key="01", call=broken))
    assert pickle.loads(pickle.dumps(outcome)).error.message == "lost"
