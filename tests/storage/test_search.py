"""Search: any text may be typed, and three engines give the same answer."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
import sqlalchemy as sa

from incident_desk.domain import commands as c
from incident_desk.storage.search_words import indexed, sought
from incident_desk.storage.searching import Search
from incident_desk.storage.snippets import snippet
from incident_desk.support.words import words_of
from incident_desk.usecases.rows import IncidentFilter, Narrowed
from tests import hostile
from tests.factories import Desk

STORIES = (
    "The infusion pump ran ten times too fast on Ward 3, bed 4.",
    "Die Pumpe lief zehnmal zu schnell; Überdruck an der Straße nach Łódź.",
    "Pumpernickel was served to a patient with an allergy (nuts, gluten).",
    "Press 7 stopped after the guard failed: error E-4711, 3.5 bar, 50% load.",
    "O'Brien said the x-ray was not and never near the incident.",
    "日本語の報告。ポンプが速すぎた。", "مريض سقط من السرير", "חולה נפל מהמיטה", "मरीज़ बिस्तर से गिर गया",
    "Naïve café: ÅNGSTRÖM, ﬁre, ² ½ ①, ＦＵＬＬＷＩＤＴＨ", "a_b a-b a.b a/b a@b.example www.example.test/path?x=1",
    "AND OR NOT NEAR the a an is it to of", "1234567890 0042 7 88 1e5 0x1f v2.0", "👩‍👩‍👧 emoji only 🐎",
)  # fmt: skip
POOL = (
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789äöüßéñøłžđıİſ"
    " \t\n\"'()*+-:^~<>@&|!%_\\/.,;=$#?[]{}`´’“”„…–—"
    "日本語한국عربעבריहिन्दीไทย\u0301\u0308\u200b\u200d\u202e\ufeff\u00a0👩🐎\x00\ud800\x1f"
)


@dataclass(frozen=True)
class Story:
    """The words of one incident: of number and title, and all of them."""

    head: tuple[str, ...]
    words: frozenset[str]


def reference(stories: dict[str, Story], text: str) -> set[str]:
    """The rule, told once more: every word occurs, the last perhaps unfinished; or all are parts of words of the head.

    A short number alone is that of a record, too.
    """
    words = words_of(text)
    if not words:
        return set(stories)
    found = set()
    for incident, story in stories.items():
        whole = set(words[:-1]) <= story.words and any(each.startswith(words[-1]) for each in story.words)
        parts = all(len(word) >= 3 and any(word in each for each in story.head) for word in words)
        if whole or parts or (len(words) == 1 and words[0].zfill(4) in story.words):
            found.add(incident)
    return found


@pytest.fixture
def library(own_desk: Desk) -> Iterator[tuple[Desk, dict[str, Story]]]:
    """A register of stories; with each incident every word that stands in it."""
    desk, stories = own_desk, {}
    for story in (*STORIES, *(text for text in hostile.TEXTS if text.strip())):
        done = desk.do(None, c.RecordIncident({"what_happened": story}))
        values = desk.record(done.id).values
        head = words_of(f"{values['number']} {values['title']}")
        stories[done.id] = Story(tuple(head), frozenset(head + words_of(story)))
    yield desk, stories


def found(desk: Desk, text: str) -> set[str]:
    return {each.row.id for each in desk.register.queries.search(text, 1000)}


def generated(count: int) -> list[str]:
    """Strings somebody might type or paste: half of them made of pieces of the stories."""
    chance = random.Random(20261112)
    strings = []
    for number in range(count):
        if number % 2:
            strings.append("".join(chance.choices(POOL, k=chance.randrange(1, 30))))
            continue
        words = chance.choice(STORIES).split()
        piece = chance.sample(words, min(len(words), chance.randrange(1, 4)))
        piece[-1] = piece[-1][: chance.randrange(1, len(piece[-1]) + 1)]
        strings.append(" ".join(piece))
    return strings


def test_that_any_text_can_be_searched_and_finds_what_the_rule_says(library: tuple[Desk, dict[str, Story]]) -> None:
    desk, stories = library
    wrong = [text for text in (*generated(500), *hostile.TEXTS, *hostile.REFUSED, *hostile.EMPTY, *STORIES)
             if found(desk, text) != reference(stories, text)]  # fmt: skip
    assert wrong == []


def test_that_five_thousand_strings_are_searched_without_an_error(library: tuple[Desk, dict[str, Story]]) -> None:
    """In each way there is: newest first, best first, counted."""
    desk, stories = library
    queries = desk.register.queries
    numbers = {row.no: row.id for row in queries.incidents(IncidentFilter(), limit=1000)}

    def asked(connection: sa.Connection, number: int, text: str) -> bool:
        search = Search(queries._database, connection, sought(text, {}, ()), Narrowed())
        expected = reference(stories, text)
        if number % 3 == 2:
            return search.count(1000) == len(expected)
        hits = (search.newest if number % 3 else search.best)(3, None)
        found = {numbers[no] for no in (*hits.numbers, *hits.by_part)}
        return found <= expected and len(found) == min(3, len(expected))

    with queries._database.reader.connect() as connection:
        strings = [text for text in generated(5000) if words_of(text)]
        assert [text for number, text in enumerate(strings) if not asked(connection, number, text)] == []


def test_that_the_strings_really_find_something() -> None:
    """A check that could not fail would find nothing anywhere."""
    stories = {story: Story((), frozenset(words_of(story))) for story in STORIES}
    hits = [len(reference(stories, text)) for text in generated(500)]
    assert sum(hit > 0 for hit in hits) > 200
    assert sum(0 < hit < len(STORIES) for hit in hits) > 100


@pytest.mark.parametrize("text", ["x " * 2000, "A" * 1_000_000, '"' * 5000, "日本 " * 1000, "(" * 3000])
def test_that_a_pasted_page_can_be_searched(desk: Desk, text: str) -> None:
    desk.new()
    assert desk.register.queries.search(text) is not None


def test_that_search_looks_into_titles_numbers_texts_and_lines(desk: Desk) -> None:
    incident = desk.new("containment", fields={"title": "Alpha", "what_happened": "Bravo"})
    desk.do(
        incident, c.ChangeFields({"cause": "Charlie", "device.serial": "Delta88"}),
        c.AddItem("actions", {"what": "Echo", "kind": "corrective", "proof": "Foxtrot"}),
        c.AddItem("people", {"name": "Golf Hotel", "role": "witness"}),
    )  # fmt: skip
    number = desk.record(incident).values["number"]
    for text in (
        "alpha",
        "BRAVO",
        "charl",
        "delta88",
        "echo",
        "foxtr",
        "golf hotel",
        "hotel golf",
        number,
        number[-4:],
        str(int(number[-4:])),
        "lph",
    ):
        assert found(desk, text) == {incident}, text
    for text in ("bravo zulu", "ravo", "corrective", "device.pump"):
        assert found(desk, text) == set(), text


def test_that_the_index_follows_every_change(own_desk: Desk) -> None:
    incident = own_desk.new("containment", fields={"title": "Alpha"})
    own_desk.do(incident, c.ChangeFields({"title": "Bravo"}), c.AddItem("whys", {"what": "Charlie"}))
    assert (found(own_desk, "alpha"), found(own_desk, "bravo"), found(own_desk, "charlie")) == (
        set(),
        {incident},
        {incident},
    )
    own_desk.do(incident, c.RemoveItem(own_desk.record(incident).of("whys")[0].id))
    assert found(own_desk, "charlie") == set()
    assert own_desk.breaks() == []


def test_that_hits_come_newest_first_with_a_piece_of_their_text(own_desk: Desk) -> None:
    made = [
        own_desk.new(fields={"title": f"{n}", "what_happened": f"{'word ' * 60}Überdruck number {n}"}) for n in range(3)
    ]
    hits = own_desk.register.queries.search("überdruck")
    assert [hit.row.id for hit in hits] == made[::-1]
    assert [hit.row.id for hit in own_desk.register.queries.search("uberdruck", 2)] == made[:0:-1]
    assert hits[0].snippet.startswith("... word")
    assert "Überdruck number 2" in hits[0].snippet


@pytest.mark.parametrize("between", [0, 2, 4, 9, 17])
def test_that_the_newest_are_found_however_many_others_that_begin_alike_came_between(
    sqlite_desk: Desk, between: int
) -> None:
    """First among the newest that begin alike, then among more of them, at last among all that hold the word."""
    stories = ["placed", "placed", *["plan"] * between, "placed", "plan"]
    ids = [sqlite_desk.do(None, c.RecordIncident({"what_happened": f"It was a {story}."})).id for story in stories]
    hits = sqlite_desk.register.queries.search("place", 2)
    assert [hit.row.id for hit in hits] == [ids[-2], ids[1]]


def test_that_nothing_typed_lists_the_newest(own_desk: Desk) -> None:
    made = [own_desk.new() for _ in range(3)]
    for text in ("", "  ", "...", "\x00"):
        assert [hit.row.id for hit in own_desk.register.queries.search(text)] == made[::-1]


# --- words, without a register ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("O'Brien", ["o", "brien"]), ("Straße", ["strasse"]), ("ÅNGSTRÖM e\u0301", ["angstrom", "e"]),
        ("日本 ab", ["日", "本", "ab"]), ("ﬁre ²", ["fire", "2"]), ("a_b-c", ["a", "b", "c"]), ("\u202egnp.exe", ["gnp", "exe"]),
        ("👩‍👩‍👧", []), ("x" * 100, ["x" * 60]), ("", []),
    ],
)  # fmt: skip
def test_that_words_lose_case_accents_and_punctuation(text: str, words: list[str]) -> None:
    assert words_of(text) == words
    assert indexed(text) == " ".join(word + "_" * (3 - len(word)) for word in words)


@pytest.mark.parametrize(
    ("text", "words", "piece"),
    [
        ("short", ["none"], "short"),
        ("a\nb  c", ["c"], "a b c"),
        ("x" * 200, ["none"], "x" * 150 + " ..."),
        ("word " * 100, ["none"], ("word " * 30) + "..."),
    ],
)
def test_that_a_snippet_is_one_line_around_the_word(text: str, words: list[str], piece: str) -> None:
    assert snippet(text, words, 150) == piece


def test_that_a_snippet_shows_the_word_in_the_middle_of_a_long_text() -> None:
    piece = snippet("word " * 100 + "Here " + "word " * 100, ["here"], 150)
    assert "Here" in piece
    assert piece.startswith("... ")
    assert piece.endswith(" ...")
    assert len(piece) <= 160
