"""Signs of labels' courses across subjects: flips after which subjects agree.

The sign of a label's course is that of a principal direction, and may be either in each subject.
What does not depend on chance is how labels go together: after the right flips, subjects have like
covariances between labels, at all lags (Vidaurre et al. 2016).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import final

import numpy as np

from leadfield.base.arrays import Bools, Floats, Ints, lock_arrays
from leadfield.base.checks import all_finite
from leadfield.base.errors import InputError, MismatchError

FEWEST_LABELS = 3
"""With two, a flip of one turns the only covariance, and what is common is a matter of taste."""
MOST_ROUNDS = 50
SHIFTED = 20
"""Subjects made of courses that are shifted against each other, to see what chance gives."""
LEVEL = 99.0
"""Percentile of what chance gives, that an agreement must exceed to tell a sign."""
NEAR = 0.1
"""Of a course: with a smaller shift it is too much like itself to stand for chance."""


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LabelSigns:
    """Signs, 1 or -1, (n_subjects, n_labels), and where they are ``clear``.

    Those of a subject are right up to one sign for all its labels, unless its courses go
    ``together`` (n_subjects,) with the others' in time: then that is the same as theirs. Alone,
    its largest value is above 0.
    """

    signs: Ints
    clear: Bools
    together: Bools

    def __post_init__(self) -> None:
        lock_arrays(self)


def align_label_signs(courses: Sequence[Floats], n_lags: int) -> LabelSigns:
    """The signs of labels' courses (n_labels, n_times) of each subject.

    First those after which covariances agree, and then, of subjects whose courses go together in
    time, those of labels whose own courses tell.
    """
    _check(courses, n_lags)
    patterns = np.stack([lagged_correlations(one, n_lags) for one in courses])
    signs = _agreeing_signs(patterns)
    clear = np.empty(signs.shape, np.bool_)
    chance = np.random.default_rng(0)
    total = _signed(patterns, signs).sum(axis=0)
    for i, one in enumerate(courses):
        others = total - _signed(patterns[i], signs[i])
        limit = _by_chance(one, others, n_lags, chance)
        clear[i] = _agreements(patterns[i], others, signs[i]) > limit
    signs = signs * _usual_signs(patterns, signs)
    largest = [_sign_of_largest(a * b[:, np.newaxis]) for a, b in zip(courses, signs, strict=True)]
    signs = signs * np.array(largest)[:, np.newaxis]
    together = np.zeros(len(courses), np.bool_)
    if len({one.shape for one in courses}) == 1:
        signs, told, together = align_in_time(np.stack(courses), signs)
        clear |= told
    return LabelSigns(signs=signs, clear=clear, together=together)


def lagged_correlations(courses: Floats, n_lags: int) -> Floats:
    """Correlations (2 n_lags + 1, n_labels, n_labels) between labels, 0 of a label with itself."""
    centred = courses - courses.mean(axis=1, keepdims=True)
    length = np.linalg.norm(centred, axis=1, keepdims=True)
    unit = centred / np.where(length > 0, length, 1)
    n = unit.shape[1]
    later = [unit[:, lag:] @ unit[:, : n - lag].T for lag in range(n_lags + 1)]
    found = np.stack([*(one.T for one in later[:0:-1]), *later])
    found[:, np.arange(len(courses)), np.arange(len(courses))] = 0
    return found


def _agreeing_signs(patterns: Floats) -> Ints:
    """Signs (n_subjects, n_labels) after which correlations agree best.

    All are compared with the subject that is most like the others whatever the signs, and then,
    until nothing changes, each with the sum of the others.
    """
    sizes = np.abs(patterns).reshape(len(patterns), -1)
    first = int((sizes @ sizes.mean(axis=0) / (np.linalg.norm(sizes, axis=1) + 1e-300)).argmax())
    signs = np.stack([_best_signs(_products(one, patterns[first])) for one in patterns])
    total = _signed(patterns, signs).sum(axis=0)
    for _ in range(MOST_ROUNDS):
        before = signs.copy()
        for i, one in enumerate(patterns):
            others = total - _signed(one, signs[i])
            signs[i] = _best_signs(_products(one, others), signs[i])
            total = others + _signed(one, signs[i])
        if (signs == before).all():
            break
    return signs


def _products(pattern: Floats, other: Floats) -> Floats:
    """How far two correlations between two labels agree, over all lags, (n_labels, n_labels)."""
    found: Floats = np.einsum("tij,tij->ij", pattern, other)
    return (found + found.T) / 2


def _signed(patterns: Floats, signs: Ints) -> Floats:
    """Correlations (..., n_lags, n_labels, n_labels) of labels that have signs (..., n_labels)."""
    both = signs[..., :, np.newaxis] * signs[..., np.newaxis, :]
    signed: Floats = patterns * both[..., np.newaxis, :, :]
    return signed


def _best_signs(products: Floats, start: Ints | None = None) -> Ints:
    """Signs s for which s' products s is large: those of the main direction, and of ``start``.

    From either, labels are flipped one at a time as long as that helps. The first sign is 1.
    """
    starts: list[Ints] = [np.where(np.linalg.eigh(products)[1][:, -1] < 0, -1, 1)]
    if start is not None:
        starts.append(start)
    found = [_climb(products, one) for one in starts]
    best: Ints = max(found, key=lambda s: float(s @ products @ s))
    return best * int(best[0])


def _climb(products: Floats, signs: Ints) -> Ints:
    signs = signs.copy()
    while True:
        gains = -signs * (products @ signs)
        worst = int(gains.argmax())
        if gains[worst] <= 1e-12 * np.abs(gains).max(initial=0):
            return signs
        signs[worst] = -signs[worst]


def _agreements(pattern: Floats, other: Floats, signs: Ints) -> Floats:
    """For each label the correlation of its pattern with that of others, after the flips."""
    agreed = (_products(pattern, other) @ signs) * signs
    sizes = [np.sqrt(np.square(one).sum(axis=(0, 2))) for one in (pattern, other)]
    size = sizes[0] * sizes[1]
    found: Floats = np.divide(agreed, size, out=np.zeros(len(signs)), where=size > 0)
    return found


def _by_chance(courses: Floats, others: Floats, n_lags: int, chance: np.random.Generator) -> float:
    """An agreement that labels seldom have which are shifted against each other in time."""
    n = courses.shape[1]
    low = max(int(NEAR * n), 1)
    found = []
    for _ in range(SHIFTED):
        shifts = chance.integers(low, max(n - low, low + 1), len(courses))
        rows = (np.arange(n) + shifts[:, np.newaxis]) % n
        pattern = lagged_correlations(np.take_along_axis(courses, rows, axis=1), n_lags)
        found.append(_agreements(pattern, others, _best_signs(_products(pattern, others))))
    return float(np.percentile(found, LEVEL))


def _usual_signs(patterns: Floats, signs: Ints) -> Ints:
    """Signs (n_labels,) for all subjects, after which most labels go up together.

    No agreement tells them: it is the same if a label is flipped in every subject.
    """
    at_once = patterns[:, patterns.shape[1] // 2]
    mean = np.einsum("si,sij,sj->ij", signs, at_once, signs) / len(signs)
    return _best_signs(mean)


def align_in_time(courses: Floats, signs: Ints) -> tuple[Ints, Bools, Bools]:
    """Signs that go together in time too, which labels' courses tell so, and whose do at all.

    ``courses`` are (n_subjects, n_labels, n_times).
    """
    unit = courses - courses.mean(axis=2, keepdims=True)
    length = np.linalg.norm(unit, axis=(1, 2), keepdims=True)
    unit = unit / np.where(length > 0, length, 1) * signs[:, :, np.newaxis]
    products = np.einsum("ilt,jlt->ij", unit, unit)
    np.fill_diagonal(products, 0)
    overall = _best_signs(products)
    unit *= overall[:, np.newaxis, np.newaxis]
    total = unit.sum(axis=0)
    together = np.array([_along(one, total - one, whole=True).all() for one in unit])
    overall[~together] = 1
    told = np.zeros(signs.shape, np.bool_)
    found = signs * overall[:, np.newaxis]
    members = np.flatnonzero(together)
    total = unit[members].sum(axis=0)
    for _ in range(MOST_ROUNDS if len(members) > 1 else 0):
        before = found.copy()
        for i in members:
            others = total - unit[i]
            told[i] = _along(unit[i], others) | _along(-unit[i], others)
            against = told[i] & (np.einsum("lt,lt->l", unit[i], others) < 0)
            unit[i, against] *= -1
            found[i, against] *= -1
            total = others + unit[i]
        if (found == before).all():
            break
    if len(members):
        found[members] *= _sign_of_largest(total)
    return found, told, together


def _along(own: Floats, others: Floats, *, whole: bool = False) -> Bools:
    """Whether courses agree with others as they are more than at any time shifted.

    Each of its own, or all as a ``whole``.
    """
    n = own.shape[1]
    spectra = np.fft.rfft(own, axis=1).conj() * np.fft.rfft(others, axis=1)
    by_shift = np.fft.irfft(spectra.sum(axis=0, keepdims=True) if whole else spectra, n, axis=1)
    low = max(int(NEAR * n), 1)
    found: Bools = by_shift[:, 0] > np.abs(by_shift[:, low : n - low + 1]).max(axis=1)
    return found


def _sign_of_largest(courses: Floats) -> int:
    """The sign of the value of the largest size."""
    return -1 if -courses.min() > courses.max() else 1


def _check(courses: Sequence[Floats], n_lags: int) -> None:
    if len(courses) < 2:
        msg = f"label_tcs must be of two subjects or more to be aligned, got {len(courses)}"
        raise InputError(msg)
    for one in courses:
        if one.ndim != 2 or len(one) != len(courses[0]) or len(one) < FEWEST_LABELS:
            msg = (
                f"label_tcs must be n_labels x n_times with the same {FEWEST_LABELS} or more "
                f"labels of each subject, got {', '.join(str(each.shape) for each in courses)}"
            )
            raise MismatchError(msg)
        if one.shape[1] < 2 * n_lags + 2:
            least = 2 * n_lags + 2
            msg = f"label_tcs must have {least} times or more for {n_lags} lags, got {one.shape[1]}"
            raise InputError(msg)
        all_finite("label_tcs", one, "leave such labels out")
