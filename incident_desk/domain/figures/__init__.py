"""Figures over many incidents: each one worked out by a rule that stands in a book, and says which."""
