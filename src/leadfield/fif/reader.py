"""An open FIF file: its tree, and its tags' values by block and kind."""

from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import numpy as np
from numpy.typing import NDArray

from leadfield.base.arrays import Floats
from leadfield.base.errors import FormatError
from leadfield.base.files import existing
from leadfield.base.log import warn
from leadfield.fif import decode
from leadfield.fif.kinds import Kind, named
from leadfield.fif.source import Source
from leadfield.fif.tags import Tag, find_tags
from leadfield.fif.tree import Node, build

if TYPE_CHECKING:
    from scipy.sparse import csc_array, csr_array


class FifFile:
    """A FIF file opened for reading; use it in a ``with`` block.

    Values are asked for by block and tag kind. A getter returns ``default`` where the
    block has no such tag, and raises :class:`FormatError` where there is no default.

    Parameters
    ----------
    path
        The file, plain or ``.gz``.
    cut_is_fine
        Whether a missing tail is the caller's to report; otherwise it is warned about.
    """

    def __init__(self, path: str | Path, *, cut_is_fine: bool = False) -> None:
        self.path = existing(path)
        self.source = Source(self.path)
        try:
            self.tags, self.cut = find_tags(self.source)
            self.tree = build(self.source, self.tags)
        except FormatError:
            self.source.close()
            raise
        if self.cut and not cut_is_fine:
            warn(f"{self.path} ends inside a tag: only what is whole was read")

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

    def block(self, kind: int, *, inside: Node | None = None) -> Node:
        """The first block of a kind, or an error that names what is there."""
        found = (inside or self.tree).find(kind)
        if found:
            return found[0]
        here = sorted({n.name for n in self.tree.walk() if n is not self.tree})
        wanted = Node(kind=kind).name
        problem = f"the file must hold a {wanted} block, it has {', '.join(here) or 'none'}"
        raise FormatError(self.path, problem)

    def _need(self, node: Node, kind: int) -> Tag:
        tag = node.tag(kind)
        if tag is None:
            raise self.lacks(node, f"a {named(Kind, kind)} tag")
        return tag

    def array(self, node: Node, kind: int, default: Any = ...) -> NDArray[Any]:
        """Numbers or structures of a tag, one-dimensional, in the file's own type."""
        tag = node.tag(kind)
        if tag is None and default is not ...:
            return default  # type: ignore[no-any-return]
        return decode.numbers(self.source, tag or self._need(node, kind))

    def integers(self, node: Node, kind: int, default: Any = ...) -> NDArray[np.int64]:
        """Whole numbers of a tag."""
        values = self.array(node, kind, default)
        if values is default:
            return values
        if values.dtype.kind not in "iu":
            raise self.wrong(self._need(node, kind), "whole numbers must come")
        return values.astype(np.int64)

    def reals(self, node: Node, kind: int, default: Any = ...) -> Floats:
        """Real numbers of a tag, as float64."""
        values = self.array(node, kind, default)
        if values is default:
            return values
        if values.dtype.kind not in "iuf":
            raise self.wrong(self._need(node, kind), "real numbers must come")
        return values.astype(np.float64)

    def integer(self, node: Node, kind: int, default: Any = ...) -> int:
        """One whole number."""
        values = self.integers(node, kind, default)
        return default if values is default else self._single(node, kind, values)  # type: ignore[no-any-return]

    def real(self, node: Node, kind: int, default: Any = ...) -> float:
        """One real number."""
        values = self.reals(node, kind, default)
        return default if values is default else self._single(node, kind, values)  # type: ignore[no-any-return]

    def _single(self, node: Node, kind: int, values: NDArray[Any]) -> Any:
        if values.size != 1:
            problem = f"one number must come, got {values.size}"
            raise self.wrong(self._need(node, kind), problem)
        return values[0].item()

    def text(self, node: Node, kind: int, default: Any = ...) -> str:
        """A string."""
        tag = node.tag(kind)
        if tag is None and default is not ...:
            return default  # type: ignore[no-any-return]
        return decode.text(self.source, tag or self._need(node, kind))

    def names(self, node: Node, kind: int, default: Any = ...) -> list[str]:
        """A list of names, kept in one string with colons between them."""
        value = self.text(node, kind, default)
        if value is default:
            return value  # type: ignore[return-value]
        return [n.replace("{COLON}", ":") for n in value.split(":")] if value else []

    def matrix(self, node: Node, kind: int, default: Any = ...) -> NDArray[Any]:
        """A dense matrix in the file's own precision."""
        tag = node.tag(kind)
        if tag is None and default is not ...:
            return default  # type: ignore[no-any-return]
        return decode.matrix(self.source, tag or self._need(node, kind))

    def sparse(self, node: Node, kind: int, default: Any = ...) -> "csr_array | csc_array":
        """A sparse matrix."""
        tag = node.tag(kind)
        if tag is None and default is not ...:
            return default  # type: ignore[no-any-return]
        return decode.sparse(self.source, tag or self._need(node, kind))
