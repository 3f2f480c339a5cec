"""The estimators that users ask for by name, with the options they give for each."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from leadfield.base.checks import known_options, number, one_of, whole
from leadfield.base.errors import InputError
from leadfield.covariance.blocks import TYPES
from leadfield.covariance.estimators import (
    OAS,
    CrossValidatedShrinkage,
    DiagonalLoading,
    Empirical,
    Estimator,
    FixedShrinkage,
    Latent,
    LedoitWolf,
)

Options = Mapping[str, Any]


def _empirical(options: Options) -> Estimator:
    known_options("method_params['empirical']", options, ["assume_centered"])
    return Empirical(centred=_centred(options))


def _diagonal_fixed(options: Options) -> Estimator:
    name = "method_params['diagonal_fixed']"
    known_options(name, options, [*TYPES, "assume_centered"])
    shares = {kind: number(f"{name}[{kind!r}]", options.get(kind, 0.1), least=0) for kind in TYPES}
    return DiagonalLoading(centred=_centred(options), shares=shares)


def _shrinkage(options: Options) -> Estimator:
    known_options("method_params['shrinkage']", options, ["shrinkage", "assume_centered"])
    amount = number("shrinkage", options.get("shrinkage", 0.1), least=0, most=1)
    return FixedShrinkage(centred=_centred(options), amount=amount)


def _ledoit_wolf(options: Options) -> Estimator:
    known_options("method_params['ledoit_wolf']", options, ["assume_centered"])
    return LedoitWolf(centred=_centred(options))


def _oas(options: Options) -> Estimator:
    known_options("method_params['oas']", options, ["assume_centered"])
    return OAS(centred=_centred(options))


def _shrunk(options: Options) -> Estimator:
    known_options("method_params['shrunk']", options, ["shrinkage", "assume_centered"])
    if "shrinkage" not in options:
        return CrossValidatedShrinkage(centred=_centred(options))
    amounts = np.atleast_1d(np.asarray(options["shrinkage"], float))
    if amounts.ndim != 1 or not amounts.size or not ((amounts >= 0) & (amounts <= 1)).all():
        msg = f"shrinkages to search must be between 0 and 1, got {options['shrinkage']!r}"
        raise InputError(msg)
    return CrossValidatedShrinkage(centred=_centred(options), amounts=amounts)


def _latent(kind: str) -> Callable[[Options], Estimator]:
    def make(options: Options) -> Estimator:
        known_options(f"method_params[{kind!r}]", options, ["iter_n_components", "random_state"])
        numbers = options.get("iter_n_components")
        if numbers is not None:
            numbers = [whole("iter_n_components", n, least=1) for n in numbers]
        seed = whole("random_state", options.get("random_state", 0))
        return Latent(kind=kind, numbers=numbers, seed=seed)

    return make


def _centred(options: Options) -> bool:
    centred = options.get("assume_centered", True)
    one_of("assume_centered", centred, [True, False])
    return bool(centred)


METHODS: dict[str, Callable[[Options], Estimator]] = {
    "empirical": _empirical,
    "diagonal_fixed": _diagonal_fixed,
    "ledoit_wolf": _ledoit_wolf,
    "oas": _oas,
    "shrunk": _shrunk,
    "pca": _latent("pca"),
    "factor_analysis": _latent("factor_analysis"),
    "shrinkage": _shrinkage,
}
AUTO = ("shrunk", "diagonal_fixed", "empirical")
LATENT = frozenset({"pca", "factor_analysis"})


def chosen(
    method: str | Sequence[str] | None, params: Mapping[str, Options] | None, *, full_rank: bool
) -> dict[str, Estimator]:
    """The estimators that ``method`` names, each with its entry of ``params``.

    Those with hidden factors need ``full_rank``.
    """
    if method == "auto":
        names = [*AUTO, "factor_analysis"] if full_rank else list(AUTO)
    elif method is None or isinstance(method, str):
        names = [method or "empirical"]
    else:
        names = list(method)
    if not names:
        msg = f"method must name at least one of {', '.join(METHODS)}, got an empty list"
        raise InputError(msg)
    for name in names:
        one_of("method", name, METHODS if len(names) > 1 else [*METHODS, "auto"])
        if name in LATENT and not full_rank:
            msg = f"method {name!r} must come with rank='full': it finds the rank itself"
            raise InputError(msg)
    known_options("method_params", params or {}, METHODS)
    return {name: METHODS[name]((params or {}).get(name, {})) for name in names}
