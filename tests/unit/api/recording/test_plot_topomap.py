"""``plot_topomap``: one value for each channel."""

import numpy as np
import pytest
from matplotlib.colors import TwoSlopeNorm
from matplotlib.figure import Figure

import leadfield
from leadfield.base.errors import (
    ArgumentTypeError,
    ChannelError,
    DataError,
    InputError,
    MismatchError,
)
from leadfield.viz import plot_topomap

N = 16


@pytest.fixture
def pos():
    """Sixteen places on two rings, in m."""
    turn = np.arange(N) * 2 * np.pi / 8
    radius = np.repeat([0.04, 0.08], 8)
    return radius[:, None] * np.c_[np.cos(turn), np.sin(turn)]


@pytest.fixture
def data():
    return np.random.default_rng(0).normal(size=N)


@pytest.fixture
def info(pos):
    names = [f"E{i}" for i in range(N)]
    height = np.sqrt(0.095**2 - (pos**2).sum(axis=1))
    montage = leadfield.make_dig_montage(
        dict(zip(names, np.c_[pos, height], strict=True)), coord_frame="head"
    )
    raw = leadfield.io.RawArray(np.zeros((N, 2)), leadfield.create_info(names, 100.0, "eeg"))
    return raw.set_montage(montage).info


def at(image, places):
    """The image's values at places in its axes' units."""
    left, right, low, high = image.get_extent()
    picture = image.get_array()
    step = (right - left) / picture.shape[1]
    column = ((places[:, 0] - left) / step).astype(int)
    row = ((places[:, 1] - low) / ((high - low) / picture.shape[0])).astype(int)
    return np.asarray(picture)[row, column]


def visible_reach(image):
    """How far from the middle the map is seen."""
    edge = image.get_clip_path().get_fully_transformed_path().vertices
    return np.linalg.norm(image.axes.transData.inverted().transform(edge), axis=1).max()


def marks(ax, marker):
    return [line.get_xydata() for line in ax.lines if line.get_marker() == marker]


def test_the_image_has_the_values_where_the_channels_are(data, pos):
    image, _ = plot_topomap(data, pos, res=401, show=False)
    np.testing.assert_allclose(at(image, pos), data, atol=0.02 * np.abs(data).max())


def test_the_axes_are_in_the_units_of_the_places(data, pos):
    image, _ = plot_topomap(data, pos, show=False)
    np.testing.assert_allclose(marks(image.axes, ".")[0], pos)


def test_rows_of_four_are_places_and_sizes(data, pos):
    image, _ = plot_topomap(data, np.c_[pos, pos], show=False)
    same, _ = plot_topomap(data, pos, show=False)
    np.testing.assert_array_equal(image.get_array(), same.get_array())


def test_an_info_says_where_its_channels_are(data, info, pos):
    image, _ = plot_topomap(data, info, sphere=0.095, res=401, show=False)
    seen = marks(image.axes, ".")[0]
    np.testing.assert_allclose(at(image, seen), data, atol=0.02 * np.abs(data).max())
    np.testing.assert_allclose(np.arctan2(*seen.T), np.arctan2(*pos.T), atol=1e-9)


def test_bad_channels_of_an_info_count_because_they_are_in_the_data(data, info):
    info["bads"] = ["E3"]
    image, _ = plot_topomap(data, info, show=False)
    assert len(marks(image.axes, ".")[0]) == N


def test_masked_channels_are_marked_in_their_own_way(data, pos):
    mask = np.arange(N) == 5
    image, _ = plot_topomap(data, pos, mask=mask, mask_params={"mfc": "r"}, show=False)
    np.testing.assert_allclose(marks(image.axes, "o")[0], pos[[5]])
    np.testing.assert_allclose(marks(image.axes, ".")[0], pos[~mask])
    marked = next(line for line in image.axes.lines if line.get_marker() == "o")
    assert marked.get_markerfacecolor() == "r"


