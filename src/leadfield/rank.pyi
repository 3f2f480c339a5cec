from leadfield.api.covariance.rank import compute_rank as compute_rank
