"""The inbox: new reports, triaged by keys: accept, ask back, join, not reportable."""
