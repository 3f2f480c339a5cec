"""Tiles of a lead field and their sums over integration points."""

import numpy as np
import pytest

from leadfield.forward.sensors import Sensors
from leadfield.forward.tiles import by_tiles, sensor_sums, tile_size


@pytest.fixture
def coils():
    """Coils of four, one and nine points, mixed."""
    rng = np.random.default_rng(0)
    sizes = np.tile([4, 1, 9, 4], 30)
    n = sizes.sum()
    return Sensors(
        names=tuple(f"P{i}" for i in range(len(sizes))),
        points=rng.standard_normal((n, 3)),
        normals=rng.standard_normal((n, 3)),
        weights=rng.standard_normal(n),
        owner=np.repeat(np.arange(len(sizes)), sizes),
        centres=np.zeros((len(sizes), 3)),
    )


@pytest.mark.parametrize("n_sources", [0, 1, 300, 5000])
def test_tiles_cover_every_sensor_and_source_once(coils, n_sources):
    count = np.zeros((len(coils), n_sources), int)

    def work(tiles):
        for sensors, points, sources in tiles:
            count[sensors, sources] += 1
            assert points.size * (sources.stop - sources.start) <= tile_size(coils)

    by_tiles(work, coils, n_sources)
    assert (count == 1).all()


def test_sums_over_a_tile_s_points_are_the_sensors_signals(coils):
    values = np.random.default_rng(1).standard_normal((len(coils.owner), 7))
    weights = coils.weights[:, None] * coils.normals
    for sensors, points in coils.alike():
        found = sensor_sums(weights, points, values[points.ravel()])
        for axis in range(3):
            wanted = coils.summed @ (coils.normals[:, axis, None] * values)
            assert found[:, axis] == pytest.approx(wanted[sensors])
