"""Sector packs: what they are and their checks. Reading from disk is done in files/."""
