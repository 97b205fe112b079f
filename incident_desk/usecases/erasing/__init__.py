"""Erasing what a register holds of somebody, by lawful request, after the texts were worded anew."""
