from leadfield.api.forward.volume_sources import (
    setup_volume_source_space as setup_volume_source_space,
)
from leadfield.api.morph.move_sources import morph_source_spaces as morph_source_spaces
from leadfield.api.sources.distances import add_source_space_distances as add_source_space_distances
from leadfield.api.sources.setup import setup_source_space as setup_source_space
from leadfield.api.sources.source_spaces import SourceSpaces as SourceSpaces
from leadfield.api.sources.source_spaces import read_source_spaces as read_source_spaces
from leadfield.api.sources.source_spaces import write_source_spaces as write_source_spaces
