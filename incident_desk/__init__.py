"""Incident Desk: an incident register that people who are not IT people can lead."""

__version__ = "0.1.0"
