"""Papers as the use cases make them: an infusion pump that ran too fast, in English and German."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from typing import Any

from incident_desk.domain.vocabulary import Priority
from incident_desk.usecases.papers import (
    Attachment,
    AttachmentsBlock,
    Block,
    Column,
    Emphasis,
    Fact,
    FactsBlock,
    FooterFacts,
    JournalBlock,
    JournalLine,
    ListPaper,
    MatrixBlock,
    MatrixCell,
    NoticeBlock,
    Organisation,
    PaperHead,
    PaperSize,
    PriorityMark,
    ProseBlock,
    RecordPaper,
    Row,
    SignatureBlock,
    SignatureBox,
    StepBox,
    StepMark,
    StepState,
    TableBlock,
)

WHAT_HAPPENED = (
    "During the change of shift the pump in room 312 was set to 5 ml per hour. Six minutes later the alarm for an "
    "empty bag sounded: the pump had run at about 50 ml per hour, the display still showed 5. The line was clamped at "
    "once and the doctor on call saw the patient at 08:36. Blood pressure was low for about twenty minutes and is "
    "normal again. The patient stays one night longer for observation."
)
WAS_GESCHAH = (
    "Beim Schichtwechsel wurde die Pumpe in Zimmer 312 auf 5 ml pro Stunde gestellt. Sechs Minuten später meldete sie "
    "einen leeren Beutel: Sie war mit etwa 50 ml pro Stunde gelaufen, die Anzeige stand noch auf 5. Die Leitung wurde "
    "sofort abgeklemmt, die diensthabende Ärztin war um 08:36 Uhr beim Patienten. Der Blutdruck war etwa zwanzig "
    "Minuten lang niedrig und ist wieder normal. Der Patient bleibt eine Nacht länger zur Beobachtung."
)


def record_paper(**changes: Any) -> RecordPaper:
    """One page: the record in Containment, two things still missing, one signature."""
    data = json.dumps({"number": "WARD3-2026-0042", "what_happened": WHAT_HAPPENED}, sort_keys=True).encode()
    paper = RecordPaper(
        organisation=Organisation("St Brigid’s Hospital", "Quality and patient safety, Harbour Road 4"),
        language="en",
        zone="Europe/Dublin",
        size=PaperSize.A4,
        number="WARD3-2026-0042",
        title="Infusion pump ran at ten times the set rate",
        kind_line="Incident, medical device: infusion pump",
        priority=PriorityMark(Priority.CRITICAL, "Critical", "suggested, decided in step 3"),
        steps=(
            StepBox(1, "Identification", StepState.DONE, ("12 Nov 2026, 08:55", "Amina Yusuf")),
            StepBox(2, "Containment", StepState.CURRENT, ("since 08:55",), "2 still missing"),
            StepBox(3, "Prioritisation", StepState.TO_COME, ("not started",)),
            StepBox(4, "Reaction", StepState.TO_COME, ("not started",)),
            StepBox(5, "Conclusion", StepState.TO_COME, ("not started",)),
        ),
        facts=FACTS,
        sections=(
            ProseBlock("What happened", WHAT_HAPPENED, "in the reporter’s words; names of patients removed"),
            MEASURES,
            DUTIES,
            NoticeBlock(("Extent: lots or quantity.", "People told: 5 patients whose pump is of the same lot.")),
            SIGNATURES,
        ),
        footer=footer_facts(data),
        data=data,
    )
    return replace(paper, **changes)


def footer_facts(data: bytes, **changes: Any) -> FooterFacts:
    facts = FooterFacts(
        number="WARD3-2026-0042",
        entries=(1, 14),
        as_of="12 November 2026, 10:24:06 (Europe/Dublin)",
        sha256=hashlib.sha256(data).hexdigest(),
        head=PaperHead(4812, hashlib.sha256(b"head").hexdigest()),
        remark="Contains personal data. Keep locked, shred when done.",
    )
    return replace(facts, **changes)


FACTS = (
    Fact("Occurred", "12 Nov 2026, 08:25", "about, by staff"),
    Fact("Discovered", "12 Nov 2026, 08:31"),
    Fact("Reported", "12 Nov 2026, 08:34"),
    Fact("Open for", "1 h 50 min"),
    Fact("Place", "Ward 3, room 312", "St Brigid’s, main house"),
    Fact("Found by", "Staff"),
    Fact("Reporter", "Liam Doyle", "nurse, night shift"),
    Fact("Responsible", "Amina Yusuf", "quality nurse"),
    Fact("People affected", "1 patient, 5 to check"),
    Fact("Equipment", "Pump IP-2207", "serial 88-10442"),
    Fact("Lots or quantity", "", missing=True),
    Fact("Third parties", "Supplier", "told 12 Nov 2026, 09:45"),
)
MEASURES = TableBlock(
    "Temporary measures",
    (
        Column("Measure", 42),
        Column("Owner", 16),
        Column("In force since", 17),
        Column("Check by", 10),
        Column("Ends", 9),
        Column("State", 15),
    ),
    (
        Row(
            (
                "Second nurse checks each rate, wards 3 and 5",
                "Amina Yusuf",
                "12 Nov 2026, 09:20",
                "10:00",
                "15 Nov",
                "Check overdue",
            ),
            Emphasis.ALERT,
        ),
        Row(
            (
                "Pump IP-2207 out of use, labelled",
                "Tomás Keane",
                "12 Nov 2026, 08:58",
                "14:00",
                "19 Nov",
                "In force",
            ),
            Emphasis.STRONG,
        ),
        Row(
            ("Spare pumps lent from theatre", "Daniel Okafor", "12 Nov 2026, 09:05", "", "", "Lifted 10:10"),
            Emphasis.FADED,
        ),
    ),
    "No measure yet.",
    "2 in force, 1 check overdue",
)
DUTIES = TableBlock(
    "Duties to report",
    (
        Column("To whom", 24),
        Column("What", 28),
        Column("Due", 20),
        Column("Sent", 16),
        Column("Reference", 12),
    ),
    (
        Row(("Device authority", "First report, 2 days", "14 Nov 2026, 08:34", "not yet", "")),
        Row(("Patient’s family", "First letter, duty of candour", "21 Nov 2026, 17:00", "not yet", "")),
        Row(("Insurer", "Notice of a possible claim", "at once", "12 Nov 2026, 09:55", "26-4471")),
    ),
    "No duty to report.",
    "rules of the hospital pack, version 6; check the dates with your authority",
)
SIGNATURES = SignatureBlock(
    (
        SignatureBox(
            "Recorded by",
            "I recorded this from the ward’s report",
            "Amina Yusuf, quality nurse",
            "12 Nov 2026, 10:19:04 (Europe/Dublin)",
            14,
        ),
        SignatureBox("Reviewed by", "I have read the record and agree"),
    )
)
MATRIX = MatrixBlock(
    "Priority",
    "Severity",
    ("Catastrophic", "Major", "Moderate", "Minor", "Negligible"),
    "Likelihood",
    ("Rare", "Unlikely", "Possible", "Likely", "Almost certain"),
    tuple(
        tuple(
            MatrixCell(
                str(severity * likelihood),
                next(
                    code
                    for least, code in (
                        (15, Priority.CRITICAL),
                        (8, Priority.HIGH),
                        (4, Priority.MEDIUM),
                        (0, Priority.LOW),
                    )
                    if severity * likelihood >= least
                ),
            )
            for likelihood in range(1, 6)
        )
        for severity in range(5, 0, -1)
    ),
    actual=(2, 3),
    potential=(0, 3),
    reasons=(
        "Severity, what happened: moderate, one night longer in hospital.",
        "Severity, what could have happened: catastrophic, a weak patient would not have survived the dose.",
        "Likelihood: likely, four of 22 pumps of the same lot ran too fast in the last month.",
        "4 times 3 is 12: High. 4 times 5 is 20: Critical. The higher one counts.",
    ),
    hint="matrix of the hospital pack, version 6",
)


def long_record_paper(journal: int = 46, **changes: Any) -> RecordPaper:
    """About six pages: all steps done, signed, with a follow-up part."""
    names = ("Identification", "Containment", "Prioritisation", "Reaction", "Conclusion")
    steps = [
        StepBox(number, name, StepState.DONE, (f"{11 + number} Nov 2026, 08:55", "Amina Yusuf"))
        for number, name in enumerate(names, start=1)
    ]
    steps[2] = StepBox(3, "Prioritisation", StepState.SKIPPED, ("short path:", "measure solved it"))
    sections: tuple[Block, ...] = (
        ProseBlock("What happened", "\n\n".join([WHAT_HAPPENED] * 3), "in the reporter’s words"),
        FactsBlock("Extent", FACTS[4:], "what and who else is concerned"),
        MEASURES,
        MATRIX,
        ProseBlock("Cause", "Keypad of the pump: key 0 bounces.\n  first press  counts twice\n" + WHAT_HAPPENED),
        TableBlock("Actions", DUTIES.columns, DUTIES.rows * 5, "No action.", "15 of 15 done"),
        DUTIES,
        TableBlock("Lessons", DUTIES.columns, (), "No lesson recorded."),
        journal_block(journal),
        AttachmentsBlock(
            "Attachments",
            tuple(
                Attachment(
                    f"pump-display-{number}.jpg",
                    "1.2 MB",
                    f"12 Nov 2026, 09:1{number}, Amina Yusuf",
                    hashlib.sha256(b"%d" % number).hexdigest(),
                )
                for number in range(4)
            ),
        ),
        SIGNATURES,
    )
    paper = record_paper(
        steps=tuple(steps),
        sections=sections,
        after_sign_off=(
            ProseBlock("Addendum, 20 December 2026", "The supplier has exchanged all 22 pumps of the lot."),
            TableBlock("Effectiveness checks", DUTIES.columns, DUTIES.rows[:2], ""),
        ),
    )
    return replace(paper, **changes)


def journal_block(lines: int) -> JournalBlock:
    told = (
        JournalLine("12 Nov 2026, 08:34:10", "Liam Doyle", "reported the incident"),
        JournalLine(
            "12 Nov 2026, 08:41:55",
            "Amina Yusuf",
            "changed the place",
            "Ward 4",
            "Ward 3, room 312",
            "typed in a hurry",
        ),
        JournalLine(
            "12 Nov 2026, 08:55:02",
            "Amina Yusuf",
            "changed what happened",
            WHAT_HAPPENED[:140],
            WHAT_HAPPENED[:210],
            "the doctor on call was asked",
        ),
        JournalLine("12 Nov 2026, 08:58:31", "Tomás Keane", "added the measure “Pump IP-2207 out of use, labelled”"),
    )
    return JournalBlock("Journal", tuple(told[number % len(told)] for number in range(lines)), "oldest first")


def german_paper(**changes: Any) -> RecordPaper:
    paper = record_paper(
        language="de",
        organisation=Organisation("Städtisches Klinikum Köln-Süd", "Qualität und Patientensicherheit, Hafenstraße 4"),
        zone="Europe/Berlin",
        title="Infusionspumpe lief mit der zehnfachen Förderrate",
        kind_line="Zwischenfall, Medizinprodukt: Infusionspumpe",
        priority=PriorityMark(Priority.HIGH, "Hoch", "Vorschlag, entschieden in Schritt 3"),
        steps=(
            StepBox(1, "Erfassung", StepState.DONE, ("12. Nov. 2026, 08:55", "Amina Yusuf")),
            StepBox(2, "Eindämmung", StepState.CURRENT, ("seit 08:55",), "es fehlen noch 2"),
            StepBox(3, "Priorisierung", StepState.TO_COME, ("nicht begonnen",)),
            StepBox(4, "Bearbeitung", StepState.TO_COME, ("nicht begonnen",)),
            StepBox(5, "Abschluss", StepState.TO_COME, ("nicht begonnen",)),
        ),
        sections=(
            ProseBlock("Was ist passiert", WAS_GESCHAH, "in den Worten der meldenden Person"),
            replace(MEASURES, title="Vorläufige Maßnahmen", hint="2 in Kraft, 1 Prüfung überfällig"),
            NoticeBlock(("Ausmaß: Chargen oder Menge.",)),
            SIGNATURES,
        ),
    )
    return replace(paper, **changes)


REGISTER = "0199f8aa-7c11-7d0e-8a55-1f2e3d4c5b6a"


def list_paper(count: int = 120, **changes: Any) -> ListPaper:
    priorities = (
        PriorityMark(Priority.CRITICAL, "Critical"),
        PriorityMark(Priority.HIGH, "High"),
        PriorityMark(Priority.MEDIUM, "Medium"),
        PriorityMark(Priority.LOW, "Low"),
        PriorityMark(Priority.NOT_SET, "Not set"),
    )
    steps = ("Identification", "Containment", "Prioritisation", "Reaction", "Conclusion")
    titles = (
        "Infusion pump ran at ten times the set rate",
        "Press 4 stopped after a guard failed",
        "Patient fell beside the bed, no injury",
        "Two vials with the same label and different strength stood side by side in the refrigerator of ward 5",
        "Oil on the floor of hall 2",
    )
    paper = ListPaper(
        organisation=Organisation("St Brigid’s Hospital", "Quality and patient safety, Harbour Road 4"),
        language="en",
        zone="Europe/Dublin",
        size=PaperSize.A4,
        title="Open incidents",
        definition="Open records of wards 3 to 5, reported from 1 January to 12 November 2026, newest first.",
        columns=(
            Column("Number", 15),
            Column("Title", 37),
            Column("Priority", 10),
            Column("Step", 19),
            Column("Place", 18),
            Column("Responsible", 14),
            Column("Reported", 16),
        ),
        rows=(
            (
                f"WARD{3 + number % 3}-2026-{number:04d}",
                titles[number % len(titles)],
                priorities[number % 5],
                StepMark(1 + number % 5, steps[number % 5]),
                f"Ward {3 + number % 3}, room {300 + number % 40}",
                ("Amina Yusuf", "Tomás Keane", "Daniel Okafor")[number % 3],
                f"{1 + number % 28} Nov 2026, {8 + number % 12:02d}:{number % 60:02d}",
            )
            for number in range(1, count + 1)
        ),
        as_of="12 November 2026, 10:24:06 (Europe/Dublin)",
        head=PaperHead(4812, hashlib.sha256(b"head").hexdigest()),
        register=REGISTER,
    )
    return replace(paper, **changes)
