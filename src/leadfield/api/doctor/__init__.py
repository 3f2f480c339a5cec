"""The doctor's face: ``examine``, and the diagnosis it returns."""
