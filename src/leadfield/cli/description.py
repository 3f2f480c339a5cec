"""Description of a file: what ``leadfield info`` says, as text and as JSON."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, final

Lines = list[str]


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """Contents of a file: lines by section; ``head`` says how large it is."""

    name: str
    head: str
    warnings: Sequence[str] = ()
    sections: Mapping[str, Lines]

    def text(self) -> str:
        """The description as text."""
        lines = [f"{self.name}: {self.head}", *(f"  {one}" for one in self.warnings)]
        for title, held in self.sections.items():
            lines += [title, *(f"  {one}" for one in held)]
        return "\n".join(lines) + "\n"

    def to_dict(self) -> dict[str, Any]:
        """The description as dictionaries and lists."""
        return {
            "file": self.name,
            "head": self.head,
            "warnings": list(self.warnings),
            "sections": dict(self.sections),
        }
