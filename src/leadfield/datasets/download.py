"""Downloads with a progress bar and a checksum."""

import sys
from pathlib import Path
from typing import Any, Self

from leadfield.base.errors import FormatError, MissingFileError

CHUNK = 2**18  # bytes
TIMEOUT = 30  # s without a byte


class DownloadBar:
    """Progress bar with the interface of pooch; shown only on a terminal."""

    def __init__(self, label: str) -> None:
        from rich.console import Console  # heavy: only where something is downloaded
        from rich.progress import BarColumn, DownloadColumn, Progress, TimeRemainingColumn

        columns = ("{task.description}", BarColumn(), DownloadColumn(), TimeRemainingColumn())
        console = Console(stderr=True)
        self._bar = Progress(
            *columns, console=console, transient=True, disable=not sys.stderr.isatty()
        )
        self._task = self._bar.add_task(label, total=None)

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    @property
    def total(self) -> float | None:
        """Total bytes; None while that is not known."""
        return self._bar.tasks[0].total

    @total.setter
    def total(self, count: int) -> None:
        # A server may say nothing about the length.
        self._bar.update(self._task, total=count or None)

    def update(self, count: int) -> None:
        """Advance by some bytes."""
        self._bar.advance(self._task, count)

    def reset(self) -> None:
        """Go back to the start, as pooch does to fill the bar at the end."""
        self._bar.update(self._task, completed=0)

    def close(self) -> None:
        """Do nothing: the ``with`` block ends the bar."""


def download(url: str, file: Path, *, md5: str, advice: str) -> None:
    """Download to a file, and compare its checksum.

    ``advice`` ends the error message if the download fails.
    """
    import pooch  # heavy: only where something is downloaded

    with DownloadBar(f"Downloading {file.name}") as bar:
        fetch: Any = pooch.HTTPDownloader(progressbar=bar, chunk_size=CHUNK, timeout=TIMEOUT)
        try:
            fetch(url, str(file), None)
        except OSError as problem:  # what requests raises, too
            msg = f"{file.name} must be downloaded from {url}, which failed: {problem}. {advice}"
            raise MissingFileError(msg) from problem
    found = pooch.file_hash(str(file), alg="md5")
    if found != md5:
        msg = f"a download must have the checksum {md5}, got {found}: it was damaged, try again"
        raise FormatError(file.name, msg)
