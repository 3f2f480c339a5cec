from leadfield.api.labels import as_label as as_label
