"""Progress is shown on terminals only, one display at a time."""

import io

import pytest

from leadfield.base.progress import tracked, working


class Terminal(io.StringIO):
    """A stream that a person is watching."""

    def isatty(self):
        return True


@pytest.fixture
def watched(monkeypatch):
    """Function that puts a terminal in place; pytest has its own until the test runs."""

    def watch():
        stream = Terminal()
        monkeypatch.setattr("sys.stderr", stream)
        monkeypatch.setenv("TERM", "xterm")
        return stream

    return watch


def test_everything_passes_through_a_bar(watched):
    terminal = watched()
    assert list(tracked(range(5), "Counting")) == [0, 1, 2, 3, 4]
    assert "Counting" in terminal.getvalue()


def test_nothing_is_shown_where_nobody_watches(capsys):
    with working("Thinking"):
        assert list(tracked("ab", "Reading")) == ["a", "b"]
    assert capsys.readouterr().err == ""


def test_a_part_does_not_write_over_the_whole(watched):
    terminal = watched()
    with working("The whole"):
        assert list(tracked("ab", "A part")) == ["a", "b"]
    assert "The whole" in terminal.getvalue()
    assert "A part" not in terminal.getvalue()


def test_a_failure_frees_the_display(watched):
    terminal = watched()
    with pytest.raises(ValueError, match="no"), working("First"):
        raise ValueError("no")  # noqa: EM101
    with working("Second"):
        pass
    assert "Second" in terminal.getvalue()
