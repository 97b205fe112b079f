"""Reports: choose a paper, see its pages, print it, save it."""
