"""How long each step of a script took, and how much memory it needed."""

import json
import resource
import time
from pathlib import Path

# Linux keeps a process' peak memory here, and forgets it when asked.
STATUS, FORGET = Path("/proc/self/status"), Path("/proc/self/clear_refs")


class Laps:
    """Wall and processor seconds of each step since the step before."""

    def __init__(self) -> None:
        self.seconds: dict[str, tuple[float, float]] = {}
        self._wall, self._processor = time.perf_counter(), time.process_time()

    def start(self) -> None:
        """Forget what was done since the last step."""
        self._wall, self._processor = time.perf_counter(), time.process_time()

    def done(self, step: str, units: float = 1) -> None:
        """End a step that did ``units`` pieces of work."""
        wall, processor = time.perf_counter(), time.process_time()
        spent = (wall - self._wall, processor - self._processor)
        self.seconds[step] = (spent[0] / units, spent[1] / units)
        self.start()

    def tell(self, **others: object) -> None:
        """Print seconds, peak memory in MB and ``others`` for the program that asked."""
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps({"seconds": self.seconds, "peak": peak, **others}))


def memory(kind: str) -> float:
    """Memory in MB that the process has, ``"VmRSS"``, or had at most, ``"VmHWM"``."""
    lines = STATUS.read_text().splitlines()
    return next(float(line.split()[1]) / 1024 for line in lines if line.startswith(kind))


def forget_peak() -> None:
    """Let ``VmHWM`` begin again."""
    FORGET.write_text("5")
