"""Sheets from anywhere (text, XLSX, ODS, XLS) become plain rows. The bytes are not trusted: they are parsed in a
process of its own, which may take only so much memory and time, and whose end the window outlives."""
