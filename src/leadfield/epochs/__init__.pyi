from leadfield.api.epochs.concatenate_epochs import concatenate_epochs as concatenate_epochs
from leadfield.api.epochs.epochs import BaseEpochs as BaseEpochs
from leadfield.api.epochs.epochs import Epochs as Epochs
from leadfield.api.epochs.epochs_array import EpochsArray as EpochsArray
from leadfield.api.epochs.epochs_files import read_epochs as read_epochs
from leadfield.api.epochs.fixed_length import make_fixed_length_epochs as make_fixed_length_epochs
