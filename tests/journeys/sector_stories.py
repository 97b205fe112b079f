"""The two sector stories: what is told at each gate, and what each gate misses before.

hospital: a wrong infusion rate from a pump. factory: a press stops only after a guard has failed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Fields = dict[str, Any]
ALWAYS_LEFT_OUT = {
    "containment": ["discovered", "responsible"],
    "prioritisation": ["extent_stated", "measure_or_none_needed"],
    "reaction": ["priority_rated", "workload_stated", "deferral_decided"],
    "conclusion": ["cause_stated", "actions_settled", "test_passed"],
    "sign-off": ["summary", "review_written"],
}


@dataclass(frozen=True, slots=True)
class SectorStory:
    """Everything that people type, by the moment they type it."""

    pack: str
    site: str
    unit: str
    reporter: str
    coordinator: str
    manager: str
    report: Fields
    identified: Fields
    measure: Fields
    extent: Fields
    rating: Fields
    decided: Fields
    why: Fields
    action: Fields
    cause: Fields
    action_done: Fields
    tested: Fields
    review: Fields
    found_by: str
    others: tuple[Fields, ...] = field(default=())

    @property
    def texts(self) -> list[str]:
        """Every text somebody typed about the incident."""
        parts = (
            self.report, self.identified, self.measure, self.extent, self.why, self.action, self.cause,
            self.action_done, self.tested, self.review,
        )  # fmt: skip
        return [value for part in parts for key, value in part.items() if isinstance(value, str) and key not in _CODES]


_CODES = frozenset(
    {"place", "category", "subcategory", "detected_by", "responsible", "kind", "discovered", "occurred", "owner", "due",
     "since", "check_by", "done", "strength", "test_result", "device.alarm", "device.kept", "machine.mode",
     "machine.interlock_state", "machine.lockout"}
)  # fmt: skip

HOSPITAL = SectorStory(
    pack="hospital",
    site="STB",
    unit="WARD3",
    reporter="Liam Doyle",
    coordinator="Amina Yusuf",
    manager="Helen Marsh",
    report={
        "what_happened": "The pump beside bed 2 was set to 5 ml/h.\nForty minutes later about 33 ml were gone, although "
        'the display still showed "5".  The line was clamped; blood pressure came back within 20 minutes.',
        "immediate_action": "Line clamped, doctor on call fetched.",
        "place": "WARD3",
        "category": "Medical device",
    },
    identified={
        "title": "Infusion pump ran at ten times the set rate",
        "place_detail": "room 312, bed 2",
        "occurred": {"at": "2026-06-12T08:25", "precision": "about"},
        "discovered": "2026-06-12T09:05",
        "subcategory": "device.infusion_pump",
        "detected_by": "staff",
        "responsible": "Amina Yusuf",
        "device.type": "Infusion pump IP-2207",
        "device.serial": "88-10442",
        "device.set_value": "5 ml/h",
        "device.measured_value": "about 50 ml/h",
        "device.alarm": "no",
        "device.kept": "set_aside",
    },
    measure={
        "what": "Pump taken out of use and labelled",
        "owner": "Amina Yusuf",
        "since": "2026-06-12T09:10",
        "check_by": "2026-06-12T14:00",
    },
    extent={"extent_equipment": "6 pumps of lot 22B-0714", "extent_patients": "1 affected, 5 to check"},
    rating={"actual_row": "3", "actual_column": "3", "potential_row": "3", "potential_column": "5"},
    decided={"workload": 12, "deferral": "start_now"},
    why={"what": "The motor control lost the rate", "evidence": "memory of the pump, read out at 09:41"},
    action={
        "what": "Firmware of all six pumps renewed",
        "kind": "corrective",
        "strength": "strong",
        "due": "2026-06-20",
    },
    cause={"cause": "After the battery had run empty once, the motor control no longer followed the set rate."},
    action_done={"done": "2026-06-18T11:30", "proof": "service report 4471 of all six pumps"},
    tested={"test_how": "Each pump ran 5 ml/h into a measuring glass for one hour.", "test_result": "passed"},
    review={
        "summary": "One patient received too much fluid for forty minutes and was well the next day.",
        "review_worked": "The line was clamped at once and nobody changed the pump afterwards.",
        "review_challenges": "The supplier could be reached only in the afternoon.",
        "review_better": "Look at the bag, not only at the display, at every change of shift.",
        "lesson": "A display tells what was set, not what flows.",
        "feedback": "Thank you. Because of you six pumps were renewed.",
    },
    found_by="clamped supplier",
)

FACTORY = SectorStory(
    pack="factory",
    site="HALDEN",
    unit="HALL1",
    reporter="Jonas Moen",
    coordinator="Eva Lindqvist",
    manager="Petra Holm",
    report={
        "what_happened": "Press 7 ran in automatic mode.\nWhen the front guard was opened the ram made two more "
        'strokes; the lamp "guard open" stayed dark.  Nobody was inside, the press stood still after the stop button.',
        "immediate_action": "Main switch off, padlock put on.",
        "place": "Press 7",
        "category": "machine",
    },
    identified={
        "title": "Press did not stop after a guard failed",
        "place_detail": "front guard",
        "occurred": {"at": "2026-06-12T05:40", "precision": "about"},
        "discovered": "2026-06-12T05:41",
        "subcategory": "machine.interlock",
        "detected_by": "staff",
        "responsible": "Eva Lindqvist",
        "machine.machine_no": "P7-400",
        "machine.mode": "automatic",
        "machine.interlock_state": "faulty",
        "machine.lockout": "yes",
    },
    measure={
        "what": "Press 7 locked and labelled",
        "owner": "Eva Lindqvist",
        "since": "2026-06-12T05:50",
        "check_by": "2026-06-12T13:00",
    },
    extent={"extent_equipment": "Guard switch of presses 4 and 7", "extent_staff": "nobody hurt"},
    rating={"actual_row": "3", "actual_column": "2", "potential_row": "3", "potential_column": "5"},
    decided={"workload": 20, "deferral": "start_now"},
    why={"what": "The plunger of the switch was stuck", "evidence": "switch opened in the workshop"},
    action={"what": "Two switches on every guard", "kind": "corrective", "strength": "strong", "due": "2026-06-25"},
    cause={"cause": "A single worn switch told the control that the guard was shut."},
    action_done={"done": "2026-06-24T15:00", "proof": "order 7713, both presses tested"},
    tested={
        "test_how": "Guard opened fifty times during a stroke; the ram stopped each time.",
        "test_result": "passed",
    },
    review={
        "summary": "Nobody was hurt. Both presses now stop by either of two switches.",
        "review_worked": "The press was locked within three minutes.",
        "review_challenges": "Orders had to wait for a week.",
        "review_better": "Test each guard by hand at the start of a shift.",
        "lesson": "One switch alone is not a guard.",
        "feedback": "Thank you for stopping the press and for telling us.",
    },
    found_by="padlock strokes",
)

STORIES = (HOSPITAL, FACTORY)
