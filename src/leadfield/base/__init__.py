"""What every stage stands on: errors, logging, progress, locked arrays, safe writing."""
