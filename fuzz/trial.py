"""One damaged file: how it is read, what for, and what came of it."""

import contextlib
import random
import resource
import time
import traceback
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from fuzz.corpus import Sound
from fuzz.mutations import cut, damaged
from fuzz.readers import READERS, Reader
from leadfield.base.errors import FormatError, LeadfieldError, MissingFileError
from leadfield.fif.streams import UNNAMED

PACKAGE = "src/leadfield/"
MOST_SECONDS = 1.0  # of a processor, for a small file
SMALL = 2**20
MEMORY_OF_FILE, MORE_MEMORY = 8, 200 * 10**6
Draw = Callable[[Any, Sound], None]
Came = Literal["read", "refused", "broken"]
Sort = Literal["damaged", "cut", "whole"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A damaged file by what made it: the reader, the damage, and the seed of the damage."""

    reader: str
    sort: Sort
    seed: int

    def content(self, folder: Path) -> tuple[str, bytes]:
        """Name in the corpus, and bytes."""
        rng = random.Random(f"{self.reader}, {self.sort}, {self.seed}")
        files = READERS[self.reader].files
        name = rng.choice(files)
        whole = (folder / name).read_bytes()
        if self.sort == "whole":
            return name, whole
        if self.sort == "cut":
            return name, cut(whole, rng)
        return name, damaged(whole, rng, [(folder / other).read_bytes() for other in files])


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of a file: ``problem`` and ``place`` where it broke a promise."""

    came: Came
    seconds: float
    problem: str = ""
    place: str = ""


def attempt(
    reader: Reader, sound: Sound, name: str, content: bytes, *, use: bool = True, draw: bool = False
) -> Outcome:
    """Read the content as the file of that name, and use (and draw) what it gave."""
    path = sound.folder / name
    path.write_bytes(content)
    started = time.process_time()
    try:
        with warnings.catch_warnings(), memory_limit(len(content)):
            warnings.simplefilter("error")
            value = reader.read(path)
    except BaseException as error:  # noqa: BLE001 - whatever it is, it is what is looked for
        seconds = time.process_time() - started
        if _promised(error, path.parent):
            return _in_time("refused", seconds, len(content))
        return _broken("read", error, seconds)
    outcome = _in_time("read", time.process_time() - started, len(content))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            if use and reader.use is not None:
                reader.use(value, sound)
            if draw and reader.draw is not None:
                _draw(reader.draw, value, sound)
    except BaseException as error:  # noqa: BLE001
        return _broken("use", error, outcome.seconds)
    return outcome


def _promised(error: BaseException, folder: Path) -> bool:
    """Whether it is the error that names the file, or the next part, which is not there."""
    if isinstance(error, FormatError):
        return error.path in {UNNAMED, *folder.iterdir()}
    return isinstance(error, MissingFileError) and "goes on in" in str(error)


@contextlib.contextmanager
def memory_limit(size: int) -> Iterator[None]:
    """Let the process have so much more memory as a file of this size may cost."""
    before = resource.getrlimit(resource.RLIMIT_AS)
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    most = pages * resource.getpagesize() + MEMORY_OF_FILE * size + MORE_MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


def _draw(draw: Draw, value: Any, sound: Sound) -> None:
    import matplotlib as mpl
    from matplotlib import pyplot as plt

    mpl.use("agg")
    with warnings.catch_warnings():
        warnings.simplefilter("default")  # matplotlib's own
        with contextlib.suppress(LeadfieldError):
            draw(value, sound)
    plt.close("all")


def _in_time(came: Came, seconds: float, size: int) -> Outcome:
    if size <= SMALL and seconds > MOST_SECONDS:
        return Outcome(came="broken", seconds=seconds, problem="takes too long", place="time")
    return Outcome(came=came, seconds=seconds)


def _broken(stage: str, error: BaseException, seconds: float) -> Outcome:
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if PACKAGE in frame.filename] or list(frames)
    last = own[-1]
    where = last.filename.rpartition(PACKAGE)[2]
    problem = f"{stage}: {type(error).__name__}: {str(error)[:200]}"
    return Outcome(came="broken", seconds=seconds, problem=problem, place=f"{where}, {last.name}")
