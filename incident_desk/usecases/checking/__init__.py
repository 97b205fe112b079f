"""Files of anybody held against the register: is it a paper of it, and what does it still say truly."""
