"""``Covariance.plot_topomap``: variances as a head map."""

import numpy as np
import pytest

import leadfield
from leadfield.api.covariance.covariance import covariance_of
from leadfield.base.errors import ChannelError
from leadfield.covariance.noise import NoiseCovariance
from leadfield.whitening.variances import channel_variances

NAMES = ["Fp1", "Fp2", "F3", "F4", "C3", "Cz", "C4", "P3", "P4", "O1", "O2", "T7", "T8"]
N = len(NAMES)


@pytest.fixture
def info():
    made = leadfield.create_info(NAMES, 100.0, "eeg")
    return made.set_montage(leadfield.channels.make_standard_montage("fsaverage_1005"))


@pytest.fixture
def cov():
    factor = 1e-6 * np.random.default_rng(0).normal(size=(N, 3 * N))
    noise = NoiseCovariance(names=NAMES, data=factor @ factor.T, degrees=3 * N)
    return covariance_of(noise)


def image(figure):
    return figure.axes[0].images[0]


def test_the_map_goes_through_the_variances(cov, info):
    figure = cov.plot_topomap(info, image_interp="nearest", show=False)
    assert np.isin(image(figure).get_array(), 1e12 * np.diag(cov.data)).all()
    assert figure.axes[1].get_ylabel() == "µV²"


def test_limits_go_from_zero_to_the_largest_variance(cov, info):
    limits = image(cov.plot_topomap(info, show=False)).get_clim()
    assert limits == (0, pytest.approx(1e12 * np.diag(cov.data).max()))


def test_unit_and_factor_may_be_others(cov, info):
    figure = cov.plot_topomap(info, scalings=1.0, units="V²", show=False)
    assert image(figure).get_clim()[1] == pytest.approx(np.diag(cov.data).max())
    assert figure.axes[1].get_ylabel() == "V²"


def test_whitened_by_itself_every_variance_is_one(cov, info):
    with pytest.warns(RuntimeWarning, match="average reference"):
        figure = cov.plot_topomap(info, noise_cov=cov, show=False)
    np.testing.assert_allclose(image(figure).get_array(), 1.0)
    assert figure.axes[1].get_ylabel() == "Whitened variance"


def test_projections_of_the_info_are_applied_if_asked(cov, info):
    raw = leadfield.io.RawArray(np.zeros((N, 2)), info, verbose=False)
    raw.set_eeg_reference(projection=True, verbose=False)
    figure = cov.plot_topomap(raw.info, proj=True, image_interp="nearest", show=False)
    centred = np.eye(N) - 1 / N
    expected = 1e12 * np.diag(centred @ cov.data @ centred)
    drawn = np.unique(image(figure).get_array())
    assert np.abs(drawn[:, None] - expected).min(axis=1).max() < 1e-10 * expected.max()


def test_bad_channels_of_either_do_not_count(cov, info):
    info["bads"] = ["Cz"]
    cov["bads"] = ["F3", "elsewhere"]
    figure = cov.plot_topomap(info, image_interp="nearest", show=False)
    bad = 1e12 * np.diag(cov.data)[[NAMES.index("Cz"), NAMES.index("F3")]]
    assert not np.isin(bad, image(figure).get_array()).any()


def test_masked_channels_are_marked(cov, info):
    mask = np.arange(N) == 5
    for shaped in (mask, mask[:, None]):
        figure = cov.plot_topomap(info, mask=shaped, show=False)
        marks = [line for line in figure.axes[0].lines if line.get_marker() == "o"]
        assert len(marks[0].get_xdata()) == 1


def test_channels_must_be_shared(cov):
    other = leadfield.create_info(["A", "B"], 100.0, "eeg")
    with pytest.raises(ChannelError, match="share none"):
        cov.plot_topomap(other, show=False)


def test_a_type_that_is_not_there_is_refused(cov, info):
    with pytest.raises(ChannelError, match="'mag'"):
        cov.plot_topomap(info, "mag", show=False)


def test_variances_follow_the_order_of_the_info(cov, info):
    picked, variances = channel_variances(cov.value, info.value)
    assert list(picked.names) == NAMES
    np.testing.assert_allclose(variances, np.diag(cov.data))
