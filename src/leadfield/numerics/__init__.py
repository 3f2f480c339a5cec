"""Functions of arrays that several stages share."""
