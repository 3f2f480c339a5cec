"""Real schedulers and workers, each a process of its own."""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import distributed
import numpy as np
import pytest
from threadpoolctl import threadpool_info, threadpool_limits

from leadfield.base.errors import InputError, UnreachableError
from leadfield.batch.engines import dask, dask_worker
from leadfield.batch.engines.dask import DaskEngine
from leadfield.batch.engines.job import Job
from tests.unit.batch.engines import work
from tests.unit.batch.engines.watching import by_key, jobs_of, until

# What is killed says so in its log; pytest shows what a process that is there prints.
QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


def start(program, *arguments):
    environment = {
        **os.environ,
        "PYTHONPATH": str(Path.cwd()),  # where workers find the jobs of tests
        "PYTHONWARNINGS": "default",
        "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1",
    }
    command = [sys.executable, "-m", f"distributed.cli.{program}", *arguments]
    return subprocess.Popen(command, env=environment, **QUIET)


def start_scheduler(folder):
    """A scheduler's process and its address."""
    file = folder / "scheduler.json"
    where = ["--host", "127.0.0.1", "--port", "0", "--dashboard-address", "127.0.0.1:0"]
    scheduler = start("dask_scheduler", *where, "--no-dashboard", "--scheduler-file", str(file))
    until(lambda: file.is_file() and file.read_text().endswith("}"))
    return scheduler, json.loads(file.read_text())["address"]


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """The address of a scheduler with two workers, all started by hand."""
    folder = tmp_path_factory.mktemp("dask")
    scheduler, address = start_scheduler(folder)
    where = ["--no-dashboard", "--local-directory", str(folder)]
    workers = start("dask_worker", address, "--nworkers", "2", "--nthreads", "1", *where)
    with distributed.Client(address, set_as_default=False) as client:
        client.wait_for_workers(2)
    yield address
    for process in (workers, scheduler):
        process.terminate()
        process.wait()


@pytest.fixture
def client(address):
    with distributed.Client(address, set_as_default=False) as client:
        client.wait_for_workers(2)
        yield client


def numbers_of(n, seconds=0.0):
    return jobs_of(*(partial(work.numbers, i, seconds) for i in range(n)))


def same_as_here(outcomes, n):
    """Whether jobs gave to the bit what they give in this process."""
    found = by_key(outcomes)
    for i in range(n):
        np.testing.assert_array_equal(found.pop(f"{i:02d}").value, work.numbers(i))
    assert not found


def test_two_workers_are_busy_at_a_time_none_of_them_this_process(address, tmp_path):
    calls = [partial(work.meet, tmp_path, 2)] * 2
    found = {outcome.value for outcome in DaskEngine(address=address).run(jobs_of(*calls))}
    assert len(found) == 2
    assert os.getpid() not in found


def test_jobs_of_a_worker_that_is_killed_give_the_same_to_the_bit(address, client):
    workers = client.run(os.getpid)
    outcomes = DaskEngine(address=address).run(numbers_of(6, 0.3))
    first = next(outcomes)
    os.kill(min(workers.values()), signal.SIGKILL)
    same_as_here([first, *outcomes], 6)


def test_jobs_of_a_local_cluster_s_worker_that_is_killed_give_the_same_to_the_bit():
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
        ) as cluster,
        distributed.Client(cluster, set_as_default=False) as client,
    ):
        workers = client.run(os.getpid)
        outcomes = DaskEngine(address=cluster.scheduler_address).run(numbers_of(6, 0.3))
        first = next(outcomes)
        os.kill(min(workers.values()), signal.SIGKILL)
        same_as_here([first, *outcomes], 6)


def test_a_job_that_kills_its_workers_is_told_and_no_other_suffers(address, tmp_path):
    calls = [partial(work.die, 9, tmp_path), *(partial(work.numbers, i) for i in range(3))]
    found = by_key(DaskEngine(address=address).run(jobs_of(*calls)))
    error = found.pop("00").error
    assert error.kind == "KilledWorker"
    assert error.message.startswith("2 workers died while they did it, the last at tcp://127.0.0.1")
    assert len(list(tmp_path.iterdir())) == 2
    assert not [outcome for outcome in found.values() if outcome.error is not None]


