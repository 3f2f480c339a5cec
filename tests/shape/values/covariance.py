"""Values of the stage ``covariance``."""

import numpy as np

from leadfield.covariance.ad_hoc import ad_hoc_covariance
from leadfield.covariance.cross_validation import split_samples
from leadfield.covariance.estimators import ESTIMATORS, choose_estimator
from leadfield.covariance.from_epochs import read_noise_epochs
from leadfield.covariance.models import LoadedModel, ShrunkModel
from leadfield.covariance.noise import NoiseCovariance
from leadfield.covariance.subspace import noise_subspace
from leadfield.epochs.evoked import EvokedResponse
from leadfield.recording.create import create_measurement_info


def values():
    info = create_measurement_info(["M1", "M2", "E1"], 100.0, ["mag", "mag", "eeg"])
    data = np.random.default_rng(0).standard_normal((3, 40))
    split = split_samples(data, 2)
    subspace = noise_subspace(split.total, info, np.ones(3), None)
    yield from (split, split.total, *split.folds[0], split.along(subspace.basis).total, subspace)
    amounts = dict.fromkeys(subspace.groups, 0.1)
    yield ShrunkModel(groups=subspace.groups, shrinkage=amounts)
    yield LoadedModel(groups=subspace.groups, loading=amounts)
    yield from (choose_estimator(name) for name in ESTIMATORS)
    yield NoiseCovariance(names=info.names, data=np.cov(data), degrees=39)
    yield ad_hoc_covariance(info)
    yield read_noise_epochs([EvokedResponse(info=info, data=data, first=0, nave=4)])
