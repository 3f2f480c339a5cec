"""Study files: what five lines mean, and what is said of a wrong one."""

import sys
from pathlib import Path

import pytest

from leadfield.base.errors import FormatError, MissingFileError, MissingPackageError
from leadfield.batch import read_study
from leadfield.batch.study import Study

FIVE = """
bids = "."
task = "listen"
conditions = ["standard", "deviant"]
contrasts = [["deviant", "standard"]]
"""


@pytest.fixture
def read(tmp_path):
    def read(text):
        path = tmp_path / "study.toml"
        path.write_text(text, encoding="utf-8")
        return read_study(path)

    return read


@pytest.fixture
def told(read):
    """What is said of a file."""

    def told(text):
        with pytest.raises(FormatError) as raised:
            read(text)
        return str(raised.value)

    return told


class TestGoodFile:
    def test_of_five_lines_is_the_study_with_all_defaults(self, read, tmp_path):
        assert read(FIVE) == Study(
            bids=tmp_path.resolve(),
            task="listen",
            conditions=("standard", "deviant"),
            contrasts=(("deviant", "standard"),),
        )

    def test_has_paths_relative_to_it(self, read, tmp_path):
        found = read(FIVE.replace('"."', '"data"') + 'out = "results"\n')
        assert found.bids == tmp_path.resolve() / "data"
        assert found.folder == tmp_path / "results"

    def test_may_have_absolute_paths(self, read):
        assert read(FIVE.replace('"."', '"/data"')).bids == Path("/data")

    def test_says_none_in_a_word(self, read):
        found = read(FIVE + '[recording]\nh_freq = "none"\n[epochs]\nbaseline = ["none", 0]\n')
        assert found.recording.h_freq is None
        assert found.epochs.baseline == (None, 0.0)

    def test_may_have_a_condition_of_that_name(self, read):
        assert read('bids = "."\ntask = "x"\nconditions = ["none"]\n').conditions == ("none",)

    def test_has_settings_in_sections(self, read):
        found = read(
            FIVE
            + """
            [epochs]
            tmin = -0.1
            reject = { mag = 3e-12 }
            [covariance]
            method = "auto"
            [forward]
            spacing = 5
            conductivity = [0.3, 0.006, 0.3]
            [inverse]
            fixed = true
            [estimates]
            lambda2 = "auto"
            [run]
            on_error = "stop"
            """
        )
        assert found.epochs.tmin == -0.1
        assert found.epochs.reject == {"mag": 3e-12}
        assert found.covariance.method == "auto"
        assert found.forward.spacing == 5
        assert found.forward.conductivity == (0.3, 0.006, 0.3)
        assert found.inverse.fixed is True
        assert found.estimates.lambda2 == "auto"
        assert found.run.on_error == "stop"


class TestWrongFile:
    def test_says_the_line_and_what_was_meant(self, told):
        assert "line 6: 'contrast' is no key: did you mean 'contrasts'?" in told(
            FIVE + "contrast = []\n"
        )
        assert "line 7: 'tminn' is no key of [epochs]: did you mean 'tmin'?" in told(
            FIVE + "[epochs]\ntminn = 1\n"
        )
        assert "line 6: 'epoch' is no key: did you mean 'epochs'?" in told(FIVE + "[epoch]\n")

    def test_says_where_a_key_belongs(self, told):
        assert "'loose' is no key: it is one of [inverse]" in told(FIVE + "loose = 1\n")
        assert "'task' is no key of [epochs]: it stands above all sections" in told(
            FIVE + '[epochs]\ntask = "x"\n'
        )

    def test_lists_the_keys_where_none_is_near(self, told):
        assert "keys are subject_to, spacing, smooth" in told(FIVE + "[morph]\nxyzzy = 1\n")

    def test_says_what_a_value_must_be(self, told):
        text = told(FIVE + '[epochs]\ntmin = "x"\nbaseline = [1, 2, 3]\ndecim = 1.5\n')
        assert "line 7: [epochs] tmin must be a number, got 'x'" in text
        assert 'line 8: [epochs] baseline must be [a number or "none", a number' in text
        assert "line 9: [epochs] decim must be a whole number, got 1.5" in text

    def test_says_which_choice_was_meant(self, told):
        text = told(FIVE + '[estimates]\nmethod = "dspm"\n')
        assert "'MNE' or 'dSPM' or 'sLORETA' or 'eLORETA', got 'dspm': did you mean 'dSPM'?" in text

    def test_takes_no_number_in_a_text(self, told):
        assert "tmin must be a number, got '-0.2'" in told(FIVE + '[epochs]\ntmin = "-0.2"\n')

    def test_says_what_does_not_fit_together_at_its_line(self, told):
        assert "line 8: [epochs] baseline must lie in the epoch" in told(
            FIVE + "[epochs]\n\nbaseline = [-3, 0]\n"
        )
        assert "line 5: contrasts must be of conditions" in told(
            FIVE.replace('[["deviant"', '[["x"')
        )

    def test_says_what_is_not_given(self, told):
        text = told('bids = "."\n')
        assert "task must be given" in text
        assert "conditions must be given" in text

    def test_says_that_a_section_is_one(self, told):
        assert "epochs must be a section, got 3" in told(FIVE + "epochs = 3\n")

    def test_of_broken_toml_says_where(self, told):
        assert "must be TOML" in told(FIVE + "[epochs\n")
        assert "line 6" in told(FIVE + "[epochs\n")

    def test_of_another_encoding_is_said(self, tmp_path):
        (tmp_path / "x.toml").write_bytes(b'task = "\xff"')
        with pytest.raises(FormatError, match="must be TOML"):
            read_study(tmp_path / "x.toml")

    def test_that_is_not_there_is_said(self, tmp_path):
        with pytest.raises(MissingFileError, match="the study file must be a file that exists"):
            read_study(tmp_path / "none.toml")

    def test_without_pydantic_says_what_to_install(self, read, monkeypatch):
        monkeypatch.setitem(sys.modules, "pydantic", None)
        with pytest.raises(MissingPackageError, match=r"leadfield\[study\]"):
            read(FIVE)
