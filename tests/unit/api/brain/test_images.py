"""A brain's picture over time: pixels, files, notebooks, movies."""

import builtins
import copy
import io
import pickle

import numpy as np
import pytest
from PIL import Image

from leadfield.base.errors import InputError, MissingFileError, MissingPackageError, StateError
from leadfield.render.movie import crop_to_even, save_video


def test_a_screenshot_has_the_size_that_was_asked_for(plot):
    brain = plot(size=(240, 160))
    assert brain.screenshot().shape == (160, 240, 3)
    assert brain.screenshot(mode="rgba").shape == (160, 240, 4)


def test_rgba_has_no_background_and_the_same_colours(plot):
    brain = plot(background="white", colorbar=False, time_label=None)
    plain, clear = brain.screenshot(), brain.screenshot("rgba")
    assert clear[0, 0, 3] == 0
    assert (plain[0, 0] == 255).all()
    whole = clear[..., 3] == 255
    assert whole.mean() > 0.3
    assert np.abs(plain[whole].astype(int) - clear[whole][:, :3]).max() <= 1


def test_another_mode_is_refused(plot):
    with pytest.raises(InputError, match="mode"):
        plot().screenshot("grey")


def test_a_screenshot_is_the_same_the_second_time(plot):
    brain = plot()
    assert np.array_equal(brain.screenshot(), brain.screenshot())


@pytest.mark.parametrize("again", [copy.deepcopy, lambda brain: pickle.loads(pickle.dumps(brain))])
def test_a_copied_or_pickled_brain_shows_the_same_and_is_its_own(plot, again):
    brain = plot()
    brain.add_text(0.1, 0.1, "seen")
    picture = brain.screenshot()
    other = again(brain)
    brain.close()
    assert np.array_equal(other.screenshot(), picture)
    with pytest.raises(StateError, match="closed"):
        again(brain).screenshot()


def test_what_is_added_is_seen_next_time(plot):
    brain = plot()
    before = brain.screenshot()
    brain.add_foci(0, coords_as_verts=True, scale_factor=2)
    assert not np.array_equal(before, brain.screenshot())


def test_a_time_later_the_map_is_another_and_back_the_same(plot):
    brain = plot(initial_time=0)
    first = brain.screenshot()
    brain.set_time(0.21)
    assert brain._state.sample == 2
    assert not np.array_equal(first, brain.screenshot())
    brain.set_time_point(0)
    assert np.array_equal(first, brain.screenshot())


def test_between_samples_lies_a_mixture(plot, estimate):
    brain = plot()
    brain.set_time_point(0.5)
    mean = estimate.values[:, :2].mean(axis=1)[: len(estimate.vertices[0])]
    assert np.allclose(brain.value.activity.sources[0].at(brain._state.sample), mean)


@pytest.mark.parametrize("index", [-1, 4.5, "first"])
def test_a_sample_that_is_none_is_refused(plot, index):
    with pytest.raises((InputError, TypeError)):
        plot().set_time_point(index)


def test_a_time_outside_is_refused_with_the_span(plot):
    with pytest.raises(InputError, match=r"from 0 to 0\.4 s"):
        plot().set_time(1.0)


def test_a_finer_picture_is_computed_not_blown_up(plot):
    brain = plot(size=100, colorbar=False, time_label=None)
    stream = io.BytesIO()
    brain.figure.savefig(stream, dpi=300, format="png")
    brain.screenshot()
    fine = np.asarray(Image.open(stream).convert("RGB"))
    assert fine.shape == (300, 300, 3)
    assert brain.screenshot().shape == (100, 100, 3)
    blown_up = np.kron(brain.screenshot(), np.ones((3, 3, 1)))
    assert np.abs(fine - blown_up).max() > 50


@pytest.mark.parametrize(
    ("ending", "start"), [("png", b"\x89PNG"), ("pdf", b"%PDF"), ("svg", b"<?xml")]
)
def test_pictures_are_saved_in_the_format_of_their_ending(plot, tmp_path, ending, start):
    path = tmp_path / f"brain.{ending}"
    brain = plot(size=100)
    brain.save_image(path)
    assert path.read_bytes().startswith(start)
    assert list(tmp_path.iterdir()) == [path]


def test_a_saved_picture_is_the_screenshot(plot, tmp_path):
    brain = plot()
    brain.save_image(str(tmp_path / "brain.png"))
    assert np.array_equal(
        np.asarray(Image.open(tmp_path / "brain.png"))[..., :3], brain.screenshot()
    )


def test_words_stay_words_in_vector_files(plot, tmp_path):
    brain = plot(title="Words & more")
    brain.save_image(tmp_path / "brain.svg")
    text = (tmp_path / "brain.svg").read_text()
    assert "Words &amp; more" in text
    assert text.count("<image") == 2  # the brain, the colour bar


