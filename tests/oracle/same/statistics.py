"""Calls of ``mne.stats``, with the same seeds."""

import numpy as np
from same.entries import Entries

same = Entries()
PLACE = "mne.stats"
TIMES, PLACES = 9, 15


def subjects(n=9, effect=1.0, seed=0):
    """Data (n, times, places) that are smooth over time, with an effect on both sides of 0."""
    x = np.random.default_rng(seed).standard_normal((n, TIMES + 1, PLACES))
    x = x[:, 1:] + x[:, :-1]
    x[:, 2:6, 3:6] += effect
    x[:, 4:7, 9:11] -= effect
    return x


def ring():
    """Two rings of places, which are pieces of their own."""
    pairs = np.zeros((PLACES, PLACES))
    for piece in (np.arange(8), np.arange(8, PLACES)):
        pairs[piece, np.roll(piece, 1)] = pairs[np.roll(piece, 1), piece] = 1
    from scipy.sparse import coo_array

    return coo_array(pairs)


@same("ttest_1samp_no_p ttest_ind_no_p f_oneway", of=PLACE)
def statistics_of_tests(mne):
    a, b, c = subjects(5), subjects(7, seed=1), subjects(4, seed=2)
    yield mne.stats.ttest_1samp_no_p(a)
    yield mne.stats.ttest_1samp_no_p(a, 1e-3)
    yield mne.stats.ttest_1samp_no_p(a, sigma=0.1, method="absolute")
    yield mne.stats.ttest_1samp_no_p(a[:, 0, 0])
    yield mne.stats.ttest_ind_no_p(a, b)
    yield mne.stats.ttest_ind_no_p(a, b, equal_var=False)
    yield mne.stats.ttest_ind_no_p(a, b, sigma=1e-2)
    yield mne.stats.f_oneway(a, b)
    yield mne.stats.f_oneway(a, b, c)
    yield mne.stats.f_oneway(a, b, c, sigma=0.1)
    yield mne.stats.f_oneway(a, b, sigma=0.1, method="absolute")


@same("f_mway_rm f_threshold_mway_rm", of=PLACE)
def repeated_measures(mne):
    x = subjects(11)
    for effects in ("all", "A", "B", "A:B", "A+B", "A*B", ["A:B", "A"]):
        for correction in (False, True):
            yield mne.stats.f_mway_rm(x[:, :6], (2, 3), effects, correction)
        yield mne.stats.f_threshold_mway_rm(11, (2, 3), effects, 0.01)
    yield mne.stats.f_mway_rm(x[:, :8], [2, 2, 2])
    yield mne.stats.f_mway_rm(x[:, :8], [2, 2, 2], "B*C", return_pvals=False)
    yield mne.stats.f_mway_rm(x[:, :4, 0], [2, 2])
    yield mne.stats.f_mway_rm(x[:, :4, 0], [4], correction=True)
    yield mne.stats.f_mway_rm(x[:, :4].reshape(11, 4, 5, 3), [2, 2])
    yield mne.stats.f_threshold_mway_rm(20, [3, 2])


@same("linear_regression", of=PLACE)
def regression(mne):
    x = 1e-6 * subjects(30, effect=0.3)
    rng = np.random.default_rng(0)
    design = np.stack([np.ones(30), rng.standard_normal(30), np.arange(30) > 14], axis=1)
    epochs = mne.EpochsArray(x, mne.create_info(TIMES, 100.0, "eeg"), tmin=-0.05)
    sides = [np.arange(4), np.arange(5)]
    trials = [mne.SourceEstimate(one, sides, 0.1, 0.01, "ann") for one in x]
    for fits in (
        mne.stats.linear_regression(epochs, design, ["one", "size", "late"]),
        mne.stats.linear_regression(epochs, design[:, :1]),
        mne.stats.linear_regression(trials, design),
        mne.stats.linear_regression((one for one in trials), design),
    ):
        yield [*fits]
        for fit in fits.values():
            yield fit._fields
            for one in fit:
                yield [one.data, one.times]


@same("fdr_correction bonferroni_correction", of=PLACE)
def corrections(mne):
    p = np.random.default_rng(0).random((4, 5)) ** 3
    yield mne.stats.fdr_correction(p)
    yield mne.stats.fdr_correction(p, 0.2, "negcorr")
    yield mne.stats.fdr_correction(p[0], method="poscorr")
    yield mne.stats.fdr_correction([0.9, 0.95])
    yield mne.stats.bonferroni_correction(p)
    yield mne.stats.bonferroni_correction(p[0], alpha=0.2)


@same("combine_adjacency", of=PLACE)
def combined_adjacency(mne):
    yield mne.stats.combine_adjacency(3, 4)
    yield mne.stats.combine_adjacency(5)
    yield mne.stats.combine_adjacency(3, ring(), np.zeros((2, 2)))
    found = mne.stats.combine_adjacency(ring(), np.ones((2, 2), int))
    yield [found, found.row, found.col]


@same("bootstrap_confidence_interval", of=PLACE)
def bootstrap(mne):
    x = subjects(6)
    yield mne.stats.bootstrap_confidence_interval(x, random_state=0)
    yield mne.stats.bootstrap_confidence_interval(x, 0.8, 100, "median", rng=0)
    yield mne.stats.bootstrap_confidence_interval(x, stat_fun=lambda some: some.max(axis=0), rng=0)
    yield mne.stats.bootstrap_confidence_interval(x[:, 0, 0], random_state=np.random.RandomState(3))


