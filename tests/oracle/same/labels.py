"""Calls of what makes, splits, moves and measures labels, and of neighbours among sources."""

import numpy as np
from same.entries import Entries

same = Entries()


def found(labels):
    """What labels are made of, but for places and comments."""
    names = ("vertices", "values", "hemi", "name", "subject", "color")
    return [[getattr(label, name) for name in names] for label in labels]


@same("split_label", of="mne")
def split_label(mne, labels, files):
    options = {"subjects_dir": files.subjects}
    yield found(mne.split_label(labels[0], **options))
    yield found(mne.split_label(labels[2], 3, "sample", freesurfer=True, **options))
    yield found(mne.split_label(labels[1], ("back-lh", "front-lh"), **options))


@same("split", of="Label")
def split(it, files):
    yield found(it.split(subjects_dir=files.subjects))
    yield found(it.split(4, "sample", files.subjects, freesurfer=True))
    it.vertices, it.pos, it.values = (one[::2] for one in (it.vertices, it.pos, it.values))
    yield found(it.split("contiguous", subjects_dir=files.subjects))


@same("compute_area distances_to_outside", of="Label")
def measures(it, files):
    yield it.compute_area(subjects_dir=files.subjects)
    yield it.compute_area("sample", files.subjects, surface="pial")
    yield it.distances_to_outside(subjects_dir=files.subjects)
    yield it.distances_to_outside("sample", files.subjects, surface="pial")


@same("get_tris", of="Label")
def get_tris(it, src):
    yield it.get_tris(src[0]["tris"])
    yield it.get_tris(src[0]["tris"], np.arange(0, 9000, 2))


# Its maps are in single precision.
@same("morph smooth", of="Label", tolerance=1e-6)
def morph(it, files):
    options = {"subjects_dir": files.copied_subjects}
    moved = it.copy()
    yield moved.morph(subject_to="fsaverage", **options) is moved
    yield moved
    yield it.copy().morph("sample", "fsaverage", 2, 3, **options)
    yield it.copy().morph(subject_to="fsaverage", smooth=1, grade=np.arange(900), **options)
    yield it.copy().smooth(**options)
    yield it.copy().smooth("sample", 1, [np.arange(500)] * 2, **options)


@same("morph_labels", of="mne")
def morph_labels(mne, labels, files):
    options = {"subjects_dir": files.copied_subjects}
    yield mne.morph_labels(labels, "fsaverage", **options)
    yield mne.morph_labels(labels[:2], "fsaverage", "sample", surf_name="pial", **options)


@same("grow_labels", of="mne")
def grow_labels(mne, files):
    options = {"subjects_dir": files.subjects}
    seeds = [4, [20, 400], 3000]
    yield found(mne.grow_labels("sample", seeds, [10, 15, 25.5], [0, 1, 0], **options))
    names = {"names": ["one", "two-lh", "three"], "surface": "pial"}
    yield found(mne.grow_labels("sample", seeds, 12, 0, overlap=False, **names, **options))
    colour = np.array([0.1, 0.2, 0.3, 1.0])
    yield found(mne.grow_labels("sample", 7, 30.0, 1, colors=colour, **options))


@same("random_parcellation", of="mne")
def random_parcellation(mne, files):
    options = {"subjects_dir": files.subjects}
    yield found(mne.random_parcellation("sample", 30, "lh", random_state=3, **options))
    rng = np.random.default_rng(5)
    yield found(mne.random_parcellation("sample", 9, "rh", surface="pial", rng=rng, **options))


@same("label_sign_flip label_adjacency", of="mne")
def on_sources(mne, labels, src):
    yield [mne.label_sign_flip(label, src) for label in labels]
    yield mne.label_sign_flip(labels[1] + labels[2], src)
    yield mne.label_adjacency(labels, src)


@same("labels_to_stc", of="mne")
def labels_to_stc(mne, labels, src):
    values = np.arange(8.0).reshape(4, 2)
    yield mne.labels_to_stc(labels, values[:, 0])
    whole = labels[0] + labels[1]
    yield mne.labels_to_stc([labels[0], whole, labels[2]], values[:3], -0.1, 0.01, "sample")
    covered = np.concatenate([one.vertices for one in labels[:2]])
    made = mne.labels_to_stc(labels[:3], values[:3], src=src)
    yield made.data[: src[0]["nuse"]][np.isin(src[0]["vertno"], covered)]


