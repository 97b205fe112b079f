"""What can be set: the organisation, its lists, backups, this PC, the register."""
