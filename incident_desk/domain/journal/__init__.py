"""The journal as pure functions: canonical bytes, parts with salts, chains, the log. hashlib only."""
