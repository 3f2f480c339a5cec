"""Numbers that FIF gives a meaning, as far as leadfield knows."""

from leadfield.fif.kinds import Block, Kind, Type


def _numbers(named: type[Block | Kind | Type]) -> frozenset[int]:
    return frozenset(number for name, number in vars(named).items() if name.isupper())


BLOCKS, KINDS, TYPES = _numbers(Block), _numbers(Kind), _numbers(Type)
