"""Ctrl-C ends long computations soon, leaves nothing half, and the next call gives the numbers.

``scripts/interrupt.py`` does it for all of them, many times.
"""

import sys

import interrupt
import pytest


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGINT to one process")
@pytest.mark.usefixtures("experiment")
@pytest.mark.parametrize("name", ["morph", "recording to a file", "page of a brain"])
def test_an_interrupted_computation_stops_and_leaves_nothing(name, common_folder, monkeypatch):
    monkeypatch.setenv("LEADFIELD_DATA", str(common_folder))  # where the experiment is
    found = interrupt.interrupted(name, times=3)
    assert min(found.waits) < 1  # a busy machine may be late once
    assert not found.litter
    assert found.difference < 1e-12
