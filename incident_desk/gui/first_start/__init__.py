"""The first start, and every start that needs help: make, open, repair."""
