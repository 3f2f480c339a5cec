"""Reading recordings."""

from leadfield.base.lazy import loading

__getattr__, __dir__, __all__ = loading(
    __name__,
    {
        "api.info": ["read_info"],
        "api.raw": ["Raw"],
        "api.raw_sources": ["RawArray", "read_raw_fif"],
    },
)
