"""What somebody does who changes a register behind the program's back, and what the program says of it."""
