"""EEG references: ``set_eeg_reference``, ``add_reference_channels``."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from leadfield.api.epochs.as_evoked import as_evoked
from leadfield.api.epochs.epochs import Epochs, as_epochs, epochs_of
from leadfield.api.epochs.evoked import evoked_of
from leadfield.api.interop.origin import kind_of, mne_bases
from leadfield.api.recording.as_recording import as_recording
from leadfield.api.recording.channel_data import ChannelData
from leadfield.api.recording.edit_reference import Reference, plan_reference
from leadfield.api.recording.raw import Raw
from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.recording.samples import ArraySamples

if TYPE_CHECKING:
    from leadfield.api.recording.edit_reference import ElectrodeType
    from leadfield.base.arrays import Floats

Data = TypeVar("Data", bound=ChannelData)


@public("leadfield")
@verbose_aware
def set_eeg_reference(
    inst: Data,
    ref_channels: Reference = "average",
    copy: bool = True,
    projection: bool = False,
    ch_type: ElectrodeType | Literal["auto"] | Sequence[ElectrodeType] = "auto",
    forward: None = None,
    *,
    joint: bool = False,
    verbose: Verbose = None,
) -> tuple[Data, Floats | None]:
    """Set the EEG reference: in the samples, or as an SSP projector.

    Parameters
    ----------
    inst : Raw | Epochs | Evoked
        The data, with samples in memory unless ``projection`` is True.
    ref_channels : "average" | str | list of str | dict
        The average of all good electrodes; a channel, or several whose mean is subtracted;
        an empty list for data that have the wanted reference already; a dict with the
        references of each channel.
    copy : bool
        Whether to leave ``inst`` alone and change a copy.
    projection : bool
        Whether to add the average as SSP projector instead of subtracting it now.
    ch_type : "auto" | "eeg" | "ecog" | "seeg" | "dbs" | list of str
        Types of electrodes; ``"auto"`` takes the first of these types in the data.
    forward : None
        Must be None: references from a forward solution (``"REST"``) are not supported.
    joint : bool
        Whether electrodes of several types have one average, not one for each type.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    inst : Raw | Epochs | Evoked
        The data on the new reference.
    ref_data : ndarray, shape ([n_epochs, ]n_times) | None
        What was subtracted, where it is one signal for all electrodes.

    Examples
    --------
    >>> import numpy as np
    >>> from leadfield import create_info, set_eeg_reference
    >>> from leadfield.io import RawArray
    >>> raw = RawArray([[1.0, 2.0], [3.0, 6.0]], create_info(["Fz", "Cz"], 100.0, "eeg"))
    >>> raw, ref_data = set_eeg_reference(raw)
    >>> ref_data, raw.get_data()[0]
    (array([2., 4.]), array([-1., -2.]))
    """
    out = _own(inst, copy=copy)
    ref_data = None
    if not projection and not isinstance(ref_channels, Mapping):
        plan = plan_reference(out.info.value, ref_channels, ch_type, forward, joint=joint)
        ref_data = plan.signal(out.get_data()) if plan.sources else None
    out.set_eeg_reference(ref_channels, projection, ch_type, forward, joint=joint)
    return out, ref_data


@public("leadfield")
def add_reference_channels(
    inst: Data, ref_channels: str | Sequence[str], copy: bool = True
) -> Data:
    """Add reference electrodes, which record zeros.

    Parameters
    ----------
    inst : Raw | Epochs | Evoked
        The data, with samples in memory.
    ref_channels : str | list of str
        Names of the electrodes that the data were recorded against.
    copy : bool
        Whether to leave ``inst`` alone and change a copy.

    Returns
    -------
    inst : Raw | Epochs | Evoked
        The data with further EEG channels.

    Examples
    --------
    >>> import numpy as np
    >>> from leadfield import add_reference_channels, create_info
    >>> from leadfield.io import RawArray
    >>> raw = RawArray(np.ones((2, 10)), create_info(["Fz", "Cz"], 100.0, "eeg"))
    >>> add_reference_channels(raw, "M1").ch_names
    ['Fz', 'Cz', 'M1']
    """
    out: Data = _own(inst, copy=copy).add_reference_channels(ref_channels)
    return out


def _own(inst: Any, *, copy: bool) -> Any:
    """The data or their copy; of MNE-Python's always a copy."""
    own: Any = inst
    if isinstance(inst, ChannelData):
        return own.copy() if copy else own
    base = next(iter(mne_bases(inst).intersection(TAKEN)), None)
    if base is None:
        msg = f"inst must be Raw, Epochs or Evoked, got {kind_of(inst)}"
        raise ArgumentTypeError(msg)
    if not copy:
        msg = f"copy must be True for {kind_of(inst)}, which stays as it is, got {copy!r}"
        raise InputError(msg)
    return TAKEN[base](inst)


def _own_raw(raw: object) -> Raw:
    value = as_recording(raw)
    if value.preloaded:
        value = replace(value, samples=ArraySamples(value.values(0, value.n_samples)))
    return Raw(value)


def _own_epochs(epochs: object) -> Epochs:
    value = as_epochs(epochs).value
    if value.loaded:
        value = value.with_data(value.require_data("a reference").copy())
    return epochs_of(value)


# What makes leadfield's own data of MNE-Python's, by class.
TAKEN: dict[str, Callable[[object], ChannelData]] = {
    "BaseRaw": _own_raw,
    "BaseEpochs": _own_epochs,
    "Evoked": lambda evoked: evoked_of(as_evoked(evoked)),
}
