"""Figures of a noise covariance, drawn for ``plot_cov`` and ``Covariance.plot``."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from leadfield import figures
from leadfield.covariance.by_type import covariance_by_type, rank_by_type

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from leadfield.covariance.noise import NoiseCovariance
    from leadfield.recording.info import MeasurementInfo


def covariance_figures(
    noise: NoiseCovariance,
    info: MeasurementInfo,
    *,
    exclude: str | Collection[str],
    colorbar: bool,
    proj: bool,
    show_svd: bool,
    show: bool,
) -> tuple[Figure, Figure | None]:
    """Images of the covariance by channel type and, if wanted, its spectrum."""
    blocks = covariance_by_type(noise, info, exclude=exclude, project=proj)
    images = figures.covariance.draw_covariance_images(blocks, colour_bar=colorbar, show=show)
    if not show_svd:
        return figures.canvas.show_figure(images, show=show), None
    ranks = rank_by_type(noise, info, exclude=exclude)
    spectra = figures.covariance.draw_covariance_spectra(blocks, ranks, show=show)
    return figures.canvas.show_figure(images, show=False), figures.canvas.show_figure(
        spectra, show=show
    )
