"""A picture of brains as a value: meshes, colours, foci, captions, views."""
