"""Inverse operators in files: what comes back, and what is refused."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.base.errors import FormatError
from leadfield.covariance.fif import write_values
from leadfield.fif.kinds import Block, Kind
from leadfield.fif.reader import FifFile
from leadfield.fif.writer import writing
from leadfield.inverse.depth_prior import DepthWeighting
from leadfield.inverse.fif import GIVEN, read_inverse, write_inverse
from leadfield.inverse.make import make_inverse
from leadfield.inverse.orientation_prior import loose_by_kind
from leadfield.inverse.source_prior import SourcePrior
from leadfield.recording.frames import Frame
from leadfield.whitening.whitener import Whitener

STORED = 1e-6  # of the largest value: files hold single precision


@pytest.fixture
def make(problem):
    def make(kind="surface", loose="auto", depth=None, variances=None):
        forward = problem.forwards[kind]
        share = loose_by_kind(forward.sources, loose)
        prior = SourcePrior(loose=share, depth=depth, variances=variances)
        return make_inverse(problem.info, forward, problem.noise, prior=prior)

    return make


def kernel(model, lambda2=0.1):
    s = model.singular_values
    weights = 1.0 if model.leads_weighted else np.sqrt(model.source_variances)[:, None]
    white = model.fields @ model.whitener.matrix
    return weights * model.leads @ ((s / (s**2 + lambda2))[:, None] * white)


def assert_same(found, wanted):
    expected = kernel(wanted)
    np.testing.assert_allclose(kernel(found), expected, atol=STORED * np.abs(expected).max())
    for name in ("free", "methods", "units", "frame", "nave", "leads_weighted"):
        assert getattr(found, name) == getattr(wanted, name), name
    assert found.info.names == wanted.info.names
    assert [p.description for p in found.info.projections] == [
        p.description for p in wanted.info.projections
    ]
    for name in ("depth_prior", "orientation_prior", "given_prior"):
        prior = getattr(wanted, name)
        if prior is None:
            assert getattr(found, name) is None
        else:
            np.testing.assert_array_equal(getattr(found, name), prior)


@pytest.mark.parametrize("depth", [None, DepthWeighting()])
@pytest.mark.parametrize(
    ("kind", "loose"), [("surface", 0.0), ("surface", 0.2), ("volume", 1.0), ("mixed", 1.0)]
)
def test_what_is_written_comes_back(tmp_path, make, kind, loose, depth):
    model = make(kind, loose, depth)
    write_inverse(tmp_path / "a-inv.fif.gz", model)
    found = read_inverse(tmp_path / "a-inv.fif.gz")
    assert_same(found, model)
    assert len(found.singular_values) == len(model.singular_values)
    assert found.sources.kind == kind


@pytest.mark.parametrize("loose", [0.0, 0.2])
def test_a_prior_of_fmri_is_kept(tmp_path, make, loose):
    model = make("surface", loose, DepthWeighting(), np.linspace(0.1, 1, 20))
    write_inverse(tmp_path / "a-inv.fif", model)
    again = read_inverse(tmp_path / "a-inv.fif")
    assert_same(again, model)
    write_inverse(tmp_path / "b-inv.fif", again)
    assert_same(read_inverse(tmp_path / "b-inv.fif"), model)


def test_a_prior_of_fmri_may_have_one_value_a_source(tmp_path, make, monkeypatch):
    def write_once(writer, kind, data, **options):
        write_values(writer, kind, data[::3] if kind == GIVEN else data, **options)

    monkeypatch.setattr("leadfield.inverse.fif.write_values", write_once)
    model = make("surface", 0.2, None, np.linspace(0.1, 1, 20))
    write_inverse(tmp_path / "a-inv.fif", model)
    assert_same(read_inverse(tmp_path / "a-inv.fif"), model)


def test_weighted_leads_stay_weighted(tmp_path, make):
    model = make()
    leads = np.sqrt(model.source_variances)[:, None] * model.leads
    model = replace(model, leads=leads, leads_weighted=True)
    write_inverse(tmp_path / "a-inv.fif", model)
    assert_same(read_inverse(tmp_path / "a-inv.fif"), model)


def test_diagonal_noise_whitens_by_its_standard_deviations(tmp_path, make):
    """As MNE's first programs store it: no eigenvectors, projections apart."""
    model = make()
    n, k = len(model.info.channels), len(model.singular_values)
    variances = np.diag(model.noise.data)
    model = replace(
        model,
        noise=replace(model.noise, data=variances),
        whitener=Whitener(names=model.info.names, eigenvalues=variances, eigenvectors=np.eye(n)),
        fields=np.eye(k, n),
    )
    write_inverse(tmp_path / "a-inv.fif", model)
    found = read_inverse(tmp_path / "a-inv.fif")
    np.testing.assert_allclose(found.whitener.matrix, np.diag(variances**-0.5))
    assert_same(found, model)


