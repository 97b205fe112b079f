"""Names and numbers of people in free texts, and what only looks like them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_desk.domain.anonymising import GAP, same_but_for_gaps
from incident_desk.domain.privacy.finder import Finder, Forms, is_telling
from incident_desk.domain.privacy.usual import USUAL
from incident_desk.support.check_digits import is_valid

_USUAL = Forms(USUAL, is_valid)
_FINDER = Finder(
    near=["Helen Marsh", "Jörg Müller-Lüdenscheid", "Li Wei", "王小明"],
    far=["Bernd Koch", "Eva Ward", "Jan Novák"],
    words=["the tall porter"],
    places=["Main house, Ward 3"],
    forms=_USUAL,
)


def hidden(text: str) -> str:
    return _FINDER.hide(text, "#", numbers=True)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Helen Marsh saw it", "# saw it"),
        ("asked marsh and HELEN", "asked # and #"),
        ("Marsh's notes, Marshs Notizen", "#'s notes, # Notizen"),
        ("Herr Joerg Mueller-Luedenscheid kam", "Herr # kam"),
        (unicodedata.normalize("NFD", "Jörg kam"), "# kam"),
        ("Jorg kam", "# kam"),
        ("然后王小明来了", "然后#来了"),
        ("Koch kam dazu", "# kam dazu"),
        ("bernd  koch kam dazu", "# kam dazu"),
        ("asked the tall porter", "asked #"),
        ("Mr Smith, Mrs Ann Brown and Dr. O'Neill", "Mr #, Mrs # and Dr. #"),
        ("Frau Dr. Weber rief Schwester Inge", "Frau Dr. # rief Schwester #"),
        ("write to a.b-c@ward.example.org now", "write to # now"),
        ("phone 030 4711-22, tel.: +49 30 123456", "phone #, tel.: #"),
        ("+44 20 7946 0000 did not answer", "# did not answer"),
        ("born on 12.03.1950; geb. 1950-03-12", "born on #; geb. #"),
        ("Patient no. 4711 and MRN A-99812", "Patient no. # and MRN #"),
        ("number 4711234 was taken", "number # was taken"),
        ("Joerg Muellers Akte; JÖRG MÜLLER", "# Akte; #"),
        ("Lüdenscheid kam, nicht M\u00fcl\u200bler", "# kam, nicht #"),
        ("Frau Dr. med. Weber, Prof. Dr. dent. Groß", "Frau Dr. med. #, Prof. Dr. dent. #"),
        ("Herr von der Leyen kam", "Herr # kam"),
        ("geb. am 4. Mai 1950, * 04.05.1950, born May 4, 1950", "geb. am #, * #, born #"),
        ("Pat. Nr. 12345, Fallnummer 123456, Fall-Nr. 9912", "Pat. Nr. #, Fallnummer #, Fall-Nr. #"),
        ("NHS no. 943 476 5919", "NHS no. #"),
        ("0171/2345678, 030 1234567, 020 7946 0958", "#, #, #"),
    ],
)
def test_that_who_somebody_is_goes(text: str, left: str) -> None:
    assert hidden(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "The pump ran ten times too fast on Ward 3.",
        "ein Koch und der koch des Hauses",  # "Koch" as it is written is somebody of the register
        "marshland, Helena",
        "On 2026-11-12 at 08:34 it showed 11.5 °C, 1,250,000 units, 12.11.2026",
        "WARD3-2026-0001, lot L77-22314",
        "3 patients and 12 staff were near; two nurses came",
        "A drive of 12 kW, part 4711",
        "mobile 1200 mm, patient 1200 ml, staff 1500 h; 250000 units",
        "Art.-Nr. 5531207, invoice 4500123456, Lot 1234567, batch no. 998877, Seriennummer: 4711234, UDI 04012345678901",
        "01/02/2026, 01-02-2026 at 05:30",
        "Fall WARD3-2026-0001, Nurse Station 3, Sister Ward",
    ],
)
def test_that_what_names_nobody_stays(text: str) -> None:
    assert hidden(text.replace("ein Koch und ", "")) == text.replace("ein Koch und ", "")


@pytest.mark.parametrize(
    "named", ["Patient", "Patientin", "Patient, room 312", "Daughter of the patient", "Night shift"]
)
def test_that_what_somebody_is_is_not_taken_for_a_name(named: str) -> None:
    text = "The patient in room 312 saw the daughter of the patient at night; die Patientin schlief"
    assert Finder([named], [], [], [], _USUAL).hide(text, "#") == text


@pytest.mark.parametrize(
    ("named", "text", "left"),
    [
        ("Anna Quux, room 312", "Quux saw it in room 312", "# saw it in room 312"),
        ("Sofia Mann 3", "Sofia kam", "# kam"),
        ("Pia Curie (night duty 2)", "Curie kam", "# kam"),
        ("Maria del Carmen Lopez de la Cruz", "Lopez and Carmen came of the ward", "# and # came of the ward"),
        ("Helen Ward-Marsh", "Ward-Marsh kam", "# kam"),
    ],
)
def test_that_what_stands_beside_a_name_does_not_hide_it(named: str, text: str, left: str) -> None:
    assert Finder([named], [], [], ["Ward 3", "Marsh Room"], _USUAL).hide(text, "#") == left


def test_that_a_place_called_after_somebody_does_not_spare_them() -> None:
    assert Finder(["Helen Marsh"], [], [], ["Marsh Room"], _USUAL).hide("Marsh came", "#") == "# came"
    assert (
        Finder([], ["Helen Marsh"], [], ["Marsh Room"], _USUAL).hide("Marsh Room was shut", "#")
        == "Marsh Room was shut"
    )


def test_that_lines_stay_apart() -> None:
    assert hidden("Schwester Anna\nDr. med. Weber\nkam").count("\n") == 2


def test_that_a_name_among_such_words_is_found() -> None:
    finder = Finder(["Tochter von Frau Meier", "Eva Mann"], [], [], [], _USUAL)
    assert finder.hide("Meier und Eva kamen; ein Mann half", "#") == "# und # kamen; ein Mann half"
    assert finder.hide("Eva Mann kam", "#") == "# kam"


@pytest.mark.parametrize(
    ("told", "telling"),
    [
        ("Patient", False),
        ("The ward", False),
        ("ward 3", False),
        ("The mayor", True),
        ("3120", True),
        ("a@b.org", True),
    ],
)
def test_that_a_number_or_several_words_are_looked_for_as_they_stand(told: str, *, telling: bool) -> None:
    assert is_telling(told) is telling


@pytest.mark.parametrize(
    ("named", "text", "left"),
    [
        ("Anna Großmann", "GROSSMANN, Grossmann und großmann", "#, # und #"),
        ("Paweł Wójcik", "Pawel Wojcik kam", "# kam"),
        ("Seán O'Brien", "O\u2019Brien, OBrien and Brien", "#, # and #"),
        ("Mueller", "Müller kam", "# kam"),
        ("D'Arcy-Smythe", "Smythe kam", "# kam"),
    ],
)
def test_that_other_spellings_are_found(named: str, text: str, left: str) -> None:
    assert Finder([named], [], [], [], _USUAL).hide(text, "#") == left


def test_that_a_far_name_is_found_by_its_capital() -> None:
    finder = Finder([], ["Bernd Koch"], [], [], _USUAL)
    assert finder.hide("KOCH, Kochs Wagen; der koch kocht", "#") == "#, # Wagen; der koch kocht"


def test_that_words_without_letters_are_left_out_as_they_stand() -> None:
    assert Finder([], [], ["***"], [], _USUAL).hide("it *** stays", "#") == "it # stays"


def test_that_long_numbers_stay_where_devices_are_asked_for() -> None:
    assert _FINDER.hide("4711234", "#", numbers=False) == "4711234"


def test_that_a_finder_without_names_leaves_texts_alone() -> None:
    assert Finder([], [], [], [], _USUAL).hide("The pump ran too fast", "#") == "The pump ran too fast"


@pytest.mark.parametrize(
    ("told", "meant", "same"),
    [
        (f"asked {GAP} and {GAP}", "asked Anna and Ben", True),
        (f"{GAP} and {GAP}", "Anna and Ben and Carl", True),
        (GAP, "a", True),
        (f"{GAP}{GAP}", "ab", True),
        (f"{GAP}{GAP}", "a", False),
        (f"a{GAP}", "a", False),
        (f"{GAP}a", "a", False),
        (f"aba{GAP}ba", "aba", False),
        (f"a{GAP}b{GAP}c", "a1c2b", False),
        (f"the pump {GAP}.", "the pumps ran.", False),
    ],
)
def test_that_a_text_with_gaps_is_known(told: str, meant: str, *, same: bool) -> None:
    assert same_but_for_gaps(told, meant) is same


@given(st.lists(st.text(max_size=20), min_size=2, max_size=6), st.lists(st.text(min_size=1, max_size=9), min_size=5))
def test_that_whatever_is_left_out_the_rest_is_recognised(kept: list[str], gone: list[str]) -> None:
    told = GAP.join(kept)
    meant = kept[0] + "".join(gap + part for gap, part in zip(gone, kept[1:], strict=False))
    if len(gone) >= len(kept) - 1:
        assert same_but_for_gaps(told, meant)


@pytest.mark.parametrize(
    ("named", "text", "marked"),
    [
        ("Rose Baker", "She rose from bed 4, baker called", []),
        ("Rose Baker", "Rose fell, Baker called", ["Rose", "Baker"]),
        ("Rose Baker", "baker fell from bed 4", ["baker"]),  # nothing has a capital
        ("June Price", "Again in June. June saw it", ["June"]),
        ("Franz Kogler", "KOGLER, Franz gerutscht", ["KOGLER, Franz"]),
        ("Jo Fielding", "Jo hit the stop, a jo jo lay there", ["Jo"]),
    ],
)
def test_that_the_guard_spares_common_words_and_a_paper_without_names_does_not(
    named: str, text: str, marked: list[str]
) -> None:
    finder = Finder([named], [], [], [], Forms((), is_valid))
    assert [text[mark.start : mark.end] for mark in finder.marks(text)] == marked
    without = finder.hide(text, "_")
    assert not any(part in without.casefold().split() for part in named.casefold().split() if len(part) > 2)
