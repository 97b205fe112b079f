"""The drawings of an incident's cause: what its lists say, in words, for the layer that draws."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from incident_desk.charts.drawing import Drawing, Ruler
from incident_desk.charts.fishbone import Factor, fishbone
from incident_desk.charts.timeline import Event, timeline
from incident_desk.domain.incident import Incident
from incident_desk.domain.lists_cause import FACTORS, TIMELINE
from incident_desk.domain.values import StatedTime, micros
from incident_desk.usecases.papers import DrawingBlock
from incident_desk.usecases.wording import Wording

Draw = Callable[[float, Ruler], Drawing]
FEWEST_EVENTS = 2  # one alone says nothing of before and after


def fishbone_of(incident: Incident, wording: Wording) -> Draw | None:
    """None while no factor is written down."""
    factors = [
        Factor(
            line.id, wording.value(FACTORS.field("kind"), line.values.get("kind")),
            wording.value(FACTORS.field("what"), line.values.get("what")), line.values.get("root") is True,
        )
        for line in incident.record.of(FACTORS.key)
    ]  # fmt: skip
    effect = wording.value(None, incident.values.get("title"))
    return (lambda width, ruler: fishbone(effect, factors, width, ruler)) if factors else None


def timeline_of(incident: Incident, wording: Wording) -> Draw | None:
    """None while fewer than two events have a time that is known at both ends."""
    events = []
    for line in incident.record.of(TIMELINE.key):
        stated = line.values.get("when")
        when = StatedTime.from_json(stated) if isinstance(stated, dict) else None
        if when is None or when.earliest is None or when.latest is None:
            continue
        events.append(
            Event(
                line.id, micros(when.earliest), micros(when.latest), wording.value(TIMELINE.field("when"), stated),
                wording.value(TIMELINE.field("what"), line.values.get("what")), line.values.get("unexpected") is True,
            )
        )  # fmt: skip
    if len(events) < FEWEST_EVENTS:
        return None
    return lambda width, ruler: timeline(events, width, ruler)


def cause_blocks(incident: Incident, wording: Wording) -> Iterator[DrawingBlock]:
    """As they stand on paper, above the lists that say the same."""
    for declared, draw in ((TIMELINE, timeline_of(incident, wording)), (FACTORS, fishbone_of(incident, wording))):
        if draw is not None:
            yield DrawingBlock(declared.title[wording.language], draw)
