"""What tests share: the folder of real recordings, where there is one."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """Folder of small real recordings; tests that ask for it skip without one."""
    folder = SHARED / "data"
    if not folder.is_dir():
        pytest.skip("the shared recordings are not here")
    return folder


@pytest.fixture(autouse=True, scope="session")
def _without_a_display() -> None:
    """Draw without a window, whatever the machine has."""
    import matplotlib as mpl

    mpl.use("agg")
