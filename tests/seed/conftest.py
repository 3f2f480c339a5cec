"""The tutorial of the documentation, run once on the simulated experiment."""

import logging
import os
import re
import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest
from matplotlib import pyplot as plt

from leadfield.base.log import LOGGER
from leadfield.datasets import simulated

EXPLAINED = re.compile(r"explained (\S+) % of the variance")


class Heard(logging.Handler):
    """Keeps what is told."""

    def __init__(self):
        super().__init__()
        self.lines = []

    def emit(self, record):
        self.lines.append(record.getMessage())

    @property
    def explained(self):
        """Shares of variance in %."""
        found = map(EXPLAINED.search, self.lines)
        return [float(match[1]) for match in found if match]


@pytest.fixture(scope="session")
def run(tmp_path_factory):
    """Function that runs a script in an empty folder: its variables, and what was told."""
    before = Path.cwd()

    def run(script):
        plt.close("all")  # those of other tests: more than twenty are warned of
        heard = Heard()
        LOGGER.addHandler(heard)
        folder = tmp_path_factory.mktemp("run")
        os.chdir(folder)
        try:
            made = runpy.run_path(str(script))
        finally:
            LOGGER.removeHandler(heard)
            os.chdir(before)
        return SimpleNamespace(**made, explained=heard.explained, folder=folder)

    return run


@pytest.fixture(scope="session")
def root():
    """The repository's folder."""
    return Path(__file__).parents[2]


@pytest.fixture(scope="module")
def tutorial(run, root, experiment):
    """Everything the documentation's tutorial leaves behind."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(simulated, "data_path", lambda: experiment)
        return run(root / "docs" / "tutorials" / "plot_localise.py")
