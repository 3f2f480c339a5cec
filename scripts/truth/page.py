"""The page that tables are written on: a section each, made anew without the others."""

import itertools
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from leadfield.base.arrays import Bools, Floats

TARGET = Path(__file__).parents[2] / "docs" / "localisation-error.md"
HEADING = "\n## "
DEPTHS = (0, 15, 25, 35, np.inf)  # mm from the inner skull


def read_sections() -> dict[str, str]:
    """The page's sections by title."""
    if not TARGET.exists():
        return {}
    parts = TARGET.read_text(encoding="utf-8").split(HEADING)[1:]
    sections = (part.partition("\n") for part in parts)
    return {title: text.strip() for title, _, text in sections}


def write_page(start: str, sections: Mapping[str, str]) -> None:
    """Write the page: its start, and sections by title."""
    parts = [start, *(f"{title}\n\n{text}" for title, text in sections.items())]
    TARGET.write_text(f"\n{HEADING}".join(parts) + "\n", encoding="utf-8")


def header(*cells: str) -> str:
    """The head of a table."""
    return f"{row(*cells)}\n|{'---|' * len(cells)}"


def row(*cells: object) -> str:
    """A row of a table."""
    return f"| {' | '.join(map(str, cells))} |"


def percent(right: Any, digits: int = 0) -> str:
    """How many are true; a dash for none of none."""
    return f"{100 * np.mean(right):.{digits}f} %" if np.size(right) else "-"


def spread(values: Any, digits: int = 0) -> str:
    """Median, and what 90 % are below; a dash for none."""
    if not np.size(values):
        return "-"
    middle, most = np.quantile(values, (0.5, 0.9))
    return f"{middle:.{digits}f} / {most:.0f}"


def quartiles(ratios: Any) -> str:
    """The quartiles of ratios."""
    return " ".join(f"{x:.2f}" for x in np.quantile(ratios, (0.25, 0.5, 0.75)))


def twofold(ratios: Any) -> str:
    """How many ratios are between a half and two."""
    return percent(np.abs(np.log2(ratios)) < 1)


def by_depth(depths: Floats) -> dict[str, Bools]:
    """Who is how deep, by the name of the range."""
    ranges: dict[str, Bools] = {}
    for low, high in itertools.pairwise(DEPTHS):
        name = f"{low} to {high} mm" if np.isfinite(high) else f"over {low} mm"
        ranges[name] = (depths >= low) & (depths < high)
    return ranges
