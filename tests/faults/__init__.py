"""Faults by the thousand: whatever ends a program or a disk, nothing acknowledged is lost, doubled or half written."""
