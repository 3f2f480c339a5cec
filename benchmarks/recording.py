"""Make ten minutes of recording at 600 Hz out of a data set's: python recording.py DATA OUT.fif."""

import sys
from pathlib import Path

import mne
import numpy as np

RATE, MINUTES = 600.0, 10


def main() -> None:
    """Repeat the MEG channels of the recording and write them as if sampled faster."""
    data, out = sys.argv[1:3]
    mne.set_log_level("error")
    path = Path(data) / "MEG" / "sample" / "sample_audvis_filt-0-40_raw.fif"
    raw = mne.io.read_raw_fif(path).load_data().pick("meg", exclude=())
    n = int(MINUTES * 60 * RATE)
    samples = np.tile(raw.get_data(), (1, -(-n // raw.n_times)))[:, :n]
    info = raw.info.copy()
    with info._unlock():  # noqa: SLF001 - MNE-Python's only way to another rate
        info["sfreq"] = RATE
    mne.io.RawArray(samples, info).save(out, overwrite=True)
    print("{}")


main()
