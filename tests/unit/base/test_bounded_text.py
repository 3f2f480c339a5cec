"""Numbers and JSON out of text: what is read, and what is refused before it costs memory."""

import numpy as np
import pytest

from leadfield.base.bounded_text import CHUNK, chunks_of_lines, parse_json, parse_numbers


class TestChunks:
    @pytest.mark.parametrize("end", [b"\n", b"\r", b"\r\n"])
    def test_are_whole_lines_that_make_the_text(self, end):
        content = end.join(b"%d" % i for i in range(50_000))
        chunks = list(chunks_of_lines(content))
        assert len(chunks) > 2
        assert b"".join(chunks) == content
        assert all(chunk.endswith((b"\n", b"\r")) for chunk in chunks[:-1])

    def test_of_an_endless_line_are_refused(self):
        with pytest.raises(ValueError, match="shorter than"):
            list(chunks_of_lines(b"1 " * CHUNK))


class TestNumbers:
    def test_are_all_that_stand_in_a_text(self):
        content = "\n".join(f"{i} {-i / 8}" for i in range(20_000)).encode()
        expected = np.column_stack([np.arange(20_000), -np.arange(20_000) / 8]).ravel()
        np.testing.assert_array_equal(parse_numbers(content), expected)

    def test_of_an_empty_text_are_none(self):
        assert parse_numbers(b" \n").shape == (0,)

    def test_that_are_words_are_refused(self):
        with pytest.raises(ValueError, match="ear"):
            parse_numbers(b"1 ear")


class TestJson:
    @pytest.mark.parametrize("text", ['{"a": [1, null]}', '"\\ud83e\\udde0"', "[]"])
    def test_is_what_stands_there(self, text):
        assert parse_json(text) is not None

    @pytest.mark.parametrize(
        "text",
        ["[" * 3000, "{", '["\\ud800"]', "[" + "1," * 2**21 + "1]", "[" + "[]," * 2**21 + "1]"],
        ids=["deep", "cut", "half a letter", "many numbers", "many lists"],
    )
    def test_is_refused(self, text):
        with pytest.raises(ValueError, match=r"JSON|Expecting|surrogates"):
            parse_json(text)