@same("permutation_t_test", of=PLACE)
def permutation_t_test(mne):
    x = subjects().reshape(9, -1)
    yield mne.stats.permutation_t_test(x, 200, seed=0)
    yield mne.stats.permutation_t_test(x, 200, 1, seed=0)
    yield mne.stats.permutation_t_test(x, 200, -1, rng=0)
    yield mne.stats.permutation_t_test(x, 256)
    yield mne.stats.permutation_t_test(x, verbose=False)
    many = subjects(24).reshape(24, -1)
    yield mne.stats.permutation_t_test(many, 100, seed=np.random.RandomState(1))
    yield mne.stats.permutation_t_test(many, 100, tail=1, n_jobs=1, rng=np.random.default_rng(1))


@same("permutation_cluster_1samp_test", of=PLACE)
def clusters_of_one_group(mne):
    test, x = mne.stats.permutation_cluster_1samp_test, subjects()
    few = {"n_permutations": 60, "seed": 0}
    yield test(x, **few)
    yield test(x)
    yield test(x[:, :, 3], **few)
    yield test(x[:, :, 3], **few, out_type="mask")
    yield test(x[:, 4, 3], **few)
    yield test(x, **few, out_type="mask")
    yield test(x.reshape(9, 3, 3, 15), 1.5, **few)
    yield test(x, 1.5, **few, tail=1)
    yield test(x, -1.5, **few, tail=-1, t_power=2)
    yield test(x, 1.5, **few, t_power=0)
    everywhere = mne.stats.combine_adjacency(TIMES, ring())
    yield test(x, 1.5, **few, adjacency=everywhere, out_type="mask")
    yield test(x[:, 0], 1.0, **few, adjacency=ring(), check_disjoint=True)
    yield test(x, 1.5, **few, exclude=np.arange(TIMES * PLACES).reshape(TIMES, PLACES) % 5 == 0)
    yield test(x, 1.5, **few, adjacency=everywhere, step_down_p=0.2)
    yield test(x, 1.5, **few, stat_fun=lambda one: one.mean(axis=0) / one.std(axis=0))
    yield test(x, 1.5, **few, stat_fun=lambda one: one.mean(axis=0), buffer_size=7)


@same("permutation_cluster_1samp_test spatio_temporal_cluster_1samp_test", of=PLACE)
def enhanced_tests(mne):
    few = {"n_permutations": 40, "rng": 0}
    test, other = (
        mne.stats.permutation_cluster_1samp_test,
        mne.stats.spatio_temporal_cluster_1samp_test,
    )
    yield test(subjects(), {"start": 0, "step": 0.3}, **few)
    yield test(subjects()[:, 0], {"start": 0.5, "step": 0.2}, **few, out_type="mask", tail=1)
    powers = {"start": 0, "step": 0.2, "h_power": 1.7, "e_power": 0.7}
    yield other(subjects(), powers, **few, adjacency=ring(), spatial_exclude=[3])


@same("spatio_temporal_cluster_1samp_test", of=PLACE)
def clusters_over_space_and_time(mne):
    test, x = mne.stats.spatio_temporal_cluster_1samp_test, subjects(22)
    few = {"n_permutations": 60, "seed": 0, "adjacency": ring()}
    yield test(x, **few)
    yield test(x, 1.5, **few, max_step=3)
    yield test(x, 1.5, **few, max_step=0)
    yield test(x, 1.5, **few, spatial_exclude=[0, 4, -1])
    yield test(x, 1.5, **few, check_disjoint=True, out_type="mask")
    yield test(x, 1.5, **few, step_down_p=0.05)
    yield test(x.astype(np.float32).astype(float), -2.0, **few, tail=-1)
    yield test(x[:8], 1.5, n_permutations="all", adjacency=ring())[:2]


@same("permutation_cluster_test spatio_temporal_cluster_test", of=PLACE)
def clusters_of_groups(mne):
    two = [subjects(8), subjects(6, effect=-0.5, seed=1)]
    three = [*two, subjects(5, seed=2)]
    few = {"n_permutations": 50, "seed": 0}
    test = mne.stats.permutation_cluster_test
    yield test(two, **few, tail=1)
    yield test(three, 4.0, **few)
    yield test([one[:, 0] for one in two], 2.0, **few, out_type="mask")
    yield test(two, 4.0, n_permutations=50, rng=1, t_power=0, step_down_p=0.3, out_type="mask")
    yield test(two, 3.0, **few, tail=1, stat_fun=mne.stats.ttest_ind_no_p)
    yield test(two, 0.6, **few, tail=1, stat_fun=lambda a, b: a.mean(axis=0) - b.mean(axis=0))
    yield test(two, {"start": 0, "step": 0.5}, **few)
    everywhere = mne.stats.spatio_temporal_cluster_test
    yield everywhere(two, 4.0, **few, adjacency=ring(), max_step=2)
    yield everywhere(three, **few, adjacency=ring(), tail=1, spatial_exclude=[1], t_power=2)


@same("summarize_clusters_stc", of=PLACE)
def summary(mne):
    x = subjects(12, effect=3.0)
    found = mne.stats.spatio_temporal_cluster_1samp_test(
        x, 3.0, n_permutations=60, seed=0, adjacency=ring()
    )
    sides = [np.arange(8), np.arange(7) + 3]
    yield mne.stats.summarize_clusters_stc(found, 0.1, vertices=sides)
    yield mne.stats.summarize_clusters_stc(
        found, tstep=0.01, tmin=0.1, subject="ann", vertices=[np.arange(PLACES)]
    )
    yield mne.stats.summarize_clusters_stc(found, vertices=[*sides[:1], np.arange(4), np.arange(3)])
