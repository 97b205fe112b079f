"""Records that may tell of the same event, two and two, and joining them."""
