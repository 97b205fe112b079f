"""The incident record as a paper: what stood in the journal at a position, nothing else. No clock."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from incident_desk.domain.absences import AWAY, RESTRICTED, days_of
from incident_desk.domain.declarations import Field, FieldKind, ItemList, Section
from incident_desk.domain.equipment_keys import CODE_KEYS
from incident_desk.domain.fields import PLAN, RATING_KEYS, SECTIONS
from incident_desk.domain.incident import Incident
from incident_desk.domain.journal.entries import Entry, exact_bytes
from incident_desk.domain.journal.log import Head
from incident_desk.domain.lists import ACTIONS, LISTS, PLAN_STEPS
from incident_desk.domain.lists_cause import TIMELINE
from incident_desk.domain.lists_people import ABSENCES
from incident_desk.domain.records import Item, Record, fold
from incident_desk.domain.strength import only_weak
from incident_desk.domain.vocabulary import (
    KIND_NAMES,
    PRIORITY_NAMES,
    STATUS_NAMES,
    STEP_NAMES,
    Kind,
    Priority,
    Status,
    Step,
)
from incident_desk.usecases import papers as p
from incident_desk.usecases.cause_drawings import cause_blocks
from incident_desk.usecases.erasing.told import erased_told, held_told
from incident_desk.usecases.imported_row import cells_as_they_stood, imported_from
from incident_desk.usecases.journal_lines import journal_lines
from incident_desk.usecases.plan_block import plan_block
from incident_desk.usecases.record_data import record_data
from incident_desk.usecases.record_plainly import fields_of_section
from incident_desk.usecases.rows import Settings
from incident_desk.usecases.wording import Wording

_KEY_FACTS = (
    "occurred", "discovered", "reported", "detected_by",
    "place", "place_detail", "reporter_name", "responsible",
    "people_affected", "extent_equipment", "extent_lots", "extent_third_parties",
)  # fmt: skip
_PEOPLE = ("extent_patients", "extent_staff")  # who is affected, as containment asks for it
_ABOVE = frozenset({*_KEY_FACTS, "title", "kind", "what_happened", "priority", "category", "subcategory"})
_HIDDEN_COLUMNS = frozenset({"owner_name", "sha256", "media_type", "replaces"})


def record_paper(
    record_id: str, entries: Sequence[Entry], wording: Wording, size: p.PaperSize, organisation: p.Organisation,
    head: Head | None, profile: p.Profile = p.Profile.FULL, *, read_only: bool = False,
) -> p.RecordPaper:  # fmt: skip
    """The paper of the record as it stands after the last of `entries`, which have the gaps of the profile already."""
    record = fold(Record(record_id, "incident"), entries)
    writer = _Writer(Incident(record), entries, wording, profile)
    settings = wording.names.settings if wording.names else Settings("")
    data = exact_bytes(record_data(record, entries, settings, profile))
    return p.RecordPaper(
        organisation, wording.language, wording.zone_name, size, writer.incident.number, writer.text("title"),
        writer.kind_line(), writer.priority(), writer.steps(), writer.key_facts(), tuple(writer.sections()),
        p.FooterFacts(
            writer.incident.number, (1, record.position), wording.moment_with_zone(record.changed_at),
            hashlib.sha256(data).hexdigest(),
            p.PaperHead(head.index, head.words.replace(" ", "")) if head else None, read_only,
        ),
        data, tuple(writer.after_sign_off()), profile,
    )  # fmt: skip


class _Writer:
    """Makes the parts of the paper from one incident and its entries."""

    def __init__(self, incident: Incident, entries: Sequence[Entry], wording: Wording, profile: p.Profile) -> None:
        self.incident = incident
        self.profile = profile
        self.entries = entries
        self.wording = wording
        self.say = wording.texts.say
        signed = [item.values.get("position", 0) for item in incident.signatures]
        self.signed_at = max(signed, default=None)

    def text(self, key: str) -> str:
        return self.wording.value(self.wording.field(key), self.incident.values.get(key))

    def kind_line(self) -> str:
        kind = KIND_NAMES[Kind(self.incident.kind)][self.wording.language]
        parts = [text for key in ("category", "subcategory") if (text := self.text(key))]
        line = f"{kind}, {': '.join(parts)}" if parts else kind
        if self.incident.status not in {Status.OPEN, Status.CONCLUDED}:
            line += f" ({STATUS_NAMES[self.incident.status][self.wording.language]})"
        return line

    def priority(self) -> p.PriorityMark:
        level = self.incident.priority
        remark = self.text("priority_reason")
        return p.PriorityMark(level, PRIORITY_NAMES[Priority(level)][self.wording.language], remark)

    def steps(self) -> tuple[p.StepBox, ...]:
        return tuple(self._step(step) for step in Step)

    def _step(self, step: Step) -> p.StepBox:
        mark = self.incident.mark(step) or {}
        present = self.incident.step
        name = STEP_NAMES[step][self.wording.language]
        if not mark and self.incident.values.get("steps_not_recorded"):
            return p.StepBox(int(step), name, p.StepState.SKIPPED, (self.say("record.step_not_recorded"),))
        if mark.get("how") == "skipped" or step not in self.incident.route:
            return p.StepBox(int(step), name, p.StepState.SKIPPED, (self.say("record.step_skipped"),))
        if "left" in mark:
            who = self.wording.names.person(mark.get("left_by")) if self.wording.names else ""
            overridden = self.say("record.step_overridden") if mark.get("how") == "overridden" else ""
            told = (self.wording.moment(mark["left"]), who, overridden)
            return p.StepBox(int(step), name, p.StepState.DONE, tuple(line for line in told if line))
        if step == present:
            lines = (self.say("record.step_since", time=self.wording.moment(mark["entered"])),) if mark else ()
            missing = len(self.incident.missing)
            left = self.wording.texts.count("record.missing", missing) if missing else ""
            return p.StepBox(int(step), name, p.StepState.CURRENT, lines, left)
        return p.StepBox(int(step), name, p.StepState.TO_COME, (self.say("record.step_to_come"),))

    def key_facts(self) -> tuple[p.Fact, ...]:
        return tuple(self._fact(key) for key in _KEY_FACTS if not self._is_listed(key))

    def _is_listed(self, key: str) -> bool:
        """Equipment that stands in a table further down, piece by piece, is said there alone."""
        return key == "extent_equipment" and not self.text(key) and bool(self.text("equipment"))

    def _fact(self, key: str) -> p.Fact:
        missing = key in self.incident.missing
        value, remark = self.text(key), ""
        if key == "reporter_name" and not value:
            value = self.text("reporter") or (
                self.say("wording.nobody") if self.incident.values.get("anonymous") else ""
            )
        if not value:
            value, remark = self._known_otherwise(key)
        return p.Fact(self.wording.label(key), value or self.say("wording.not_stated"), remark, missing and not value)

    def _known_otherwise(self, key: str) -> tuple[str, str]:
        """What the record says elsewhere on a question that nobody answered, and where."""
        if key == "reported" and "imported_from" not in self.incident.values:
            return self.wording.moment(self.entries[0].recorded_at), self.say("record.recorded_here")
        if key == "people_affected":
            stated = [each for each in _PEOPLE if self.text(each)]
            return "; ".join(map(self.text, stated)), "; ".join(map(self.wording.label, stated))
        return "", ""

    # --- sections ---

    def sections(self) -> Iterable[p.Block]:
        if self.profile is p.Profile.ANONYMISED:
            yield p.NoticeBlock((self.say("record.anonymised_told"),), self.say("record.anonymised"))
        yield p.ProseBlock(
            self.wording.label("what_happened"), self.text("what_happened"), self.say("record.own_words")
        )
        if self.incident.missing:
            yield p.NoticeBlock(tuple(self.wording.need(need) for need in self.incident.missing))
        if self.incident.overridden:
            yield p.NoticeBlock(
                tuple(self.wording.need(need) for need in sorted(self.incident.overridden)),
                self.say("record.overridden"),
            )
        if held := held_told(self.incident.values, self.wording):
            yield p.NoticeBlock((held,), self.say("erasure.hold_title"))
        if erased := erased_told(self.incident.values, self.wording):
            yield p.NoticeBlock((erased,), self.say("erasure.title"))
        for section in SECTIONS:
            if section.key not in {"follow_up", "sign_off"}:
                yield from self._section(section)
        yield self._signatures()
        yield p.JournalBlock(self.say("record.journal"), self._journal(), self.say("record.journal_hint"))

    def _section(self, section: Section) -> Iterable[p.Block]:
        title = section.title[self.wording.language]
        hint = section.hint[self.wording.language]
        fields = [
            field for field in fields_of_section(section, self.incident.values, self.wording)
            if field.key not in _ABOVE and self._stated(field)
        ]  # fmt: skip
        if section.key == "rating" and all(key in self.incident.values for key in RATING_KEYS):
            yield self._matrix(title, hint)
            fields = []
        plain = [field for field in fields if field.kind not in {FieldKind.PROSE, FieldKind.EQUIPMENT}]
        facts = tuple(self._plain_fact(field) for field in plain)
        if section.key == "imported":
            facts, hint = (*facts, *self._row_of_the_list()), imported_from(self.incident.values, self.wording)
        if facts:
            yield p.FactsBlock(title, facts, hint)
        for field in fields:
            if field.kind is FieldKind.PROSE:
                yield p.ProseBlock(field.label[self.wording.language], self.text(field.key))
            if field.kind is FieldKind.EQUIPMENT:
                yield self._equipment(field)
        yield from self._drawings(section)
        for declared in LISTS.values():
            if declared is PLAN_STEPS and section.key == PLAN:
                yield from filter(None, (plan_block(self.incident, self.wording),))
            elif declared.section == section.key and declared.key not in {"sign_offs", "attachments"}:
                yield from self._list(declared)
        if section.key == "files":
            yield from self._files()

    def _drawings(self, section: Section) -> Iterable[p.Block]:
        drawn = cause_blocks(self.incident, self.wording) if section.key == TIMELINE.section else ()
        yield from drawn

    def _row_of_the_list(self) -> Iterable[p.Fact]:
        for cell in cells_as_they_stood(self.incident.values, self.wording):
            yield p.Fact(cell.heading, cell.text, wide=cell.is_long)

    def _stated(self, field: Field) -> bool:
        return field.key in self.incident.values

    def _plain_fact(self, field: Field) -> p.Fact:
        return p.Fact(field.label[self.wording.language], self.wording.value(field, self.incident.values[field.key]))

    def _equipment(self, field: Field) -> p.Block:
        """Each piece with the numbers that tell it from all others."""
        names = self.wording.names
        ids = self.incident.values[field.key]
        found = [names.equipment[each] for each in ids if each in names.equipment] if names else []
        keys = [key for key in CODE_KEYS if any(getattr(row, key) for row in found)]
        columns = [p.Column(self.say(f"record.equipment_{key}"), 3.0 if key in {"name", "udi"} else 1.8)
                   for key in ("name", *keys)]  # fmt: skip
        rows = [
            p.Row((", ".join(filter(None, (row.name, row.maker, row.model))), *(getattr(row, key) for key in keys)))
            for row in found
        ]
        return p.TableBlock(field.label[self.wording.language], tuple(columns), tuple(rows))

    def _matrix(self, title: str, hint: str) -> p.Block:
        values, names, language = self.incident.values, self.wording.names, self.wording.language
        if names is None:
            return p.NoticeBlock((self.text("priority"),), title)
        matrix = names.pack.matrix
        rows, columns = [level.code for level in matrix.rows], [level.code for level in matrix.columns]
        if not self.wording.knows_matrix(str(values.get("matrix", ""))):  # its words and cells are not to be had
            return p.FactsBlock(title, (p.Fact(self.wording.label("priority"), self.text("priority")),))
        places = {
            which: (rows.index(values[f"{which}_row"]), columns.index(values[f"{which}_column"]))
            for which in ("actual", "potential")
        }
        cells = tuple(tuple(p.MatrixCell(str(score), matrix.priority(score)) for score in row) for row in matrix.cells)
        reasons = tuple(self._reasons())
        return p.MatrixBlock(
            title, matrix.row_axis[language], tuple(level.label[language] for level in matrix.rows),
            matrix.column_axis[language], tuple(level.label[language] for level in matrix.columns), cells,
            places["actual"], places["potential"], reasons, hint,
        )  # fmt: skip

    def _reasons(self) -> Iterable[str]:
        values = self.incident.values
        for which in ("actual", "potential"):
            yield self.say(
                f"record.rated_{which}", row=self.text(f"{which}_row"), column=self.text(f"{which}_column"),
                score=values.get(f"{which}_score", ""),
            )  # fmt: skip
        yield self.say("record.rated_result", priority=self.priority().word)
        if "priority_reason" in values:
            yield self.say("record.rated_reason", reason=self.text("priority_reason"))

    # --- lists ---

    def _list(self, declared: ItemList) -> Iterable[p.Block]:
        items = self.incident.record.of(declared.key)
        shown = [item for item in items if not self._later(item)] if declared.follow_up else list(items)
        if shown:
            yield self._table(declared, shown)

    def _later(self, item: Item) -> bool:
        """Whether the line came after the last signature that counts."""
        return self.signed_at is not None and item.position > self.signed_at

    def _table(self, declared: ItemList, items: Sequence[Item]) -> p.Block:
        language = self.wording.language
        used = [field for field in declared.fields
                if field.key not in _HIDDEN_COLUMNS and any(field.key in item.values for item in items)]  # fmt: skip
        columns = tuple(p.Column(field.label[language], _share(field)) for field in used)
        rows = tuple(
            p.Row(tuple(self._cell(field, item) for field in used), self._emphasis(declared, item)) for item in items
        )
        return p.TableBlock(declared.title[language], columns, rows, hint=self._counted(declared, items))

    def _counted(self, declared: ItemList, items: Sequence[Item]) -> str:
        """Of absences the days that are known, for a paper does not count on; of actions whether all are weak."""
        if declared is ACTIONS:
            return self.say("record.only_weak") if only_weak(items) else ""
        if declared is not ABSENCES:
            return ""
        return self.say("record.absence_days", away=days_of(items, AWAY), restricted=days_of(items, RESTRICTED))

    def _cell(self, field: Field, item: Item) -> str:
        value = item.values.get(field.key)
        if field.key == "owner" and value is None:
            value = item.values.get("owner_name")
            return self.wording.value(None, value)
        return self.wording.value(field, value)

    def _emphasis(self, declared: ItemList, item: Item) -> p.Emphasis:
        if declared.done is None:
            return p.Emphasis.NORMAL
        return p.Emphasis.FADED if declared.done in item.values else p.Emphasis.STRONG

    def _files(self) -> Iterable[p.Block]:
        items = self.incident.record.of("attachments")
        if items:
            yield p.AttachmentsBlock(LISTS["attachments"].title[self.wording.language], tuple(map(self._file, items)))

    def _file(self, item: Item) -> p.Attachment:
        kilobytes = max(1, round(item.values["size"] / 1024))
        who = self.wording.names.person(item.added_by) if self.wording.names else ""
        added = ", ".join(part for part in (self.wording.moment(item.added_at), who) if part)
        return p.Attachment(self.wording.value(None, item.values["name"]), f"{kilobytes} KB", added,
                            self.wording.value(None, item.values["sha256"]))  # fmt: skip

    def _signatures(self) -> p.Block:
        signed = [self._signed(item) for item in self.incident.record.of("sign_offs")]
        present = {item.values.get("sign_off") for item in self.incident.signatures}
        names = self.wording.names
        wanted = [
            p.SignatureBox(self.say(f"record.role_{sign_off.role}"), sign_off.meaning[self.wording.language])
            for sign_off in (names.pack.sign_offs if names else ())
            if sign_off.needed and sign_off.key not in present
        ]
        return p.SignatureBlock((*signed, *wanted))

    def _signed(self, item: Item) -> p.SignatureBox:
        values = item.values
        role, job = self._role_and_job(item)
        meaning = self.wording.value(None, values.get("meaning"))
        name = self.wording.value(None, values.get("name")) or self.say("wording.this_pc")
        name = ", ".join(part for part in (name, job) if part)
        label = self.say(f"record.role_{role}") if role else ""
        when = f"{self.wording.stated(values['signed'])} ({self.wording.zone_name})"
        if "voided" in values:
            meaning = self.say("record.signature_void", when=self.wording.stated(values["voided"]), meaning=meaning)
        return p.SignatureBox(label, meaning, name, when, values.get("position"))

    def _role_and_job(self, item: Item) -> tuple[str, str]:
        """As they were when it was signed; entries of the first version do not say, so the lists of the paper do."""
        values, names = item.values, self.wording.names
        if "role" in values or names is None:
            return str(values.get("role", "")), self.wording.value(None, values.get("job"))
        role = next((str(s.role) for s in names.pack.sign_offs if s.key == values.get("sign_off")), "")
        person = names.people.get(values.get("person", ""))
        return role, person.job if person else ""

    def after_sign_off(self) -> Iterable[p.Block]:
        for declared in LISTS.values():
            if declared.follow_up and declared.key not in {"attachments", "joined"}:
                items = [item for item in self.incident.record.of(declared.key)
                         if declared.section == "follow_up" or self._later(item)]  # fmt: skip
                if items:
                    yield self._table(declared, items)

    def _journal(self) -> tuple[p.JournalLine, ...]:
        return tuple(
            p.JournalLine(
                f"{line.position}  {self.wording.moment(line.recorded_at)}", line.who, line.what,
                "; ".join(f"{change.label}: {change.old}" for change in line.changes if change.old),
                "; ".join(f"{change.label}: {change.new}" for change in line.changes if change.new and not change.long),
                line.reason,
            )
            for line in journal_lines(self.entries, self.wording)
        )  # fmt: skip


def _share(field: Field) -> float:
    wide = {
        FieldKind.TEXT: 3.0,
        FieldKind.PROSE: 4.0,
        FieldKind.TIME: 1.8,
        FieldKind.DATE: 1.4,
        FieldKind.PERSON: 1.8,
    }
    return 5.0 if field.key in {"what", "what_happened"} else wide.get(field.kind, 1.2)
