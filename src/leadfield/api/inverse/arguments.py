"""Arguments of inverse functions that are closed sets, for type checkers and completion."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeAlias, TypedDict

from numpy.typing import ArrayLike, NDArray

if TYPE_CHECKING:
    from leadfield.api.inverse.regularisation import Regularisation
    from leadfield.api.labels.label import BiHemiLabel, Label

# "auto" asks the data, of which a Regularisation is the answer.
Lambda2: TypeAlias = "float | Literal['auto'] | Regularisation"
PickOri = Literal["normal", "vector"]
MethodParams = Mapping[str, Any]

Loose = Literal["auto"] | float | Mapping[str, float]


class DepthOptions(TypedDict, total=False):
    """Options of depth weighting, see :func:`make_inverse_operator`."""

    exp: float | None
    limit: float | None
    limit_depth_chs: bool | Literal["whiten"]
    combine_xyz: Literal["spectral", "fro"]
    allow_fixed_depth: bool


Depth = float | DepthOptions | None


class SourceMap(Protocol):
    """An estimate: values of the sources at these vertices of each source space."""

    @property
    def vertices(self) -> Sequence[NDArray[Any]]:
        """Vertices of each space, in growing order."""

    @property
    def data(self) -> NDArray[Any]:
        """Values (n_vertices, n_times)."""


SourceCov: TypeAlias = "ArrayLike | SourceMap | Sequence[tuple[Label | BiHemiLabel, float]]"
