"""Reports on files: what is wrong with one, and what was saved of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, final

from leadfield.base.problem import Problem

SOUND, LOSSES, UNREADABLE = range(3)
VERDICTS = ("sound", "can be read, with losses", "cannot be read as it is")
OF_SEVERITY = {"note": SOUND, "warning": LOSSES, "error": UNREADABLE}


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedFile:
    """What a file holds, what is wrong with it, and the same of the parts that it goes on in."""

    file: Path
    contents: tuple[str, ...]
    problems: tuple[Problem, ...]
    parts: tuple["CheckedFile", ...] = ()

    @property
    def status(self) -> int:
        """SOUND, LOSSES (it can be read with some) or UNREADABLE."""
        own = (OF_SEVERITY[one.severity] for one in self.problems)
        return max((*own, *(part.status for part in self.parts)), default=SOUND)

    @property
    def verdict(self) -> str:
        """The status in words."""
        return VERDICTS[self.status]

    def text(self) -> str:
        """The report as text, without a new line at its end."""
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        held = ", ".join(self.contents) or "nothing that leadfield reads"
        yield f"{self.file}: {held}: {self.verdict}"
        for one in self.problems:
            where = f"{one.place}: " if one.place else ""
            yield f"  {one.severity}: {where}{one.text}"
        for part in self.parts:
            yield from (f"  {line}" for line in part.text().splitlines())

    def to_dict(self) -> dict[str, Any]:
        """The report as dictionaries and lists."""
        return {
            "file": str(self.file),
            "status": self.status,
            "verdict": self.verdict,
            "contents": list(self.contents),
            "problems": [
                {"severity": p.severity, "text": p.text, "offset": p.offset, "tag": p.tag}
                for p in self.problems
            ],
            "parts": [part.to_dict() for part in self.parts],
        }


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class RepairedFile:
    """Files that were written of a damaged one; what is in them, and what was lost, in words."""

    files: tuple[Path, ...]
    kept: tuple[str, ...]
    lost: tuple[str, ...]

    def text(self) -> str:
        """The report as text, without a new line at its end."""
        lines = [f"wrote {', '.join(map(str, self.files))}: {', '.join(self.kept)}"]
        lines += [f"  lost: {one}" for one in self.lost] or ["  nothing was lost"]
        return "\n".join(lines)

    def to_dict(self) -> dict[str, Any]:
        """The report as dictionaries and lists."""
        files = [str(file) for file in self.files]
        return {"files": files, "kept": list(self.kept), "lost": list(self.lost)}