def test_jobs_that_fail_or_cannot_be_sent_are_told_and_the_others_done(address):
    calls = [
        partial(work.fail, "no good"),
        (i for i in [1]).__next__,
        partial(eval, "(i for i in [1])"),
        partial(work.numbers, 0),
    ]
    found = by_key(DaskEngine(address=address).run(jobs_of(*calls)))
    assert (found["00"].error.kind, found["00"].error.message) == ("ValueError", "no good")
    for key in ("01", "02"):
        assert "cannot be sent between processes" in found[key].error.message
    assert found["03"].error is None


def test_leaving_the_loop_leaves_what_waits_undone(address, client, tmp_path):
    calls = [work.process, *[partial(work.announce, tmp_path / str(i), 0.2) for i in range(9)]]
    for i in range(9):
        (tmp_path / str(i)).mkdir()
    outcomes = DaskEngine(address=address).run(jobs_of(*calls))
    next(outcomes)
    outcomes.close()
    until(lambda: not client.run_on_scheduler(n_tasks))
    assert len(list(tmp_path.glob("*/*"))) < 4


def n_tasks(dask_scheduler):
    return len(dask_scheduler.tasks)


def test_without_workers_jobs_wait_and_a_scheduler_that_goes_is_told(tmp_path, caplog):
    scheduler, address = start_scheduler(tmp_path)
    told = []

    def run():
        with pytest.raises(UnreachableError, match="no longer answers") as error:
            list(DaskEngine(address=address).run(numbers_of(1)))
        told.append(error)

    batch = threading.Thread(target=run)
    batch.start()
    until(lambda: f"Waiting for Dask workers at {address}" in caplog.text)
    scheduler.kill()
    scheduler.wait()
    batch.join()
    assert told


def test_a_batch_that_has_no_worker_for_too_long_ends_and_says_how_to_go_on(tmp_path):
    scheduler, address = start_scheduler(tmp_path)
    try:
        with pytest.raises(UnreachableError, match="there was none for 2 s: what is done is kept"):
            list(DaskEngine(address=address, patience=2).run(numbers_of(1)))
    finally:
        scheduler.kill()
        scheduler.wait()


def test_where_nobody_answers_is_told_at_once_and_how_to_start_a_scheduler():
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"tcp://127.0.0.1:{server.getsockname()[1]}"
    begun = time.monotonic()
    with pytest.raises(UnreachableError, match=f"no Dask scheduler answers at {address}"):
        next(DaskEngine(address=address).run(numbers_of(1)))
    assert time.monotonic() - begun < 1


def test_a_server_that_is_no_scheduler_is_told(monkeypatch):
    monkeypatch.setattr(dask, "CONNECT", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"tcp://127.0.0.1:{server.getsockname()[1]}"
        with pytest.raises(UnreachableError, match="no Dask scheduler answers"):
            next(DaskEngine(address=address).run(numbers_of(1)))


@pytest.mark.parametrize(
    "address", ["nonsense", "127.0.0.1:8786", "tcp://127.0.0.1", "tcp://a:b", "http://a:80", ""]
)
def test_an_address_must_be_one_of_dask(address):
    with pytest.raises(InputError, match=r"scheduler must be an address such as tcp://host:8786"):
        next(DaskEngine(address=address).run(numbers_of(1)))


class TestWorker:
    """What a worker does, in this process."""

    @pytest.fixture(autouse=True)
    def worker(self, monkeypatch):
        worker = SimpleNamespace(state=SimpleNamespace(nthreads=2))
        monkeypatch.setattr(distributed, "get_worker", lambda: worker)
        with threadpool_limits(None):
            yield

    def test_a_job_has_the_threads_of_its_worker(self):
        packed = dask_worker.pack_job(Job(key="a", call=threadpool_info))
        pools = dask_worker.unpack_outcome(dask_worker.run_packed(packed)).value
        assert {pool["num_threads"] for pool in pools if pool["user_api"] == "blas"} == {2}

    def test_jobs_of_a_worker_with_several_threads_are_done_one_after_the_other(self):
        at_once, most = [], []

        def job():
            at_once.append(1)
            time.sleep(0.05)
            most.append(len(at_once))
            at_once.pop()

        packed = b"any"
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(dask_worker.pickle, "loads", lambda _: Job(key="a", call=job))
            threads = [
                threading.Thread(target=dask_worker.run_packed, args=(packed,)) for _ in range(3)
            ]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
        assert most == [1, 1, 1]
