"""The tests of Incident Desk; the folders mirror those of the package."""
