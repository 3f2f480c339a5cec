"""Queueing systems are scripts of our own, which start at once what is submitted."""

import os
import sys
from functools import partial
from types import ModuleType

import distributed
import numpy as np
import pytest

from leadfield.base.errors import InputError, MissingPackageError, UnreachableError
from leadfield.batch.engines import clusters
from leadfield.batch.engines.clusters import ClusterEngine, Workers
from tests.unit.batch.engines import work
from tests.unit.batch.engines.watching import alive, by_key, jobs_of, until

GB = 10**9
SUBMIT = """#!/bin/sh
copy=$(mktemp); cp "$1" "$copy"
setsid sh "$copy" > /dev/null 2>&1 &
echo "Submitted batch job $!"
"""
CANCEL = """#!/bin/sh
echo "$1" >> "$(dirname "$0")/cancelled"
kill -- -"$1"
"""
REFUSE = """#!/bin/sh
echo "Invalid account" >&2
exit 1
"""
OPTIONS = {"cores": 2, "memory": "4GB", "interface": "lo"}


@pytest.fixture
def commands(tmp_path, monkeypatch):
    """A folder on the path, for commands of a queueing system."""
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([os.curdir]))

    def write(**scripts):
        for name, script in scripts.items():
            (tmp_path / name).write_text(script)
            (tmp_path / name).chmod(0o755)
        return tmp_path

    return write


@pytest.mark.parametrize(
    ("cluster", "submit", "cancel"),
    [("slurm", "sbatch", "scancel"), ("pbs", "qsub", "qdel"), ("sge", "qsub", "qdel")],
)
def test_jobs_are_done_by_workers_of_a_queueing_system_which_end_with_the_batch(
    cluster, submit, cancel, commands
):
    folder = commands(**{submit: SUBMIT, cancel: CANCEL})
    engine = ClusterEngine(cluster=cluster, workers=2, options=OPTIONS)
    calls = [*(partial(work.numbers, i) for i in range(3)), work.process]
    found = by_key(engine.run(jobs_of(*calls)))
    for i in range(3):
        np.testing.assert_array_equal(found[f"{i:02d}"].value, work.numbers(i))
    assert len((folder / "cancelled").read_text().split()) == 1  # a job of two workers
    until(lambda: not alive(found["03"].value))


def test_what_the_queueing_system_says_when_it_refuses_is_told(commands):
    commands(sbatch=REFUSE, scancel=CANCEL)
    engine = ClusterEngine(cluster="slurm", options=OPTIONS)
    with pytest.raises(UnreachableError, match=r"^slurm refused a job: Invalid account$"):
        next(engine.run(jobs_of(work.process)))


def test_a_machine_without_a_queueing_system_is_told(monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UnreachableError, match="sbatch is not on this machine"):
        next(ClusterEngine(cluster="slurm", options=OPTIONS).run(jobs_of(work.process)))


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({}, "how much cores and memory"),
        ({**OPTIONS, "walltme": "1:00"}, "walltme"),
        ({**OPTIONS, "memory": "much"}, "memory must be a size such as '16GB', got 'much'"),
    ],
)
def test_options_must_be_those_of_the_cluster(options, words, commands):
    commands(sbatch=SUBMIT, scancel=CANCEL)
    engine = ClusterEngine(cluster="slurm", options=options)
    with pytest.raises(InputError, match=words):
        next(engine.run(jobs_of(work.process)))


def test_an_unknown_cluster_is_told_with_those_there_are():
    with pytest.raises(InputError, match="must be one of 'slurm', 'pbs', 'sge', 'kubernetes'"):
        ClusterEngine(cluster="lsf")


@pytest.mark.parametrize(("memory", "processes"), [("16GB", 4), ("8GB", 2), ("1GB", 1)])
def test_a_job_has_as_many_workers_as_its_memory_holds(memory, processes):
    workers = Workers(number=9, need=3 * GB, options={"cores": 4, "memory": memory})
    assert clusters._processes(workers) == {"processes": processes}


class TestKubernetes:
    def test_the_package_that_is_missing_is_told(self, monkeypatch):
        monkeypatch.setitem(sys.modules, "dask_kubernetes", None)
        with pytest.raises(MissingPackageError, match="pip install 'dask-kubernetes'"):
            next(ClusterEngine(cluster="kubernetes").run(jobs_of(work.process)))

    def test_its_cluster_is_made_with_the_options_used_and_closed(self, monkeypatch):
        made = []

        def make_cluster(name, n_workers, quiet, image):
            assert quiet
            made.append((name, n_workers, image))
            made.append(
                distributed.LocalCluster(
                    n_workers=n_workers, threads_per_worker=1, dashboard_address=None
                )
            )
            return made[-1]

        operator = ModuleType("dask_kubernetes.operator")
        operator.KubeCluster = make_cluster
        monkeypatch.setitem(sys.modules, "dask_kubernetes", ModuleType("dask_kubernetes"))
        monkeypatch.setitem(sys.modules, "dask_kubernetes.operator", operator)
        engine = ClusterEngine(cluster="kubernetes", workers=1, options={"image": "ours"})
        outcomes = list(engine.run(jobs_of(work.process, work.process)))
        assert made[0] == ("leadfield-{uuid}", 1, "ours")
        assert made[1].status == distributed.Status.closed
        assert not [outcome for outcome in outcomes if outcome.error is not None]
