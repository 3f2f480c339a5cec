"""Inverse operators, and their kernels for one regularisation and method."""
