"""Lines of keys in a TOML file, which its parser does not tell."""

import re
from collections.abc import Sequence

SECTION = re.compile(r"\s*\[\s*([^\[\]]+?)\s*\]")
KEY = re.compile(r"""\s*([A-Za-z0-9_\-."' ]+?)\s*=""")


def line_of(text: str, key: Sequence[str]) -> int | None:
    """The line, from 1, where a key stands, or else the section that it would be in."""
    best: int | None = None
    deepest = 0
    section: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), start=1):
        if found := SECTION.match(line):
            section = place = _parts(found[1])
        elif found := KEY.match(line):
            place = (*section, *_parts(found[1]))
        else:
            continue
        depth = len(place)
        if deepest < depth <= len(key) and tuple(key[:depth]) == place:
            best, deepest = number, depth
    return best


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip(" \"'") for part in dotted.split("."))
