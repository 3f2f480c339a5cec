"""Log of a participant: what was done, when, and what was warned of."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from leadfield.base.log import records_to


@contextmanager
def logged(path: Path) -> Iterator[None]:
    """Add what is logged meanwhile to a file, each line with its time.

    A log that cannot be written stops nothing: what else cannot be written then says so.
    """

    def write(text: str) -> None:
        now = datetime.now().astimezone().isoformat(" ", "seconds")
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("a", encoding="utf-8", errors="replace") as file:
                file.write("".join(f"{now}  {line}\n" for line in text.splitlines()))

    with records_to(write):
        yield
