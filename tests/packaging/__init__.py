"""Tests of what people install: requirements, wheel, portable folder."""
