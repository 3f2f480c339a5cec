from leadfield.api.sources.setup import setup_source_space as setup_source_space
from leadfield.api.sources.source_spaces import SourceSpaces as SourceSpaces
from leadfield.api.sources.source_spaces import read_source_spaces as read_source_spaces
from leadfield.api.sources.source_spaces import write_source_spaces as write_source_spaces
