"""Digital filters and resampling of arrays, rows of samples in, rows of samples out."""
