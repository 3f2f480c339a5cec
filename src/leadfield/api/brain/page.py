"""Pages of brains: what a page shows of estimates on their subject's cortex."""

from __future__ import annotations

import platform
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, final

import numpy as np
from numpy.typing import NDArray

from leadfield.api.brain.check_options import check_options, parse_size
from leadfield.api.brain.marks import add_annotation
from leadfield.api.brain.scene import colour_table_of, first_sample, make_scene
from leadfield.base.arrays import Floats, Ints, lock_arrays
from leadfield.base.errors import MissingFileError
from leadfield.base.files import may_write
from leadfield.base.log import LOGGER, warn
from leadfield.base.replacing import replacing
from leadfield.base.version import __version__
from leadfield.freesurfer.subjects import subjects_folder
from leadfield.freesurfer.talairach import surface_to_mni
from leadfield.scene.limits import make_limits
from leadfield.scene.peak_view import peak_sample, peak_view
from leadfield.scene.renderer import Canvas
from leadfield.scene.state import SceneState
from leadfield.web.colours import map_colours
from leadfield.web.from_scene import content_of_scene, page_map
from leadfield.web.page import make_page
from leadfield.web.renderer import encode_still

if TYPE_CHECKING:
    from leadfield.scene.colours import ColourTable
    from leadfield.scene.scene import Scene
    from leadfield.web.content import PageContent, PageMap

LARGE = 50  # MB, of a page
SIZE = (1000, 620)
"""Of the still picture, in pixels."""


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MapValues:
    """Values to show (n_sources, n_times), or moments (n_sources, 3, n_times), and their names."""

    values: NDArray[np.floating[Any]]
    times: Floats
    quantity: str
    response: int | None = None

    def __post_init__(self) -> None:
        lock_arrays(self)

    @property
    def vector(self) -> bool:
        """Whether values are moments."""
        return self.values.ndim == 3

    @property
    def sizes(self) -> NDArray[np.floating[Any]]:
        """Values, or lengths of moments."""
        return np.linalg.norm(self.values, axis=1) if self.vector else self.values


def content_of_maps(
    maps: Mapping[str, MapValues],
    vertices: Sequence[Ints],
    subject: str,
    *,
    labels: str | None,
    options: Mapping[str, Any],
) -> PageContent:
    """The content of a page with maps by name, all of the same sources.

    It is looked at from where the peak of the first map is seen.
    """
    limits = shared_limits(maps, options.get("clim", "auto"))
    home = (subjects_folder(options.get("subjects_dir")), subject)
    chosen = {
        name: replace(
            check_options({**options, "clim": limits[name], "hemi": "both"}, vector=one.vector),
            quantity=one.quantity,
        )
        for name, one in maps.items()
    }
    name, first = next(iter(maps.items()))
    scene = make_scene(first.values, vertices, first.times, home, chosen[name], first.vector)
    state = SceneState(scene)
    state.set_sample(peak_sample(state.activity))
    if options.get("initial_time") is not None:
        state.set_sample(first_sample(state.activity, options["initial_time"]))
    if labels is not None:
        state.set_scene(_with_labels(state.scene, home, labels))
    tables = {name: state.activity.colour_table} | {
        key: colour_table_of(one.sizes, chosen[key], vector=one.vector)
        for key, one in maps.items()
        if key != name
    }
    content = content_of_scene(state.scene, state.sample)
    meshes = {half.name: half.mesh for half in state.scene.hemispheres}
    hemisphere, view = peak_view(state.activity, meshes, state.sample)
    return replace(
        content,
        first=replace(content.first, hemisphere=hemisphere, view=view),
        maps=page_maps(maps, tables),
        to_mni=surface_to_mni(home[0] / subject),
        about=(("subject", subject), *versions_about()),
        still=encode_still(state, Canvas(size=parse_size(SIZE))),
        description=f"{name} on the cortex of {subject}",
    )


def versions_about() -> tuple[tuple[str, str], ...]:
    """What made a page."""
    return ("leadfield", __version__), ("Python", platform.python_version())


def write_page(content: PageContent, path: str | Path) -> Path:
    """Write a page; an existing file is replaced when the new one is whole."""
    target = may_write(path, overwrite=True)
    page = make_page(content)
    with replacing(target) as stream:
        stream.write(page)
    size = len(page) / 1e6
    LOGGER.info("Wrote the page %s, %.1f MB", target, size)
    if size > LARGE:
        warn(
            f"the page has {size:.0f} MB, which is much to send: crop() or resample() the "
            "estimate, or take sources that are farther apart"
        )
    return target


def shared_limits(maps: Mapping[str, MapValues], clim: Any) -> dict[str, Any]:
    """Colour limits of each map: maps of one quantity share them, so that they compare."""
    if clim != "auto":
        return dict.fromkeys(maps, clim)
    groups: dict[tuple[str, bool], list[str]] = {}
    for name, one in maps.items():
        groups.setdefault((one.quantity, one.vector), []).append(name)
    limits: dict[str, Any] = {}
    for (_, vector), names in groups.items():
        sizes = np.concatenate([maps[name].sizes.ravel() for name in names])
        signed = not vector and bool((sizes < 0).any())
        found = make_limits("auto", sizes, signed=signed)
        three = [found.low, found.middle, found.high]
        key = "pos_lims" if signed else "lims"
        limits |= {name: {"kind": "value", key: three} for name in names}
    return limits


def page_maps(
    maps: Mapping[str, MapValues], tables: Mapping[str, ColourTable]
) -> tuple[PageMap, ...]:
    """Maps of a page by their titles, each in its colours."""
    return tuple(
        page_map(
            one.values,
            one.times,
            title=title,
            quantity=one.quantity,
            colours=map_colours(tables[title]),
            response=one.response,
        )
        for title, one in maps.items()
    )


def _with_labels(scene: Scene, home: tuple[Path, str], labels: str) -> Scene:
    try:
        return add_annotation(
            scene,
            home,
            labels,
            borders=1,
            opacity=1.0,
            hemi=None,
            remove_existing=True,
            colour=None,
        )
    except MissingFileError as error:
        warn(f"the page has no names of regions: {error}")
        return scene
