from leadfield.api.sources import export_volume as export_volume
