from leadfield.api.recording.equalize_channels import equalize_channels as equalize_channels
from leadfield.api.recording.montage import DigMontage as DigMontage
from leadfield.api.recording.montage import get_builtin_montages as get_builtin_montages
from leadfield.api.recording.montage import make_dig_montage as make_dig_montage
from leadfield.api.recording.montage import make_standard_montage as make_standard_montage
