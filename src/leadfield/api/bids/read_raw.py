"""Recordings of BIDS data sets: ``read_raw``, ``read_events``, ``get_head_mri_trans``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadfield.api.recording.as_recording import as_recording
from leadfield.api.recording.raw import Raw
from leadfield.api.recording.transforms import coordinate_transform_of
from leadfield.base.checks import one_of
from leadfield.base.errors import ArgumentTypeError
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.bids.recording import head_to_mri, read_bids_events, read_recording
from leadfield.bids.recording_files import RecordingFiles

if TYPE_CHECKING:
    from leadfield.api.recording.transforms import CoordinateTransform
    from leadfield.base.arrays import Ints


@public("leadfield.bids")
@verbose_aware
def read_raw(files: RecordingFiles, *, preload: bool = False, verbose: Verbose = None) -> Raw:
    """Open a recording of a BIDS data set.

    Types of channels and what is bad are those of ``channels.tsv``, the frequency of the power
    line that of the sidecar, and annotations the events of ``events.tsv``.

    Parameters
    ----------
    files : RecordingFiles
        The recording's files, one of ``open_data_set(root).recordings``.
    preload : bool
        Whether to load all samples into memory now.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    raw : Raw
        The recording.

    Raises
    ------
    FormatError
        If a file cannot be read, is of a format that leadfield does not read, or if
        ``channels.tsv`` names no channel of the recording.

    See Also
    --------
    read_events : The events as an array.

    Notes
    -----
    Which coil an MEG channel has is left to the recording. Of the annotations in the file itself
    those stay that say where nothing was recorded.

    Examples
    --------
    >>> import leadfield
    >>> files = leadfield.bids.open_data_set(bids_root).recordings[0]
    >>> raw = leadfield.bids.read_raw(files)
    >>> raw.annotations.description[:2].tolist()
    ['tone', 'tone']
    """
    one_of("preload", preload, [True, False])
    value = read_recording(_checked(files))
    return Raw(value.loaded() if preload else value)


@public("leadfield.bids")
@verbose_aware
def read_events(
    files: RecordingFiles, raw: Raw, *, verbose: Verbose = None
) -> tuple[Ints, dict[str, int]]:
    """Read the events of a recording of a BIDS data set.

    Parameters
    ----------
    files : RecordingFiles
        The recording's files.
    raw : Raw
        The recording; MNE-Python's will do.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    events : array, shape (n_events, 3)
        Sample, 0, and number of each event.
    event_id : dict
        Numbers by name, as :class:`~leadfield.Epochs` takes them.

    Raises
    ------
    ChannelError
        If there is neither ``events.tsv`` nor a trigger channel.
    DataError
        If no event lies in the recording.
    FormatError
        If ``events.tsv`` cannot be read.

    Notes
    -----
    Events are called by the column ``trial_type``, else by ``value``; those of one type with
    several values after both, such as ``"face/3"``. Their numbers are the values where these tell
    them apart, else they are counted from 1 in the order of the alphabet. Without ``events.tsv``
    they are those of the trigger channels, and called by their numbers.

    Examples
    --------
    >>> import leadfield
    >>> files = leadfield.bids.open_data_set(bids_root).recordings[0]
    >>> events, event_id = leadfield.bids.read_events(files, leadfield.bids.read_raw(files))
    >>> events[0].tolist(), event_id
    ([100, 0, 1], {'tone': 1})
    """
    return read_bids_events(_checked(files), as_recording(raw))


@public("leadfield.bids")
@verbose_aware
def get_head_mri_trans(
    files: RecordingFiles, raw: Raw, *, verbose: Verbose = None
) -> CoordinateTransform:
    """Get the transform from head to MRI coordinates of a recording of a BIDS data set.

    It is that of a ``-trans.fif`` beside the recording or in derivatives. Without one, it brings
    the landmarks of the head, as digitised, closest to those in the sidecar of the T1 image.

    Parameters
    ----------
    files : RecordingFiles
        The recording's files.
    raw : Raw
        The recording; MNE-Python's will do.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    trans : CoordinateTransform
        The transform.

    Raises
    ------
    StateError
        If there is neither a file nor landmarks.
    FormatError
        If the files cannot be read.

    Notes
    -----
    Landmarks in images are voxels; the image's geometry and that of FreeSurfer's ``T1.mgz`` say
    where these are on the subject's surfaces. Where the recording has no digitised landmarks,
    those of ``coordsystem.json`` count.

    Examples
    --------
    >>> import leadfield
    >>> files = leadfield.bids.open_data_set(bids_root).recordings[0]
    >>> raw = leadfield.bids.read_raw(files)
    >>> leadfield.bids.get_head_mri_trans(files, raw).from_str
    'head'
    """
    return coordinate_transform_of(head_to_mri(_checked(files), as_recording(raw)))


def _checked(files: object) -> RecordingFiles:
    if not isinstance(files, RecordingFiles):
        msg = (
            "files must be one of open_data_set(root).recordings, got "
            f"{files!r} ({type(files).__name__})"
        )
        raise ArgumentTypeError(msg)
    return files
