"""Statistics over subjects: permutation tests of maps, clusters, corrections for many tests."""
