"""The row of an old list as one cell: each heading with what stood under it, a line each, so that nothing is lost.

A line break within a text is written \\n, a colon within a heading \\:, a backslash \\\\.
"""

from __future__ import annotations

import json
from typing import Any

from incident_desk.domain.text import LANGUAGES
from incident_desk.usecases.export.guard import ID_HEADING
from incident_desk.usecases.export.headings import FACT, KEPT

_HEADINGS = (*(KEPT[language] for language in LANGUAGES), f"{FACT}kept")
_ESCAPED = {"\\": "\\\\", "\n": "\\n", ":": "\\:"}
_IN_TEXT, _IN_HEADING = "\\\n", "\\\n:"


def kept_text(stored: Any) -> str:
    """From what is stored of a row, as it is or as JSON. A row that we wrote ourselves is told by its fields already;
    what it brought along of an older list is told again."""
    cells = [(heading, text) for heading, text in (json.loads(stored) if isinstance(stored, str) else stored or ())]
    said = dict(cells)
    if ID_HEADING in said:
        return next((said[heading] for heading in _HEADINGS if heading in said), "")
    return "\n".join(f"{_spelt(heading, _IN_HEADING)}: {_spelt(text, _IN_TEXT)}" for heading, text in cells)


def _spelt(text: str, signs: str) -> str:
    return "".join(_ESCAPED[sign] if sign in signs else sign for sign in text)
