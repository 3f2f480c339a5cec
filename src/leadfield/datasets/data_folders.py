"""Data folders: those of MNE-Python's settings, and leadfield's own."""

import os
from pathlib import Path

import platformdirs

from leadfield.base.bounded_text import parse_json
from leadfield.base.log import LOGGER

SAMPLE = "MNE-sample-data"  # also of data in the same layout
ENVIRONMENT_VARIABLE = "LEADFIELD_DATA"


def mne_data_folders(*keys: str) -> list[Path]:
    """Folders that MNE-Python would search, in order; nothing is written to them.

    Each key is an environment variable, else an entry of MNE-Python's settings.
    """
    home = Path(os.environ.get("_MNE_FAKE_HOME_DIR") or Path.home())
    settings = _settings(home / ".mne" / "mne-python.json")
    named = [os.environ.get(key) or settings.get(key) for key in keys]
    return [*(Path(name).expanduser() for name in named if name), home / "mne_data"]


def data_folder() -> Path:
    """Folder for leadfield's own downloads."""
    named = os.environ.get(ENVIRONMENT_VARIABLE)
    return Path(named).expanduser() if named else platformdirs.user_cache_path("leadfield")


def _settings(path: Path) -> dict[str, str]:
    try:
        entries = parse_json(path.read_text(encoding="utf-8")).items()
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, AttributeError) as problem:
        LOGGER.info("MNE-Python's settings cannot be used: %s", problem)
        return {}
    return {key: value for key, value in entries if isinstance(value, str)}
