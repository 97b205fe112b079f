"""The page Trust: what is proved, by what, since when; the check of the register; a paper held against it."""
