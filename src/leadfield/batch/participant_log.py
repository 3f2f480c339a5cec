"""Log of a participant: what was done, when, and what was warned of."""

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from leadfield.base.log import records_to

UNFINISHED = re.compile(r"\.([0-9a-f]{32})-\w+/\1")
"""The place of a result that is being made, which has another when it is there to be read."""


@contextmanager
def logged(path: Path) -> Iterator[None]:
    """Add what is logged meanwhile to a file, each line with its time.

    A log that cannot be written stops nothing: what else cannot be written then says so.
    """

    def write(text: str) -> None:
        told = UNFINISHED.sub(r"\1", text)
        now = datetime.now().astimezone().isoformat(" ", "seconds")
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("a", encoding="utf-8", errors="replace") as file:
                file.write("".join(f"{now}  {line}\n" for line in told.splitlines()))

    with records_to(write):
        yield
