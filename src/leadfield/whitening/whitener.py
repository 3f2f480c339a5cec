"""The whitener as a value: what makes the noise white on the subspace it lives in."""

from dataclasses import dataclass

from leadfield.base.arrays import Floats, locked


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Whitener:
    """``W`` (rank, n_channels) with W C Wᵀ = I, projections included.

    ``matrix`` has orthogonal rows scaled to white noise, one per dimension of the
    noise's subspace; ``square`` (n_channels, n_channels) turned back into channel
    space, as pictures of whitened channels need it.
    """

    names: tuple[str, ...]
    matrix: Floats
    square: Floats
    colorer: Floats  # (n_channels, rank): undoes ``matrix`` on the subspace

    def __post_init__(self) -> None:
        n = len(self.names)
        rank = len(self.matrix)
        shapes = {"matrix": (rank, n), "square": (n, n), "colorer": (n, rank)}
        for name, shape in shapes.items():
            value = locked(getattr(self, name), shape=shape, name=name)
            object.__setattr__(self, name, value)

    @property
    def rank(self) -> int:
        """Dimensions of the noise that is left after projection."""
        return len(self.matrix)
