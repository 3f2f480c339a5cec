"""Calls of resolution matrices and what is made of them."""

import numpy as np
from same.entries import Entries

same = Entries()


# MNE-Python keeps axes from files in single precision.
@same("make_inverse_resolution_matrix", of="mne.minimum_norm", tolerance=1e-7)
def make_inverse_resolution_matrix(mne, fwd, inverse):
    for method in ("MNE", "dSPM", "sLORETA"):
        yield mne.minimum_norm.make_inverse_resolution_matrix(fwd, inverse, method, 0.2)


def square(inverse):
    """A matrix of the sources, not symmetric."""
    n = inverse["nsource"]
    return np.random.default_rng(4).standard_normal((n, n))


@same("resolution_metrics", of="mne.minimum_norm")
def resolution_metrics(mne, inverse):
    matrix = square(inverse)
    for function in ("psf", "ctf"):
        for metric in ("peak_err", "cog_err", "sd_ext", "peak_amp", "sum_amp"):
            stc = mne.minimum_norm.resolution_metrics(matrix, inverse["src"], function, metric)
            yield stc.data  # theirs does not say whose sources they are
            yield stc.vertices


@same("get_point_spread get_cross_talk", of="mne.minimum_norm")
def functions(mne, inverse):
    n = inverse["nsource"]
    tall = np.random.default_rng(5).standard_normal((3 * n, 3 * n))
    for get in (mne.minimum_norm.get_point_spread, mne.minimum_norm.get_cross_talk):
        for matrix in (square(inverse), tall):
            yield get(matrix, inverse["src"], [3, 8, 40])
            yield get(matrix, inverse["src"], [[3, 8], [40]], norm="norm")
            yield get(matrix, inverse["src"], [3, 8, 40], mode="mean", norm="max")
            yield get(matrix, inverse["src"], [3, 8, 40], mode="max", n_comp=2)
            yield get(matrix, inverse["src"], [3, 8, 40], mode="maxval", norm=True)
            yield get(matrix, inverse["src"], [3, 8, 40], mode="sum")
    stc, shares = mne.minimum_norm.get_point_spread(
        square(inverse), inverse["src"], [3, 8, 40], "svd", n_comp=2, return_pca_vars=True
    )
    yield np.abs(stc.data)
    yield shares
    yield mne.minimum_norm.get_cross_talk(tall, inverse, [3, 8], vector=True)
