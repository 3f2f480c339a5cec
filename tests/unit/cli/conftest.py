"""A made-up recording for commands."""

import numpy as np
import pytest

import leadfield


@pytest.fixture(scope="session")
def recording(shared, tmp_path_factory):
    """Made-up noise on the real sensors, with triggers, as long as a few trials."""
    folder = tmp_path_factory.mktemp("recording")
    evoked = leadfield.read_evokeds(shared / "test-ave.fif.gz", condition=0)
    names = [n for n in evoked.ch_names if n.startswith("MEG")] + ["STI 014"]
    info = evoked.copy().pick(names).info
    noise = leadfield.read_cov(shared / "sample_audvis-cov.fif")
    rng = np.random.default_rng(0)
    spread = np.sqrt(np.diag(noise.pick_channels(names[:-1]).data))
    n = int(40 * info["sfreq"])
    data = np.r_[spread[:, None] * rng.standard_normal((306, n)), np.zeros((1, n))]
    data[-1, 600 :: int(info["sfreq"])] = 1
    raw = leadfield.io.RawArray(data, info)
    raw.save(folder / "made_raw.fif")
    return folder / "made_raw.fif"
