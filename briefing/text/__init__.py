"""Floor 1: what a string says."""
