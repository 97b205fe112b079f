"""My work: what one owes, overdue first."""
