"""Pictures of the demo: those of the tutorial, with the true sources marked."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

import leadfield
from leadfield.api.brain.brain import Brain
from leadfield.api.brain.options import Side
from leadfield.cli.demo_numbers import CODES, Analysis
from leadfield.cli.demo_truth import WINDOW, TrueSource
from leadfield.figures.canvas import new_figure
from leadfield.inverse.methods import InverseMethod

if TYPE_CHECKING:
    from matplotlib.figure import Figure

DPI = 100
LIMITS = [8, 12, 15]  # the tutorial's, of dSPM
SHARES = np.array([0.4, 0.6, 0.9])  # of the peak, where values mean something else
FOUND, TRUE, PALE = "blue", "lime", "#98df81"

Draw = Callable[[Path], None]


def picture_functions(analysis: Analysis, truth: Mapping[str, TrueSource]) -> dict[str, Draw]:
    """Functions that draw each picture into a file, by name, in the order of the tutorial.

    They are of the first condition with a response; without any there are no maps.
    """
    first = (*analysis.found, *CODES)[0]
    response = analysis.responses[first]
    flat: dict[str, Callable[[], Any]] = {
        "01-noise-covariance": lambda: _covariance(analysis)[0],
        "02-noise-spectra": lambda: _covariance(analysis)[1],
        "03-response": partial(response.plot, time_unit="s", show=False),
        "04-field": partial(
            response.plot_topomap,
            times=np.linspace(0.05, 0.15, 5),
            ch_type="mag",
            time_unit="s",
            show=False,
        ),
        "06-whitened": partial(response.plot_white, analysis.noise, time_unit="s", show=False),
    }
    brains: dict[str, Callable[[], Brain]] = {}
    for name in analysis.found:
        brains[f"09-brain-{name}"] = partial(_peak_and_truth, analysis, name, truth[name])
    if analysis.found:
        flat["05-joint"] = partial(response.plot_joint, picks="mag", show=False)
        flat["07-activation"] = partial(_activation, analysis, first)
        flat["08-residual"] = partial(_residual, analysis, first)
        side = truth[first].hemisphere
        brains["10-fsaverage"] = partial(_morphed, analysis, first, side)
        brains["11-vector"] = partial(_vector, analysis, first, side)
        for method in leadfield.minimum_norm.INVERSE_METHODS:
            brains[f"12-method-{method}"] = partial(_method, analysis, first, method, truth[first])
    drawn: dict[str, Draw] = {name: partial(_save_figure, draw) for name, draw in flat.items()}
    drawn |= {name: partial(_save_brain, draw) for name, draw in brains.items()}
    return dict(sorted(drawn.items()))


def _save_figure(draw: Callable[[], "Figure"], path: Path) -> None:
    draw().savefig(path, dpi=DPI)


def _save_brain(draw: Callable[[], Brain], path: Path) -> None:
    with draw() as brain:
        brain.save_image(path)


def _covariance(analysis: Analysis) -> "tuple[Figure, Figure | None]":
    return analysis.noise.plot(analysis.raw.info, show=False)


def _activation(analysis: Analysis, name: str) -> "Figure":
    """Time courses of every hundredth source."""
    estimate = analysis.estimates[name, "dSPM"]
    figure = new_figure((6.4, 4.0), show=False)
    axes = figure.subplots()
    axes.plot(1e3 * estimate.times, estimate.data[::100].T, linewidth=0.8)
    axes.set(xlabel="Time (ms)", ylabel="dSPM value", title="Every hundredth source")
    axes.spines[["top", "right"]].set_visible(False)
    axes.margins(x=0)
    return figure


def _residual(analysis: Analysis, name: str) -> "Figure":
    """The response in pale green, and the residual of the estimate."""
    response = analysis.responses[name]
    _, residual = leadfield.minimum_norm.apply_inverse(
        response, analysis.inverse, analysis.regularisations[name], "dSPM", return_residual=True
    )
    figure = new_figure((6.4, 5.6), show=False)
    panels = figure.subplots(2, 1, sharex=True)
    response.plot(axes=panels, spatial_colors=False, show=False)
    for panel in panels:
        for line in panel.lines:
            line.set(color=PALE, zorder=1)
        for text in list(panel.texts):
            text.remove()
    limits = [panel.get_ylim() for panel in panels]
    residual.plot(axes=panels, spatial_colors=False, show=False)
    for panel, ends in zip(panels, limits, strict=True):
        panel.set_ylim(ends)
    figure.suptitle("Residual of the estimate", fontsize="medium")
    return figure


def _brain(
    analysis: Analysis, estimate: Any, side: Side, when: float, limits: Any, **more: Any
) -> Brain:
    """A hemisphere from where its activity is seen."""
    brain: Brain = estimate.plot(
        hemi=side,
        subjects_dir=analysis.data / "subjects",
        clim={"kind": "value", "lims": list(limits)},
        views=more.pop("views", "auto"),
        initial_time=when,
        time_unit="s",
        size=(800, 800),
        smoothing_steps=5,
        brain_kwargs={"show": False},
        **more,
    )
    return brain


def _peak_and_truth(analysis: Analysis, condition: str, true: TrueSource) -> Brain:
    estimate = analysis.estimates[condition, "dSPM"]
    side = true.hemisphere
    vertex, when = estimate.get_peak(hemi=side, tmin=WINDOW[0], tmax=WINDOW[1])
    brain = _brain(analysis, estimate, side, when, LIMITS)
    brain.add_foci(vertex, coords_as_verts=True, hemi=side, color=FOUND, scale_factor=0.6)
    _mark_truth(brain, true)
    brain.add_text(0.05, 0.93, f"{condition}, dSPM: peak (blue), truth (green)", "title")
    return brain


def _mark_truth(brain: Brain, true: TrueSource) -> None:
    brain.add_foci(
        [true.place], map_surface="white", hemi=true.hemisphere, color=TRUE, scale_factor=0.5
    )


def _morphed(analysis: Analysis, name: str, side: Side) -> Brain:
    estimate = analysis.estimates[name, "dSPM"]
    when = estimate.get_peak(hemi=side, tmin=WINDOW[0], tmax=WINDOW[1])[1]
    morph = leadfield.compute_source_morph(
        analysis.inverse["src"],
        subject_from=estimate.subject,
        subject_to="fsaverage",
        spacing=5,
        subjects_dir=analysis.data / "subjects",
    )
    brain = _brain(analysis, morph.apply(estimate), side, when, LIMITS)
    brain.add_text(0.05, 0.93, "Morphed to fsaverage", "title")
    return brain


def _vector(analysis: Analysis, name: str, side: Side) -> Brain:
    estimate = analysis.estimates[name, "dSPM"]
    when = estimate.get_peak(hemi=side, tmin=WINDOW[0], tmax=WINDOW[1])[1]
    vectors = leadfield.minimum_norm.apply_inverse(
        analysis.responses[name],
        analysis.inverse,
        analysis.regularisations[name],
        "dSPM",
        pick_ori="vector",
    )
    brain = _brain(analysis, vectors, side, when, LIMITS)
    brain.add_text(0.05, 0.93, "Vector solution", "title")
    return brain


def _method(analysis: Analysis, name: str, method: InverseMethod, true: TrueSource) -> Brain:
    estimate = analysis.estimates[name, method]
    vertex, when = estimate.get_peak(hemi=true.hemisphere, tmin=0.05, tmax=0.15)
    side = 0 if true.hemisphere == "lh" else 1
    values = (estimate.lh_data, estimate.rh_data)[side]
    row = np.searchsorted(estimate.vertices[side], vertex)
    peak = values[row, np.abs(estimate.times - when).argmin()]
    # The same for all methods, whose peaks may lie on either side.
    sides = ["lateral", "medial"]
    brain = _brain(analysis, estimate, true.hemisphere, when, peak * SHARES, views=sides)
    _mark_truth(brain, true)
    brain.add_text(0.05, 0.93, f"{method}, from 40 to 90 % of its peak; truth (green)", "title")
    return brain
