"""Runs :mod:`truth.run`, from wherever it is called."""

import sys
from pathlib import Path

sys.path[0] = str(Path(__file__).parents[1])
from truth.run import main  # noqa: E402 - the folder above is where it is found

main()
