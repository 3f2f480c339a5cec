"""The page on compatibility says what both packages' signatures say now, and why they differ."""

from inspect import Parameter, Signature

import pytest

mne = pytest.importorskip("mne")

import compatibility  # noqa: E402

NEEDED = Parameter.empty


def test_the_page_is_what_the_script_writes():
    page = compatibility.PAGE.read_text(encoding="utf-8")
    assert page == compatibility.page(), "run scripts/compatibility.py"


def test_every_difference_has_a_reason_and_every_reason_a_difference():
    assert not compatibility.mistakes(compatibility.sections())


def test_a_difference_without_a_reason_is_a_mistake():
    row = compatibility.Row(place="Raw", name="save", differences={"fname": "lacks"})
    section = compatibility.Section(title="Raw", rows=(row,), absent={"load": ""})
    found = compatibility.mistakes((section,))
    assert "'Raw.save: lacks fname' has no reason in compatibility.toml" in found
    assert "nothing is said of what Raw lacks: load" in found
    assert "'mne.SourceMorph: *' in compatibility.toml is no difference any more" in found


def taking(**defaults):
    """A function that takes some arguments, with their defaults."""

    def function(): ...

    kind = Parameter.KEYWORD_ONLY
    parameters = [Parameter(name, kind, default=value) for name, value in defaults.items()]
    function.__signature__ = Signature(parameters)
    return function


@pytest.mark.parametrize(
    ("ours", "said"),
    [
        ({"a": NEEDED, "b": 1}, {}),
        ({"a": NEEDED}, {"b": "lacks"}),
        ({"a": NEEDED, "b": 1, "c": 2}, {"c": "adds"}),
        ({"a": NEEDED, "b": 3}, {"b": "3, not 1"}),
        ({"a": NEEDED, "b": NEEDED}, {"b": "needed"}),
        ({"a": 0, "b": 1}, {"a": "optional"}),
    ],
)
def test_arguments_are_compared(ours, said):
    assert compatibility.differences(taking(a=NEEDED, b=1), taking(**ours)) == said


def test_a_function_that_is_a_method_is_compared_without_its_object():
    class Evoked:
        plot = staticmethod(mne.viz.plot_evoked).__func__

    members = (compatibility.member(kind, "plot") for kind in (mne.Evoked, Evoked))
    assert "evoked" not in compatibility.differences(*members)
