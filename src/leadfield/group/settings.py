"""Settings of a group's results: conditions, contrasts, the cortex, the times, and what to tell."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import final

from leadfield.base.checks import listed, one_of
from leadfield.base.errors import InputError

Contrast = tuple[str, str]
Window = tuple[float | None, float | None]
Fact = tuple[str, str]


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class GroupSettings:
    """What to make of a group whose estimates lie on ``subject`` in ``subjects_dir``.

    ``contrasts`` are pairs of conditions, the second taken from the first. ``window`` are the
    times in s, None for an end of the epoch, between which the table and peaks are taken.
    ``told``, ``versions`` and ``command`` stand in the report as they are.
    """

    subjects_dir: Path
    subject: str
    conditions: tuple[str, ...]
    contrasts: tuple[Contrast, ...] = ()
    parcellation: str = "aparc"
    window: Window = (None, None)
    title: str = "Group"
    told: tuple[Fact, ...] = ()
    versions: Mapping[str, str] = field(default_factory=dict)
    command: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.conditions:
            msg = "conditions must be at least one, got none"
            raise InputError(msg)
        for pair in self.contrasts:
            for name in pair:
                one_of("a contrast's condition", name, self.conditions)
        files = [file_name(name) for name in self.maps]
        if len(set(files)) < len(files):
            msg = f"conditions and contrasts must differ in letters, got {listed(self.maps, 40)}"
            raise InputError(msg)

    @property
    def maps(self) -> dict[str, str | Contrast]:
        """What there is a map of, by name: conditions, then contrasts."""
        conditions: dict[str, str | Contrast] = {name: name for name in self.conditions}
        return conditions | {contrast_name(pair): pair for pair in self.contrasts}


def contrast_name(pair: Contrast) -> str:
    """``deviant - standard``."""
    return " - ".join(pair)


def file_name(name: str) -> str:
    """The name of a map as a file's: ``deviant-minus-standard``."""
    return re.sub(r"[^\w.+-]+", "-", name.replace(" - ", "-minus-")).strip("-.") or "map"
