"""The command line: one module per command, the same use cases as the window, no Qt."""
