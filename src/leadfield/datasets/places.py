"""Where people who use MNE-Python keep their data sets, and where leadfield keeps its own."""

import json
import os
from pathlib import Path

import platformdirs

from leadfield.base.log import LOGGER

OWN = "LEADFIELD_DATA"


def mne_places(*keys: str) -> list[Path]:
    """Folders that MNE-Python would look in, first to last; nothing is written to them.

    Each key is an environment variable, else an entry of MNE-Python's settings.
    """
    home = Path(os.environ.get("_MNE_FAKE_HOME_DIR") or Path.home())
    settings = _settings(home / ".mne" / "mne-python.json")
    named = [os.environ.get(key) or settings.get(key) for key in keys]
    return [*(Path(name).expanduser() for name in named if name), home / "mne_data"]


def own_place() -> Path:
    """Where leadfield puts what it downloads."""
    named = os.environ.get(OWN)
    return Path(named).expanduser() if named else platformdirs.user_cache_path("leadfield")


def _settings(path: Path) -> dict[str, str]:
    try:
        entries = json.loads(path.read_text(encoding="utf-8")).items()
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, AttributeError) as problem:
        LOGGER.info("MNE-Python's settings cannot be used: %s", problem)
        return {}
    return {key: value for key, value in entries if isinstance(value, str)}
