"""Calls of the functions of ``mne`` on head models, source spaces, labels and forward solutions."""

import nibabel
import numpy as np
from same.entries import Entries

same = Entries()


def shells(surfaces):
    """What surfaces of a head model are made of."""
    return [[int(one["id"]), one["rr"], one["tris"], one["sigma"]] for one in surfaces]


@same("BiHemiLabel Label", of="mne")
def labels(mne):
    one = mne.Label([1, 5, 9], hemi="lh", name="one", subject="ann", color="red")
    yield one
    yield mne.Label([2, 3], np.ones((2, 3)), [0.5, 2.0], "rh", "a comment", filename="two-rh.label")
    two = mne.Label([5, 7], hemi="lh", subject="ann")
    yield one + two
    yield one - two
    other = mne.Label([4], hemi="rh", subject="ann", name="other")
    yield mne.BiHemiLabel(one, other, name="both", color=(0, 1, 0, 1))
    yield one + other


@same("read_label read_labels_from_annot write_label", of="mne")
def label_files(mne, oracle, label, files, folder):
    mne.write_label(folder / "one-lh.label", label)
    found = oracle.read_label(folder / "one-lh.label")
    found.comment = ""
    yield found
    label.save(folder / "two-lh.label")
    found = mne.read_label(folder / "two-lh.label", subject="sample", color="blue")
    found.comment = ""
    yield found
    subjects = {"subjects_dir": files.subjects}
    yield mne.read_labels_from_annot("sample", **subjects)[::9]
    yield mne.read_labels_from_annot("sample", "aparc", "lh", regexp="temporal", **subjects)
    yield mne.read_labels_from_annot("sample", surf_name="pial", sort=False, **subjects)[::20]


@same("get_volume_labels_from_aseg read_freesurfer_lut", of="mne")
def structures(mne, folder):
    values = np.array([0, 53, 17, 4000, 17]).reshape(5, 1, 1).astype(np.int32)
    nibabel.save(nibabel.MGHImage(values, np.eye(4)), folder / "aseg.mgz")
    yield mne.get_volume_labels_from_aseg(folder / "aseg.mgz")
    yield mne.get_volume_labels_from_aseg(folder / "aseg.mgz", return_colors=True)
    numbers = {"b": 4000, "a": 17, "c": 1}
    yield mne.get_volume_labels_from_aseg(folder / "aseg.mgz", atlas_ids=numbers)
    yield mne.read_freesurfer_lut()
    (folder / "own.txt").write_text("# a table\n3 Mine 1 2 3 4\n")
    yield mne.read_freesurfer_lut(folder / "own.txt")


@same("Forward", of="mne")
def forward_is_a_dict(mne, fwd):
    yield isinstance(fwd, mne.Forward)
    yield isinstance({}, mne.Forward)


@same("read_forward_solution write_forward_solution", of="mne")
def forward_files(mne, oracle, fwd, files, folder):
    yield mne.read_forward_solution(files.fwd)
    names = fwd.ch_names
    yield mne.read_forward_solution(files.fwd, include=[names[3], names[1]])
    yield mne.read_forward_solution(files.fwd, exclude=names[:2], ordered=False)
    mne.write_forward_solution(folder / "x-fwd.fif", fwd)
    mne.write_forward_solution(folder / "x-fwd.fif", fwd, overwrite=True)
    yield oracle.read_forward_solution(folder / "x-fwd.fif")


@same("pick_channels_forward pick_types_forward", of="mne")
def picked_forward(mne, fwd):
    names = fwd.ch_names
    yield mne.pick_channels_forward(fwd, [names[3], names[1]])
    yield mne.pick_channels_forward(fwd, [names[3], names[1]], ordered=False)
    yield mne.pick_channels_forward(fwd, exclude=names[:3])
    yield mne.pick_types_forward(fwd, meg=True)
    yield mne.pick_types_forward(fwd, meg="grad", eeg=True, exclude=[names[0]])
    yield mne.pick_types_forward(fwd, eeg=True, include=[names[0]])


# MNE-Python makes fixed orientations, and averages normals, in single precision.
@same("convert_forward_solution", of="mne", tolerance=1e-6)
def convert_forward_solution(mne, fwd):
    yield mne.convert_forward_solution(fwd)
    yield mne.convert_forward_solution(fwd, force_fixed=True)
    yield mne.convert_forward_solution(fwd, surf_ori=True)["sol"]["data"][:, 2::3]
    yield mne.convert_forward_solution(fwd, surf_ori=True, use_cps=False)["source_nn"][2::3]
    fixed = mne.convert_forward_solution(fwd, surf_ori=True, force_fixed=True, use_cps=False)
    yield fixed
    yield mne.convert_forward_solution(fwd, surf_ori=True, copy=False) is fwd


