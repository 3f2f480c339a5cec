"""The scan: what one dipole explains, against least squares source by source."""

import numpy as np
import pytest

from leadfield.trust.data_components import single_epoch_matrix
from leadfield.trust.scan import make_scan, scan_energies, white_leads, without_source


def white_columns(made):
    """The lead field of each source in white channels (rank, n_directions)."""
    model = made.model
    projector = np.eye(len(made.noise))
    for one in made.info.projections:
        projector -= one.vectors.T @ one.vectors
    white = model.whitener.matrix @ projector @ made.gain
    return white.reshape(len(white), -1, model.per_source).transpose(1, 0, 2)


@pytest.mark.parametrize("loose", [0.0, 0.3, 1.0])
@pytest.mark.parametrize("projected", [False, True])
def test_energies_are_those_of_least_squares_source_by_source(little_inverse, loose, projected):
    made = little_inverse(3, n=6, loose=loose, projected=projected)
    data = made.rng.standard_normal((len(made.noise), 7))
    projector = np.eye(len(made.noise))
    for one in made.info.projections:
        projector -= one.vectors.T @ one.vectors
    white = made.model.whitener.matrix @ projector @ data
    scan = make_scan(white_leads(made.model))
    energies = scan_energies(scan.bases, single_epoch_matrix(made.model) @ data)
    for ours, columns in zip(energies, white_columns(made), strict=True):
        fit = columns @ np.linalg.lstsq(columns, white, rcond=None)[0]
        np.testing.assert_allclose(ours, (fit**2).sum(axis=0), rtol=1e-12 * 100)


def test_white_leads_are_the_lead_field_without_priors(little_inverse):
    made = little_inverse(1, n=5, loose=0.2)
    ours = white_leads(made.model) @ made.model.fields
    np.testing.assert_allclose(ours.swapaxes(1, 2), white_columns(made), atol=1e-12)


def test_what_no_sensor_sees_is_no_direction():
    leads = np.random.default_rng(0).standard_normal((4, 3, 8))
    leads[:, 2] = leads[:, 0] - leads[:, 1]
    leads[3] = 0
    bases = make_scan(leads).bases
    rank = [np.linalg.matrix_rank(one) for one in bases]
    assert rank == [2, 2, 2, 0]
    gram = bases[:3] @ bases[:3].swapaxes(1, 2)
    np.testing.assert_allclose(np.trace(gram, axis1=1, axis2=2), 2, rtol=1e-13)


def test_a_source_taken_out_explains_nothing_more():
    rng = np.random.default_rng(2)
    scan = make_scan(rng.standard_normal((5, 3, 9)))
    components = rng.standard_normal((9, 4))
    rest = without_source(scan.bases, np.array([4, 0, 0, 2]), components)
    left = scan_energies(scan.bases, rest)
    np.testing.assert_allclose(left[[4, 0, 0, 2], range(4)], 0, atol=1e-25)
    before = scan_energies(scan.bases, components)[[4, 0, 0, 2], range(4)]
    np.testing.assert_allclose((rest**2).sum(axis=0) + before, (components**2).sum(axis=0))
