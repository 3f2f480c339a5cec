"""Ground of every stage: errors, logging, progress, locked arrays, safe writing."""
