"""Law: a head map shows what the sensors measured, and nothing stronger beyond them."""

import numpy as np
import pytest

from leadfield.figures.interpolation import (
    MapInterpolation,
    hull,
    inside_polygon,
    interpolate_sites,
)
from leadfield.figures.sensors import project_azimuthal

EXTRAPOLATIONS = ("head", "local", "box")


def directions(count, *, lowest, seed):
    """Sites spread over a cap or a helmet, as irregular as electrodes are."""
    i = np.arange(count) + 0.5
    height = 1 - (1 - lowest) * i / count
    turn = np.pi * (1 + 5**0.5) * i
    side = np.sqrt(1 - height**2)
    around = np.c_[side * np.cos(turn), side * np.sin(turn), height]
    around += 0.2 / np.sqrt(count) * np.random.default_rng(seed).normal(size=around.shape)
    return around / np.linalg.norm(around, axis=1, keepdims=True)


def sites_of(kind, count, seed):
    lowest = {"eeg": -0.1, "mag": -0.35}[kind]
    flat = project_azimuthal(directions(count, lowest=lowest, seed=seed))
    return flat / max(1.0, np.linalg.norm(flat, axis=1).max() / 1.06)


@pytest.mark.parametrize("count", [32, 64, 102, 306])
@pytest.mark.parametrize("kind", ["eeg", "mag"])
@pytest.mark.parametrize("extrapolate", EXTRAPOLATIONS)
@pytest.mark.parametrize("method", ["cubic", "linear", "nearest"])
def test_the_map_at_a_sensor_is_its_value(kind, count, extrapolate, method):
    rng = np.random.default_rng(count)
    for seed in range(5):
        sites = sites_of(kind, count, seed)
        how = MapInterpolation(extrapolate=extrapolate, method=method)
        values = rng.normal(size=count)
        found = interpolate_sites(sites, sites, how, 1.1).at_points(values)
        assert np.abs(found - values).max() < 0.01 * np.abs(values).max()


@pytest.mark.parametrize("count", [32, 102, 306])
@pytest.mark.parametrize("extrapolate", EXTRAPOLATIONS)
@pytest.mark.parametrize("border", [None, 0.0])
def test_beyond_the_sensors_nothing_is_stronger_than_at_one(count, extrapolate, border):
    ticks = np.linspace(-1.2, 1.2, 81)
    points = np.stack(np.meshgrid(ticks, ticks), axis=-1).reshape(-1, 2)
    for seed in range(5):
        sites = sites_of("eeg", count, seed)
        beyond = ~inside_polygon(points, hull(sites))
        values = np.random.default_rng(seed).normal(size=count)
        how = MapInterpolation(extrapolate=extrapolate, border=border)
        found = interpolate_sites(sites, points, how, 1.1).at_points(values)
        assert np.abs(found[beyond]).max() <= np.abs(values).max() + 1e-12


@pytest.mark.parametrize("count", [32, 64, 102, 306])
def test_between_sensors_white_noise_overshoots_little(count):
    ticks = np.linspace(-1.1, 1.1, 111)
    points = np.stack(np.meshgrid(ticks, ticks), axis=-1).reshape(-1, 2)
    overshoots = []
    for seed in range(10):
        sites = sites_of("mag", count, seed)
        values = np.random.default_rng(seed).normal(size=count)
        inside = inside_polygon(points, hull(sites))
        flat = interpolate_sites(sites, points[inside], MapInterpolation(extrapolate="local"), 1.1)
        found = flat.at_points(values)
        most = max(found.max() - values.max(), values.min() - found.min(), 0)
        overshoots.append(most / np.ptp(values))
    assert np.mean(overshoots) < 0.04
    assert max(overshoots) < 0.2
