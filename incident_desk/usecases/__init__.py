"""What a user can do, one file each, and the ports they need from outside."""