def test_an_operator_in_mri_coordinates_stays_there(tmp_path, make):
    model = make()
    sources = model.sources.moved(model.mri_to_head.inverse())
    write_inverse(tmp_path / "a-inv.fif", replace(model, frame=Frame.MRI, sources=sources))
    assert read_inverse(tmp_path / "a-inv.fif").sources.frame == Frame.MRI


def test_old_files_may_not_say_their_unit(tmp_path, make):
    write_inverse(tmp_path / "a-inv.fif", replace(make(), units=None))
    assert read_inverse(tmp_path / "a-inv.fif").units is None


@pytest.mark.parametrize(
    ("kind", "content", "words"),
    [
        (Kind.SOURCE_ORIENTATION, 0, "orientation 1 .* it has 0"),
        (Kind.SOURCE_ORIENTATION, 1, "leads must have shape 20 x"),
        (Kind.COORD_FRAME, 1, "HEAD or MRI coordinates, it has DEVICE"),
    ],
)
def test_a_file_that_contradicts_itself_is_refused(tmp_path, make, kind, content, words):
    path = tmp_path / "a-inv.fif"
    write_inverse(path, make())
    with FifFile(path) as fif:
        tag = fif.block(Block.INVERSE_SOLUTION).tag(kind)
    damaged = bytearray(path.read_bytes())
    damaged[tag.payload : tag.payload + 4] = content.to_bytes(4, "big")
    path.write_bytes(damaged)
    with pytest.raises(FormatError, match=words):
        read_inverse(path)


def test_an_operator_without_its_noises_eigenvectors_is_refused(tmp_path, make, monkeypatch):
    monkeypatch.setattr("leadfield.inverse.fif.read_eigen", lambda *_: None)
    write_inverse(tmp_path / "a-inv.fif", make())
    with pytest.raises(FormatError, match="the eigenvectors of its 34 channels"):
        read_inverse(tmp_path / "a-inv.fif")


def test_a_file_without_an_operator_says_what_it_has(tmp_path):
    with writing(tmp_path / "a-inv.fif") as writer, writer.block(Block.MEAS):
        pass
    with pytest.raises(FormatError, match="INVERSE_SOLUTION block, it has MEAS"):
        read_inverse(tmp_path / "a-inv.fif")


@pytest.mark.parametrize("value", [np.nan, np.inf, 1e38, -1e38])
@pytest.mark.parametrize("name", ["singular_values", "fields", "leads", "orientations"])
def test_numbers_that_cannot_be_are_refused(tmp_path, make, name, value):
    model = make()
    numbers = getattr(model, name).copy()
    numbers.flat[0] = value
    write_inverse(tmp_path / "a-inv.fif", replace(model, **{name: numbers}))
    with pytest.raises(FormatError, match="must hold finite"):
        read_inverse(tmp_path / "a-inv.fif")


@pytest.mark.parametrize("value", [np.nan, 1e38, -1.0, 1e-310])
@pytest.mark.parametrize("name", ["source_variances", "depth_prior", "orientation_prior"])
def test_variances_of_sources_that_cannot_be_are_refused(tmp_path, make, name, value):
    model = make(loose=0.2, depth=DepthWeighting())
    variances = getattr(model, name).copy()
    variances[0] = value
    write_inverse(tmp_path / "a-inv.fif", replace(model, **{name: variances}))
    with pytest.raises(FormatError, match="variances"):
        read_inverse(tmp_path / "a-inv.fif")


def test_an_operator_whose_noise_has_no_dimension_is_refused(tmp_path, make, monkeypatch):
    n = len(make().noise.names)
    monkeypatch.setattr("leadfield.inverse.fif.read_eigen", lambda *_: (-np.ones(n), np.eye(n)))
    write_inverse(tmp_path / "a-inv.fif", make())
    with pytest.raises(FormatError, match="singular values above 0"):
        read_inverse(tmp_path / "a-inv.fif")


@pytest.mark.parametrize("weighted", [False, True])
def test_leads_longer_than_their_sources_are_refused(tmp_path, make, weighted):
    model = make()
    scales = np.sqrt(model.source_variances)[:, None] if weighted else 1.0
    leads = 1.1 * np.ones_like(model.leads) * scales
    write_inverse(tmp_path / "a-inv.fif", replace(model, leads=leads, leads_weighted=weighted))
    with pytest.raises(FormatError, match="leads of unit length"):
        read_inverse(tmp_path / "a-inv.fif")
