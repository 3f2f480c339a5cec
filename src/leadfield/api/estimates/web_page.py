"""Pages of estimates: maps of one or several estimates in one HTML file, to be sent to anybody."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args

import numpy as np

from leadfield.api.brain.options import PageView
from leadfield.api.brain.page import MapValues, content_of_maps, write_page
from leadfield.api.epochs.as_evoked import as_evoked
from leadfield.api.estimates.kinds import as_estimate
from leadfield.api.estimates.page_inverse import live_inverse_of
from leadfield.api.estimates.page_sensors import sensors_and_responses
from leadfield.api.inverse.inverse_operator import as_inverse
from leadfield.base.checks import number, one_of
from leadfield.base.errors import ArgumentTypeError, InputError, MismatchError
from leadfield.base.front_door import public
from leadfield.base.log import verbose_aware
from leadfield.web.browser import show_page, temporary_page
from leadfield.web.content import PageMap, SampleTimes

if TYPE_CHECKING:
    from leadfield.api.brain.options import (
        ColorLimits,
        ColorMap,
        PageSurface,
        SmoothingSteps,
        TimeUnit,
    )
    from leadfield.api.epochs.evoked import Evoked
    from leadfield.api.estimates.source_estimate import SourceEstimate, VectorSourceEstimate
    from leadfield.api.inverse.inverse_operator import InverseOperator
    from leadfield.base.log import Verbose
    from leadfield.epochs.evoked import EvokedResponse
    from leadfield.estimates.source_courses import SourceCourses
    from leadfield.inverse.operator import InverseModel
    from leadfield.web.content import PageContent

    CorticalEstimate = SourceEstimate | VectorSourceEstimate


PAGE_VIEWS = get_args(PageView)


@public("leadfield.viz")
@verbose_aware
def write_brain_page(
    stcs: CorticalEstimate | Mapping[str, CorticalEstimate],
    path: str | Path,
    evoked: Evoked | Mapping[str, Evoked] | None = None,
    inverse: InverseOperator | None = None,
    subjects_dir: str | Path | None = None,
    labels: str | None = "aparc",
    title: str | None = None,
    *,
    subject: str | None = None,
    surface: PageSurface = "inflated",
    hemi: Literal["lh", "rh", "both"] | None = None,
    view: PageView | None = None,
    n_views: Literal[1, 4] = 1,
    side_by_side: bool = False,
    colormap: ColorMap = "auto",
    clim: ColorLimits = "auto",
    transparent: bool | None = True,
    smoothing_steps: SmoothingSteps | Literal["auto"] = "auto",
    initial_time: float | None = None,
    time_unit: TimeUnit = "s",
    snr: float = 3.0,
    verbose: Verbose = None,
) -> Path:
    """Write maps on the cortex as one page of HTML.

    The page turns, scrubs and answers clicks in any browser, without a network: it can be
    sent to anybody. See :meth:`SourceEstimate.to_html`, which does the same for one estimate.

    Parameters
    ----------
    stcs : SourceEstimate | VectorSourceEstimate | dict
        The estimate; or several with their names, conditions or methods, of the same
        sources.
    path : path-like
        The file, such as ``"brain.html"``; an existing one is replaced.
    evoked : Evoked | dict | None
        The response that the estimate was made from, to be shown beside it; for several
        estimates a dict with the same names.
    inverse : InverseOperator | None
        The operator that the estimates were made with: the page can then change the
        signal-to-noise ratio and the method. It needs ``evoked``.
    subjects_dir : path-like | None
        Folder of subjects; None takes the environment's ``SUBJECTS_DIR``.
    labels : str | None
        The name of a parcellation of the subject, such as ``"aparc"``, for names and outlines
        of regions; None for none.
    title : str | None
        The heading; None for the subject and the names of the maps.
    subject : str | None
        Subject on whose cortex to draw; None for the estimate's.
    surface : "inflated" | "white" | "pial"
        The surface that is shown first; the page can go to the others.
    hemi : "lh" | "rh" | "both" | None
        Which hemispheres are shown first; None for that of the peak.
    view : str | None
        The view that is shown first, such as ``"lateral"`` or ``"dorsal"``; None for the one
        that sees the peak.
    n_views : 1 | 4
        How many views are shown first.
    side_by_side : bool
        Whether all maps are shown at once, turned together.
    colormap : str | Colormap
        Color map; ``"auto"`` takes one for signed or unsigned values.
    clim : "auto" | dict
        Color limits, as in :meth:`SourceEstimate.plot`; ``"auto"`` takes all maps of
        the same quantity together.
    transparent : bool | None
        Whether small values are transparent.
    smoothing_steps : int | "nearest" | "auto" | None
        Number of smoothing steps from the sources over the cortex; ``"auto"`` takes as many as
        fill it, but at least 5.
    initial_time : float | None
        Time shown first, in ``time_unit``; None for the peak.
    time_unit : "s" | "ms"
        Unit of times.
    snr : float
        The signal-to-noise ratio that the live inverse starts from.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    path : Path
        The file.

    Raises
    ------
    InputError
        If an estimate is not of a cortex, has more than 5000 times, or names differ.
    MismatchError
        If the estimates, or the inverse operator, have other sources.

    Examples
    --------
    >>> from tempfile import mkdtemp
    >>> from leadfield import SourceEstimate
    >>> from leadfield.datasets import template
    >>> stc = SourceEstimate([[1.0, 2.0], [3.0, 1.0]], [[12], [7]], 0, 0.1, "fsaverage5")
    >>> page = write_brain_page(
    ...     {"left": stc, "twice": 2 * stc},
    ...     mkdtemp() + "/brain.html",
    ...     subjects_dir=template.data_path(),
    ...     labels=None,
    ... )
    >>> page.name
    'brain.html'
    """
    content = page_content(
        stcs,
        evoked,
        inverse,
        labels=labels,
        title=title,
        subject=subject,
        hemi=hemi,
        view=view,
        n_views=n_views,
        side_by_side=side_by_side,
        snr=snr,
        options={
            "subjects_dir": subjects_dir,
            "surface": surface,
            "colormap": colormap,
            "clim": clim,
            "transparent": transparent,
            "smoothing_steps": smoothing_steps,
            "initial_time": initial_time,
            "time_unit": time_unit,
        },
    )
    return write_page(content, path)


def page_content(
    stcs: CorticalEstimate | Mapping[str, CorticalEstimate],
    evoked: Evoked | Mapping[str, Evoked] | None,
    inverse: InverseOperator | None,
    *,
    labels: str | None,
    options: Mapping[str, Any],
    title: str | None = None,
    subject: str | None = None,
    hemi: str | None = None,
    view: str | None = None,
    n_views: int = 1,
    side_by_side: bool = False,
    snr: float = 3.0,
) -> PageContent:
    """What a page of estimates shows; ``options`` are those of a brain."""
    courses = named_courses(stcs, evoked, _on_cortex)
    responses = named_responses(evoked, list(courses))
    home = subject or next(iter(courses.values())).axes.subject
    if not isinstance(home, str):
        msg = f"subject must be the name of a subject, got {home!r}"
        raise ArgumentTypeError(msg)
    one_of("hemi", hemi, (None, "lh", "rh", "both"))
    one_of("view", view, (None, *PAGE_VIEWS))
    one_of("n_views", n_views, (1, 4))
    content = _content(courses, responses, home, labels, options)
    if inverse is not None:
        content = with_inverse(content, as_inverse(inverse), courses, responses, snr, options)
    several = tuple(range(len(courses))) if side_by_side else ()
    return replace(
        content,
        title=title if title is not None else f"{home}: {', '.join(courses)}",
        first=replace(
            content.first,
            time=content.first.time if options.get("initial_time") is not None else None,
            hemisphere=hemi or content.first.hemisphere,
            view=view or content.first.view,
            views=n_views,
            side_by_side=several,
        ),
    )


def view_estimate(
    stc: CorticalEstimate,
    evoked: Evoked | None,
    inverse: InverseOperator | None,
    subjects_dir: str | Path | None,
    labels: str | None,
) -> Path:
    """Open the page of an estimate in the browser; its path, in a new temporary folder."""
    path = temporary_page()
    write_brain_page(stc, path, evoked, inverse, subjects_dir, labels)
    show_page(path)
    return path


def named_courses(
    stcs: Any, evoked: Any, check: Callable[[SourceCourses], SourceCourses]
) -> dict[str, SourceCourses]:
    """Estimates by name, all of the same sources; ``check`` gives what of each can be shown.

    One alone has the name of its response, or what its values are.
    """
    comment = "" if evoked is None or isinstance(evoked, Mapping) else as_evoked(evoked).comment
    given = stcs if isinstance(stcs, Mapping) else {comment or "": stcs}
    if not given:
        msg = "stcs must hold at least one estimate, got none"
        raise InputError(msg)
    courses = {}
    for name, stc in given.items():
        value = check(as_estimate(stc).value)
        if np.iscomplexobj(value.data):
            msg = "pages show real values, got complex ones: pass abs(stc)"
            raise InputError(msg)
        courses[str(name) or value.axes.quantity or "estimate"] = value
    first = next(iter(courses.values())).axes
    for name, value in courses.items():
        if not all(map(np.array_equal, value.axes.vertices, first.vertices)):
            msg = f"all estimates must have the same sources, {name!r} has others: morph them first"
            raise MismatchError(msg)
    return courses


def _on_cortex(courses: SourceCourses) -> SourceCourses:
    if courses.axes.kind != "surface":
        msg = (
            f"a page of brains shows estimates on the cortex, got a {courses.axes.description}: "
            "write_volume_page shows volumes"
        )
        raise InputError(msg)
    return courses


def named_responses(evoked: Any, names: list[str]) -> dict[str, EvokedResponse] | None:
    """Responses by the names of the estimates."""
    if evoked is None:
        return None
    given = evoked if isinstance(evoked, Mapping) else dict.fromkeys(names[:1], evoked)
    if list(given) != names:
        msg = f"evoked must be given for {', '.join(names)}, in this order, got {', '.join(given)}"
        raise InputError(msg)
    return {name: as_evoked(one) for name, one in given.items()}


def _content(
    courses: Mapping[str, SourceCourses],
    responses: Mapping[str, EvokedResponse] | None,
    subject: str,
    labels: str | None,
    options: Mapping[str, Any],
) -> PageContent:
    vertices = next(iter(courses.values())).axes.vertices
    maps = map_values(courses, responses)
    content = content_of_maps(maps, vertices, subject, labels=labels, options=options)
    return with_sensors(content, responses)


def map_values(
    courses: Mapping[str, SourceCourses], responses: Mapping[str, EvokedResponse] | None
) -> dict[str, MapValues]:
    """What is shown of estimates, in the order of their responses."""
    return {
        name: MapValues(
            values=value.data.real,
            times=value.times,
            quantity=value.axes.quantity or "",
            response=None if responses is None else place,
        )
        for place, (name, value) in enumerate(courses.items())
    }


def with_sensors(
    content: PageContent, responses: Mapping[str, EvokedResponse] | None
) -> PageContent:
    """The content with sensors and their responses, if there are any."""
    if responses is None:
        return content
    sensors, measured = sensors_and_responses(responses)
    return replace(content, sensors=sensors, responses=measured)


def with_inverse(
    content: PageContent,
    model: InverseModel,
    courses: Mapping[str, SourceCourses],
    responses: Mapping[str, EvokedResponse] | None,
    snr: float,
    options: Mapping[str, Any],
) -> PageContent:
    """The content with an inverse operator that is applied in the page."""
    if responses is None:
        msg = "inverse needs evoked, the response that it is applied to, got None"
        raise InputError(msg)
    first = next(iter(courses.values()))
    ratio = number("snr", snr, above=0)
    live = live_inverse_of(model, first, responses, snr=ratio, options=options)
    return replace(content, live=live, maps=(*content.maps, *_live_maps(content, responses)))


def _live_maps(content: PageContent, responses: Mapping[str, EvokedResponse]) -> list[PageMap]:
    """A map of the live inverse for each response."""
    return [
        PageMap(
            title=f"{name}, live",
            quantity=content.maps[0].quantity,
            times=SampleTimes(
                tmin=float(evoked.times[0]),
                tstep=1 / evoked.info.sampling_rate,
                n=len(evoked.times),
            ),
            values=None,
            colours=content.maps[0].colours,
            response=place,
        )
        for place, (name, evoked) in enumerate(responses.items())
    ]
