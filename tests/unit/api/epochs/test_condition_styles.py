"""Colours and line styles of conditions."""

import matplotlib as mpl
import pytest

from leadfield.api.epochs.condition_styles import condition_styles
from leadfield.base.errors import ArgumentTypeError, InputError

NAMES = ["Aud/L", "Aud/R", "Vis/L"]
NOTHING = {
    "styles": None,
    "linestyles": None,
    "colors": None,
    "cmap": None,
    "split_legend": None,
}


def styled(**options):
    return condition_styles(NAMES, **{**NOTHING, **options})


def colours(**options):
    return [line["color"] for line in styled(**options).lines.values()]


def test_conditions_go_through_the_colours_of_matplotlib():
    assert colours() == mpl.rcParams["axes.prop_cycle"].by_key()["color"][:3]


def test_a_part_of_a_name_gives_its_colour_and_the_others_are_grey():
    assert colours(colors={"Aud": "r"}) == ["r", "r", "gray"]


def test_a_name_goes_before_its_parts():
    assert colours(colors={"Aud": "r", "Aud/R": "g", "L": "b"}) == ["r", "g", "b"]


def test_equal_numbers_have_equal_colours():
    first, second = mpl.rcParams["axes.prop_cycle"].by_key()["color"][:2]
    assert colours(colors=[7, 3, 7]) == [second, first, second]


def test_numbers_are_steps_of_a_colour_map_and_others_places_on_it():
    viridis = mpl.colormaps["viridis"]
    assert colours(colors=[1, 5, 1], cmap="viridis")[0] == viridis.resampled(2)(0)
    assert colours(colors=[0.1, 0.5, 0.1], cmap=viridis)[1] == viridis(0.5)


def test_a_colour_bar_names_its_places():
    found = styled(colors={"L": 0.2, "R": 0.9}, cmap=("side", "viridis"))
    assert found.bar_title == "side"
    assert found.ticks == {0.2: "L", 0.9: "R"}


def test_own_styles_go_before_all():
    line = styled(styles={"Aud/L": {"c": "k", "lw": 3}}, colors={"Aud": "r"}).lines["Aud/L"]
    assert (line["color"], line["linewidth"]) == ("k", 3)


def test_colours_and_dashes_may_have_keys_apart():
    given = {"colors": {"Aud": "r", "Vis": "b"}, "linestyles": {"L": "-", "R": "--"}}
    assert [name for name, _ in styled(**given).key] == NAMES
    apart = styled(**given, split_legend=True).key
    assert [name for name, _ in apart] == ["Aud", "Vis", "L", "R"]


@pytest.mark.parametrize(
    ("options", "error", "words"),
    [
        ({"colors": ["r"]}, InputError, "at least 3"),
        ({"colors": {"Tac": "r"}}, InputError, "Tac"),
        ({"colors": "r"}, ArgumentTypeError, "dictionary"),
        ({"colors": [0.5, 0.1, 0.2]}, InputError, "whole numbers"),
        ({"colors": ["r", "g", "b"], "cmap": "viridis"}, ArgumentTypeError, "cmap"),
        ({"colors": {"Aud": 0.1}, "cmap": "viridis"}, InputError, "Vis/L"),
        ({"linestyles": {"Tac": ":"}}, InputError, "linestyles"),
        ({"styles": {"Tac": {}}}, InputError, "styles"),
    ],
)
def test_what_fits_no_condition_is_refused(options, error, words):
    with pytest.raises(error, match=words):
        styled(**options)
