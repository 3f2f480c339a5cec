"""Text files of dipoles, and what is said of those that are none."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.base.errors import FormatError, InputError
from leadfield.forward.dipole_text import read_dipole_text, write_dipole_text
from leadfield.forward.dipoles import Dipoles

XFIT = """% CoordinateSystem "Head"
%% Name "left dipoles" Style "Dipoles"
%   begin     end  X/mm  Y/mm  Z/mm  Q(nAm) Qx(nAm) Qy(nAm) Qz(nAm)  g/%  khi^2  free
 10.0 10.0  1 2 3  5.0 3.0 4.0 0.0  80  12.5  7
 20.0 20.0  4 5 6  0.0 0.0 0.0 0.0  90  13.5  8
"""


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "some.dip"
    path.write_text(XFIT)
    return path


def test_columns_are_found_by_their_names_in_si_units(path):
    found = read_dipole_text(path)
    np.testing.assert_allclose(found.times, [0.01, 0.02])
    np.testing.assert_allclose(found.positions, [[0.001, 0.002, 0.003], [0.004, 0.005, 0.006]])
    np.testing.assert_allclose(found.amplitudes, [5e-9, 0])
    np.testing.assert_allclose(found.fit, [80, 90])
    np.testing.assert_allclose(found.chi_squared, [12.5, 13.5])
    np.testing.assert_allclose(found.n_free, [7, 8])
    assert found.name == "left"


def test_a_dipole_without_strength_has_no_direction(path):
    np.testing.assert_allclose(read_dipole_text(path).orientations, [[0.6, 0.8, 0], [0, 0, 0]])


def test_columns_may_come_in_another_order(tmp_path):
    path = tmp_path / "other.dip"
    path.write_text(
        "# g/% Q(nAm) Qx(nAm) Qy(nAm) Qz(nAm) X (mm) Y (mm) Z (mm) begin\n80 2 0 0 2 1 2 3 10\n"
    )
    found = read_dipole_text(path)
    np.testing.assert_allclose(found.positions, [[0.001, 0.002, 0.003]])
    np.testing.assert_allclose(found.orientations, [[0, 0, 1]])
    assert found.name is None


def test_dipoles_come_back(tmp_path):
    path = tmp_path / "some.dip"
    limits = {"depth": np.array([0.001]), "qlong": np.array([2e-9])}
    made = Dipoles(
        times=np.array([0.1]),
        positions=np.array([[0.01, 0.02, -0.03]]),
        amplitudes=np.array([5e-9]),
        orientations=np.array([[0.6, 0, 0.8]]),
        fit=np.array([75.25]),
        name="tone & blink é",
        confidence=limits,
    )
    write_dipole_text(path, made, overwrite=False)
    found = read_dipole_text(path)
    for name in ("times", "positions", "amplitudes", "orientations", "fit"):
        np.testing.assert_allclose(getattr(found, name), getattr(made, name), atol=1e-12)
    assert found.name == made.name
    assert set(found.confidence) == set(limits)
    np.testing.assert_allclose(found.confidence["depth"], [0.001])


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("%", " ", "must name the columns"),
        (XFIT, "", "must name the columns"),
        ("Qx(nAm)", "Qx(Am)", "the columns must have 'qx/nam'"),
        (
            "  90  13.5  8",
            "  90  13.5",
            r"must hold 12 numbers.*got \[11, 12\]",
        ),
        ("13.5", "many", "could not convert"),
        ("13.5  8", "13.5  nan", "nfree of dipoles must be finite"),
        ("4 5 6", "4 nan 6", "positions of dipoles must be finite"),
        (" 20.0 20.0", " inf inf", "times of dipoles must be finite"),
        (" 0.0 0.0 0.0 0.0", " 0.0 nan 0.0 0.0", "orientations of dipoles must be finite"),
    ],
)
def test_what_is_no_list_of_dipoles_is_refused(path, old, new, problem):
    path.write_text(XFIT.replace(old, new))
    with pytest.raises(FormatError, match=problem):
        read_dipole_text(path)


def test_another_format_is_named(tmp_path):
    path = tmp_path / "some.dip"
    path.write_bytes(b"\x89HDF\r\n\x1a\n" + bytes(100))
    with pytest.raises(FormatError, match="HDF5"):
        read_dipole_text(path)


def test_unknown_columns_and_spans_of_time_are_said(path):
    path.write_text(XFIT.replace("free", "loops").replace("20.0 20.0", "20.0 25.0"))
    with (
        pytest.warns(RuntimeWarning, match="left out: 'loops'"),
        pytest.warns(RuntimeWarning, match="the first is taken"),
    ):
        found = read_dipole_text(path)
    np.testing.assert_allclose(found.times, [0.01, 0.02])
    assert found.n_free is None


@pytest.mark.parametrize("name", ['two "words"', "two\nlines"])
def test_a_name_that_text_cannot_hold_is_refused(path, tmp_path, name):
    made = replace(read_dipole_text(path), name=name)
    with pytest.raises(InputError, match="must be one line without quotes"):
        write_dipole_text(tmp_path / "other.dip", made, overwrite=False)
