"""leadfield on a machine that others use: python busy.py DATA.

The tutorial's path alone, and beside four processes that compute without end. Prints one line of
JSON: seconds of each step, alone and beside them, each the median of several runs, since a short
step has or has not to wait for its turn.
"""

import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

OTHERS = 4
RUNS = 5


def tutorial(data, folder):
    """Seconds of each step, with the files in the cache."""
    command = [sys.executable, Path(__file__).with_name("tutorial.py"), "leadfield", data]
    out = subprocess.run([*command, Path(folder) / "out.npz"], check=True, stdout=subprocess.PIPE)
    seconds = json.loads(out.stdout.splitlines()[-1])["seconds"]
    return {step: wall for step, (wall, _) in seconds.items()}


def medians(data, folder):
    """Median seconds of each step over several runs."""
    runs = [tutorial(data, folder) for _ in range(RUNS)]
    return {step: statistics.median(run[step] for run in runs) for step in runs[0]}


def main():
    """Measure alone, then beside others."""
    data = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        tutorial(data, folder)
        alone = medians(data, folder)
        others = [
            subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(OTHERS)
        ]
        try:
            beside = medians(data, folder)
        finally:
            for one in others:
                one.kill()
                one.wait()
    print(json.dumps({"alone": alone, "beside": beside, "others": OTHERS}))


main()
