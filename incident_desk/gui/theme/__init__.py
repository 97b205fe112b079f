"""Colours, type, distances, icons and the style sheet; `manager.Theme` is the one door to all of them."""
