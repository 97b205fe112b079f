"""Finding: one box, newest first, every word must occur."""
