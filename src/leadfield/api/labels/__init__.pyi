from leadfield.api.labels import as_label as as_label
from leadfield.api.labels import structures as structures
