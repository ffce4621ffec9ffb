"""Holding a draft against a dossier, one concern a module."""
