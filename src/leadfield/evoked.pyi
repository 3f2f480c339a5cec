from leadfield.api.epochs.evoked import Evoked as Evoked
from leadfield.api.epochs.evoked_array import EvokedArray as EvokedArray
from leadfield.api.epochs.evoked_files import combine_evoked as combine_evoked
from leadfield.api.epochs.evoked_files import read_evokeds as read_evokeds
from leadfield.api.epochs.evoked_files import write_evokeds as write_evokeds
