"""Files that come in from outside: bytes in, plain data out."""
