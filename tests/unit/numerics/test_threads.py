"""Parts of work in threads, and linear algebra on one thread meanwhile."""

import threading

import numpy as np
import pytest
import threadpoolctl

from leadfield.numerics.threads import map_shared, on_one_thread, share, sum_shared


def allowed():
    """The numbers of threads that linear algebra may use."""
    pools = threadpoolctl.threadpool_info()
    return {pool["num_threads"] for pool in pools if pool["user_api"] == "blas"}


@pytest.fixture(params=[1, 3])
def n_threads(request):
    with threadpoolctl.threadpool_limits(request.param, user_api="blas"):
        if allowed() != {request.param}:
            pytest.skip(f"{request.param} threads were asked for, there are {allowed()}")
        yield request.param


@pytest.mark.usefixtures("n_threads")
def test_every_part_is_done_once():
    done = []
    share(done.extend, iter(range(200)), 200)
    assert sorted(done) == list(range(200))


def test_there_are_as_many_threads_as_a_product_has(n_threads):
    together, workers = threading.Barrier(n_threads), set()

    def work(parts):
        for _ in parts:
            together.wait(timeout=30)
            workers.add(threading.get_ident())

    share(work, range(n_threads), n_threads)
    assert len(workers) == n_threads


def test_products_in_threads_have_one_each_and_all_again_afterwards(n_threads):
    seen = []

    def work(parts):
        seen.extend(allowed() for _ in parts)

    share(work, range(20), 20)
    assert seen == [{1}] * 20
    assert allowed() == {n_threads}


@pytest.mark.usefixtures("n_threads")
def test_few_parts_need_few_threads():
    workers = []
    share(lambda parts: workers.append(list(parts)), ["one"], 1)
    assert workers == [["one"]]


def test_what_fails_in_a_part_is_raised_and_the_rest_left(n_threads):
    done = []

    def work(parts):
        for part in parts:
            done.append(part)
            if part == 5:
                msg = "the sixth"
                raise ArithmeticError(msg)

    with pytest.raises(ArithmeticError, match="the sixth"):
        share(work, range(10**9), 10**9)
    assert len(done) < 10**9
    assert allowed() == {n_threads}


@pytest.mark.usefixtures("n_threads")
def test_threads_treat_floating_point_errors_as_the_caller_does():
    found = []

    def work(parts):
        found.extend(1 / np.zeros(1) for _ in parts)

    with np.errstate(divide="ignore"):
        share(work, range(20), 20)
    assert found == [np.inf] * 20


def test_who_came_first_to_one_thread_gives_the_others_back(n_threads):
    done = threading.Event()

    def other():
        with on_one_thread():
            seen.append(allowed())
        seen.append(allowed())
        done.set()

    seen = []
    with on_one_thread():
        threading.Thread(target=other).start()
        assert done.wait(timeout=30)
    assert seen == [{1}, {1}]
    assert allowed() == {n_threads}


def test_work_is_shared_where_linear_algebra_is_on_one_thread_already(n_threads):
    together, workers = threading.Barrier(n_threads), set()

    def work(parts):
        for _ in parts:
            together.wait(timeout=30)
            workers.add(threading.get_ident())

    with on_one_thread():
        share(work, range(n_threads), n_threads)
    assert len(workers) == n_threads


@pytest.mark.usefixtures("n_threads")
def test_sums_do_not_depend_on_threads():
    parts = np.random.default_rng(0).standard_normal((50, 1000))
    found = sum_shared(lambda part: part * np.exp(part), parts)
    total = np.zeros(1000)
    for part in parts:
        total += part * np.exp(part)
    assert np.array_equal(found, total)


@pytest.mark.usefixtures("n_threads")
def test_what_is_made_of_parts_is_in_their_order():
    assert map_shared(str, list(range(50))) == [str(i) for i in range(50)]
