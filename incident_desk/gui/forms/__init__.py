"""Forms made from declarations: an editor per kind of field, rows of them, one line of a list, what is missing."""
