"""Sections of docs/reliability.md that measurements write, each between two comments.

What measures ends with ``record("its section", lines)``; what stands outside the comments is
written by hand and stays.
"""

from collections.abc import Iterable
from pathlib import Path

PAGE = Path(__file__).parents[1] / "docs" / "reliability.md"


def record(section: str, lines: Iterable[str], page: Path = PAGE) -> None:
    """Put these lines of Markdown into a section in place of those it has."""
    start, end = _start(section), _end(section)
    before, found, rest = page.read_text(encoding="utf-8").partition(start)
    _, closed, after = rest.partition(end)
    if not (found and closed):
        msg = f"{page} must hold {start} and {end} for the figures, it does not"
        raise SystemExit(msg)
    body = "\n".join(lines)
    page.write_text(f"{before}{start}\n\n{body}\n\n{end}{after}", encoding="utf-8")


def recorded_rows(section: str, page: Path = PAGE) -> dict[str, list[str]]:
    """Rows of the table in a section, without its heading, by their first cells."""
    _, _, rest = page.read_text(encoding="utf-8").partition(_start(section))
    lines = [line for line in rest.partition(_end(section))[0].splitlines() if line[:2] == "| "]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]
    return {row[0]: row for row in rows}


def _start(section: str) -> str:
    return f"<!-- {section}: written by a script -->"


def _end(section: str) -> str:
    return f"<!-- {section} ends -->"
