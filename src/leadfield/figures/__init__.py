"""Two-dimensional figures of sensors, covariance and time courses; loaded at first use."""

from typing import TYPE_CHECKING

from leadfield.base.lazy import loading

if TYPE_CHECKING:
    from leadfield.figures import butterfly as butterfly
    from leadfield.figures import canvas as canvas
    from leadfield.figures import covariance as covariance
    from leadfield.figures import image as image
    from leadfield.figures import joint as joint
    from leadfield.figures import moments as moments
    from leadfield.figures import snr as snr
    from leadfield.figures import topomap as topomap
    from leadfield.figures import trials as trials
    from leadfield.figures import units as units
    from leadfield.figures import white as white

__getattr__, __dir__, __all__ = loading(
    __name__,
    {},
    [
        "butterfly",
        "canvas",
        "covariance",
        "image",
        "joint",
        "moments",
        "snr",
        "topomap",
        "trials",
        "units",
        "white",
    ],
)
