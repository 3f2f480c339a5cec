"""Shows the pages that a tutorial writes, in a frame."""

import shutil
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[1] / "_build" / "pages"
"""Copied into the documentation, as conf.py says."""
FRAME = """
.. raw:: html

   <iframe class="live-page" src="../{name}" title="{name}" loading="lazy"></iframe>
"""


def scrape(block: tuple[Any, ...], variables: dict[str, Any], settings: dict[str, Any]) -> str:
    """Keep the pages that a block of code wrote, and show them on the tutorial's page."""
    del settings
    _, code, _ = block
    frames = []
    for name, value in variables["example_globals"].items():
        made_here = f"{name} = " in code
        if made_here and isinstance(value, Path) and value.suffix == ".html":
            FOLDER.mkdir(parents=True, exist_ok=True)
            shutil.copy(value, FOLDER)
            frames.append(FRAME.format(name=value.name))
    return "".join(frames)
