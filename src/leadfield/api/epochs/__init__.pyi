from leadfield.api.epochs import as_type as as_type
from leadfield.api.epochs import evoked_frame as evoked_frame
