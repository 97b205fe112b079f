"""The board: five columns of cards, moved by mouse, by keys, or from the incident's page."""
