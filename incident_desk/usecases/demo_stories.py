"""The stories of the demo: read from resources/demo/*.toml, put into one language, told again with small changes.

Times in a story are hours before now (negative: still to come), dates are days after now. Its texts may hold
{words}, which its variants fill; a repetition takes another variant, other words, another person and another
time, so that two thousand incidents do not read alike.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from incident_desk.domain.vocabulary import STEP_BY_KEY, Kind

DAY = 24.0
_APART = 19 * DAY  # between two tellings of one story
_OPEN_STORIES = 23 * DAY  # everything that is told as still open was reported since then
_BACK = 5 * 365 * DAY  # and so far back at most
_ROUNDS = 3  # so often each story is told; what is further back is made of words: see demo_tales
# Likelihood and consequence, as it was and as it could have been
_RATINGS = ("1112", "1213", "2222", "2223", "3223", "2324", "3234", "2335")


@dataclass(frozen=True, slots=True)
class Story:
    """One incident to tell. `since`: how many hours ago it came to where it stands now."""

    values: Mapping[str, Any]
    hours: float
    since: float
    reach: str
    shift: float = 0.0  # how many hours further back than its text says
    led_further: bool = False  # a repetition that by now has left behind what its text describes
    words: Mapping[str, Any] = field(default_factory=dict)

    @property
    def kind(self) -> Kind:
        return Kind(self.values.get("kind", Kind.INCIDENT))

    def before(self, hours: float) -> float:
        """A time of the text, in hours before now. What is still to come stays so while the story is open."""
        return hours if hours < 0 and not self.led_further else hours + self.shift


@dataclass(frozen=True, slots=True)
class Cast:
    """Who plays in the repetitions, and what is said where a story has no words of its own."""

    reporters: Sequence[str]
    coordinators: Sequence[str]
    reasons: Sequence[str]


def stories_of(told: Mapping[str, Any], language: str, size: int, seed: int = 0) -> list[Story]:
    """The newest stories of a register of that size, the first ones as they are written."""
    cast = _cast(told, language)
    written = told["incidents"]
    apart = _apart(told, size)
    numbers = range(min(size, _ROUNDS * len(written)))
    return [_told(written[n % len(written)], n // len(written), apart, language, cast, seed) for n in numbers]


def _apart(told: Mapping[str, Any], size: int) -> float:
    return min(_APART, _BACK / -(-size // len(told["incidents"])))


def past_of(told: Mapping[str, Any], size: int) -> tuple[float, float, int]:
    """Between which hours before now what is further back than the stories was reported, and how much that is."""
    count = max(0, size - _ROUNDS * len(told["incidents"]))
    apart = _apart(told, size)
    newest = _OPEN_STORIES + (_ROUNDS - 1) * apart
    return newest + apart * count / len(told["incidents"]), newest, count


def _cast(told: Mapping[str, Any], language: str) -> Cast:
    people = told["people"]
    return Cast(
        [person["name"] for person in people],
        [person["name"] for person in people if "coordinator" in person["roles"]],
        plain(told["texts"]["not_reportable"], language, {}),
    )


def _told(values: Mapping[str, Any], again: int, apart: float, language: str, cast: Cast, seed: int) -> Story:
    chance = random.Random(f"{values['title']['en']} {again}{seed or ''}")  # noqa: S311  samples, not secrets
    words = _words(values.get("variants", ()), again, language, chance)
    own = {key: value for key, value in values.items() if key != "variants"}
    hours = float(values["hours"])
    story = Story(
        plain(own, language, words), hours, float(values.get("since", hours * 0.4)), str(values["reach"]), words=words
    )
    if not again:  # told in whole hours; nothing happens on the hour
        shift = chance.uniform(-0.45, 0.45) if hours > DAY else 0.0
        return replace(story, hours=hours + shift, since=story.since + shift, shift=shift)
    if _still_open(story, again, chance):
        shift = chance.uniform(1, 12) if story.reach == "inbox" else chance.uniform(2, 70)
        return _recast(replace(story, hours=hours + shift, since=story.since + shift, shift=shift), cast, chance)
    told_before = again - (2 if _is_open(story) else 1)
    hours = _OPEN_STORIES + told_before * apart + chance.uniform(0, apart)
    return _recast(_led_further(story, hours, chance), cast, chance)


def _still_open(story: Story, again: int, chance: random.Random) -> bool:
    """Most of the past is concluded; as many again stand beside the stories as they are written."""
    return _is_open(story) and (again == 1 or (again == 2 and chance.random() < 0.5))


def _is_open(story: Story) -> bool:
    return story.reach == "inbox" or story.reach in STEP_BY_KEY


def _led_further(story: Story, hours: float, chance: random.Random) -> Story:
    """The same kind of event once more, earlier, and by now done with."""
    lead = chance.uniform(1, 6) if story.kind is Kind.GOOD_CATCH else chance.uniform(4, 40)
    since = max(hours * 0.1, hours - lead * DAY)
    reach = "signed"
    if story.reach == "inbox" and chance.random() < 0.3:
        reach, since = "not_reportable", hours - min(hours * 0.5, chance.uniform(1, 20))
    return replace(story, hours=hours, since=since, reach=reach, shift=hours - story.hours, led_further=True)


def _recast(story: Story, cast: Cast, chance: random.Random) -> Story:
    values = {
        **story.values,
        "reporter": chance.choice(cast.reporters),
        "responsible": chance.choice(cast.coordinators),
        "reason": chance.choice(cast.reasons),
    }
    if story.led_further and story.kind is not Kind.GOOD_CATCH and chance.random() < 0.6:
        values["rating"] = tuple(chance.choice(_RATINGS))
    return replace(story, values=values)


def _words(variants: Sequence[Mapping[str, Any]], again: int, language: str, chance: random.Random) -> dict[str, Any]:
    """The words of one variant; of several for one place the first, in a repetition any."""
    if not variants:
        return {}
    variant = chance.choice(variants) if again else variants[0]
    chosen = {
        key: (chance.choice(value) if again else value[0]) if isinstance(value, list) else value
        for key, value in variant.items()
    }
    return {key: plain(value, language, {}) for key, value in chosen.items()}


def plain(value: Any, language: str, words: Mapping[str, Any] | None) -> Any:
    """A value in one language, its {words} filled where there are any to fill in.

    A text that is nothing but one word may become a number.
    """
    if isinstance(value, Mapping):
        if language in value:
            return plain(value[language], language, words)
        return {key: plain(each, language, words) for key, each in value.items()}
    if isinstance(value, list):
        return [plain(each, language, words) for each in value]
    if words is not None and isinstance(value, str) and "{" in value:
        alone = value[1:-1]
        return words[alone] if alone in words and value == f"{{{alone}}}" else value.format_map(words)
    return value
