"""What is read from files: untrusted, named with its place when it is wrong."""
