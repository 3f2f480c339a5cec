"""Standard montages: whole tables, where heads have electrodes."""

import hashlib
from pathlib import Path

import numpy as np
import pytest

from leadfield.datasets import template
from leadfield.forward.triangles import nearest_on, triangle_mesh
from leadfield.freesurfer.surface import read_surface
from leadfield.recording.frames import fsaverage_head
from leadfield.recording.montage import ALIASES, in_head
from leadfield.recording.standard_montages import FOLDER, KINDS, standard_montage

NOTICE = Path(__file__).parents[3] / "NOTICE.md"
MIRROR = {"Fp1": "Fp2", "C3": "C4", "O1": "O2", "F7": "F8", "P3": "P4", "T7": "T8"}


@pytest.mark.parametrize("file", [p.name for p in sorted(FOLDER.iterdir())])
def test_each_table_is_the_one_that_the_notice_names(file):
    digest = hashlib.sha256((FOLDER / file).read_bytes()).hexdigest()
    assert f"{digest}  mne/channels/data/montages/{file}" in NOTICE.read_text(encoding="utf-8")
    assert file in {kind.file for kind in KINDS.values()}


@pytest.mark.parametrize("kind", KINDS)
class TestKind:
    def test_says_how_many_electrodes_it_has(self, kind):
        montage = standard_montage(kind)
        assert f"({len(montage.names)}+3 locations)" in KINDS[kind].description
        assert set(montage.cardinals) == {"lpa", "nasion", "rpa"}

    def test_has_left_and_right_mirrored_and_the_vertex_on_top(self, kind):
        places = in_head(standard_montage(kind)).positions
        for left, right in MIRROR.items():
            if left in places:
                np.testing.assert_allclose(places[left] * [-1, 1, 1], places[right], atol=5e-3)
        assert places["Cz"][2] == pytest.approx(max(p[2] for p in places.values()), abs=3e-3)

    def test_has_odd_numbers_on_the_left(self, kind):
        for name, place in in_head(standard_montage(kind)).positions.items():
            number = "".join(c for c in name if c.isdecimal())
            if number:
                assert (place[0] < 0) == (int(number) % 2 == 1), name


@pytest.mark.parametrize("system", ["1020", "1010", "1005"])
def test_on_the_template_electrodes_are_on_its_scalp(system):
    skin = read_surface(template.data_path() / template.SUBJECT / "bem" / "outer_skin.surf")
    places = in_head(standard_montage(f"fsaverage_{system}")).positions.values()
    places = 1e3 * fsaverage_head().points(np.array(list(places)))
    away = nearest_on(triangle_mesh(skin.vertices, skin.triangles.astype(np.int64)), places)[2]
    assert np.median(away) < 3
    assert away.max() < 9


def test_a_head_size_is_the_median_distance_of_electrodes():
    montage = standard_montage("spherical_1020", 0.1)
    distances = np.linalg.norm(list(montage.positions.values()), axis=1)
    np.testing.assert_allclose(np.median(distances), 0.1)


def test_all_successors_of_older_names_are_places_of_the_10_5_system():
    assert set(ALIASES.values()) <= set(standard_montage("fsaverage_1005").names)
