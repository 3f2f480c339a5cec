"""FIF files: tags, the tree of blocks, reading and writing with every bound checked."""
