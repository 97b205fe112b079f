"""Logs, drafts, marks: what lies beside a register on this PC."""
