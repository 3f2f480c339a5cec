import json
from pathlib import Path

import numpy as np
import pytest

import leadfield as lf
from leadfield.api.forward.forward import Forward
from leadfield.base.errors import InputError
from leadfield.cli.visible import Visible, visible
from leadfield.minimum_norm import make_inverse_operator


@pytest.fixture(scope="module")
def files(experiment, tmp_path_factory):
    """An operator, the forward solution and the noise of every tenth source, and the subjects."""
    folder = tmp_path_factory.mktemp("visible")
    sample = experiment / "MEG" / "sample"
    info = lf.io.read_info(sample / "sample_audvis_filt-0-40_raw.fif")
    model = lf.read_forward_solution(sample / "sample_audvis-meg-oct-6-fwd.fif").value
    keep = [np.arange(0, space.n_sources, 10) for space in model.sources.spaces]
    forward = Forward(model.restricted(keep))
    cov = lf.make_ad_hoc_cov(lf.pick_info(info, lf.pick_types(info, meg=True)))
    cov.save(folder / "noise-cov.fif")
    lf.write_forward_solution(folder / "few-fwd.fif", forward)
    make_inverse_operator(info, forward, cov).save(folder / "few-inv.fif")
    return folder, experiment / "subjects"


def job(files, name="few-inv.fif", **others):
    folder, subjects = files
    return Visible(model=folder / name, subjects_dir=subjects, amplitude=0.5, **others)


def test_text_has_a_summary_and_a_line_for_each_label(files):
    lines = visible(job(files)).splitlines()
    assert lines[0] == "820 sources of 0.5 nA·m, 100 epochs"
    assert lines[1].startswith("detected: ")
    assert "mag alone" in lines[1]
    assert "grad alone" in lines[1]
    table = lines[5:]
    assert table[0].split()[:3] == ["label", "sources", "detected"]
    assert len(table) == 1 + 68
    assert not any(line.startswith("unknown") for line in table)
    chances = [int(line.split("%")[0].split()[-1]) for line in table[1:] if "%" in line]
    assert chances == sorted(chances)


def test_json_is_in_si_units(files):
    found = json.loads(visible(job(files, as_json=True)))
    assert found["amplitude"] == 0.5e-9
    assert 0 < found["probability"] < 1
    assert 0.003 < found["expected_error"] < 0.07
    assert set(found["probability_by_type"]) == {"mag", "grad"}
    assert len(found["labels"]) == 68
    sizes = [one["n_sources"] for one in found["labels"]]
    assert 0 < sum(sizes) <= 820


def test_a_forward_solution_with_its_noise_says_nearly_the_same(files):
    folder, _ = files
    options = {"as_json": True, "labels": "none"}
    by_inverse = json.loads(visible(job(files, **options)))
    by_forward = json.loads(
        visible(job(files, "few-fwd.fif", cov=folder / "noise-cov.fif", **options))
    )
    assert by_forward["labels"] == []
    # The operator's file holds single precision, and its projections are applied.
    assert abs(by_forward["probability"] - by_inverse["probability"]) < 0.1


def test_a_smaller_noise_shows_more(files):
    options = {"as_json": True, "labels": "none"}
    loud, quiet = (
        json.loads(visible(job(files, noise_scale=scale, **options))) for scale in (1, 0.5)
    )
    assert quiet["probability"] > loud["probability"]


@pytest.mark.parametrize("name", ["seen.png", "seen.html"])
def test_the_map_is_a_picture_or_a_page(files, tmp_path, name):
    out = tmp_path / name
    told = visible(job(files, labels="none", out=out))
    assert told.endswith(f"Written to {out}\n")
    start = out.read_bytes()[:20]
    assert start.startswith(b"\x89PNG") if out.suffix == ".png" else b"<!" in start


@pytest.mark.parametrize(
    ("others", "message"),
    [
        ({"out": Path("seen.pdf")}, "--out must end with .html or .png, got seen.pdf"),
        ({"name": "few-fwd.fif"}, "--cov must be given for a forward solution"),
        ({"cov": Path("some-cov.fif")}, "--cov is for a forward solution"),
        ({"labels": "nonsense"}, "nonsense"),
    ],
)
def test_what_cannot_be_said_is_refused(files, others, message):
    with pytest.raises((InputError, OSError), match=message):
        visible(job(files, **others))
