"""Papers: plain report data in, PDF bytes out. No database, no window, no clock."""
