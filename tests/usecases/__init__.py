"""Use cases without a register: what they make of what they are given."""
