"""Forward models: the lead field from sources to sensors."""
