"""Header of a page: its content in JSON, with the names of arrays, as ``page_data.ts`` has it."""

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from leadfield.base.arrays import Floats, Ints
from leadfield.numerics.threads import map_shared
from leadfield.scene.marks import Caption, Colour
from leadfield.web.colours import MapColours
from leadfield.web.content import (
    FirstSight,
    PageContent,
    PageFocus,
    PageHeadMap,
    PageHemisphere,
    PageImage,
    PageMap,
    PageRegions,
    PageResponse,
    PageSensors,
    PageVolume,
    SampleTimes,
)
from leadfield.web.factors import Factors, factorise
from leadfield.web.live_inverse import LiveMethod, store_live
from leadfield.web.payload import ArrayStore
from leadfield.web.quantity import PageQuantity
from leadfield.web.weights import vertex_weights

Header = dict[str, Any]
Places = Sequence[tuple[str, Ints]]
"""Numbers of sources, and the name of what these count in."""
STEEPEST = 0.5
"""Curvatures beyond, in 1 / mm, look the same."""


def encode_content(content: PageContent) -> bytes:
    """The payload of a page."""
    store = ArrayStore()
    factors = map_shared(_factors, content.maps)
    header = {
        "title": content.title,
        "about": [list(pair) for pair in content.about],
        "timeUnit": content.time_unit,
        "hemispheres": [_hemisphere(one, store) for one in content.hemispheres],
        "volume": None if content.volume is None else _volume(content.volume, store),
        "maps": [
            _map(one, made, _places(content), store)
            for one, made in zip(content.maps, factors, strict=True)
        ],
        "sensors": [_sensors(one, store) for one in content.sensors],
        "responses": [_response(one, store) for one in content.responses],
        "live": None,
        "regions": [_regions(one, store) for one in content.regions],
        "foci": [_focus(one) for one in content.foci],
        "captions": [_caption(one) for one in content.captions],
        "toMni": None if content.to_mni is None else content.to_mni.ravel().tolist(),
        "initial": _first_sight(content.first),
    }
    if content.live is not None:
        methods = [_live_method(one, store) for one in content.live.methods]
        header["live"] = store_live(content.live, store, methods)
    return store.pack(header)


def _places(content: PageContent) -> Places:
    if content.volume is not None:
        return [("vol", content.volume.sources)]
    return [(half.name, half.sources) for half in content.hemispheres]


def _volume(volume: PageVolume, store: ArrayStore) -> Header:
    numbers = _small(volume.sources, math.prod(volume.shape))
    return {
        "shape": list(volume.shape),
        "affine": volume.affine.ravel().tolist(),
        "sources": store.add(numbers, delta=True, planes=True),
        "low": volume.lowest.tolist(),
        "high": volume.highest.tolist(),
        "image": None if volume.image is None else _image(volume.image, store),
    }


def _image(image: PageImage, store: ArrayStore) -> Header:
    return {
        "values": store.add(image.values),
        "first": image.first.tolist(),
        "step": image.step,
    }


def _hemisphere(half: PageHemisphere, store: ArrayStore) -> Header:
    n = len(next(iter(half.shapes.values())))
    curvature = None
    if half.curvature is not None:
        steps = np.rint(np.clip(half.curvature / STEEPEST, -1, 1) * 127)
        curvature = store.add(steps.astype(np.int8))
    return {
        "name": half.name,
        "nVertices": n,
        "triangles": store.add(_small(half.triangles, n), delta=True, planes=True),
        "surfaces": {name: _shape(shape, store) for name, shape in half.shapes.items()},
        "curvature": curvature,
        "sources": store.add(_small(half.sources, n), delta=True, planes=True),
        "normals": None,
        "weights": vertex_weights(half.smoothing, len(half.sources)).store(store),
    }


def _small(numbers: Ints, end: int) -> Any:
    """Whole numbers from 0 to less than ``end`` in as few bytes as hold them."""
    return numbers.astype(np.uint16 if end <= 2**16 else np.uint32)


def _shape(positions: Floats, store: ArrayStore) -> Header:
    low, high = positions.min(axis=0), positions.max(axis=0)
    span = np.where(high > low, high - low, 1)
    steps = np.rint((positions - low) / span * 65535).astype(np.uint16)
    return {
        "positions": store.add(steps, delta=True, planes=True),
        "low": low.tolist(),
        "high": (low + span).tolist(),
    }


def _factors(one: PageMap) -> Factors | None:
    return None if one.values is None else factorise(one.values.reshape(-1, one.times.n))


def _map(one: PageMap, factors: Factors | None, places: Places, store: ArrayStore) -> Header:
    values = None
    if one.values is not None and factors is not None:
        values = {
            **_range_and_peak(one.values, one.times, places),
            "factors": factors.columns.store(store),
            "courses": store.add(factors.courses),
        }
    return {
        "title": one.title,
        **_quantity(one.quantity),
        "times": _times(one.times),
        "values": values,
        "response": one.response,
        **_colours(one.colours, store),
    }


