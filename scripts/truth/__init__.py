"""How far maps can be trusted, where the truth is known: ``python scripts/truth``."""
