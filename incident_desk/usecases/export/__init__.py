"""What leaves the register as a file for others: lists and whole records for sheets and programs, due dates."""