def test_masked_channels_are_marked_without_sensors_too(data, pos):
    image, _ = plot_topomap(data, pos, sensors=False, mask=np.arange(N) == 5, show=False)
    assert len(marks(image.axes, "o")) == 1
    assert not marks(image.axes, ".")


def test_names_stand_at_their_channels(data, pos):
    names = [f"E{i}" for i in range(N)]
    image, _ = plot_topomap(data, pos, names=names, show=False)
    texts = {t.get_text(): t.get_position() for t in image.axes.texts}
    np.testing.assert_allclose([texts[name] for name in names], pos)


def test_contours_are_those_given(data, pos):
    _, contours = plot_topomap(data, pos, contours=[-0.5, 0.25], show=False)
    assert contours.levels.tolist() == [-0.5, 0.25]


def test_without_contours_there_are_none(data, pos):
    assert plot_topomap(data, pos, contours=0, show=False)[1] is None


def test_values_all_alike_have_no_contours(pos):
    assert plot_topomap(np.ones(N), pos, show=False)[1] is None


def test_nearest_shows_values_of_channels_only(data, pos):
    image, _ = plot_topomap(data, pos, image_interp="nearest", show=False)
    assert np.isin(image.get_array(), data).all()


def test_a_local_map_ends_half_a_spacing_beyond_the_channels(data, pos):
    local, _ = plot_topomap(data, 0.5 * pos, extrapolate="local", show=False)
    head, _ = plot_topomap(data, 0.5 * pos, extrapolate="head", show=False)
    assert 0.041 < visible_reach(local) < 0.055
    assert visible_reach(head) > 0.095


def test_meg_ends_near_the_sensors_unless_asked(data, pos):
    image, _ = plot_topomap(data, pos, ch_type="mag", show=False)
    local, _ = plot_topomap(data, pos, extrapolate="local", show=False)
    np.testing.assert_array_equal(image.get_array(), local.get_array())


def test_the_border_is_what_the_map_fades_to(data, pos):
    image, _ = plot_topomap(data + 10, 0.3 * pos, border=0.0, show=False)
    assert abs(image.get_array()[0, 0]) < 2
    image, _ = plot_topomap(data + 10, 0.3 * pos, show=False)
    assert image.get_array()[0, 0] > 8


def test_a_norm_maps_values_to_colours(data, pos):
    norm = TwoSlopeNorm(0.0, -1.0, 4.0)
    image, _ = plot_topomap(data, pos, cnorm=norm, show=False)
    assert image.norm is norm


def test_limits_are_symmetric_and_may_be_given(data, pos):
    image, _ = plot_topomap(data, pos, show=False)
    assert image.get_clim() == (-np.abs(data).max(), np.abs(data).max())
    image, _ = plot_topomap(data, pos, vlim=(-1, 3), show=False)
    assert image.get_clim() == (-1, 3)


def test_given_axes_are_drawn_into(data, pos):
    ax = Figure().subplots()
    assert plot_topomap(data, pos, axes=ax, show=False)[0].axes is ax


def test_size_scales_the_panel(data, pos):
    small = plot_topomap(data, pos, show=False)[0].figure.get_size_inches()
    large = plot_topomap(data, pos, size=3, show=False)[0].figure.get_size_inches()
    assert large[0] - small[0] == pytest.approx(2 * 1.55)


def test_two_channels_at_one_place_show_their_mean(data, pos):
    pos[1] = pos[0]
    image, _ = plot_topomap(data, pos, res=401, show=False)
    assert at(image, pos[:1]) == pytest.approx(data[:2].mean(), abs=0.03)


def test_channels_on_a_line_are_drawn():
    line = np.c_[np.linspace(-0.08, 0.08, 5), np.zeros(5)]
    image, _ = plot_topomap(np.arange(5.0), line, extrapolate="local", show=False)
    assert np.isfinite(image.get_array()).all()


