"""Arguments of epochs and evoked responses: their types, for type checkers and completion."""

from collections.abc import Mapping, Sequence
from typing import Literal

Baseline = tuple[float | None, float | None] | None
EventId = int | str | Sequence[int] | Sequence[str] | Mapping[str, int] | None
Proj = bool | Literal["delayed"]
EventRepeated = Literal["error", "drop", "merge"]
