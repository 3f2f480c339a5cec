"""HDF5 files of nested values, as MNE-Python writes them, through h5py."""