@pytest.mark.parametrize(
    ("options", "error", "words"),
    [
        ({"mask": np.ones(3, bool)}, InputError, "mask must have the shape"),
        ({"image_interp": "bilinear"}, InputError, "image_interp must be one of"),
        ({"extrapolate": "far"}, InputError, "extrapolate must be one of"),
        ({"border": "median"}, InputError, "border must be one of"),
        ({"border": 0.0, "image_interp": "nearest"}, InputError, "border has no effect"),
        ({"smoothing": 1.0, "image_interp": "linear"}, InputError, "smoothing has no effect"),
        ({"cnorm": TwoSlopeNorm(0.0), "vlim": (0, 1)}, InputError, "vlim has no effect"),
        ({"cnorm": "log"}, ArgumentTypeError, "cnorm must be"),
        ({"cmap": "redblue"}, InputError, "cmap must be a name"),
        ({"cmap": ("RdBu_r", True)}, InputError, "no mouse"),
        ({"vlim": 3}, ArgumentTypeError, "vlim must be a pair"),
        ({"contours": "many"}, ArgumentTypeError, "contours must be"),
        ({"outlines": {"head": 1}}, InputError, "outlines must be one of"),
        ({"names": ["a"]}, ChannelError, "names must be a list of 16"),
        ({"sphere": (0, 0, 0)}, InputError, "x, y, z, radius"),
        ({"sphere": -1}, InputError, "radius above 0"),
        ({"sphere": "auto"}, InputError, "needs an Info"),
        ({"sphere": "brain"}, InputError, "needs an Info"),
        ({"onselect": print}, InputError, "needs a window"),
        ({"mask_params": "o"}, ArgumentTypeError, "mask_params must be"),
        ({"size": 0}, InputError, "size must be above 0"),
        ({"res": 1}, InputError, "res must be at least 8"),
        ({"ch_type": "ecg"}, InputError, "ch_type must be one of"),
    ],
)
def test_an_option_that_cannot_be_done_is_refused(data, pos, options, error, words):
    with pytest.raises(error, match=words):
        plot_topomap(data, pos, show=False, **options)


def test_data_and_places_must_be_as_many(data, pos):
    with pytest.raises(MismatchError, match="16 and 3"):
        plot_topomap(data, pos[:3], show=False)


def test_places_in_space_are_refused(data, pos):
    with pytest.raises(InputError, match=r"\(n_channels, 2\)"):
        plot_topomap(data, np.c_[pos, pos[:, :1]], show=False)


def test_an_info_of_other_channels_is_refused(data, info):
    with pytest.raises(MismatchError, match="with the 3 channels of data"):
        plot_topomap(data[:3], info, show=False)


def test_several_values_for_a_channel_are_refused(data, pos):
    with pytest.raises(InputError, match="one value for each channel"):
        plot_topomap(np.c_[data, data], pos, show=False)


def test_missing_values_are_refused(data, pos):
    data[2] = np.nan
    with pytest.raises(DataError, match="must be finite"):
        plot_topomap(data, pos, show=False)


def test_the_head_may_be_a_sphere_through_digitised_electrodes(data, info):
    image, _ = plot_topomap(data, info, sphere="eeg", show=False)
    given, _ = plot_topomap(data, info, sphere=0.095, show=False)
    np.testing.assert_allclose(marks(image.axes, ".")[0], marks(given.axes, ".")[0], atol=1e-3)


def test_the_head_may_be_a_spherical_model(data, info):
    model = leadfield.make_sphere_model(r0=(0, 0, 0.01), head_radius=0.1)
    image, _ = plot_topomap(data, info, sphere=model, show=False)
    inner = model["layers"][0]["rad"]
    given, _ = plot_topomap(data, info, sphere=(0, 0, 0.01, inner), show=False)
    np.testing.assert_allclose(marks(image.axes, ".")[0], marks(given.axes, ".")[0])


def test_the_head_of_eeglab_needs_its_electrodes(data, info):
    with pytest.raises(ChannelError, match="Fpz, Oz, T7, T8"):
        plot_topomap(data, info, sphere="eeglab", show=False)
