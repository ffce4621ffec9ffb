"""Forms: what can be typed in each, what is wrong with it as one types, and the changes it amounts to."""
