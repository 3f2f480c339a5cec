import os
import signal
import subprocess
import sys
from functools import partial

import numpy as np
import pytest

from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.batch.engines import loky
from leadfield.batch.engines.job import Job
from leadfield.batch.engines.loky import LokyEngine
from tests.unit.batch.engines import work
from tests.unit.batch.engines.watching import PATIENCE, alive, by_key, jobs_of, until


@pytest.fixture
def two_cores(monkeypatch):
    monkeypatch.setattr("joblib.cpu_count", lambda: 2)


@pytest.mark.usefixtures("two_cores")
class TestProcesses:
    def test_every_job_is_done_and_gives_what_it_gives_here(self):
        found = by_key(LokyEngine().run(jobs_of(*(partial(work.numbers, i) for i in range(5)))))
        assert sorted(found) == ["00", "01", "02", "03", "04"]
        for i in range(5):
            np.testing.assert_array_equal(found[f"{i:02d}"].value, work.numbers(i))

    def test_two_work_at_a_time_neither_of_them_this_process(self, tmp_path):
        calls = [partial(work.meet, tmp_path, 2)] * 2
        found = {outcome.value for outcome in LokyEngine().run(jobs_of(*calls))}
        assert len(found) == 2
        assert os.getpid() not in found

    @pytest.mark.parametrize("name", loky.THREADS)
    def test_a_worker_s_threads_are_its_share_of_the_cores(self, name, monkeypatch):
        monkeypatch.delenv(name, raising=False)
        jobs = jobs_of(*[partial(work.environment, name)] * 2)
        assert [outcome.value for outcome in LokyEngine().run(jobs)] == ["1", "1"]

    def test_jobs_that_fail_are_told_and_the_others_done(self):
        calls = [partial(work.numbers, 1), partial(work.fail, "no good"), partial(work.numbers, 2)]
        found = by_key(LokyEngine().run(jobs_of(*calls)))
        assert (found["01"].error.kind, found["01"].error.message) == ("ValueError", "no good")
        assert found["00"].error is found["02"].error is None

    def test_a_job_whose_process_is_killed_once_is_done_all_the_same(self, tmp_path, caplog):
        calls = [partial(work.die, 1, tmp_path), *(partial(work.numbers, i) for i in range(4))]
        found = by_key(LokyEngine().run(jobs_of(*calls)))
        assert found["00"].value == "alive"
        for i in range(4):
            np.testing.assert_array_equal(found[f"{i + 1:02d}"].value, work.numbers(i))
        assert "00: its process ended, SIGKILL(-9); it is begun again" in caplog.text

    def test_a_job_that_kills_its_process_twice_is_told_and_no_other_suffers(self, tmp_path):
        calls = [partial(work.numbers, i, 0.1) for i in range(6)]
        calls.insert(2, partial(work.die, 9, tmp_path))
        found = by_key(LokyEngine().run(jobs_of(*calls)))
        bad = found.pop("02").error
        assert bad.kind == "TerminatedWorkerError"
        assert "SIGKILL(-9), in each of 2 tries; memory may have run out" in bad.message
        assert len(list(tmp_path.iterdir())) == 2
        assert not [outcome for outcome in found.values() if outcome.error is not None]

    @pytest.mark.parametrize(
        "call",
        [(i for i in [1]).__next__, partial(eval, "(i for i in [1])")],
        ids=["cannot be sent", "gives what cannot be sent"],
    )
    def test_what_cannot_be_sent_is_told(self, call):
        found = by_key(LokyEngine().run(jobs_of(call, partial(work.numbers, 1))))
        assert "cannot be sent between processes" in found["00"].error.message
        assert found["01"].error is None

    def test_a_worker_that_died_idle_fails_its_next_job_like_a_death_in_it(self):
        worker = loky._start_worker(loky.Share(workers=1, threads=1))
        process = loky._submit(worker, Job(key="a", call=work.process)).result().value
        os.kill(process, signal.SIGKILL)
        until(lambda: loky._submit(worker, Job(key="b", call=work.process)).exception() is not None)
        assert loky._died(loky._submit(worker, Job(key="c", call=work.process)).exception())
        worker.shutdown(kill_workers=True)

    def test_leaving_the_loop_ends_the_workers_at_once(self, tmp_path):
        calls = [work.process, *[partial(work.announce, tmp_path)] * 3]
        outcomes = LokyEngine().run(jobs_of(*calls))
        first = next(outcomes)
        until(lambda: list(tmp_path.iterdir()))
        outcomes.close()
        workers = {first.value, *(int(mark.name) for mark in tmp_path.iterdir())}
        assert not [worker for worker in workers if alive(worker)]


class TestThisProcess:
    def test_one_worker_that_is_asked_for_is_this_process(self):
        outcomes = LokyEngine(workers=1).run(jobs_of(work.process, partial(work.fail, "no")))
        first, second = outcomes
        assert first.value == os.getpid()
        assert second.error.message == "no"

    def test_it_does_one_job_after_the_other_as_they_are_asked_for(self):
        done = []
        outcomes = LokyEngine(workers=1).run(jobs_of(*(partial(done.append, i) for i in range(3))))
        next(outcomes)
        assert done == [0]


class TestEnds:
    """What a terminal, or a kill, ends."""

    SCRIPT = """
from functools import partial
from leadfield.batch.engines.job import Job
from leadfield.batch.engines.loky import LokyEngine
from tests.unit.batch.engines import work

jobs = [Job(key=str(i), call=partial(work.announce, FOLDER)) for i in range(4)]
list(LokyEngine(workers=2).run(jobs))
"""

    @pytest.fixture
    def batch(self, tmp_path):
        """A batch of two busy workers in a process group of its own, and their numbers."""
        marks = tmp_path / "marks"
        marks.mkdir()
        script = self.SCRIPT.replace("FOLDER", repr(str(marks)))
        with subprocess.Popen(
            [sys.executable, "-c", script],
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
            env={**os.environ, "LOKY_MAX_CPU_COUNT": "2"},
        ) as parent:
            cores = 2 if (os.cpu_count() or 1) > 1 else 1
            until(lambda: len(list(marks.iterdir())) == cores)
            yield parent, [int(mark.name) for mark in marks.iterdir()]

    def test_ctrl_c_ends_all_workers_and_is_told_once(self, batch):
        parent, workers = batch
        os.killpg(parent.pid, signal.SIGINT)
        words = parent.communicate(timeout=PATIENCE)[1]
        assert not [worker for worker in workers if alive(worker)]
        assert words.count("KeyboardInterrupt") == 1
        assert "leaked" not in words

    def test_workers_end_when_the_process_that_they_work_for_is_killed(self, batch):
        parent, workers = batch
        parent.kill()
        until(lambda: not [worker for worker in workers if alive(worker)])


@pytest.mark.parametrize(("workers", "error"), [(0, InputError), (1.5, ArgumentTypeError)])
def test_the_number_of_workers_must_be_whole_and_positive(workers, error):
    with pytest.raises(error, match="workers must be"):
        LokyEngine(workers=workers)
