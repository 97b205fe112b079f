"""Runs first in the portable folder on Linux: what the program opens shall not load the folder's libraries.

The program finds them by LD_LIBRARY_PATH, which was read when it started. A file manager that is asked to show a
folder would inherit it and take libraries from here in place of its own, often the wrong versions.
"""

import os

before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
if before is None:
    os.environ.pop("LD_LIBRARY_PATH", None)
else:
    os.environ["LD_LIBRARY_PATH"] = before
