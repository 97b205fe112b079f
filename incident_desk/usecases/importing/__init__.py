"""The old list comes in: what a sheet means is guessed, corrected, planned and carried out. Knows of no screen."""
