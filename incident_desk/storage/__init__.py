"""The register in a database: SQLAlchemy Core over SQLite, PostgreSQL and MariaDB."""
