"""Damaged files of sources, forward models and inverse operators: an answer or a FormatError."""

import numpy as np
import pytest

from leadfield.api.forward.forward import read_forward_solution
from leadfield.api.inverse.inverse_operator import read_inverse_operator
from leadfield.api.sources.source_spaces import SourceSpaces, read_source_spaces
from leadfield.base.errors import FormatError
from leadfield.fif.reader import FifFile
from leadfield.forward.fif.write_forward import write_forward
from leadfield.inverse.depth_prior import DepthWeighting
from leadfield.inverse.fif import write_inverse
from leadfield.inverse.make import make_inverse
from leadfield.inverse.orientation_prior import loose_by_kind
from leadfield.inverse.source_prior import SourcePrior

READERS = {
    "src": read_source_spaces,
    "fwd": read_forward_solution,
    "inv": read_inverse_operator,
}


@pytest.fixture
def written(problem, tmp_path):
    """Whole files of a mixed source space, and of what is made of it."""
    forward = problem.forwards["mixed"]
    share = loose_by_kind(forward.sources, "auto")
    inverse = make_inverse(
        problem.info, forward, problem.noise, prior=SourcePrior(loose=share, depth=DepthWeighting())
    )
    SourceSpaces(forward.sources).save(tmp_path / "a-src.fif")
    write_forward(tmp_path / "a-fwd.fif", forward, overwrite=False)
    write_inverse(tmp_path / "a-inv.fif", inverse)
    return {kind: tmp_path / f"a-{kind}.fif" for kind in READERS}


def damages(path, rng, count):
    """Copies of the file with a header, a payload or a tail that is not as it was."""
    whole = path.read_bytes()
    with FifFile(path) as fif:
        tags = fif.tags
    for _ in range(count):
        content = bytearray(whole)
        tag = tags[rng.integers(len(tags))]
        match rng.integers(3):
            case 0:
                content[tag.offset + rng.integers(16)] = rng.integers(256)
            case 1 if tag.size:
                for at in (
                    rng.integers(min(tag.size, 64)),
                    tag.size - 1 - rng.integers(min(tag.size, 8)),
                ):
                    content[tag.payload + at] = rng.integers(256)
            case _:
                del content[rng.integers(1, len(content)) :]
        yield bytes(content)


@pytest.mark.parametrize("kind", READERS)
@pytest.mark.filterwarnings("ignore:.*:RuntimeWarning")
def test_any_damage_gives_an_answer_or_a_format_error(written, kind, tmp_path):
    path = tmp_path / f"damaged-{kind}.fif"
    refused = 0
    for content in damages(written[kind], np.random.default_rng(3), 150):
        path.write_bytes(content)
        try:
            READERS[kind](path, verbose="error")
        except FormatError:
            refused += 1
    assert refused > 50
