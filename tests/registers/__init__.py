"""A small register of every released version: upgraded, it verifies."""
