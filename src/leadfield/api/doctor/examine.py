"""Examination of a data set: ``examine``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from numpy.typing import ArrayLike

from leadfield.api.doctor.data_set import data_set_of
from leadfield.api.doctor.diagnosis import Diagnosis
from leadfield.base.checks import number
from leadfield.base.front_door import public
from leadfield.base.log import LOGGER, Verbose, verbose_aware
from leadfield.doctor.checks import run_checks

if TYPE_CHECKING:
    from pathlib import Path

    from leadfield.api.covariance.covariance import Covariance
    from leadfield.api.epochs.epochs import Epochs
    from leadfield.api.epochs.evoked import Evoked
    from leadfield.api.forward.conductors import ConductorModel
    from leadfield.api.forward.forward import Forward
    from leadfield.api.inverse.inverse_operator import InverseOperator
    from leadfield.api.recording.raw import Raw
    from leadfield.api.recording.transforms import CoordinateTransform
    from leadfield.api.sources.source_spaces import SourceSpaces


@public("leadfield.doctor")
@verbose_aware
def examine(
    raw: Raw | str | Path | None = None,
    epochs: Epochs | str | Path | None = None,
    evoked: Evoked | list[Evoked] | str | Path | None = None,
    noise_cov: Covariance | str | Path | None = None,
    forward: Forward | str | Path | None = None,
    inverse_operator: InverseOperator | str | Path | None = None,
    *,
    trans: CoordinateTransform | str | Path | None = None,
    bem: ConductorModel | str | Path | None = None,
    src: SourceSpaces | str | Path | None = None,
    subject: str | None = None,
    subjects_dir: str | Path | None = None,
    events: ArrayLike | str | Path | None = None,
    lambda2: float | None = None,
    verbose: Verbose = None,
) -> Diagnosis:
    """Check a data set, and say what is wrong with it and which call mends it.

    All is optional: each check is made where what it needs is there, and the diagnosis says
    which were not. Objects may be MNE-Python's, and all but ``subject`` may be files.

    Parameters
    ----------
    raw : Raw | path-like | None
        The recording; all its samples are read once.
    epochs : Epochs | path-like | None
        Epochs.
    evoked : Evoked | list of Evoked | path-like | None
        Responses.
    noise_cov : Covariance | path-like | None
        Noise covariance of single epochs.
    forward : Forward | path-like | None
        Forward solution.
    inverse_operator : InverseOperator | path-like | None
        Inverse operator.
    trans : CoordinateTransform | path-like | None
        Transform between head and MRI coordinates; that of the models is used without it.
    bem : ConductorModel | path-like | None
        Head model.
    src : SourceSpaces | path-like | None
        Source spaces.
    subject : str | None
        Name of the subject; that of the sources by default.
    subjects_dir : path-like | None
        FreeSurfer's folder of subjects, for the surfaces of the head. None takes
        ``SUBJECTS_DIR``, if ``subject`` is given.
    events : array_like, shape (n_events, 3) | path-like | None
        Events; those of the recording's trigger channels by default.
    lambda2 : float | None
        The regularisation that is meant to be used.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    diagnosis : Diagnosis
        The findings, the worst first.

    Raises
    ------
    ArgumentTypeError
        If an argument is nothing of its kind.
    MissingFileError
        If a file does not exist, or the subject has none.

    Notes
    -----
    A file that is there and cannot be read is a finding, no error. Amplitudes are judged in
    windows of a second, and where bad annotations cover a part of one, that is left out.

    Examples
    --------
    >>> import leadfield
    >>> diagnosis = leadfield.doctor.examine(evoked=evoked, noise_cov=noise_cov, lambda2=3.0)
    >>> diagnosis[0].title
    'lambda2 is for a signal below the noise, or a signal-to-noise ratio itself'
    """
    parts: dict[str, Any] = {
        "raw": raw,
        "epochs": epochs,
        "evoked": evoked,
        "noise_cov": noise_cov,
        "forward": forward,
        "inverse_operator": inverse_operator,
        "trans": trans,
        "bem": bem,
        "src": src,
        "events": events,
    }
    data, unreadable = data_set_of(
        {name: part for name, part in parts.items() if part is not None},
        subject=subject,
        subjects_dir=subjects_dir,
        lambda2=None if lambda2 is None else number("lambda2", lambda2, above=0),
    )
    diagnosis = Diagnosis(run_checks(data, unreadable))
    LOGGER.info("%s", diagnosis.value.verdict)
    return diagnosis
