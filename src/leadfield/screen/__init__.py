"""What figures appear on: windows of Matplotlib's backends, and notebooks."""
