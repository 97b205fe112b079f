"""The page of one incident: head, step rail, form, and beside it journal, messages and files."""
