"""The engines by name."""

from leadfield.batch.engines.engine import Engine
from leadfield.batch.engines.loky import LokyEngine

ENGINES: dict[str, type[Engine]] = {kind.name: kind for kind in (LokyEngine,)}
