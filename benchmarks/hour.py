"""Label courses, band power and peaks of long recordings: python hour.py DATA [--minutes 5 10].

DATA is a folder laid out as the MNE sample data. Its MEG channels are repeated as if sampled at
1 kHz. Each length runs in a new process; what is told are seconds, which must
grow as the recording does, and the peak of memory, which must not grow.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import numpy as np
from laps import Laps, forget_peak, memory

import leadfield
from leadfield import minimum_norm

RATE, LAMBDA2 = 1000.0, 1 / 9
BANDS = {"theta": (4, 8), "alpha": (8, 13), "beta": (13, 30)}
OPTIONS = {"lambda2": LAMBDA2, "method": "dSPM", "pick_ori": "normal"}


def make_recording(data: Path, minutes: int, path: Path) -> None:
    """Write so many minutes of 306 channels, a part at a time."""
    short = data / "MEG" / "sample" / "sample_audvis_filt-0-40_raw.fif"
    raw = leadfield.io.read_raw_fif(short).pick("meg", exclude=())
    raw.value = replace(raw.value, info=replace(raw.value.info, sampling_rate=RATE))
    n = int(minutes * 60 * RATE)
    whole = leadfield.concatenate_raws([raw.copy() for _ in range(-(-n // raw.n_times))])
    whole.crop(0, (n - 1) / RATE).save(path)


def first_steps(data: Path, raw):
    """An operator, and labels that have sources."""
    model = data / "MEG" / "sample" / "sample_audvis-meg-oct-6-fwd.fif"
    noise = leadfield.compute_raw_covariance(raw, tmax=60.0)
    forward = leadfield.read_forward_solution(model)
    inverse = minimum_norm.make_inverse_operator(raw.info, forward, noise, loose=0.2)
    labels = leadfield.read_labels_from_annot("sample", subjects_dir=data / "subjects")
    return inverse, [one for one in labels if "unknown" not in one.name]


def measure(data: Path, path: Path) -> None:
    """Tell seconds of each step, and the peak of memory in MB, for one recording."""
    raw = leadfield.io.read_raw_fif(path)
    inverse, labels = first_steps(data, raw)
    before, laps = memory("VmRSS"), Laps()
    forget_peak()
    stc = minimum_norm.apply_inverse_raw(raw, inverse, dtype=np.float32, **OPTIONS)
    with path.with_suffix(".courses").open("wb") as file:  # for an hour alone 1 GB
        for start in np.arange(0, raw.n_times / RATE, 60):
            minute = stc.copy().crop(start, start + 60, include_tmax=False)
            courses = minute.extract_label_time_course(labels, inverse["src"], mode="mean_flip")
            courses.T.astype(np.float32).tofile(file)
    laps.done("label courses")
    psd = minimum_norm.compute_source_psd(raw, inverse, fmax=40.0, label=labels, **OPTIONS)
    frequencies = RATE / 2048 * np.arange(psd.shape[1])
    powers = [
        psd[:, (frequencies >= low) & (frequencies < high)].mean(axis=1)
        for low, high in BANDS.values()
    ]
    laps.done("band power")
    vertex, latency = stc.get_peak()
    laps.done("peak")
    if stc._lazy.computed or not np.all(powers) or vertex < 0 or latency > raw.times[-1]:  # noqa: SLF001
        msg = "estimates must stay uncomputed, and have power and a peak"
        raise RuntimeError(msg)
    laps.tell(before=before, most=memory("VmHWM"))


def main() -> None:
    """Make and measure recordings of all lengths, and print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--minutes", type=int, nargs="+", default=[5, 10])
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    leadfield.set_log_level("error")
    if given.measure is not None:
        measure(given.data, given.measure)
        return
    for minutes in given.minutes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "long_raw.fif"
            make_recording(given.data, minutes, path)
            command = [sys.executable, __file__, str(given.data), "--measure", str(path)]
            done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
        told = json.loads(done.stdout.splitlines()[-1])
        steps = ", ".join(
            f"{name} {wall:.1f} s (processor {processor:.1f} s)"
            for name, (wall, processor) in told["seconds"].items()
        )
        print(f"{minutes} min: {steps}; {told['before']:.0f} MB before, {told['most']:.0f} at most")


main()
