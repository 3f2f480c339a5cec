"""Making inverse operators: the formula they stand for, and what is refused."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.base.errors import ChannelError, DataError, InputError, MismatchError
from leadfield.forward.orient import convert_orientations
from leadfield.inverse.depth_prior import DepthWeighting
from leadfield.inverse.make import make_inverse
from leadfield.inverse.orientation_prior import loose_by_kind
from leadfield.inverse.source_prior import SourcePrior


def made(problem, kind="surface", loose="auto", depth=None, **changes):
    parts = {
        "info": problem.info,
        "forward": problem.forwards[kind],
        "noise": problem.noise,
        **changes,
    }
    share = loose_by_kind(parts["forward"].sources, loose)
    return make_inverse(
        parts["info"], parts["forward"], parts["noise"], prior=SourcePrior(loose=share, depth=depth)
    )


def lead_field(problem, kind, loose, model):
    """The oriented lead field of the operator's channels."""
    forward = convert_orientations(
        problem.forwards[kind], surface_oriented=loose != 1, fixed=loose == 0, use_cps=True
    )
    return forward.leadfield[forward.channels.indices(model.info.names)].astype(float)


@pytest.mark.parametrize("depth", [None, DepthWeighting()])
@pytest.mark.parametrize(
    ("kind", "loose"),
    [("surface", 0.0), ("surface", 0.3), ("surface", 1.0), ("volume", 1.0), ("discrete", 0.5)],
)
class TestAnOperator:
    def test_decomposes_the_whitened_weighted_lead_field(self, problem, kind, loose, depth):
        model = made(problem, kind, loose, depth)
        gain = lead_field(problem, kind, loose, model)
        whitened = model.whitener.matrix @ gain * np.sqrt(model.source_variances)
        product = (model.fields.T * model.singular_values) @ model.leads.T
        np.testing.assert_allclose(product, whitened, atol=1e-13 * np.abs(whitened).max())
        n = np.eye(len(model.singular_values))
        np.testing.assert_allclose(model.fields @ model.fields.T, n, atol=1e-12)
        np.testing.assert_allclose(model.leads.T @ model.leads, n, atol=1e-12)

    def test_explains_as_much_as_there_is_noise(self, problem, kind, loose, depth):
        model = made(problem, kind, loose, depth)
        trace = np.sum(model.singular_values**2)
        np.testing.assert_allclose(trace, model.whitener.rank, rtol=1e-12)

    def test_is_the_regularised_inverse(self, problem, kind, loose, depth):
        """The kernel is R Gᵀ (G R Gᵀ + λ² C)^-1 on the noise's subspace."""
        model, lambda2 = made(problem, kind, loose, depth), 0.2
        s = model.singular_values
        left = np.sqrt(model.source_variances)[:, None] * model.leads
        kernel = left @ ((s / (s**2 + lambda2))[:, None] * (model.fields @ model.whitener.matrix))
        gain = model.whitener.matrix @ lead_field(problem, kind, loose, model)
        weighted = gain * model.source_variances
        seen = weighted @ gain.T + lambda2 * np.eye(model.whitener.rank)
        expected = weighted.T @ np.linalg.solve(seen, model.whitener.matrix)
        np.testing.assert_allclose(kernel, expected, atol=1e-11 * np.abs(expected).max())

    def test_has_variances_that_are_its_priors_scaled(self, problem, kind, loose, depth):
        model = made(problem, kind, loose, depth)
        assert model.free == (loose > 0)
        assert (model.depth_prior is None) == (depth is None)
        assert (model.orientation_prior is None) == (loose == 0)
        prior = np.ones(len(model.source_variances))
        for factor in (model.depth_prior, model.orientation_prior):
            prior *= 1 if factor is None else factor
        ratio = model.source_variances / prior
        np.testing.assert_allclose(ratio, ratio[0], rtol=1e-12)


def test_columns_of_a_turned_model_are_used_as_they_are(problem):
    turned = convert_orientations(
        problem.forwards["surface"], surface_oriented=True, fixed=False, use_cps=True
    )
    one, other = made(problem, loose=0.2, forward=turned), made(problem, loose=0.2)
    np.testing.assert_allclose(one.singular_values, other.singular_values, rtol=1e-12)
    np.testing.assert_array_equal(one.orientations, other.orientations)


def test_a_fixed_model_makes_a_fixed_inverse(problem):
    fixed = convert_orientations(
        problem.forwards["surface"], surface_oriented=True, fixed=True, use_cps=True
    )
    one, other = made(problem, loose=0.0, forward=fixed), made(problem, loose=0.0)
    np.testing.assert_allclose(one.singular_values, other.singular_values, rtol=1e-12)