def _range_and_peak(values: Floats, times: SampleTimes, places: Places) -> Header:
    vector = values.ndim == 3
    sizes = np.linalg.norm(values, axis=1) if vector else values
    row, sample = np.unravel_index(np.abs(sizes).argmax(), sizes.shape)
    starts = np.cumsum([0, *(len(sources) for _, sources in places)])
    side = int(np.searchsorted(starts, row, side="right")) - 1
    name, sources = places[side]
    return {
        "components": 3 if vector else 1,
        "range": [float(sizes.min()), float(sizes.max())],
        "peak": {
            "hemisphere": name,
            "vertex": int(sources[row - starts[side]]),
            "time": times.tmin + times.tstep * int(sample),
        },
    }


def _quantity(quantity: PageQuantity) -> Header:
    return {"quantity": quantity.name, "unit": quantity.unit, "scale": quantity.scale}


def _times(times: SampleTimes) -> Header:
    return {"tmin": times.tmin, "tstep": times.tstep, "n": times.n}


def _colours(colours: MapColours, store: ArrayStore) -> Header:
    limits = colours.limits
    return {
        "limits": {
            "fmin": limits.low,
            "fmid": limits.middle,
            "fmax": limits.high,
            "signed": limits.signed,
        },
        "colours": {"table": store.add(colours.table), "transparent": colours.transparent},
    }


def _live_method(method: LiveMethod, store: ArrayStore) -> Header:
    return {"name": method.name, **_quantity(method.quantity), **_colours(method.colours, store)}


def _sensors(sensors: PageSensors, store: ArrayStore) -> Header:
    head_map = sensors.head_map
    return {
        "kind": sensors.kind,
        "title": sensors.title,
        "unit": sensors.quantity.unit,
        "scale": sensors.quantity.scale,
        "names": list(sensors.names),
        "bads": list(sensors.bads),
        "positions": store.add(sensors.positions.astype(np.float32)),
        "headMap": None if head_map is None else _head_map(head_map, store),
    }


def _head_map(head_map: PageHeadMap, store: ArrayStore) -> Header:
    matrix, scales = _rows_in_16_bits(head_map.matrix, store)
    return {
        "size": head_map.size,
        "extent": head_map.extent,
        "radius": head_map.radius,
        "pixels": store.add(_small(head_map.pixels, head_map.size**2)),
        "matrix": matrix,
        "scales": scales,
        "channels": store.add(head_map.channels.astype(np.uint16)),
    }


def _response(response: PageResponse, store: ArrayStore) -> Header:
    channels: list[Header | None] = []
    for data in response.channels:
        if data is None:
            channels.append(None)
            continue
        values, scales = _rows_in_16_bits(data, store)
        channels.append({"data": values, "scales": scales})
    return {
        "title": response.title,
        "nave": response.nave,
        "times": _times(response.times),
        "channels": channels,
    }


def _rows_in_16_bits(matrix: Floats, store: ArrayStore) -> tuple[str, str]:
    """Names of a matrix of integers, and of what each of its rows is times."""
    largest = np.abs(matrix).max(axis=1, initial=0)
    scales = np.where(largest > 0, largest, 1) / 32767
    whole = np.rint(matrix / scales[:, np.newaxis]).astype(np.int16)
    return store.add(whole, planes=True), store.add(scales.astype(np.float32))


def _regions(regions: PageRegions, store: ArrayStore) -> Header:
    return {
        "name": regions.name,
        "names": list(regions.names),
        "colours": [_colour(tuple(colour)) for colour in regions.colours],
        "vertices": [
            None if one is None else store.add(one.astype(np.int16)) for one in regions.vertices
        ],
        "filled": regions.filled,
        "shown": regions.shown,
    }


def _focus(focus: PageFocus) -> Header:
    return {
        "hemisphere": focus.hemisphere,
        "vertex": focus.vertex,
        "position": list(focus.position),
        "radius": focus.radius,
        "colour": _colour(focus.colour),
        "opacity": focus.opacity,
        "name": focus.name,
    }


def _caption(caption: Caption) -> Header:
    return {
        "text": caption.text,
        "x": caption.x,
        "y": caption.y,
        "colour": None if caption.colour is None else _colour(caption.colour),
        "size": caption.size,
        "justification": caption.justification,
    }


def _colour(colour: Colour) -> int:
    """0xRRGGBB."""
    red, green, blue = (round(255 * part) for part in colour)
    return red << 16 | green << 8 | blue


def _first_sight(first: FirstSight) -> Header:
    return {
        "time": first.time,
        "map": first.shown,
        "sideBySide": list(first.side_by_side),
        "views": first.views,
        "view": first.view,
        "hemisphere": first.hemisphere,
        "surface": first.surface,
        "picks": [],
        "place": None if first.place is None else list(first.place),
    }
