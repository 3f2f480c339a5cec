"""What users type: MNE-Python's names over the stages' functions. The brain loads at first use."""

from typing import TYPE_CHECKING

from leadfield.base.lazy import loading

if TYPE_CHECKING:
    from leadfield.api import brain as brain

__getattr__, __dir__, __all__ = loading(__name__, {}, ["brain"])
