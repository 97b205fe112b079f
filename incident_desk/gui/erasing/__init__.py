"""The page on which a person's data are erased: who and why, what is found, a last question, what was done."""
