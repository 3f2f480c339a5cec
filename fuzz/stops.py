"""Programs that are stopped: at each call that changes a file, or at a moment of chance."""

import ctypes
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from leadfield.base.errors import LeadfieldError

SOURCE = Path(__file__).with_name("faults.c")
KINDS = {"kill": 1, "interrupt": 2, "error": 3, "full disk": 4}
"""Ways to be stopped; an error comes once, a full disk stays full."""
REACHED_END, WENT_ON, SAID, INTERRUPTED, UNCLEAR = range(5)


def make_faults(folder: Path) -> dict[str, str]:
    """Compile what makes calls fail; the environment that a program needs to have it."""
    library = folder / "faults.so"
    compiler = os.environ.get("CC", "cc")
    subprocess.run([compiler, "-shared", "-fPIC", "-o", library, SOURCE, "-ldl"], check=True)
    return {"LD_PRELOAD": str(library)}


def have_faults() -> bool:
    """Whether calls of this program can be made to fail."""
    return hasattr(ctypes.CDLL(None), "fault_arm")


def stopped(action: Callable[[], object], number: int, kind: str) -> int:
    """What became of an action in a process of its own that is stopped at its n-th call."""
    process = os.fork()
    if not process:
        outcome = UNCLEAR
        try:
            outcome = _run(action, number, KINDS[kind])
        finally:
            os._exit(outcome)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def _run(action: Callable[[], object], number: int, kind: int) -> int:
    faults = ctypes.CDLL(None)
    faults.fault_left.restype = ctypes.c_long
    signal.signal(signal.SIGINT, signal.default_int_handler)
    faults.fault_arm(ctypes.c_long(number), kind)
    try:
        action()
    except KeyboardInterrupt:
        outcome = INTERRUPTED
    except LeadfieldError as error:
        outcome = SAID if ".leadfield-" not in str(error) else UNCLEAR
    except Exception as error:  # noqa: BLE001 - whatever it is, it is not leadfield's
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
        outcome = UNCLEAR
    else:
        outcome = REACHED_END if faults.fault_left() >= 0 else WENT_ON
    faults.fault_arm(ctypes.c_long(0), 0)
    return outcome


def killed_by_chance(action: Callable[[], object], duration: float, rng: random.Random) -> None:
    """Kill an action somewhere in the time that it takes."""
    process = os.fork()
    if not process:
        try:
            action()
        finally:
            os._exit(0)
    time.sleep(rng.uniform(0, duration))
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
