"""When things happen in a story of the demo: its stages, and times stated in its texts.

A register made in one second would look like one: open for no time, no time in any step. So the stages of a story
lie between its report and the hour it came to where it stands now, and the acts of a stage a few minutes apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from incident_desk.domain.values import from_micros
from incident_desk.usecases.demo_stories import Story

HOUR = 3_600_000_000
_PACE = HOUR // 20
_WHOLE_MINUTES = ((4.0, 15), (1.0, 5), (0.0, 1))  # people state times the rounder the further off they are
# How far on its way from report to signature an incident is when it comes to a stage.
_ON_THE_WAY = {
    "identification": 0.03, "containment": 0.08, "prioritisation": 0.2, "reaction": 0.32, "conclusion": 0.8,
    "review": 0.92, "signed": 1.0, "not_reportable": 1.0,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Schedule:
    """The clock of one story. `start` is now, in microseconds."""

    story: Story
    start: int
    zone: str

    def reported(self) -> int:
        return self.moment(self.story.hours)

    def entered(self, stage: str) -> int:
        """When the story comes to a stage on its way."""
        story = self.story
        if stage in story.values.get("entered", {}):
            return self.moment(story.before(float(story.values["entered"][stage])))
        way = min(1.0, _ON_THE_WAY[stage] / _ON_THE_WAY[story.reach])
        return self.moment(story.hours - (story.hours - story.since) * way)

    def moment(self, hours: float) -> int:
        return self.start - int(hours * HOUR)

    def spread(self, begin: int, end: int, acts: int) -> Sequence[int]:
        """Moments for the acts of a stage that begins and ends then."""
        pace = min(_PACE, max(0, end - begin) // (acts + 1))
        return [begin + n * pace for n in range(acts)]

    def stated(self, value: Any) -> Any:
        """A value of a story as a person would state it: hours before now become times, days after now dates."""
        if isinstance(value, list):
            return [self.stated(each) for each in value]
        if not isinstance(value, dict):
            return value
        if "hours" in value:
            others = {key: each for key, each in value.items() if key != "hours"}
            return {**others, "at": self._time(float(value["hours"]))}
        if "days" in value:
            hours = self.story.before(-24.0 * float(value["days"]))
            return self._local(self.moment(hours)).date().isoformat()
        return {key: self.stated(each) for key, each in value.items()}

    def now_stated(self, moment: int) -> dict[str, str]:
        """The time of an act, as its own person states it."""
        return {"at": self._local(moment).replace(second=0, microsecond=0).isoformat()}

    def _time(self, hours: float) -> str:
        before = self.story.before(hours)
        minutes = next(step for limit, step in _WHOLE_MINUTES if abs(before) >= limit)
        exact = self._local(self.moment(before)).replace(second=0, microsecond=0)
        return (exact - timedelta(minutes=exact.minute % minutes)).isoformat()

    def _local(self, moment: int) -> datetime:
        return from_micros(moment).astimezone(ZoneInfo(self.zone))
