"""``plot_projs_topomap``: projectors as head maps."""

import numpy as np
import pytest
from matplotlib.colors import Normalize
from matplotlib.figure import Figure

import leadfield
from leadfield.api.recording.projection_items import projection_item_of
from leadfield.base.errors import ArgumentTypeError, ChannelError, InputError
from leadfield.recording.projection import Projection
from leadfield.viz import plot_projs_topomap

NAMES = ["Fp1", "Fp2", "F3", "F4", "C3", "Cz", "C4", "P3", "P4", "O1", "O2", "T7", "T8"]


@pytest.fixture
def raw():
    info = leadfield.create_info(NAMES, 100.0, "eeg")
    made = leadfield.io.RawArray(np.zeros((len(NAMES), 2)), info, verbose=False)
    return made.set_montage(leadfield.channels.make_standard_montage("fsaverage_1005"))


def item(vectors, names=NAMES, description="PCA"):
    value = Projection(
        description=description,
        kind=1,
        active=False,
        channel_names=tuple(names),
        vectors=np.atleast_2d(vectors),
    )
    return projection_item_of(value)


@pytest.fixture
def two():
    vectors = np.random.default_rng(0).normal(size=(2, len(NAMES)))
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return item(vectors)


def images(figure):
    return [ax.images[0] for ax in figure.axes if ax.images]


def test_every_vector_has_a_map_with_its_number(raw, two):
    figure = plot_projs_topomap(two, raw.info, show=False)
    assert [ax.get_title() for ax in figure.axes] == ["PCA (1 of 2)", "PCA (2 of 2)"]


def test_a_map_goes_through_its_vector(raw, two):
    figure = plot_projs_topomap(two, raw.info, image_interp="nearest", show=False)
    weights = two.value.vectors
    for image, vector in zip(images(figure), weights, strict=True):
        assert np.isin(image.get_array(), vector).all()


def test_every_map_has_its_own_limits_unless_they_are_joint(raw, two):
    most = np.abs(two.value.vectors).max(axis=1)
    own = images(plot_projs_topomap(two, raw.info, show=False))
    assert [image.get_clim()[1] for image in own] == pytest.approx(most)
    joint = images(plot_projs_topomap(two, raw.info, vlim="joint", show=False))
    assert [image.get_clim()[1] for image in joint] == pytest.approx([most.max()] * 2)


def test_colour_bars_have_a_unit(raw, two):
    figure = plot_projs_topomap(two, raw.info, colorbar=True, show=False)
    assert [ax.get_ylabel() for ax in figure.axes[2:]] == ["AU", "AU"]
    figure = plot_projs_topomap(two, raw.info, colorbar=True, units="a.u.", show=False)
    assert figure.axes[2].get_ylabel() == "a.u."


def test_a_long_description_is_broken_into_lines(raw):
    figure = plot_projs_topomap(
        item(np.ones(len(NAMES)), description="EOG-eeg--0.200-0.200 of the first run-PCA-01"),
        raw.info,
        show=False,
    )
    assert max(map(len, figure.axes[0].get_title().split("\n"))) <= 22


def test_channels_that_info_lacks_do_not_count(raw):
    one = item(np.r_[np.ones(len(NAMES)), 5.0], [*NAMES, "Pz"])
    image = images(plot_projs_topomap(one, raw.info, show=False))[0]
    np.testing.assert_allclose(image.get_array(), 1.0)


def test_projectors_and_data_have_it_as_a_method(raw, two):
    raw.add_proj([two], verbose=False)
    evoked = leadfield.EvokedArray(np.zeros((len(NAMES), 1)), raw.info)
    assert len(images(two.plot_topomap(raw.info, show=False))) == 2
    for one in (raw, evoked):
        assert len(images(one.plot_projs_topomap(show=False))) == 2
        assert len(images(one.plot_projs_topomap(ch_type=["eeg"], show=False))) == 2


def test_data_without_projectors_say_so(raw):
    with pytest.raises(InputError, match="the data have none"):
        raw.plot_projs_topomap(show=False)


def test_a_type_that_no_projector_has_is_refused(raw, two):
    raw.add_proj([two], verbose=False)
    with pytest.raises(ChannelError, match="type mag"):
        raw.plot_projs_topomap("mag", show=False)


@pytest.mark.parametrize(
    ("options", "error", "words"),
    [
        ({"vlim": "own"}, InputError, "vlim must be one of"),
        ({"vlim": "joint", "cnorm": Normalize(0, 1)}, InputError, "vlim has no effect"),
        ({"ch_type": "ecg"}, InputError, "ch_type must be one of"),
        ({"axes": Figure().subplots(1, 3)}, InputError, "axes must be 2"),
    ],
)
def test_an_option_that_cannot_be_done_is_refused(raw, two, options, error, words):
    raw.add_proj([two], verbose=False)
    with pytest.raises(error, match=words):
        raw.plot_projs_topomap(show=False, **options)


def test_what_is_no_projector_is_refused(raw):
    with pytest.raises(ArgumentTypeError, match="ProjectionItem"):
        plot_projs_topomap([3], raw.info, show=False)
