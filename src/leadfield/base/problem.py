"""Problems of a file: what is wrong, where, and how bad that is."""

from dataclasses import dataclass
from typing import Literal, final

Severity = Literal["error", "warning", "note"]


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something wrong in a file.

    An error keeps readers from reading it, a warning is a loss, or may be one to other programs, a
    note is neither. ``offset`` is a byte of the (unpacked) file, ``tag`` the name of a FIF tag's
    kind, each where there is one; ``mended`` whether a repair makes it good without a loss.
    """

    severity: Severity
    text: str
    offset: int | None = None
    tag: str | None = None
    mended: bool = False

    @property
    def place(self) -> str:
        """Where it is, in words; empty where nobody knows."""
        where = [] if self.offset is None else [f"byte {self.offset}"]
        return ", ".join([*where, *([f"tag {self.tag}"] if self.tag else [])])


def warning(
    text: str, offset: int | None = None, tag: str | None = None, *, mended: bool = False
) -> Problem:
    """A problem that is no error."""
    return Problem(severity="warning", text=text, offset=offset, tag=tag, mended=mended)
