"""Large registers, made by the program itself: its commands, its decisions, its unit of work. Kept for the next run."""

from __future__ import annotations

import hashlib
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import batched_by if False else islice
