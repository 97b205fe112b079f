"""Who is named in a free text, and where: names that the register knows, and forms of names and numbers."""
