"""File names of BIDS: entities, suffix and extension."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import final

from leadfield.base.errors import InputError

ENTITY = re.compile(r"([a-zA-Z]+)-([a-zA-Z0-9+]+)")
SUFFIX = re.compile(r"[a-zA-Z0-9]+")


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class BidsName:
    """A file's name taken apart: its entities in order, its suffix, its extension with the dot."""

    entities: tuple[tuple[str, str], ...]
    suffix: str
    extension: str

    def __getitem__(self, key: str) -> str | None:
        """The value of an entity, None if the name has none."""
        return dict(self.entities).get(key)

    def applies_to(self, entities: Mapping[str, str], *, ignored: Collection[str] = ()) -> bool:
        """Whether a file of this name is about all that has these entities."""
        return all(entities.get(key) == value for key, value in self.entities if key not in ignored)


def parse_name(name: str) -> BidsName:
    """Take a file's name apart, or say why it is none of BIDS's."""
    stem, dot, extension = name.partition(".")
    *pairs, suffix = stem.split("_")
    found = [ENTITY.fullmatch(pair) for pair in pairs]
    if not SUFFIX.fullmatch(suffix) or not all(found):
        msg = f"a name must be entities such as sub-01 and a suffix, joined by _, got {name!r}"
        raise InputError(msg)
    entities = tuple((match[1], match[2]) for match in found if match)
    keys = [key for key, _ in entities]
    twice = sorted({key for key in keys if keys.count(key) > 1})
    if twice:
        msg = f"an entity must come once in a name, {twice[0]!r} comes twice in {name!r}"
        raise InputError(msg)
    return BidsName(entities=entities, suffix=suffix, extension=dot + extension)
