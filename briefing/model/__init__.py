"""Floor 2: the nouns. Frozen values without disk or clock.

They are standard dataclasses: `store` has pydantic check the files against them, and whoever
only reads them back need not import it.
"""
