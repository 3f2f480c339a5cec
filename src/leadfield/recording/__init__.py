"""Channel information and raw recordings."""
