"""What differs between the engines: the clock, the counter, the search, the lock. One small module each."""
