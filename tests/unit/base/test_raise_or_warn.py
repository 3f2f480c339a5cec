"""``on_missing`` and the like."""

import pytest

from leadfield.base.errors import ChannelError, InputError
from leadfield.base.raise_or_warn import raise_or_warn


def test_raise_says_how_to_go_on():
    with pytest.raises(ChannelError, match=r"gone \(on_missing='warn' goes on without\)"):
        raise_or_warn("on_missing", "raise", "gone", ChannelError)


def test_warn_warns():
    with pytest.warns(RuntimeWarning, match="gone"):
        raise_or_warn("on_missing", "warn", "gone")


def test_ignore_does_nothing():
    raise_or_warn("on_missing", "ignore", "gone")


def test_anything_else_is_an_error():
    with pytest.raises(InputError, match="on_missing must be one of 'raise', 'warn', 'ignore'"):
        raise_or_warn("on_missing", "never", "gone")
