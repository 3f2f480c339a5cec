"""FIF reader: an open file, its tree, and the values of tags by block and kind."""

from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING, Any, Self, TypeVar, cast

import numpy as np
from numpy.typing import NDArray

from leadfield.base.arrays import Floats
from leadfield.base.errors import FormatError
from leadfield.base.files import existing
from leadfield.base.log import warn
from leadfield.fif import decode
from leadfield.fif.kinds import Kind, kind_name
from leadfield.fif.source import Source
from leadfield.fif.streams import content_of, is_stream
from leadfield.fif.tags import Cut, Tag, find_tags
from leadfield.fif.tree import Node, build_tree

if TYPE_CHECKING:
    from scipy.sparse import csc_array, csr_array

T = TypeVar("T")
# No quantity of the field is as large in any of its units, and squares of it fit float32.
MOST = 1e15


class FifFile:
    """A FIF file opened for reading; use it in a ``with`` block.

    Values are asked for by block and tag kind. A getter returns ``default`` where the
    block has no such tag, and raises :class:`FormatError` where there is no default.

    Parameters
    ----------
    path
        The file, plain or ``.gz``, or a file-like object, of which all bytes are read at once.
    cut_is_fine
        Whether a missing tail is the caller's to report; otherwise it is warned about.
    """

    def __init__(self, path: str | Path | IO[bytes], *, cut_is_fine: bool = False) -> None:
        if is_stream(path):
            self.path, content = content_of(path)
            self.source = Source(self.path, content)
        else:
            self.path = existing(path)
            self.source = Source(self.path)
        try:
            self.tags, self.cut = find_tags(self.source)
            self.tree = build_tree(self.source, self.tags)
        except FormatError:
            self.source.close()
            raise
        if self.cut is not None and not cut_is_fine:
            where = "inside a tag, or in zeros that nobody wrote over"
            warn(f"{self.path} ends {where}: only what is whole was read")

    @classmethod
    def of_tree(cls, source: Source, tree: Node, cut: Cut | None) -> Self:
        """A file whose tags were found in another way, or of which some are left out."""
        made = cls.__new__(cls)
        made.path, made.source, made.tree, made.cut = source.path, source, tree, cut
        made.tags = [tag for node in tree.walk() for tag in node.tags]
        return made

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.source.close()

    def wrong(self, tag: Tag, problem: str) -> FormatError:
        """The error for a tag that does not hold what it should."""
        return decode.wrong(self.source, tag, problem)

    def lacks(self, node: Node, what: str) -> FormatError:
        """The error for a block without something it must hold."""
        offset = node.tags[0].offset if node.tags else None
        return FormatError(self.path, f"a {node.name} block must hold {what}", offset=offset)

    def check_numbers(
        self,
        node: Node,
        what: str,
        values: NDArray[Any],
        *,
        least: float = -MOST,
        most: float = MOST,
    ) -> None:
        """Raise unless a block's numbers are finite and of a size that can be."""
        # Not the largest absolute value, which takes a copy. NaN is larger than no limit.
        if values.size and not (values.min() >= least and values.max() <= most):
            have = f"it has {values.min():g} to {values.max():g}"
            raise self.lacks(node, f"finite {what} from {least:g} to {most:g}, {have}")

    def block(self, kind: int, *, inside: Node | None = None) -> Node:
        """The first block of a kind, or an error that names what is there."""
        found = (inside or self.tree).find(kind)
        if found:
            return found[0]
        here = sorted({n.name for n in self.tree.walk() if n is not self.tree})
        wanted = Node(kind=kind).name
        problem = f"the file must hold a {wanted} block, it has {', '.join(here) or 'none'}"
        raise FormatError(self.path, problem)

    def _get(self, node: Node, kind: int, default: Any, decoded: Callable[[Source, Tag], T]) -> T:
        tag = node.tag(kind)
        if tag is not None:
            return decoded(self.source, tag)
        if default is ...:
            raise self.lacks(node, f"a {kind_name(Kind, kind)} tag")
        return cast("T", default)

    def array(self, node: Node, kind: int, default: Any = ...) -> NDArray[Any]:
        """Numbers or structures of a tag, one-dimensional, in the file's own type."""
        return self._get(node, kind, default, decode.numbers)

    def integers(self, node: Node, kind: int, default: Any = ...) -> NDArray[np.int64]:
        """Whole numbers of a tag."""
        return self._get(node, kind, default, decode.integers)

    def reals(self, node: Node, kind: int, default: Any = ...) -> Floats:
        """Real numbers of a tag, as float64."""
        return self._get(node, kind, default, decode.reals)

    def integer(self, node: Node, kind: int, default: Any = ...) -> int:
        """One whole number."""
        return self._get(node, kind, default, decode.integer)

    def real(self, node: Node, kind: int, default: Any = ...) -> float:
        """One real number."""
        return self._get(node, kind, default, decode.real)

    def text(self, node: Node, kind: int, default: Any = ...) -> str:
        """A string."""
        return self._get(node, kind, default, decode.text)

    def names(self, node: Node, kind: int, default: Any = ...) -> list[str]:
        """A list of names, kept in one string with colons between them."""
        return self._get(node, kind, default, decode.names)

    def matrix(self, node: Node, kind: int, default: Any = ...) -> NDArray[Any]:
        """A dense matrix in the file's own precision."""
        return self._get(node, kind, default, decode.matrix)

    def sparse(self, node: Node, kind: int, default: Any = ...) -> "csr_array | csc_array":
        """A sparse matrix."""
        return self._get(node, kind, default, decode.sparse)
