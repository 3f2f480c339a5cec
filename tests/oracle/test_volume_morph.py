"""Morphs of volumes, beside the MNI coordinates that MNE-Python finds."""

import numpy as np
import pytest

import leadfield

mne = pytest.importorskip("mne")
nibabel = pytest.importorskip("nibabel")

TURNS = {"ann": [[0.9, 0.05, 0, 4], [-0.05, 1.1, 0.1, -6], [0, -0.1, 1.05, 3]]}
TURNS["ben"] = [[1.02, 0, 0.03, -2], [0, 0.97, 0, 1], [-0.03, 0, 1.01, 2]]


@pytest.fixture(scope="module")
def subjects_dir(tmp_path_factory):
    folder = tmp_path_factory.mktemp("subjects")
    to_scanner = np.array([[-8.0, 0, 0, 125], [0, 0, 8, -110], [0, -8, 0, 117], [0, 0, 0, 1]])
    for name, rows in TURNS.items():
        home = folder / name / "mri"
        (home / "transforms").mkdir(parents=True)
        image = nibabel.MGHImage(np.ones((30, 30, 30), np.uint8), to_scanner)
        for file in ("T1.mgz", "orig.mgz"):
            nibabel.save(image, home / file)
        (home / "transforms" / "talairach.xfm").write_text(
            "MNI Transform File\nTransform_Type = Linear;\nLinear_Transform =\n"
            + "\n".join(" ".join(map(str, row)) for row in rows)
            + ";\n"
        )
    return folder


def test_a_place_takes_values_from_where_its_mni_coordinates_are(subjects_dir):
    sizes = {"ann": (10.0, 0.08), "ben": (13.0, 0.04)}
    spaces, coordinates = {}, {}
    for name, (pos, radius) in sizes.items():
        options = {"pos": pos, "sphere": radius, "mindist": 0.0, "add_interpolator": False}
        made = mne.setup_volume_source_space(
            name, subjects_dir=subjects_dir, **options, verbose="error"
        )
        to_mni = mne.read_talxfm(name, subjects_dir, verbose="error")
        spaces[name] = made
        coordinates[name] = mne.transforms.apply_trans(to_mni, made[0]["rr"][made[0]["vertno"]])
    morph = leadfield.compute_source_morph(
        spaces["ann"],
        subject_to="ben",
        subjects_dir=subjects_dir,
        src_to=spaces["ben"],
        talairach=True,
    )
    stc = mne.VolSourceEstimate(coordinates["ann"], [spaces["ann"][0]["vertno"]], 0.0, 1.0, "ann")
    found = morph.apply(stc)
    np.testing.assert_allclose(found.data, coordinates["ben"], atol=1e-10)
    np.testing.assert_array_equal(found.vertices[0], spaces["ben"][0]["vertno"])