@same("SourceEstimate VolSourceEstimate", of="mne")
def estimates(mne):
    data = np.arange(12.0).reshape(4, 3)
    yield mne.SourceEstimate(data, [np.array([1, 5]), np.array([2, 8])], -0.1, 0.01, "ann")
    yield mne.SourceEstimate(data, [np.arange(4), np.array([], int)], 0.0, 1.0).rh_data
    kernel = (np.eye(4), data)
    yield mne.SourceEstimate(kernel, [np.array([1, 5]), np.array([2, 8])], 0, 0.5)
    yield mne.VolSourceEstimate(data, [np.array([1, 5, 6, 9])], 0.2, 0.5, "ann")


@same("setup_source_space read_source_spaces write_source_spaces", of="mne")
def source_spaces(mne, oracle, src, files, folder):
    yield mne.read_source_spaces(files.src)
    yield mne.read_source_spaces(files.src, patch_stats=True)
    options = {"subjects_dir": files.subjects, "add_dist": False}
    yield mne.setup_source_space("sample", "ico2", **options)
    yield mne.setup_source_space("sample", 20, surface="pial", **options)
    yield mne.setup_source_space("sample", "oct2", n_jobs=None, **options)
    mne.write_source_spaces(folder / "x-src.fif", src)
    mne.write_source_spaces(folder / "x-src.fif", src, overwrite=True)
    yield oracle.read_source_spaces(folder / "x-src.fif")


@same("read_trans write_trans", of="mne")
def transforms(mne, oracle, trans, files, folder):
    yield mne.read_trans(files.trans)
    yield mne.read_trans(files.trans, return_all=True)
    mne.write_trans(folder / "x-trans.fif", trans)
    mne.write_trans(folder / "x-trans.fif", trans, overwrite=True)
    yield oracle.read_trans(folder / "x-trans.fif")


@same("make_sphere_model", of="mne", tolerance=1e-7)  # the head's sphere is fitted
def make_sphere_model(mne, info):
    for sphere in (
        mne.make_sphere_model(),
        mne.make_sphere_model((0.0, 0.0, 0.05), 0.1, relative_radii=(0.9, 1.0), sigmas=(0.3, 0.1)),
        mne.make_sphere_model("auto", "auto", info),
        mne.make_sphere_model((0.0, 0.01, 0.05), None),
    ):
        yield sphere["r0"]
        yield [[one["rad"], one["sigma"]] for one in sphere["layers"]]
        yield sphere.radius


@same("make_bem_model read_bem_surfaces write_bem_surfaces", of="mne")
def head_model(mne, oracle, files, folder):
    model = mne.make_bem_model("sample", 2, (0.3,), files.subjects)
    yield shells(model)
    yield shells(mne.make_bem_model("sample", None, subjects_dir=files.subjects))
    mne.write_bem_surfaces(folder / "x-bem.fif", model)
    mne.write_bem_surfaces(folder / "x-bem.fif", model, overwrite=True)
    yield shells(oracle.read_bem_surfaces(folder / "x-bem.fif"))
    yield shells(mne.read_bem_surfaces(folder / "x-bem.fif"))
    yield shells([mne.read_bem_surfaces(folder / "x-bem.fif", s_id=1, patch_stats=True)])


# MNE-Python keeps solutions in single precision.
@same("make_bem_solution", of="mne", tolerance=1e-6)
def make_bem_solution(mne, files):
    model = mne.make_bem_model("sample", 2, (0.3,), files.subjects)
    yield mne.make_bem_solution(model)["solution"]
    yield int(mne.make_bem_solution(model, solver="mne")["bem_method"])


@same("read_bem_solution write_bem_solution", of="mne")
def head_model_files(mne, oracle, files, folder):
    solution = mne.read_bem_solution(files.bem)
    yield solution["solution"]
    yield shells(solution["surfs"])
    mne.write_bem_solution(folder / "x-bem-sol.fif", solution)
    mne.write_bem_solution(folder / "x-bem-sol.fif", solution, overwrite=True)
    again = oracle.read_bem_solution(folder / "x-bem-sol.fif")
    yield again["solution"]
    yield shells(again["surfs"])


# Its solutions of head models are in single precision.
@same("make_forward_solution", of="mne", tolerance=1e-6)
def make_forward_solution(mne, info, trans, src, files):
    sphere = mne.make_sphere_model((0.0, 0.0, 0.04), None)
    yield mne.make_forward_solution(info, trans, src, sphere, eeg=False)
    yield mne.make_forward_solution(info, str(files.trans), src, sphere, eeg=False, mindist=5.0)
    options = {"eeg": False, "ignore_ref": True, "n_jobs": None, "on_inside": "warn"}
    yield mne.make_forward_solution(info, trans, src, str(files.bem), **options)


# Its map is in single precision.
@same("compute_source_morph", of="mne", tolerance=1e-6)
def compute_source_morph(mne, stc, src, files):
    options = {"subjects_dir": files.copied_subjects, "warn": False}
    yield mne.compute_source_morph(stc, "sample", "fsaverage", spacing=None, smooth=2, **options)
    yield mne.compute_source_morph(src, subject_to="fsaverage", spacing=3, smooth=1, **options)
    targets = [np.arange(20), np.arange(5, 40)]
    yield mne.compute_source_morph(stc, spacing=targets, smooth="nearest", **options)
