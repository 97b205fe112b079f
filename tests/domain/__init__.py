"""The rules, without a database wherever that is possible."""
