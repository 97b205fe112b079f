"""Times of the program beside the thinnest code that does the same job, taken in turn in one run."""
