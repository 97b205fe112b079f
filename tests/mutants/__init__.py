"""Small faults, each a patch, that the tests must find: a test-suite that lets one pass has a gap."""
