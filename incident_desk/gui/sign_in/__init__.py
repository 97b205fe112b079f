"""Who is at this PC."""
