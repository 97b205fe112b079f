"""The style sheet of the program, from `resources/styles` and the tokens of the moment.

The files are QSS with three additions: ``@ink2`` is the colour of a token, ``8dp`` a distance of the design
in pixels of this screen (``8dp-1`` one pixel less), ``pill(18, 4)`` the corner of something round that is 18
high and padded by 4, ``image(tick)`` a drawing of `resources/icons/indicators` for light or dark. They set no
fonts (see `typography`). Widgets are styled by class and by properties, which `marking.mark` sets:

- push buttons: ``kind`` = primary, normal, quiet, danger, choice, pill, icon, link;
  ``fit`` = bar (28 px), large (44 px), else 32 px;
- fields: ``state`` = missing, wrong; read-only fields have the sunken ground by themselves;
- frames: ``kind`` = page, side, tray, panel, card, head, status, popover, divider, message;
  a message also has ``tone`` = high, crit, ok, tint;
- labels: ``ink`` = ink2, ink3, petrol, crit, high, ok; ``kind`` = count, number-box.
"""

from __future__ import annotations

import re
from functools import cache

from incident_desk.gui.theme.spacing import Spacing
from incident_desk.gui.theme.tokens import Tokens
from incident_desk.support.resources import resource

_FILES = ("grounds", "buttons", "fields", "choices", "views", "bars")
_COLOUR = re.compile(r"@(\w+)")
_DISTANCE = re.compile(r"(\d+)dp(?:-(\d+))?")
_PILL = re.compile(r"pill\((\d+), (\d+)\)")
_IMAGE = re.compile(r"image\(([\w-]+)\)")


@cache
def _template(high_contrast: bool) -> str:
    names = (*_FILES, "contrast") if high_contrast else _FILES
    return "\n".join(resource("styles", f"{name}.qss").read_text(encoding="utf-8") for name in names)


def style_sheet(tokens: Tokens, spacing: Spacing, *, dark: bool, high_contrast: bool = False) -> str:
    theme = "dark" if dark else "light"

    def image(found: re.Match[str]) -> str:
        path = resource("icons", "indicators", f"{found[1]}-{theme}.svg")
        return f'url("{path.as_posix()}")'

    def pill(found: re.Match[str]) -> str:
        # Qt draws square corners where a radius is larger than half the height.
        return f"{(spacing.px(int(found[1])) + 2 * spacing.px(int(found[2]))) // 2}px"

    text = _PILL.sub(pill, _template(high_contrast))
    text = _DISTANCE.sub(lambda found: f"{spacing.px(int(found[1])) - int(found[2] or 0)}px", text)
    text = _COLOUR.sub(lambda found: tokens.colour(found[1]).name(), text)
    return _IMAGE.sub(image, text)
