"""Files of others are parsed in a process of its own: started, limited, asked, watched, ended."""
