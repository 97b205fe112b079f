"""PDF files that somebody holds against the register. Nobody trusts their bytes: a process of its own reads them."""
