"""The parts pages are composed of.

Every constructor takes what the part shows, then `theme`, then `parent`, then options by name. User text is
always shown literally. Each part can be worked by keyboard, shows its focus, and has an accessible name.
"""
