"""Paths, settings, logging, texts, ids: no Qt, no database."""
