from types import SimpleNamespace

import pytest

from leadfield.base.errors import MismatchError
from leadfield.batch.engines.dask_check import check_workers

GB = 10**9
HERE = {
    "leadfield": "1.2",
    "numpy": "2.4.1",
    "scipy": "1.17",
    "nibabel": "5.4",
    "scikit-learn": "1.8",
    "python": "3.12.1.final.0",
    "dask": "2026.1",
    "distributed": "2026.1",
    "cloudpickle": "3.1",
}


class Client:
    """What is asked of Dask's client: workers with their memory and versions."""

    def __init__(self, *differences, memory=8 * GB):
        self.scheduler = SimpleNamespace(address="tcp://head:8786")
        self.workers = {
            f"tcp://w{i}:1": {**HERE, **differing} for i, differing in enumerate(differences)
        }
        self.memory = memory
        self.asked = 0

    def scheduler_info(self, n_workers):
        assert n_workers == -1
        return {"workers": {address: {"memory_limit": self.memory} for address in self.workers}}

    def get_versions(self, packages):
        self.asked += 1
        assert set(packages) <= set(HERE)
        there = {address: {"packages": found} for address, found in self.workers.items()}
        return {"client": {"packages": HERE}, "workers": there}


def test_workers_are_counted_and_those_that_are_known_not_checked_again(caplog):
    client = Client({}, {})
    known = check_workers(client, None, GB)
    assert known == {"tcp://w0:1", "tcp://w1:1"}
    assert check_workers(client, known, GB) == known
    assert client.asked == 1
    assert caplog.text.count("Dask workers: 2") == 1


def test_that_there_are_none_is_told_once_until_there_were_some(caplog):
    client = Client()
    none = check_workers(client, None, GB)
    check_workers(client, none, GB)
    check_workers(client, frozenset(["tcp://w0:1"]), GB)
    assert caplog.text.count("Waiting for Dask workers at tcp://head:8786") == 2


@pytest.mark.parametrize(("version", "told"), [("1.1", "1.1 at tcp://w1:1"), (None, "none at")])
def test_another_leadfield_is_refused_and_where_it_is_told(version, told):
    client = Client({}, {"leadfield": version})
    with pytest.raises(MismatchError, match=rf"must have leadfield 1\.2.*, got {told}"):
        check_workers(client, None, GB)


def test_many_with_another_leadfield_are_not_all_listed():
    with pytest.raises(MismatchError, match=r"tcp://w2:1 and 7 more: install the same version"):
        check_workers(Client(*[{"leadfield": "1.1"}] * 10), None, GB)


@pytest.mark.parametrize("package", ["numpy", "scipy", "python", "distributed"])
def test_other_packages_that_differ_are_warned_of(package):
    client = Client({package: "0.9"})
    with pytest.warns(RuntimeWarning, match=f"{package} is .* here, and 0.9 at tcp://w0:1"):
        assert len(check_workers(client, None, GB)) == 1


def test_workers_with_less_memory_than_a_job_takes_are_warned_of():
    with pytest.warns(RuntimeWarning, match=r"take up to 9\.0 GB, and workers have 8\.0 GB"):
        check_workers(Client({}), None, 9 * GB)


def test_workers_without_a_limit_have_room_for_any_job():
    assert len(check_workers(Client({}, memory=0), None, 9 * GB)) == 1
