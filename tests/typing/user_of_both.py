"""What users of MNE-Python write who hand its objects over."""

from pathlib import Path

import mne  # type: ignore[import-untyped]

import leadfield
from leadfield.minimum_norm import apply_inverse, make_inverse_operator


def main(data: Path) -> None:
    """Localise what MNE-Python read and cut, and hand the estimate back."""
    raw = mne.io.read_raw_fif(data / "tone_raw.fif")
    epochs = mne.Epochs(raw, mne.find_events(raw), tmax=0.3)
    evoked = epochs.average()
    noise_cov = leadfield.compute_covariance(epochs, tmax=0.0)
    fwd = mne.read_forward_solution(data / "tone-fwd.fif")
    inverse = make_inverse_operator(evoked.info, fwd, noise_cov)
    stc = apply_inverse(evoked, inverse, 1 / 9)
    vertex, latency = stc.get_peak()
    print(f"vertex {vertex} at {latency:.3f} s")
    leadfield.io.Raw(raw).filter(None, 40.0)
    mne.viz.plot_source_estimates(stc.to_mne())
