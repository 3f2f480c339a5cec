"""Design of IIR filters from what users write for ``iir_params``."""

from collections.abc import Mapping
from typing import Any, Literal, TypedDict

import numpy as np
from numpy.typing import ArrayLike

from leadfield.base.arrays import Floats
from leadfield.base.checks import known_options, one_of, whole
from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.base.log import LOGGER
from leadfield.filters.bands import PassEdges
from leadfield.filters.iir_filter import PHASES, IirFilter, ringing_length

IirPhase = Literal["zero", "zero-double", "forward"]

KINDS = (
    *("butter", "butterworth", "cheby1", "chebyshev1", "chebyshevi", "cheby2", "chebyshev2"),
    *("chebyshevii", "ellip", "elliptic", "cauer", "bessel"),
)


class IirParams(TypedDict, total=False):
    """Parameters of an IIR filter: ``sos``, or ``b`` and ``a``, or ``order`` and ``ftype``.

    ``rp`` and ``rs`` in dB are the ripple of elliptic and Chebyshev filters; ``output`` is
    ``"sos"`` or ``"ba"``; ``padlen`` is the number of samples added to either edge.
    """

    sos: ArrayLike
    b: ArrayLike
    a: ArrayLike
    order: int
    ftype: str
    output: Literal["sos", "ba"]
    rp: float
    rs: float
    padlen: int


DEFAULT: IirParams = {"order": 4, "ftype": "butter"}


def design_iir(rate: float, edges: PassEdges, params: object, phase: str) -> IirFilter:
    """The filter for samples at ``rate`` Hz; a Butterworth of order 4 where nothing is given."""
    one_of("phase", phase, PHASES)
    given = _checked(params)
    if edges.kind == "allpass":
        return IirFilter(coefficients=(np.ones(1), np.ones(1)), phase=phase)
    sections, coefficients = None, None
    if "sos" in given:
        sections = np.array(given["sos"], np.float64)
    elif "b" in given and "a" in given:
        coefficients = _two(given["b"], given["a"])
    else:
        sections, coefficients = _designed(rate, edges, given)
    if "padlen" in given:
        n_padding = whole("padlen of iir_params", given["padlen"])
    else:
        n_padding = ringing_length(sections, coefficients)
    LOGGER.info("IIR filter (%s, %s phase), padded by %d samples", edges.kind, phase, n_padding)
    return IirFilter(sections=sections, coefficients=coefficients, phase=phase, n_padding=n_padding)


def _checked(params: object) -> dict[str, Any]:
    if params is not None and not isinstance(params, Mapping):
        msg = f"iir_params must be a dict or None, got {params!r}"
        raise ArgumentTypeError(msg)
    given: dict[str, Any] = {} if params is None else dict(params)
    for name in ("gpass", "gstop"):
        if name in given:
            msg = (
                f"iir_params must hold an order: designs by {name} need a stop band, which "
                "l_freq and h_freq do not give. Design it with scipy.signal.iirdesign and "
                "pass its sos"
            )
            raise InputError(msg)
    known_options("iir_params", given, IirParams.__annotations__)
    if set(given) <= {"output", "padlen"}:
        given = {**DEFAULT, **given}
    return given


def _designed(
    rate: float, edges: PassEdges, given: Mapping[str, Any]
) -> tuple[Floats | None, tuple[Floats, Floats] | None]:
    """Sections, or coefficients, of an order and a kind of filter."""
    from scipy import signal

    if "ftype" not in given or "order" not in given:
        msg = f"iir_params must hold sos, or b and a, or order and ftype, got {sorted(given)}"
        raise InputError(msg)
    one_of("ftype of iir_params", given["ftype"], KINDS)
    output = given.get("output", "sos")
    one_of("output of iir_params", output, ["sos", "ba"])
    cutoffs = edges.cutoffs
    if len(cutoffs) > 2:
        msg = "an IIR filter must have one stop band, got several: take method='fir'"
        raise InputError(msg)
    ripple = {key: given[key] for key in ("rp", "rs") if key in given}
    iirfilter: Any = signal.iirfilter
    system = iirfilter(
        whole("order of iir_params", given["order"], least=1),
        np.array(cutoffs) / (rate / 2) if len(cutoffs) > 1 else cutoffs[0] / (rate / 2),
        btype=edges.kind,
        ftype=given["ftype"],
        output=output,
        **ripple,
    )
    return (system, None) if output == "sos" else (None, _two(*system))


def _two(b: ArrayLike, a: ArrayLike) -> tuple[Floats, Floats]:
    return np.array(b, np.float64).ravel(), np.array(a, np.float64).ravel()
