"""What starting loads: only what the register at hand needs."""

from __future__ import annotations

import subprocess
import sys

from tests.factories import Desk

PROGRAM = """
import sys
from incident_desk.storage.register import open_register
register = open_register(sys.argv[1])
register.queries.people()
found = {name.split(".")[2] for name in sys.modules if name.startswith("sqlalchemy.dialects.")}
print(*sorted(found - {"_typing"}), *sorted({"psycopg", "pymysql", "alembic"} & sys.modules.keys()))
"""
NEEDED = {"": "sqlite", "postgresql": "postgresql psycopg", "mariadb": "mysql pymysql"}


def test_that_a_register_loads_its_own_kind_of_database_alone(desk: Desk) -> None:
    run = subprocess.run([sys.executable, "-c", PROGRAM, desk.address], capture_output=True, text=True, check=True)
    loaded = run.stdout.strip()
    assert loaded == NEEDED[desk.address.partition("://")[0] if "://" in desk.address else ""]
