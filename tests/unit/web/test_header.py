"""The header of a page says what its content is, in the viewer's terms."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.base.errors import InputError, MismatchError
from leadfield.scene.colours import make_colour_table, signed_colormap
from leadfield.scene.limits import Limits
from leadfield.scene.marks import Caption
from leadfield.web.colours import map_colours
from leadfield.web.content import (
    FirstSight,
    PageContent,
    PageFocus,
    PageHeadMap,
    PageImage,
    PageMap,
    PageRegions,
    PageResponse,
    PageSensors,
    PageVolume,
    SampleTimes,
)
from leadfield.web.header import encode_content
from leadfield.web.quantity import PageQuantity

LIMITS = Limits(low=1.0, middle=2.0, high=5.0, signed=True)
TIMES = SampleTimes(tmin=-0.1, tstep=0.05, n=5)


def colours():
    return map_colours(make_colour_table(signed_colormap(), LIMITS, transparent=True))


def values(shape):
    return np.random.default_rng(0).standard_normal(shape)


@pytest.fixture
def content(half):
    return PageContent(
        title="<b>title</b>",
        hemispheres=(half, replace(half, name="rh")),
        maps=(
            PageMap(
                title="one",
                quantity=PageQuantity(name="Current", unit="pA·m", scale=1e12),
                times=TIMES,
                values=values((6, 5)),
                colours=colours(),
                response=0,
            ),
            PageMap(
                title="moments",
                quantity=PageQuantity(name="dSPM"),
                times=TIMES,
                values=values((6, 3, 5)),
                colours=colours(),
            ),
        ),
        to_mni=np.arange(16.0).reshape(4, 4),
        about=(("subject", "x"),),
        first=FirstSight(time=0.05, shown=1, view="dorsal"),
    )


class TestHemispheres:
    def test_positions_are_exact_to_a_65535th_of_the_span(self, content, unpack, half):
        read = unpack(encode_content(content))
        one = read.header["hemispheres"][0]
        assert set(one["surfaces"]) == {"white", "inflated"}
        entry = one["surfaces"]["inflated"]
        low, high = np.array(entry["low"]), np.array(entry["high"])
        found = low + read.array(entry["positions"]) * (high - low) / 65535
        np.testing.assert_allclose(found, half.shapes["inflated"], atol=120 / 65535)

    def test_triangles_and_sources_are_exact(self, content, unpack, half):
        read = unpack(encode_content(content))
        one = read.header["hemispheres"][1]
        assert one["name"] == "rh"
        np.testing.assert_array_equal(read.array(one["triangles"]), half.triangles)
        np.testing.assert_array_equal(read.array(one["sources"]), half.sources)

    def test_curvature_is_above_zero_in_sulci(self, content, unpack, half):
        read = unpack(encode_content(content))
        found = read.array(read.header["hemispheres"][0]["curvature"]) / 127 * 0.5
        np.testing.assert_allclose(found, np.clip(half.curvature, -0.5, 0.5), atol=0.003)

    def test_shapes_must_be_those_that_a_page_knows(self, half):
        with pytest.raises(InputError, match="shapes must be some of white, pial, inflated"):
            replace(half, shapes={"sphere": half.shapes["white"]})

    def test_shapes_must_have_the_same_vertices(self, half):
        with pytest.raises(MismatchError, match="must have the same vertices"):
            replace(half, shapes={**half.shapes, "pial": np.zeros((3, 3))})


class TestMaps:
    def test_values_come_back(self, content, unpack):
        read = unpack(encode_content(content))
        for entry, one in zip(read.header["maps"], content.maps, strict=True):
            parts = entry["values"]["factors"]
            both = [read.array(parts[name]) for name in ("fine", "coarse") if parts[name]]
            columns = np.concatenate(both).astype(float) * read.array(parts["scales"])[:, None]
            found = columns.T @ read.array(entry["values"]["courses"])
            wanted = one.values.reshape(-1, 5)
            np.testing.assert_allclose(found, wanted, atol=1.001e-3 * np.abs(wanted).max())

    def test_the_peak_is_named(self, content, unpack):
        read = unpack(encode_content(content))
        for entry, one in zip(read.header["maps"], content.maps, strict=True):
            sizes = one.values if one.values.ndim == 2 else np.linalg.norm(one.values, axis=1)
            row, sample = np.unravel_index(np.abs(sizes).argmax(), sizes.shape)
            peak = entry["values"]["peak"]
            assert peak["hemisphere"] == ("lh", "rh")[row // 3]
            assert peak["vertex"] == (3, 40, 90)[row % 3]
            assert peak["time"] == pytest.approx(-0.1 + 0.05 * sample)
            assert entry["values"]["range"] == pytest.approx([sizes.min(), sizes.max()])

    def test_components_unit_and_limits_are_told(self, content, unpack):
        header = unpack(encode_content(content)).header
        one, moments = header["maps"]
        assert (one["quantity"], one["unit"], one["scale"]) == ("Current", "pA·m", 1e12)
        assert (one["values"]["components"], moments["values"]["components"]) == (1, 3)
        assert one["limits"] == {"fmin": 1.0, "fmid": 2.0, "fmax": 5.0, "signed": True}
        assert (one["response"], moments["response"]) == (0, None)

    def test_the_colour_table_is_the_map_that_was_stretched(self, content, unpack):
        read = unpack(encode_content(content))
        table = read.array(read.header["maps"][0]["colours"]["table"])
        assert table[0].tolist() == [0, 255, 255, 255]
        assert table[255].tolist() == [255, 255, 0, 255]

    def test_a_map_may_come_from_the_live_inverse(self, content, unpack):
        live = replace(content.maps[0], values=None)
        header = unpack(encode_content(replace(content, maps=(live,)))).header
        assert header["maps"][0]["values"] is None


def test_sensors_and_responses_are_kept(content, unpack):
    head_map = PageHeadMap(
        size=4,
        extent=1.2,
        radius=1.1,
        pixels=np.array([5, 6]),
        matrix=np.array([[0.5, 0.5, 0.0], [0.0, 0.25, 0.75]]),
        channels=np.array([[0], [1], [2]]),
    )
    sensors = PageSensors(
        kind="eeg",
        title="EEG",
        quantity=PageQuantity(name="EEG", unit="µV", scale=1e6),
        names=("E1", "<i>", "E3"),
        bads=(2,),
        positions=values((3, 2)),
        head_map=head_map,
    )
    data = 1e-6 * values((3, 5))
    response = PageResponse(title="left", nave=12.0, times=TIMES, channels=(data,))
    read = unpack(encode_content(replace(content, sensors=(sensors,), responses=(response,))))
    entry = read.header["sensors"][0]
    assert (entry["names"], entry["bads"]) == (["E1", "<i>", "E3"], [2])
    found = read.array(entry["headMap"]["matrix"]) * read.array(entry["headMap"]["scales"])[:, None]
    np.testing.assert_allclose(found, head_map.matrix, atol=1e-4)
    channels = read.header["responses"][0]["channels"][0]
    found = read.array(channels["data"]) * read.array(channels["scales"])[:, None]
    np.testing.assert_allclose(found, data, atol=1e-4 * np.abs(data).max())


class TestVolumes:
    @pytest.fixture
    def read(self, content, unpack):
        image = PageImage(
            values=np.arange(24, dtype=np.uint8).reshape(4, 3, 2),
            first=np.array([-10.0, 0, 0]),
            step=5.0,
        )
        volume = PageVolume(
            shape=(3, 2, 2),
            affine=np.diag([10.0, 10, 10, 1]),
            sources=np.array([4, 0, 2, 11, 1, 5]),
            lowest=np.array([-15.0, -5, -5]),
            highest=np.array([15.0, 15, 15]),
            image=image,
        )
        first = FirstSight(place=(1.0, 2.0, 3.0))
        return unpack(encode_content(replace(content, hemispheres=(), volume=volume, first=first)))

    def test_sources_and_image_are_exact(self, read):
        volume = read.header["volume"]
        assert read.array(volume["sources"]).tolist() == [4, 0, 2, 11, 1, 5]
        np.testing.assert_array_equal(read.array(volume["image"]["values"]).ravel(), np.arange(24))
        assert (volume["shape"], volume["image"]["step"]) == ([3, 2, 2], 5.0)
        assert (volume["low"], volume["high"]) == ([-15, -5, -5], [15, 15, 15])

    def test_the_peak_is_a_point_of_the_grid(self, read, content):
        row = np.abs(content.maps[0].values).max(axis=1).argmax()
        peak = read.header["maps"][0]["values"]["peak"]
        assert (peak["hemisphere"], peak["vertex"]) == ("vol", [4, 0, 2, 11, 1, 5][row])
        assert read.header["initial"]["place"] == [1, 2, 3]


def test_marks_and_first_sight_are_told(content, unpack):
    n = len(content.hemispheres[0].curvature)
    regions = PageRegions(
        name="aparc",
        names=("a-lh",),
        colours=np.array([[1.0, 0.5, 0.0]]),
        vertices=(np.zeros(n, np.int64), None),
    )
    focus = PageFocus(
        hemisphere="lh", vertex=3, position=(1.0, 2.0, 3.0), radius=4.0, colour=(0.0, 0.0, 1.0)
    )
    caption = Caption(text="words", x=0.1, y=0.9, colour=(1.0, 1.0, 1.0))
    content = replace(content, regions=(regions,), foci=(focus,), captions=(caption,))
    read = unpack(encode_content(content))
    assert read.header["regions"][0]["colours"] == [0xFF8000]
    assert read.header["regions"][0]["vertices"][1] is None
    assert not read.array(read.header["regions"][0]["vertices"][0]).any()
    assert read.header["foci"][0]["colour"] == 0x0000FF
    assert read.header["captions"][0]["text"] == "words"
    assert read.header["toMni"] == list(range(16))
    initial = read.header["initial"]
    assert (initial["time"], initial["map"], initial["view"]) == (0.05, 1, "dorsal")
