"""Labels: regions of the cortex, their algebra, and parcellations of it."""
