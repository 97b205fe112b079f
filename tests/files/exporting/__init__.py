"""Writers of exported files, read back by readers that are not ours."""
