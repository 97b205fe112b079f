"""The register table: what it can show, its orders, its typed filter, and reading it at any place."""
