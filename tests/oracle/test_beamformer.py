"""LCMV beamformers beside MNE-Python's: each orientation, norm and inversion."""

import numpy as np
import pytest

from leadfield.api.covariance.covariance import as_covariance
from leadfield.api.epochs.evoked_files import read_evokeds
from leadfield.api.forward.convert import convert_forward_solution
from leadfield.api.forward.forward import read_forward_solution
from leadfield.beamformer import apply_lcmv, make_lcmv

mne = pytest.importorskip("mne")

NORMS = [None, "unit-noise-gain", "unit-noise-gain-invariant", "nai"]
DOUBLE = 1e-9  # of the largest value: small matrices are inverted
ROUNDED = 1e-4  # MNE-Python rounds fixed lead fields to single precision


class Both:
    """A response, a forward model, and noise and data covariances, for us and MNE-Python."""

    def __init__(self, shared, types, *, noisy):
        path = shared / "test-ave.fif.gz"
        self.evokeds = [
            read_evokeds(path, 0, verbose=False),
            mne.read_evokeds(path, 0, verbose=False),
        ]
        for evoked in self.evokeds:
            evoked.apply_baseline((None, 0)).crop(0.05, 0.06).pick(types)
        path = shared / "real_meg-oct-4-fwd.fif"
        self.forwards = [read_forward_solution(path), mne.read_forward_solution(path)]
        info = self.evokeds[1].info
        cov = mne.read_cov(shared / "sample_audvis-cov.fif", verbose=False)
        self.noise = mne.cov.regularize(cov, info, rank=None, verbose=False) if noisy else None
        # The response is in the data: noise alone would adapt to nothing.
        names = [name for name in info["ch_names"] if name not in info["bads"]]
        base = cov.copy().pick_channels(names, ordered=True)
        signal = self.evokeds[1].copy().pick(names).data
        data = base.data + 30 * signal @ signal.T / signal.shape[1]
        self.data = mne.Covariance(data, names, [], base["projs"], 1000)

    def make(self, orient, **options):
        ours, theirs = self.forwards
        if orient is not None:
            ours = convert_forward_solution(ours, surf_ori=True, force_fixed=orient == "fixed")
            theirs = mne.convert_forward_solution(
                theirs, surf_ori=True, force_fixed=orient == "fixed", verbose=False
            )
        noise = None if self.noise is None else as_covariance(self.noise)
        found = make_lcmv(
            self.evokeds[0].info, ours, as_covariance(self.data), noise_cov=noise, **options
        )
        wanted = mne.beamformer.make_lcmv(
            self.evokeds[1].info, theirs, self.data, noise_cov=self.noise, verbose=False, **options
        )
        return found, wanted

    def compare(self, orient, *, signed=True, tolerance=DOUBLE, **options):
        found, wanted = self.make(orient, **options)
        ours = apply_lcmv(self.evokeds[0], found).data
        theirs = mne.beamformer.apply_lcmv(self.evokeds[1], wanted, verbose=False).data
        if not signed:
            ours, theirs = np.abs(ours), np.abs(theirs)
        np.testing.assert_allclose(ours, theirs, rtol=0, atol=tolerance * np.abs(theirs).max())


@pytest.fixture(scope="module")
def meg(shared):
    return Both(shared, "meg", noisy=True)


@pytest.fixture(scope="module")
def magnetometers(shared):
    return Both(shared, "mag", noisy=False)


@pytest.mark.parametrize("weight_norm", NORMS)
@pytest.mark.parametrize("pick_ori", [None, "normal", "max-power", "vector"])
@pytest.mark.parametrize("reduce_rank", [False, True])
def test_estimates_are_mnes(meg, pick_ori, weight_norm, reduce_rank):
    meg.compare("surf", pick_ori=pick_ori, weight_norm=weight_norm, reduce_rank=reduce_rank)


@pytest.mark.parametrize("weight_norm", NORMS)
@pytest.mark.parametrize("pick_ori", [None, "normal", "max-power"])
def test_directions_one_by_one_are_mnes(meg, pick_ori, weight_norm):
    # The strongest direction lies along an axis: where that is a tangent its sign is anyone's.
    signed = pick_ori != "max-power"
    meg.compare(
        "surf", signed=signed, pick_ori=pick_ori, weight_norm=weight_norm, inversion="single"
    )


@pytest.mark.parametrize("pick_ori", [None, "vector"])
def test_vectors_of_an_unturned_model_are_mnes(meg, pick_ori):
    meg.compare(None, pick_ori=pick_ori)


def test_orientations_of_an_unturned_model_are_mnes_but_for_their_sign(meg):
    meg.compare(None, pick_ori="max-power", signed=False)


@pytest.mark.parametrize("weight_norm", NORMS)
def test_fixed_orientations_are_mnes(meg, weight_norm):
    meg.compare("fixed", weight_norm=weight_norm, tolerance=ROUNDED)


@pytest.mark.parametrize("weight_norm", NORMS)
def test_one_type_of_channels_needs_no_noise(magnetometers, weight_norm):
    magnetometers.compare("surf", pick_ori="max-power", weight_norm=weight_norm)


@pytest.mark.parametrize("options", [{"reg": 0.5}, {"depth": 0.8}, {"depth": {"limit": 10.0}}])
def test_options_are_mnes(meg, options):
    meg.compare("surf", pick_ori="normal", **options)


def test_the_weights_are_mnes(meg):
    found, wanted = meg.make("surf", pick_ori="max-power")
    for key in ("weights", "max_power_ori", "whitener", "proj"):
        scale = np.abs(wanted[key]).max()
        np.testing.assert_allclose(found[key], wanted[key], rtol=0, atol=1e-9 * scale)
    assert found["rank"] == wanted["rank"]
