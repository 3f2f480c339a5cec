import logging

import pytest

from leadfield.batch.engines.share import PROCESS, share_machine

GB = 10**9


@pytest.mark.parametrize("workers", [None, 1, 2, 3, 8, 100])
@pytest.mark.parametrize("cores", [1, 2, 6, 7, 64])
def test_workers_times_threads_are_never_more_than_the_cores(workers, cores):
    share = share_machine([None] * 20, cores=cores, free=None, workers=workers)
    assert 1 <= share.workers * share.threads <= cores


def test_there_are_as_many_workers_as_cores_but_no_more_than_jobs():
    assert share_machine([None] * 9, cores=4, free=None).workers == 4
    share = share_machine([None] * 3, cores=8, free=None)
    assert (share.workers, share.threads) == (3, 2)


def test_the_largest_jobs_fit_into_memory_at_a_time():
    sizes = [GB, 3 * GB, GB, GB]
    for free, workers in ((20 * GB, 4), (6 * GB, 3), (5 * GB, 2), (4 * GB, 1)):
        assert share_machine(sizes, cores=8, free=free).workers == workers


def test_the_memory_of_the_workers_themselves_counts():
    assert share_machine([0] * 5, cores=8, free=3 * PROCESS).workers == 3


def test_fewer_than_asked_for_is_told(caplog):
    share_machine([GB] * 4, cores=4, free=3 * GB, workers=4)
    assert "Workers: 2 of 4 asked for, threads of each: 2; cores: 4, 3.0 GB free" in caplog.text


def test_a_job_larger_than_the_machine_is_begun_alone_with_a_warning(caplog):
    with pytest.warns(RuntimeWarning, match=r"predicted to take 9\.2 GB, and 4\.0 GB free"):
        share = share_machine([9 * GB] * 2, cores=4, free=4 * GB)
    assert (share.workers, share.threads) == (1, 4)
    assert caplog.records[0].levelno == logging.INFO
