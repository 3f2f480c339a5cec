from leadfield.api.inverse import source_cov as source_cov
