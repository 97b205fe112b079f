"""The register as a table: a million rows, looked through, filtered, sorted, printed, copied."""
