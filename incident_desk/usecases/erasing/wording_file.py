"""The texts that were found as a file that somebody writes the new wording into, and that file read back."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from incident_desk.domain.errors import Refused
from incident_desk.usecases.erasing.erase import Order
from incident_desk.usecases.erasing.look import Look, telling
from incident_desk.usecases.erasing.places import said
from incident_desk.usecases.wording import Wording

_UNPRINTED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def wording_file(look: Look, wording: Wording) -> str:
    """TOML: for each text where it stands, how it reads, and a first proposal of how it might."""
    return "\n".join(_lines(look, wording))


def _lines(look: Look, wording: Wording) -> Iterator[str]:
    for line in wording.texts.say("erasure.file_head").splitlines():
        yield f"# {line}"
    yield f"incident = {_quoted(look.number)}"
    yield f"position = {look.position}"
    yield f"words = [{', '.join(map(_quoted, look.words))}]"
    for each in look.lost.found:
        yield f"\n# {said(each.place, wording)}\n[[text]]\nplace = {_quoted(each.place)}"
        yield f"now = {_quoted(shown(each.value))}"
        yield f"new = {_quoted(proposed(each.value, look.words, wording))}" if isinstance(each.value, str) else ""
        yield f"erase = {'false' if isinstance(each.value, str) else 'true'}"
    for file in look.files:
        yield f"\n# {said(file.place, wording)}\n[[file]]\nplace = {_quoted(file.place)}"
        yield f"name = {_quoted(file.name)}\nerase = {str(file.found).lower()}"
    yield ""


def shown(value: Any) -> str:
    """A value to read: a row of an old list cell by cell."""
    if isinstance(value, list):
        return "\n".join(": ".join(map(str, each)) if isinstance(each, list) else str(each) for each in value)
    return str(value)


def proposed(text: str, words: Sequence[str], wording: Wording) -> str:
    """The text with the words blackened; "" where they stand in it in letters that only a person recognises."""
    black = wording.texts.say("erasure.black")
    for word in words:
        spelt = r"\s+".join(map(re.escape, word.split()))
        text = re.sub(spelt, lambda _: black, text, flags=re.IGNORECASE)
    return "" if telling(words)(text) else text


def read_wording(content: str, basis: str, reason: str) -> tuple[str, Order]:
    """The incident's number and the order that the file makes. Raises Refused for what cannot be read."""
    try:
        data = tomllib.loads(content)
        texts = {str(each["place"]): _new(each) for each in data.get("text", ())}
        files = frozenset(str(each["place"]) for each in data.get("file", ()) if each["erase"] is True)
        words = tuple(str(each) for each in data["words"])
        return str(data["incident"]), Order(words, basis, reason, texts, files, int(data["position"]))
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError, AttributeError):
        raise Refused("erase_file_unreadable", "wording") from None


def _new(each: Mapping[str, Any]) -> str | None:
    """What somebody left empty without saying that it goes is refused as one that says nothing."""
    return None if each.get("erase") is True else str(each.get("new", ""))


def _quoted(text: str) -> str:
    """A basic string of TOML; over several lines where the text has them."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    escaped = _UNPRINTED.sub(lambda match: f"\\u{ord(match.group()):04x}", escaped)
    return f'"""\n{escaped}"""' if "\n" in text else f'"{escaped}"'