def test_an_exponent_of_0_is_no_depth_weighting(problem):
    assert made(problem, depth=DepthWeighting(exp=0.0)).depth_prior is None


def test_depth_of_fixed_sources_can_be_that_of_their_normals(problem):
    one = made(problem, loose=0.0, depth=DepthWeighting(allow_fixed_depth=True))
    other = made(problem, loose=0.0, depth=DepthWeighting())
    assert one.depth_prior.shape == other.depth_prior.shape
    assert not np.allclose(one.depth_prior, other.depth_prior)


def test_channels_come_in_the_datas_order_without_bads(problem):
    names = problem.info.names
    info = problem.info.pick(np.arange(len(names))[::-1]).with_bads([names[3]])
    noise = replace(problem.noise, bads=(names[5],))
    model = made(problem, info=info, noise=noise)
    left = [name for name in names[::-1] if name not in {names[3], names[5]}]
    assert model.info.names == model.whitener.names == model.noise.names == tuple(left)
    assert model.info.bads == ()
    assert model.methods == 3


def test_methods_say_what_was_measured(problem):
    names = problem.info.names
    forward = problem.forwards["surface"]
    assert made(problem, forward=forward.picked(names[:24])).methods == 1
    assert made(problem, forward=forward.picked(names[24:])).methods == 2


def test_more_dimensions_than_columns_leave_one_component_a_column(problem):
    forward = problem.forwards["surface"].restricted([np.array([0, 4]), np.array([1])])
    model = made(problem, loose=0.0, forward=forward)
    assert model.singular_values.shape == (3,)
    assert model.fields.shape == (3, model.whitener.rank)


def test_dependent_columns_leave_no_component_of_rounding(problem):
    forward = problem.forwards["discrete"]
    values = forward.leadfield.copy()
    values[:, 3:] = values[:, :3].repeat(9, axis=1)
    model = made(problem, "discrete", forward=replace(forward, leadfield=values))
    assert model.singular_values.shape == (3,)


def test_no_channel_in_common_is_an_error_that_shows_names(problem):
    noise = replace(problem.noise, names=tuple(f"X{i}" for i in range(34)))
    with pytest.raises(ChannelError, match=r"in common, got none: data 'MEG 001'.*covariance 'X0'"):
        made(problem, noise=noise)


def test_orientations_that_the_model_lacks_are_refused(problem):
    fixed = convert_orientations(
        problem.forwards["surface"], surface_oriented=True, fixed=True, use_cps=True
    )
    with pytest.raises(MismatchError, match="makes only fixed inverses"):
        made(problem, loose=0.2, forward=fixed)
    with pytest.raises(MismatchError, match="depth weighting needs a forward model of free"):
        made(problem, loose=0.0, forward=fixed, depth=DepthWeighting())


def test_volumes_are_not_fixed(problem):
    with pytest.raises(InputError, match="loose must be 1 for volume"):
        made(problem, "mixed", loose={"surface": 0.0, "volume": 0.0})


def test_eeg_needs_its_average_reference(problem):
    info = problem.info.with_projections(problem.info.projections[:1])
    with pytest.raises(MismatchError, match=r"average reference .* or use MEG alone"):
        made(problem, info=info)
    meg = problem.forwards["surface"].picked(problem.info.names[:24])
    assert made(problem, info=info, forward=meg).methods == 1


def test_a_reference_of_ones_own_is_refused(problem):
    info = replace(problem.info, custom_reference=1)
    with pytest.raises(MismatchError, match="it has a custom one"):
        made(problem, info=info)


def test_compensation_grades_must_agree(problem):
    channels = problem.info.channels
    kinds = np.where(channels.kinds == 1, channels.coil_types + (3 << 16), channels.coil_types)
    info = replace(problem.info, channels=replace(channels, coil_types=kinds))
    with pytest.raises(MismatchError, match="got 3 and 0: call apply_gradient_compensation"):
        made(problem, info=info)


@pytest.mark.parametrize("depth", [None, DepthWeighting()])
@pytest.mark.parametrize(
    ("value", "words"), [(np.nan, "finite"), (np.inf, "finite"), (0.0, r"not .*0")]
)
def test_lead_fields_that_say_nothing_are_refused(problem, value, words, depth):
    forward = problem.forwards["surface"]
    broken = replace(forward, leadfield=np.full_like(forward.leadfield, value))
    with pytest.raises(DataError, match=words):
        made(problem, forward=broken, depth=depth)


def test_a_bad_channel_may_have_no_lead_field(problem):
    forward = problem.forwards["surface"]
    values = forward.leadfield.copy()
    values[3] = np.nan
    info = problem.info.with_bads([problem.info.names[3]])
    model = made(problem, info=info, forward=replace(forward, leadfield=values))
    assert np.isfinite(model.leads).all()