@same("stc_to_label", of="mne")
def stc_to_label(mne, stc, src, files):
    stc.data[np.random.default_rng(0).random(132) < 0.6] = 0
    yield [found([one]) for one in mne.stc_to_label(stc, src)]
    yield [found(patches) for patches in mne.stc_to_label(stc, src, connected=True)]
    stc.data[:66] = 0
    plain = mne.stc_to_label(stc, smooth=False, subjects_dir=files.subjects)
    yield plain[0], found(plain[1:])
    yield [found(one) for one in mne.stc_to_label(stc, src, smooth=False, connected=True)]


@same("add_source_space_distances", of="mne", tolerance=1e-7)  # it keeps single precision
def add_source_space_distances(mne, src):
    for limit in (np.inf, 0.03, 0):
        yield mne.add_source_space_distances(src, limit) is src
        yield [[one["nearest"], one["nearest_dist"]] for one in src]
        if limit:
            yield [one["dist"][one["vertno"]][:, one["vertno"]] for one in src]


@same(
    "spatial_dist_adjacency spatial_inter_hemi_adjacency spatial_src_adjacency "
    "spatial_tris_adjacency spatio_temporal_dist_adjacency spatio_temporal_src_adjacency "
    "spatio_temporal_tris_adjacency",
    of="mne",
)
def adjacency(mne, src):
    yield mne.spatial_src_adjacency(src)
    yield mne.spatio_temporal_src_adjacency(src, 3)
    yield mne.spatial_tris_adjacency(src[0]["use_tris"], remap_vertices=True)
    yield mne.spatio_temporal_tris_adjacency(src[0]["use_tris"], 2, True)
    yield mne.spatial_inter_hemi_adjacency(src, 0.05)
    mne.add_source_space_distances(src, 0.05)
    yield mne.spatial_src_adjacency(src, 0.04)
    yield mne.spatial_dist_adjacency(src, 0.02)
    yield mne.spatio_temporal_dist_adjacency(src, 2, 0.03)


@same("morph_source_spaces", of="mne")
def morph_source_spaces(mne, src, files):
    options = {"subjects_dir": files.copied_subjects}
    moved = mne.morph_source_spaces(src, "fsaverage", **options)
    yield moved
    yield [one["use_tris"] for one in moved]
    yield mne.morph_source_spaces(src, "fsaverage", "pial", "sample", **options)


@same("to_original_src", of=("SourceEstimate", "VectorSourceEstimate"))
def to_original_src(mne, it, src, files):
    options = {"subjects_dir": files.copied_subjects}
    moved = mne.morph_source_spaces(src, "fsaverage", **options)
    there = type(it)(it.data, [one["vertno"] for one in moved], 0, 1, "fsaverage")
    yield there.to_original_src(src, **options)
    some = [one["vertno"][::3] for one in moved]
    yield type(it)(it.data[:44], some, 0, 1, "fsaverage").to_original_src(src, "sample", **options)


def grid(mne, folder):
    """A volume source space in an MRI of 12 x 14 x 10 voxels."""
    import nibabel

    turn = np.array([[-18.0, 0, 0, 120], [0, 0, 20, -120], [0, -22, 0, 120], [0, 0, 0, 1]])
    nibabel.save(nibabel.MGHImage(np.ones((12, 14, 10), np.uint8), turn), folder / "mri.mgz")
    places = {"sphere": (0, 0, 0, 0.04), "sphere_units": "m"}
    mne.setup_volume_source_space(pos=25.0, mri=folder / "mri.mgz", **places).save(
        folder / "grid-src.fif"
    )


def image(made):
    """What an image holds."""
    return [made.dataobj, made.affine, str(made.header)]


@same("as_volume save_as_volume", of=("VolSourceEstimate", "VolVectorSourceEstimate"))
def as_volume(mne, oracle, it, folder):
    import nibabel

    grid(oracle, folder)
    src = mne.read_source_spaces(folder / "grid-src.fif")
    n = src[0]["nuse"]
    stc = type(it)(np.resize(it.data, (n, *it.shape[1:])), [src[0]["vertno"]], 0, 0.01)
    yield image(stc.as_volume(src))
    yield image(stc.as_volume(src, "mri", mri_resolution=True, format="nifti2"))
    stc.save_as_volume(folder / "one.nii.gz", src, overwrite=True)
    yield np.asarray(nibabel.load(folder / "one.nii.gz").dataobj)
    yield mne.spatial_src_adjacency(src)
