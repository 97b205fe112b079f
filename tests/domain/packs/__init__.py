"""Sector packs from plain data: what they hold, and how wrong data are named."""
