"""Titles made from reports, in English and German."""

from __future__ import annotations

import pytest

from incident_desk.domain.titles import TITLE_LENGTH, title_from


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Wet floor. Somebody slipped.", "Wet floor"),
        ("Wet floor!\nSomebody slipped.", "Wet floor"),
        ("Is it wet? Yes.", "Is it wet"),
        ("  Wet \t floor\n\nat night ", "Wet floor at night"),
        ("At 3.5 bar it burst. Then quiet.", "At 3.5 bar it burst"),
        ("word " * 40, ("word " * 18).strip() + " ..."),
        ("x" * 200, "x" * TITLE_LENGTH + " ..."),
        ("...", "..."),
        ("! wet", "! wet"),
    ],
)
def test_that_a_made_title_is_a_short_line_of_whole_words(text: str, title: str) -> None:
    assert title_from(text) == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Dr. Hughes gave the wrong dose. The patient is well.", "Dr. Hughes gave the wrong dose"),
        ("A fall in St. Mary's ward. No injury.", "A fall in St. Mary's ward"),
        ("Sharp tools, e.g. Scalpels, lay about. Removed.", "Sharp tools, e.g. Scalpels, lay about"),
        ("Dose given approx. 3 hours late. Told the ward.", "Dose given approx. 3 hours late"),
        ("At 8 a.m. the alarm failed. Nobody heard it.", "At 8 a.m. the alarm failed"),
        ("It failed at 8 a.m. The ward was told.", "It failed at 8 a.m"),
        ("At 9:40 a.m. The alarm failed. Nobody heard it.", "At 9:40 a.m. The alarm failed"),
        ("Pump no. 4 stopped. Replaced.", "Pump no. 4 stopped"),
        ("The answer was no. Then it fell.", "The answer was no"),
        ("J. Smith slipped. The floor was wet.", "J. Smith slipped"),
        ("The label read 39. then nothing. More.", "The label read 39. then nothing"),
        ('She shouted "stop." Nobody heard.', 'She shouted "stop"'),
        ("Oil leaked from Room 312. The floor was wet.", "Oil leaked from Room 312"),
        ("Needles, swabs etc. were left. Cleared.", "Needles, swabs etc. were left"),
        ("Cleared needles, swabs etc.", "Cleared needles, swabs etc."),
    ],
)
def test_that_an_abbreviation_does_not_end_a_title(text: str, title: str) -> None:
    assert title_from(text) == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Dr. Meier verwechselte die Spritze. Kein Schaden.", "Dr. Meier verwechselte die Spritze"),
        ("Herr Prof. Dr. med. Weiß stürzte. Er ist wohlauf.", "Herr Prof. Dr. med. Weiß stürzte"),
        ("Werkzeug, z. B. Scheren, lag herum. Weggeräumt.", "Werkzeug, z. B. Scheren, lag herum"),
        ("Werkzeug, z.B. Scheren, lag herum. Weggeräumt.", "Werkzeug, z.B. Scheren, lag herum"),
        ("Am 3. März lief Wasser aus. Es wurde gewischt.", "Am 3. März lief Wasser aus"),
        ("Sturz im 2. Stock. Ohne Verletzung.", "Sturz im 2. Stock"),
        ("Im St. Josef Haus fiel der Strom aus. Kurz.", "Im St. Josef Haus fiel der Strom aus"),
        ("Bett Nr. 7 klemmt. Gemeldet.", "Bett Nr. 7 klemmt"),
        ("Die max. Temperatur wurde überschritten. Alarm.", "Die max. Temperatur wurde überschritten"),
        ("Sturz im OP. Patient unverletzt.", "Sturz im OP"),
        ("Handschuhe, Kittel usw. Alles fehlte.", "Handschuhe, Kittel usw"),
        ("Es lief „zu schnell.“ Danach stand es.", "Es lief „zu schnell“"),
    ],
)
def test_that_a_german_abbreviation_does_not_end_a_title(text: str, title: str) -> None:
    assert title_from(text) == title
