"""Pure painting: each function takes a painter, a place, what to show, and the theme; none keeps anything.

Delegates and widgets share them, so a chip on a card, in a table and on a page is the same chip. What flows
in a row returns the width it took. What is painted has words too: `words.py` says each part to a screen
reader.
"""
