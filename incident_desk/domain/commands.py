"""Commands: orders a person gives about one incident. Every one is also what `apply` takes as JSON.

The metadata of an argument says what it means (`doc`) and, where it is more than a plain text, which
shape its JSON has (`shape`); `usecases/schema.py` makes the JSON Schema from both.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import MISSING, dataclass, field
from typing import Any


def arg(doc: str, default: Any = MISSING, shape: str = "") -> Any:
    metadata = {"doc": doc, "shape": shape}
    if default is MISSING:
        return field(metadata=metadata)
    if default == {}:
        return field(default_factory=dict, metadata=metadata)
    return field(default=default, metadata=metadata)


@dataclass(frozen=True, slots=True)
class Command:
    """An order. Field values may be given in short forms; the decision turns them into plain ones."""


@dataclass(frozen=True, slots=True)
class RecordIncident(Command):
    """File a report. It gets its number at once and waits in the inbox."""

    fields: Mapping[str, Any] = arg("What is known: field keys with their values", shape="fields")
    kind: str = arg("Kind of record", "incident", shape="kind")
    anonymous: bool = arg("True: nobody's name is kept, not even that of the person at the PC", False)
    accept: bool = arg("True: a coordinator records it straight into Identification", False)


IMPORT_PLACES = ("inbox", "identification", "conclusion")


@dataclass(frozen=True, slots=True)
class ImportIncident(Command):
    """Take one row of an old list in as an incident."""

    fields: Mapping[str, Any] = arg("What the row states: field keys with their values", shape="fields")
    source: str = arg("The sheet it comes from")
    line: int = arg("The line of the sheet")
    key: str = arg("What tells the row from all others of the sheet")
    row: Sequence[tuple[str, str]] = arg("The row as it stood: headings with their texts")
    kind: str = arg("Kind of record", "incident", shape="kind")
    into: str = arg("Where it lands: inbox, identification or conclusion", "identification")
    closed: Mapping[str, Any] | str | None = arg("When it was closed, where the sheet says so", None)
    lists: Mapping[str, Sequence[str]] = arg("Lines of lists: the lists with the words of their lines", {})
    anonymous: bool = arg("Whether it was reported without a name", False)


@dataclass(frozen=True, slots=True)
class TakeSheetChanges(Command):
    """Take what changed in the row of the old list since the incident was imported from it."""

    fields: Mapping[str, Any] = arg("Field keys with their new values", shape="fields")
    row: Sequence[tuple[str, str]] = arg("The row as it stands now: headings with their texts")
    conclude: bool = arg("Whether the row was closed since", False)
    closed: Mapping[str, Any] | str | None = arg("When it was closed, where the sheet says so", None)
    lists: Mapping[str, Sequence[str]] = arg("Lines of lists that changed: as the sheet says them now", {})
    lists_before: Mapping[str, Sequence[str]] = arg("The same lines as it said them before", {})


@dataclass(frozen=True, slots=True)
class AcceptReport(Command):
    """Take a report from the inbox into Identification."""

    responsible: str | None = arg("Person who leads it: id or name", None, shape="person")


@dataclass(frozen=True, slots=True)
class MarkNotReportable(Command):
    """Close a report of the inbox without leading it through the steps."""

    reason: str = arg("Why it is not led further")
    instead: str = arg("What it is instead: code of the field “instead”", "")


@dataclass(frozen=True, slots=True)
class JoinReport(Command):
    """Join a report or an open incident to another one that tells of the same event. Nothing of it is dropped."""

    into: str = arg("Number or id of the incident it belongs to", shape="incident")
    reason: str = arg("Why both are the same", "")


@dataclass(frozen=True, slots=True)
class ReturnToInbox(Command):
    """Take back that a report was marked not reportable."""

    reason: str = arg("Why it is looked at again")


@dataclass(frozen=True, slots=True)
class ChangeFields(Command):
    """Write or change fields. A value of null empties the field."""

    fields: Mapping[str, Any] = arg("Field keys with their new values", shape="fields")
    reason: str = arg("Why, where a colleague would ask", "")


@dataclass(frozen=True, slots=True)
class AddItem(Command):
    """Add a line to a list: a person, a measure, an action, a message told ..."""

    list: str = arg("Which list", shape="list")
    fields: Mapping[str, Any] = arg("The line's values", shape="item_fields")


@dataclass(frozen=True, slots=True)
class ChangeItem(Command):
    """Change a line of a list: lift a measure, close an action, write down an answer."""

    item: str = arg("Id of the line", shape="id")
    fields: Mapping[str, Any] = arg("The line's new values", shape="item_fields")
    reason: str = arg("Why", "")


@dataclass(frozen=True, slots=True)
class RemoveItem(Command):
    """Take a line off its list. It stays in the journal."""

    item: str = arg("Id of the line", shape="id")
    reason: str = arg("Why", "")


@dataclass(frozen=True, slots=True)
class AddNote(Command):
    """Write a note into the journal."""

    text: str = arg("The note")


@dataclass(frozen=True, slots=True)
class TickPlan(Command):
    """Tick a step of the response plan: it is done, by whom and when. To take it back, take its line off the list."""

    step: str = arg("Key of the step in the plan")
    person: str | None = arg("Who did it: id or name; who gives the order when empty", None, shape="person")
    done: Mapping[str, Any] | str | None = arg("When it was done; now when empty", None)
    note: str = arg("What else is to be said", "")


@dataclass(frozen=True, slots=True)
class RatePriority(Command):
    """Answer the matrix: how bad and how likely it is, as it was and as it could have been."""

    actual_row: str = arg("Likelihood, as it was: code of a row of the matrix")
    actual_column: str = arg("Consequence, as it was: code of a column")
    potential_row: str = arg("Likelihood of the worst that could have come")
    potential_column: str = arg("Consequence of the worst that could have come")
    priority: str = arg("Another priority than the matrix gives", "", shape="priority")
    reason: str = arg("Why another priority", "")


@dataclass(frozen=True, slots=True)
class MoveToStep(Command):
    """Move the incident to another step: the next one when its gate allows, an earlier one with a reason."""

    step: str = arg("Step to move to", shape="step")
    fields: Mapping[str, Any] = arg("Fields filled in on the way", {}, shape="fields")
    reason: str = arg("Why, for a move back or against the gate", "")
    override: bool = arg("True: move although the gate lists something (a manager, with a reason)", False)
    emergency: bool = arg("True: start Containment at once; what is missing stays listed", False)


@dataclass(frozen=True, slots=True)
class TakeShortPath(Command):
    """Go from Containment straight to Conclusion: a minor incident that the measure solved."""

    reason: str = arg("Why the steps between are not needed")


@dataclass(frozen=True, slots=True)
class SignOff(Command):
    """Sign the record. The signature covers the journal up to here and locks the five steps."""

    sign_off: str = arg("Which signature of the sector pack", shape="sign_off")
    language: str = arg(
        "The language its meaning is read in, en or de; the register's when empty", "", shape="language"
    )


@dataclass(frozen=True, slots=True)
class ConcludeIncident(Command):
    """Conclude an incident whose last gate is met."""

    reason: str = arg("Why, when moved against the gate", "")
    override: bool = arg("True: conclude although the gate lists something (a manager, with a reason)", False)


@dataclass(frozen=True, slots=True)
class ReopenIncident(Command):
    """Open a signed or concluded incident again. Its signatures become void."""

    reason: str = arg("Why it is opened again")


@dataclass(frozen=True, slots=True)
class VoidIncident(Command):
    """Mark a record as made by mistake or as a test. It keeps its number and leaves lists and statistics."""

    reason: str = arg("Why it is void")


@dataclass(frozen=True, slots=True)
class ReinstateIncident(Command):
    """Take back that a record was marked void."""

    reason: str = arg("Why it counts after all")


@dataclass(frozen=True, slots=True)
class HoldIncident(Command):
    """Put an incident under legal hold: nothing of it is erased until the hold is lifted."""

    reason: str = arg("Which dispute or inquiry it is kept for")


@dataclass(frozen=True, slots=True)
class LiftHold(Command):
    """Lift the legal hold of an incident."""

    reason: str = arg("Why it is not needed any more")
