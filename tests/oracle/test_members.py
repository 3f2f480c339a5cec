"""What an object shows in ``dir()`` is what MNE-Python's shows, or is listed here."""

import inspect

import pytest

pytest.importorskip("mne")

from compatibility import CLASSES, find, our_modules

# Ours alone, for every class: the frozen value behind it, and the way to MNE-Python.
EVERYWHERE = {"to_mne", "value"}
OURS: dict[str, set[str]] = {
    # MNE-Python writes operators with a function alone; all else that has a file saves itself.
    "InverseOperator": {"save"},
    # Brains are drawn into a figure of Matplotlib's, which users save, label and embed.
    "Brain": {"figure", "to_html", "widget"},
    # MNE-Python sets these on its instances.
    "DipoleFixed": {"comment", "data", "first", "info", "kind", "last", "nave", "preload"},
    "Raw": {"orig_format", "preload"},
    "Epochs": {
        "baseline",
        "drop_log",
        "event_id",
        "events",
        "flat",
        "preload",
        "reject",
        "reject_tmax",
        "reject_tmin",
        "selection",
    },
    "Evoked": {"baseline", "comment", "first", "last", "nave"},
    "SourceEstimate": {"to_html", "view"},
    "VectorSourceEstimate": {"to_html", "view"},
    "VolSourceEstimate": {"to_html", "view", "widget"},
    "VolVectorSourceEstimate": {"to_html", "view", "widget"},
    "SourceMorph": {
        *(
            "affine",
            "niter_affine",
            "niter_sdr",
            "pre_affine",
            "sdr_morph",
            "shape",
            "src_data",
            "zooms",
        ),
        "kind",
        "morph_mat",
        "smooth",
        "spacing",
        "subject_from",
        "subject_to",
        "vertices_to",
        "vol_morph_mat",
        "xhemi",
    },
}


def public(kind):
    return {name for name in dir(kind) if not name.startswith("_")}


@pytest.mark.parametrize("name", CLASSES)
def test_an_object_shows_what_users_need(name):
    extra = public(find(name)) - public(CLASSES[name]) - EVERYWHERE - OURS.get(name, set())
    assert not extra


def test_signatures_name_every_argument():
    # The oracle's apply_function hands them to the user's own function.
    allowed = {"apply_function"}
    things = {getattr(door, name) for door in our_modules() for name in dir(door)}
    for thing in filter(callable, things):
        members = vars(thing).items() if inspect.isclass(thing) else [(thing.__name__, thing)]
        for name, function in members:
            if inspect.isfunction(function) and name not in allowed and name[0] != "_":
                kinds = [p.kind for p in inspect.signature(function).parameters.values()]
                assert inspect.Parameter.VAR_KEYWORD not in kinds, f"{thing.__name__}.{name}"
