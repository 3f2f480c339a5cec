"""What is added to a table works everywhere at once: a class and a line, no other place."""

from dataclasses import dataclass, replace
from typing import ClassVar

import numpy as np
import pytest

import leadfield
from leadfield.api.inverse.inverse_operator import InverseOperator
from leadfield.base.errors import InputError
from leadfield.covariance.estimators import ESTIMATORS, Empirical, Estimator
from leadfield.inverse.methods import METHODS, Method, solve_minimum_norm
from leadfield.minimum_norm import apply_inverse, apply_inverse_cov, prepare_inverse_operator
from leadfield.recording import formats
from leadfield.recording.create import create_measurement_info
from leadfield.recording.raw import RawRecording
from leadfield.recording.samples import ArraySamples


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaledNorm(Method):
    """Minimum-norm currents times a factor."""

    quantity: ClassVar[str] = "Scaled current"
    unit: ClassVar[str] = "A·m"
    factor: float = 2.0

    def solve(self, model, lambda2):
        """The scaled solution."""
        plain = solve_minimum_norm(model, lambda2)
        return replace(plain, weights=self.factor * plain.weights)


@dataclass(frozen=True, slots=True, kw_only=True)
class TwiceEmpirical(Estimator):
    """The empirical estimator under another name, with an option that must be positive."""

    strength: float = 1.0

    def select_model(self, samples, groups, folds):
        """The empirical model."""
        return Empirical().select_model(samples, groups, folds)


@pytest.fixture
def problem(little_inverse):
    made = little_inverse(3)
    data = made.rng.standard_normal((len(made.info.names), 5))
    return InverseOperator(made.model), leadfield.EvokedArray(data, leadfield.Info(made.info))


class TestAFifthMethod:
    @pytest.fixture(autouse=True)
    def _added(self, monkeypatch):
        monkeypatch.setitem(METHODS, "scaled", ScaledNorm)

    def test_is_applied_and_says_what_its_values_are(self, problem):
        inverse, evoked = problem
        plain = apply_inverse(evoked, inverse, method="MNE")
        scaled = apply_inverse(evoked, inverse, method="scaled", method_params={"factor": 3})
        np.testing.assert_allclose(scaled.data, 3 * plain.data, rtol=1e-12)
        assert scaled.value.axes.quantity == "Scaled current"

    def test_is_prepared_and_gives_power(self, problem):
        inverse, evoked = problem
        ready = prepare_inverse_operator(inverse, 1, 1 / 9, "scaled")
        cov = leadfield.Covariance(np.eye(len(evoked.ch_names)), evoked.ch_names, [], [], 10)
        power = apply_inverse_cov(cov, evoked.info, ready, method="scaled", prepared=True)
        plain = apply_inverse_cov(cov, evoked.info, inverse, method="MNE")
        np.testing.assert_allclose(power.data, 4 * plain.data, rtol=1e-12)

    def test_has_its_options_checked_and_is_listed(self, problem):
        inverse, evoked = problem
        with pytest.raises(InputError, match="'factor', got 'power'"):
            apply_inverse(evoked, inverse, method="scaled", method_params={"power": 1})
        with pytest.raises(InputError, match="'eLORETA', 'scaled'"):
            apply_inverse(evoked, inverse, method="unheard")


class TestAnEstimator:
    @pytest.fixture(autouse=True)
    def _added(self, monkeypatch):
        monkeypatch.setitem(ESTIMATORS, "twice", TwiceEmpirical)

    @pytest.fixture
    def epochs(self):
        info = leadfield.create_info(["Fz", "Cz", "Pz"], 100.0, "eeg")
        data = 1e-6 * np.random.default_rng(0).standard_normal((20, 3, 50))
        return leadfield.EpochsArray(data, info, tmin=-0.5, baseline=(None, None), proj=False)

    def test_is_estimated_and_compared(self, epochs):
        options = {"method": ["twice", "shrunk"], "method_params": {"twice": {"strength": 2.0}}}
        found = leadfield.compute_covariance(epochs, return_estimators=True, **options)
        assert {one["method"] for one in found} == {"twice", "shrunk"}

    def test_has_its_options_checked(self, epochs):
        with pytest.raises(InputError, match="strength"):
            leadfield.compute_covariance(
                epochs, method="twice", method_params={"twice": {"power": 2.0}}
            )


def test_a_file_format_is_opened_by_its_ending(monkeypatch, tmp_path):
    def open_table(path):
        data = np.loadtxt(path, delimiter=",").T
        info = create_measurement_info(["Fz", "Cz"], 100.0, "eeg")
        return RawRecording(info=info, samples=ArraySamples(data), files=(path,))

    table = formats.FileFormat(name="table", endings=(".csv",), open_raw=open_table)
    monkeypatch.setattr(formats, "FORMATS", (*formats.FORMATS, table))
    np.savetxt(tmp_path / "two.csv", np.arange(6.0).reshape(3, 2), delimiter=",")
    raw = leadfield.io.read_raw(tmp_path / "two.csv")
    np.testing.assert_array_equal(raw.get_data(), [[0, 2, 4], [1, 3, 5]])
    (tmp_path / "two.dat").write_bytes(bytes(9))
    with pytest.raises(InputError, match=r"'\.fif\.gz', '\.csv'"):
        leadfield.io.read_raw(tmp_path / "two.dat")
