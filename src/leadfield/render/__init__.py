"""Still images and windows of a scene."""
