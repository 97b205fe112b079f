"""A text alone on a paper, set by the same code as every narrative."""

from __future__ import annotations

from incident_desk.reports.paper import PROSE, Flow, Frame
from incident_desk.reports.prose import paragraphs
from incident_desk.reports.sheet import Sheet

FRAME = Frame(51, 549, 800, 40)


def text_alone(stored: str) -> bytes:
    sheet = Sheet(595, 842, "text", "en")
    flow = Flow(sheet, lambda page: FRAME)
    flow.add(paragraphs(stored, PROSE, FRAME))
    flow.finish()
    return sheet.finish()
