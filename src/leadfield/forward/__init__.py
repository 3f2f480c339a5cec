"""Forward models: lead fields from sources to sensors, and head models."""
