from leadfield.api.artefacts.ecg import compute_proj_ecg as compute_proj_ecg
from leadfield.api.artefacts.ecg import create_ecg_epochs as create_ecg_epochs
from leadfield.api.artefacts.ecg import find_ecg_events as find_ecg_events
from leadfield.api.artefacts.eog import compute_proj_eog as compute_proj_eog
from leadfield.api.artefacts.eog import create_eog_epochs as create_eog_epochs
from leadfield.api.artefacts.eog import find_eog_events as find_eog_events
from leadfield.api.artefacts.peaks import peak_finder as peak_finder
