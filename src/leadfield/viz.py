"""Figures and brains."""

from leadfield.base.lazy import loading

__getattr__, __dir__, __all__ = loading(
    __name__,
    {
        "api.brain": ["Brain"],
        "api.evoked_figures": ["plot_evoked", "plot_evoked_image", "plot_evoked_white"],
        "api.quality_figures": ["plot_cov", "plot_snr_estimate"],
        "api.trial_figures": ["plot_drop_log", "plot_events"],
        "api.topomap_figures": ["plot_evoked_joint", "plot_evoked_topomap"],
    },
)
