"""Painters of cells and cards: they read roles and paint."""
