"""What one incident teaches the next: problems, articles, improvements and hazards, and where each is offered."""
