"""Picking: the vertex of the cortex that a pixel of a picture shows."""

import numpy as np

from leadfield.render.panel_view import PanelView


def vertex_at(view: PanelView, column: float, row: float) -> tuple[str, int] | None:
    """The hemisphere and vertex at a position in a panel, in pixels from its upper left.

    None where there is no cortex.
    """
    times, width = view.supersampling, view.projection.width
    x, y = int(column * times), int(row * times)
    if not (0 <= x < width and 0 <= y < view.projection.height):
        return None
    cortex, pixel = view.cortex, y * width + x
    place = int(np.searchsorted(cortex.pixels, pixel))
    if place == len(cortex.pixels) or cortex.pixels[place] != pixel:
        return None
    vertex = int(cortex.corners[cortex.weights[:, place].argmax(), place])
    for name in view.panel.hemispheres:
        n = len(view.scene.hemisphere(name).mesh.vertices)
        if vertex < n:
            return name, vertex
        vertex -= n
    return None
