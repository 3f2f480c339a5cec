"""Inverse operators and source estimates: MNE, dSPM, sLORETA, eLORETA."""

from leadfield.base.lazy import loading

__getattr__, __dir__, __all__ = loading(
    __name__,
    {
        "api.apply": ["apply_inverse"],
        "api.apply_epochs": ["apply_inverse_epochs"],
        "api.apply_power": ["apply_inverse_cov", "estimate_snr"],
        "api.apply_raw": ["apply_inverse_raw"],
        "api.array_inverse": ["ArrayInverse", "make_array_inverse"],
        "api.inverse": [
            "InverseOperator",
            "compute_rank_inverse",
            "make_inverse_operator",
            "read_inverse_operator",
            "write_inverse_operator",
        ],
        "api.prepared_inverse": [
            "INVERSE_METHODS",
            "PreparedInverse",
            "prepare_inverse_operator",
        ],
    },
)