def test_the_brain_in_a_vector_file_is_fine(plot, tmp_path):
    plot(colorbar=False, size=100).save_image(tmp_path / "brain.pdf")
    # 1 inch at 4 times 72 dots
    assert b"/Width 288" in (tmp_path / "brain.pdf").read_bytes()


@pytest.mark.parametrize("name", ["brain.jpg", "brain", "brain.gif"])
def test_other_endings_are_refused(plot, tmp_path, name):
    with pytest.raises(InputError, match="ending"):
        plot().save_image(tmp_path / name)


def test_a_folder_that_is_not_there_is_named(plot, tmp_path):
    with pytest.raises(MissingFileError, match="nowhere"):
        plot().save_image(tmp_path / "nowhere" / "brain.png")


def test_a_notebook_shows_the_picture_with_words_for_it(plot):
    brain = plot(size=100)
    picture = np.asarray(Image.open(io.BytesIO(brain._repr_png_())))
    assert picture.shape[:2] == (100, 100)
    page = brain._repr_html_()
    assert page.startswith('<img src="data:image/png;base64,')
    assert 'alt="&lt;Brain | made, lh&gt;"' in page


def test_a_closed_brain_is_not_drawn(plot):
    with plot() as brain:
        brain.screenshot()
    with pytest.raises(StateError, match="closed"):
        brain.screenshot()
    assert brain._repr_png_() is None
    assert brain._repr_html_() == "&lt;Brain | made, lh&gt;"
    brain.close()


def test_without_windows_show_says_what_to_do_instead(plot):
    with pytest.warns(RuntimeWarning, match="save_image"):
        plot().show()


def lasting(path):
    """Pictures of a GIF and how long each stays, in ms."""
    with Image.open(path) as film:
        stays = []
        for index in range(film.n_frames):
            film.seek(index)
            stays.append(film.info["duration"])
    return stays


def test_a_gif_lasts_as_long_as_its_times_stretched(plot, tmp_path):
    path = tmp_path / "brain.gif"
    brain = plot(size=80, initial_time=0.1)
    brain.save_movie(path, time_dilation=5, framerate=10)
    # 0.4 s, five times slower
    assert sum(lasting(path)) == 2000
    assert brain._state.sample == 1


def test_a_movie_may_show_a_part_and_what_lies_between(plot, tmp_path):
    path = tmp_path / "brain.gif"
    frames = []
    plot(size=80).save_movie(
        path,
        tmin=0.1,
        tmax=0.3,
        time_dilation=10,
        framerate=5,
        interpolation="linear",
        callback=lambda frame, n_frames: frames.append((frame, n_frames)),
    )
    assert frames == [(i, 10) for i in range(10)]
    assert len(lasting(path)) == 10


def test_times_in_milliseconds_make_no_longer_movie(plot, tmp_path):
    path = tmp_path / "brain.gif"
    plot(size=80, time_unit="ms").save_movie(path, time_dilation=5, framerate=10)
    assert sum(lasting(path)) == 2000


@pytest.mark.parametrize(
    "wrong",
    [
        {"filename": "brain.txt"},
        {"codec": "h264"},
        {"tmin": 0.3, "tmax": 0.1},
        {"tmax": 3},
        {"framerate": 0},
        {"time_dilation": -1},
        {"interpolation": "cubic"},
    ],
)
def test_movies_that_make_no_sense_are_refused(plot, tmp_path, wrong):
    options = {"filename": "brain.gif", **wrong}
    with pytest.raises(InputError):
        plot(size=80).save_movie(tmp_path / options.pop("filename"), **options)
    assert not list(tmp_path.iterdir())


def test_films_name_the_package_that_they_need(plot, tmp_path, monkeypatch):
    real = builtins.__import__

    def without_ffmpeg(name, *args, **kwargs):
        if name == "imageio_ffmpeg":
            raise ImportError(name)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without_ffmpeg)
    with pytest.raises(MissingPackageError, match="pip install"):
        plot(size=80).save_movie(tmp_path / "brain.mp4")


def test_films_are_written_where_the_package_is(tmp_path):
    pytest.importorskip("imageio_ffmpeg")
    pictures = [np.full((65, 83, 3), level, np.uint8) for level in range(0, 250, 25)]
    save_video(tmp_path / "brain.mp4", pictures, rate=10)
    assert (tmp_path / "brain.mp4").stat().st_size > 500
    assert len(list(tmp_path.iterdir())) == 1


# its package leaves a broken pipe to be collected
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_what_ffmpeg_refuses_is_told_and_leaves_nothing(tmp_path):
    pytest.importorskip("imageio_ffmpeg")
    pictures = [np.zeros((64, 64, 3), np.uint8)] * 30
    with pytest.raises(InputError, match="nope"):
        save_video(tmp_path / "brain.mp4", pictures, rate=10, codec="nope")
    assert not list(tmp_path.iterdir())


def test_films_have_even_sides():
    assert crop_to_even(np.zeros((65, 82, 3), np.uint8)).shape == (64, 82, 3)
