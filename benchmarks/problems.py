"""Make problems of any size, as files that both packages read: python problems.py FOLDER.

Sources of free orientation on a half sphere, magnetometers on a wider one, noise that is not
white.
"""

import json
import sys
from pathlib import Path

import numpy as np

import leadfield
from leadfield.api.forward.forward import Forward
from leadfield.forward.model import ForwardModel
from leadfield.recording.create import create_measurement_info
from leadfield.recording.frames import Frame, Transform
from leadfield.sources.space import LEFT, RIGHT, Sources, SourceSpace, SpaceKind

# Sources of both hemispheres.
SPACINGS = {"oct-4": 516, "oct-6": 8196, "ico-5": 20484}
CHANNELS = (60, 306, 1024)
MEG, OCT_6 = 306, SPACINGS["oct-6"]
# (sources, channels): one grows while the other stays.
SIZES = [(n, MEG) for n in SPACINGS.values()] + [(OCT_6, c) for c in CHANNELS if c != MEG]
RADIUS = 0.08  # m, of the sources' half sphere
REACH = 0.06  # m, how far a source is seen


def half_sphere(n: int) -> np.ndarray:
    """``n`` unit vectors with z above 0, evenly spread."""
    i = np.arange(n) + 0.5
    height, turn = 1 - i / n, np.pi * (1 + 5**0.5) * i
    ring = np.sqrt(1 - height**2)
    return np.stack([ring * np.cos(turn), ring * np.sin(turn), height], axis=1)


def sources_of(n: int) -> Sources:
    """``n`` sources, half of them on each side."""
    points = half_sphere(n)
    spaces = [
        SourceSpace(
            kind=SpaceKind.SURFACE,
            positions=RADIUS * points[side::2],
            normals=points[side::2],
            vertices=np.arange(len(points[side::2])),
            frame=Frame.HEAD,
            surface=surface,
            subject="made",
        )
        for side, surface in ((0, LEFT), (1, RIGHT))
    ]
    return Sources(spaces=tuple(spaces))


def forward_of(n_sources: int, n_channels: int) -> ForwardModel:
    """A lead field that falls smoothly with distance, a little rough."""
    rng = np.random.default_rng(0)
    sources = sources_of(n_sources)
    sensors = 1.4 * RADIUS * half_sphere(n_channels)
    places = np.concatenate([space.positions for space in sources.spaces])
    apart = np.linalg.norm(sensors[:, None] - places, axis=2)
    seen = np.repeat(np.exp(-0.5 * (apart / REACH) ** 2), 3, axis=1)
    seen *= rng.uniform(0.5, 1.5, seen.shape)
    return ForwardModel(
        info=create_measurement_info([f"MEG {i:04}" for i in range(n_channels)], 1000.0, "mag"),
        leadfield=seen.astype(np.float32),
        sources=sources,
        free=True,
        surface_oriented=False,
        orientations=np.tile(np.eye(3), (n_sources, 1)),
        mri_to_head=Transform(source=Frame.MRI, target=Frame.HEAD, matrix=np.eye(4)),
    )


def noise_of(n_channels: int) -> np.ndarray:
    """A covariance (n_channels, n_channels) of noise that all channels share in part."""
    mixing = np.random.default_rng(1).standard_normal((n_channels, 2 * n_channels)) + 0.5
    return mixing @ mixing.T / n_channels


def main() -> None:
    """Write a forward model and a noise covariance of each size."""
    folder = Path(sys.argv[1])
    leadfield.set_log_level("error")
    for n_sources, n_channels in SIZES:
        forward = forward_of(n_sources, n_channels)
        noise = noise_of(n_channels)
        names = list(forward.info.names)
        cov = leadfield.Covariance(noise, names, [], [], nfree=10 * n_channels)
        name = f"{n_sources}-{n_channels}"
        leadfield.write_forward_solution(folder / f"{name}-fwd.fif", Forward(forward))
        leadfield.write_cov(folder / f"{name}-cov.fif", cov)
    print(json.dumps({}))


if __name__ == "__main__":
    main()
