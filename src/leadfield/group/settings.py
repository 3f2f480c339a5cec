"""Settings of a group's results: conditions, contrasts, the cortex, the times, and what to tell."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, final, get_args

from leadfield.base.checks import listed, number, one_of, whole
from leadfield.base.errors import InputError

Contrast = tuple[str, str]
Window = tuple[float | None, float | None]
Fact = tuple[str, str]
TestKind = Literal["clusters", "max"]


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class GroupTest:
    """How maps are tested, by turning the signs of subjects ``n_permutations`` times.

    ``kind`` is ``"clusters"``, of places and times that alone have p below ``cluster_p``, or
    ``"max"``, each place and time against the largest statistic of all.
    """

    kind: TestKind = "clusters"
    n_permutations: int = 1024
    cluster_p: float = 0.001
    seed: int = 0

    def __post_init__(self) -> None:
        one_of("kind", self.kind, get_args(TestKind))
        whole("n_permutations", self.n_permutations, least=100)
        number("cluster_p", self.cluster_p, above=0, most=0.5)
        whole("seed", self.seed)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class GroupSettings:
    """What to make of a group whose estimates lie on ``subject`` in ``subjects_dir``.

    ``contrasts`` are pairs of conditions, the second taken from the first. ``window`` are the
    times in s, None for an end of the epoch, between which the table and peaks are taken and maps
    are tested; ``test`` is None for not at all. ``told``, ``versions`` and ``command`` stand in the
    report as they are.
    """

    subjects_dir: Path
    subject: str
    conditions: tuple[str, ...]
    contrasts: tuple[Contrast, ...] = ()
    parcellation: str = "aparc"
    window: Window = (None, None)
    test: GroupTest | None = field(default_factory=GroupTest)
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
