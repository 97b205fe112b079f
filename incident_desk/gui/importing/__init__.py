"""Bringing a sheet in: choose the file, say what its columns mean, look at what would happen, do it."""
