"""Writers of what leaves the register as a file: rows, lines and due dates in, bytes out."""
