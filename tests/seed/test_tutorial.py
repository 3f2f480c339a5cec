"""The documentation's tutorial runs to its end, and its results mean what it says."""

import json

import numpy as np
import pytest
from matplotlib.figure import Figure

import leadfield
from leadfield.minimum_norm import apply_inverse
from leadfield.recording.projector import make_projector


@pytest.fixture(scope="module")
def maps(tutorial):
    """The response's map by each method."""
    given = tutorial.evoked, tutorial.inverse_operator, tutorial.lambda2
    return {name: apply_inverse(*given, method=name) for name in ("dSPM", "sLORETA", "eLORETA")}


def test_what_the_tutorial_makes_is_what_its_next_lines_use(tutorial):
    assert isinstance(tutorial.fig_cov, Figure)
    assert isinstance(tutorial.fig_spectra, Figure)
    assert isinstance(tutorial.evoked, leadfield.Evoked)
    assert isinstance(tutorial.residual, leadfield.Evoked)
    assert isinstance(tutorial.stc, leadfield.SourceEstimate)
    assert isinstance(tutorial.stc_fsaverage, leadfield.SourceEstimate)
    assert isinstance(tutorial.stc_vector, leadfield.VectorSourceEstimate)
    assert isinstance(tutorial.brain, leadfield.Brain)
    assert tutorial.stc.subject == "sample"
    assert tutorial.stc_fsaverage.shape[0] == 2 * 10242


@pytest.mark.parametrize("name", ["plot", "plot_topomap", "plot_white"])
def test_a_picture_of_the_response_is_returned_as_a_figure(tutorial, name):
    options = {"plot_white": [tutorial.noise_cov]}
    figure = getattr(tutorial.evoked, name)(*options.get(name, []), time_unit="s")
    assert isinstance(figure, Figure)


def test_every_method_explains_a_share_of_the_variance(tutorial):
    # dSPM with its residual, the vectors, then dSPM, sLORETA and eLORETA.
    assert len(tutorial.explained) == 5
    assert all(0 < share < 100 for share in tutorial.explained)


def test_residual_and_prediction_add_up_to_the_data(tutorial):
    currents = apply_inverse(
        tutorial.evoked, tutorial.inverse_operator, tutorial.lambda2, "MNE", pick_ori="vector"
    )
    info = tutorial.evoked.info
    forward = leadfield.pick_channels_forward(tutorial.fwd, info.ch_names)
    projector = make_projector(info.value.projections, info.ch_names, info["bads"])
    lead_field = projector.matrix @ forward["sol"]["data"]
    predicted = lead_field @ currents.data.reshape(-1, currents.shape[-1])
    data = tutorial.evoked.data
    # The lead field is stored in single precision, and so are the operator's normals.
    assert np.abs(tutorial.residual.data + predicted - data).max() < 1e-5 * np.abs(data).max()


def test_the_peak_of_dspm_is_the_true_source_at_its_time(tutorial, maps, experiment):
    vertex, time = maps["dSPM"].get_peak(hemi="rh")
    truth = json.loads((experiment / "truth.json").read_text(encoding="utf-8"))
    true = truth["conditions"]["aud_l"]["sources"][0]
    assert true["hemi"] == "rh"
    places = tutorial.inverse_operator["src"][1]["rr"]
    assert np.linalg.norm(places[vertex] - places[true["vertex"]]) < 20e-3
    assert 0.080 < time < 0.120


def test_the_response_is_clear_of_the_noise_with_the_limits_of_old(maps):
    assert maps["dSPM"].data.max() > 15
    assert maps["sLORETA"].data.max() > 3


def test_eloreta_is_a_current(maps):
    # A·m: a cortical source moves some nAm, shared by the sources around it.
    assert 1e-12 < maps["eLORETA"].data.max() < 1e-7
