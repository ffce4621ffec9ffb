"""Floor 3: the verbs. Pure functions from values to values; nothing raises."""
