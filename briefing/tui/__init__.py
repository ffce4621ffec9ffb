"""Floor 5: the screen."""
