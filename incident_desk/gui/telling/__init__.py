"""Marks below and beside a text what tells in it who somebody is. Shown, never enforced."""
