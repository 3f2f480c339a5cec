"""Spectra of arrays: wavelets and tapers, and the transforms of signals by them."""
