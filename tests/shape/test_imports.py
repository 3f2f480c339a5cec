"""Importing leadfield is quick and brings nothing heavy along."""

import subprocess
import sys

HEAVY = [
    "matplotlib",
    "sklearn",
    "nibabel",
    "pandas",
    "mne",
    "typer",
    "rich",
    "pooch",
    "scipy.linalg",
]


def loaded_after(statement):
    code = f"import sys; {statement}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_importing_the_package_loads_nothing_heavy():
    loaded = loaded_after("import leadfield")
    assert not loaded & set(HEAVY)


def test_the_localising_functions_load_no_drawing():
    loaded = loaded_after(
        "import leadfield; leadfield.Epochs; leadfield.compute_covariance;"
        "from leadfield.minimum_norm import make_inverse_operator, apply_inverse"
    )
    assert not loaded & {"matplotlib", "sklearn", "nibabel", "pandas", "mne"}


def test_pandas_is_loaded_by_what_makes_a_table_alone():
    loaded = loaded_after(
        "import leadfield, leadfield.io; leadfield.concatenate_raws; leadfield.Epochs;"
        "leadfield.SourceEstimate; leadfield.io.Raw; leadfield.read_epochs"
    )
    assert "pandas" not in loaded
