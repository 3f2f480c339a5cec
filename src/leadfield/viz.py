"""Figures and brains."""

from leadfield.base.lazy import loading

__getattr__, __dir__, __all__ = loading(
    __name__,
    {
        "api.brain": ["Brain"],
        "api.covariance_figures": ["plot_cov"],
        "api.evoked_figures": ["plot_evoked", "plot_evoked_image", "plot_evoked_white"],
        "api.trial_figures": ["plot_drop_log", "plot_events"],
        "api.source_estimate": ["plot_source_estimates", "plot_vector_source_estimates"],
        "api.snr_figures": ["plot_snr_estimate"],
        "api.topomap_figures": ["plot_evoked_joint", "plot_evoked_topomap"],
    },
)
