"""Incidents, the five steps and their rules. Pure: no clock, no random, no database, no Qt."""
