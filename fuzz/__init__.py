"""Fuzzing of leadfield's readers: small sound files, damaged on purpose, read and then used."""
