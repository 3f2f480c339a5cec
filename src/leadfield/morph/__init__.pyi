from leadfield.api.morph.morph import SourceMorph as SourceMorph
from leadfield.api.morph.morph import compute_source_morph as compute_source_morph
from leadfield.api.morph.morph import read_source_morph as read_source_morph
