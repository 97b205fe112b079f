"""Item models over plain rows: roles are enums, display and sort values are apart."""
