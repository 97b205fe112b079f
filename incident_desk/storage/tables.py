"""The one schema. Each table declares its class in ``info["class"]``; a test checks that all do.

state    derived from chains; `verify` replays and compares
journal  append-only: chains, entries, parts, log, signed heads, contents
index    rebuilt and compared by `verify`
work     op ids, counters, secrets, presence: nothing that a report shows

How each engine keeps them (strict tables, collations, which rows an index holds) stands in the migrations alone.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from incident_desk.storage.types import DIGEST, INSTANT, Blob, Code, FixedBytes, Id, Prose, number, whole

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
metadata = sa.MetaData(naming_convention=NAMING)
C = sa.Column


def _table(name: str, table_class: str, *parts: Any) -> sa.Table:
    return sa.Table(
        name,
        metadata,
        *parts,
        info={"class": table_class},
    )


def _chain_key(**kw: Any) -> Any:
    return C("chain", whole(), sa.ForeignKey("chain.no"), **kw)


def _own_key() -> Any:
    return C("no", whole(), sa.ForeignKey("chain.no"), primary_key=True, autoincrement=False)


# --- journal -----------------------------------------------------------------------------------

chain = _table(
    "chain",
    "journal",
    C("no", whole(), primary_key=True, autoincrement=True),
    C("id", Id(), nullable=False, unique=True),
    C("kind", Code(20), nullable=False),
    C("position", whole(), nullable=False),
    C("hash", DIGEST, nullable=False),
    C("changed_at", INSTANT, nullable=False),
    C("pending", whole()),  # entries that are not in the log yet; NULL when none
    sa.Index(None, "kind"),
    sa.Index(None, "changed_at"),
    sa.Index("ix_chain_pending", "pending"),
)

journal = _table(
    "journal",
    "journal",
    _chain_key(primary_key=True, autoincrement=False),
    C("position", whole(), primary_key=True, autoincrement=False),
    C("recorded_at", INSTANT, nullable=False),
    C("actor", Id()),
    C("op_id", Id(), nullable=False, index=True),
    C("kind", Code(40), nullable=False),
    C("version", whole(), nullable=False),
    C("open_commitment", DIGEST, nullable=False),
    C("personal_commitment", DIGEST),
    C("previous_hash", DIGEST, nullable=False),
    C("hash", DIGEST, nullable=False),
)

journal_part = _table(
    "journal_part",
    "journal",
    _chain_key(primary_key=True, autoincrement=False),
    C("position", whole(), primary_key=True, autoincrement=False),
    C("part", Code(10), primary_key=True),  # open | personal
    C("salt", DIGEST, nullable=False),
    C("content", Blob(), nullable=False),
)

log = _table(
    "log",
    "journal",
    C("log_index", whole(), primary_key=True, autoincrement=False),
    _chain_key(nullable=False),
    C("position", whole(), nullable=False),
    C("log_hash", DIGEST, nullable=False),
    sa.UniqueConstraint("chain", "position"),
)

signed_head = _table(
    "signed_head",
    "journal",
    C("station", Id(), primary_key=True),
    C("epoch", whole(), primary_key=True, autoincrement=False),
    C("serial", whole(), primary_key=True, autoincrement=False),
    C("log_index", whole(), nullable=False),
    C("log_hash", DIGEST, nullable=False),
    C("signed_at", INSTANT, nullable=False),
    C("signature", FixedBytes(64), nullable=False),
)

content = _table(
    "content",
    "journal",
    C("sha256", DIGEST, primary_key=True),
    C("ordinal", whole(), primary_key=True, autoincrement=False),
    C("chunk", Blob(), nullable=False),  # at most 1 MiB
)

# --- state -------------------------------------------------------------------------------------

incident = _table(
    "incident",
    "state",
    _own_key(),
    C("id", Id(), nullable=False),
    C("position", whole(), nullable=False),
    C("number", Code(40), nullable=False, unique=True),
    C("unit", Code(20), nullable=False),
    C("year", whole(), nullable=False),
    C("serial", whole(), nullable=False),
    C("status", Code(20), nullable=False),
    C("step", whole()),
    C("kind", Code(20), nullable=False),
    C("title", Prose()),
    C("priority", whole(), nullable=False),  # rank: 0 critical .. 4 not set
    C("place", Id()),
    C("category", Code(80)),
    C("subcategory", Code(160)),
    C("detected_by", Code(80)),
    C("responsible", Id()),
    C("review_date", Code(10)),
    *(
        C(f"{name}_{end}", type_)
        for name in ("occurred", "discovered", "reported")
        for end, type_ in (
            ("earliest", INSTANT),
            ("latest", INSTANT),
            ("precision", Code(10)),
            ("zone", Code(60)),
        )
    ),
    C("opened_at", INSTANT, nullable=False),
    C("opened_by", Id()),
    C("step_since", INSTANT, nullable=False),
    C("changed_at", INSTANT, nullable=False),
    C("concluded_at", INSTANT),
    C("anonymous", whole(), nullable=False),
    C("missing", whole(), nullable=False),
    C("measures_in_force", whole(), nullable=False),
    C("measure_check_due", INSTANT),
    C("actions_done", whole(), nullable=False),
    C("actions_total", whole(), nullable=False),
    C("questions_open", whole(), nullable=False),
    C("next_due", INSTANT),
    C("next_due_list", Code(40)),
    C("next_due_what", Prose()),
    sa.UniqueConstraint("unit", "year", "serial"),
    # The status stands at their end, so that what is set aside is left out without a look at its row.
    sa.Index("ix_incident_newest", "opened_at", "no", "status"),
    sa.Index("ix_incident_board", "status", "step", "priority", "opened_at", "no"),
    sa.Index("ix_incident_place", "place", "opened_at", "no", "status"),
    sa.Index("ix_incident_category", "category", "opened_at", "no", "status"),
    sa.Index("ix_incident_responsible", "responsible", "status", "opened_at", "no"),
    sa.Index("ix_incident_concluded", "concluded_at", "no", "status"),
    sa.Index("ix_incident_occurred", "occurred_earliest", "no", "status"),
    sa.Index("ix_incident_changed", "changed_at", "no", "status"),
    sa.Index("ix_incident_due", "next_due", "no", "status"),
    sa.Index("ix_incident_priority", "priority", "opened_at", "no", "status"),
    sa.Index("ix_incident_kind", "kind", "opened_at", "no", "status"),
)

item = _table(
    "item",
    "state",
    C("incident", whole(), sa.ForeignKey("chain.no"), primary_key=True, autoincrement=False),
    C("list", Code(40), primary_key=True),
    C("ordinal", whole(), primary_key=True, autoincrement=False),
    C("id", Id(), nullable=False),
    C("state", Code(10), nullable=False),  # open | done | removed
    C("owner", Id()),
    C("due", INSTANT),
    C("what", Prose()),
    C("added_at", INSTANT, nullable=False),
    C("added_by", Id()),
    sa.Index("ix_item_owed", "state", "due"),
    sa.Index("ix_item_owner", "owner", "state", "due"),
)

field_value = _table(
    "field_value",
    "state",
    C("incident", whole(), sa.ForeignKey("chain.no"), primary_key=True, autoincrement=False),
    C("key", Code(160), primary_key=True),  # a field, or "list.field" of an item
    C("line", whole(), primary_key=True, autoincrement=False),  # of the list; 0 for a field of the record itself
    C("ordinal", whole(), primary_key=True, autoincrement=False),  # from 1 where there are several values; else 0
    C("kind", Code(10), nullable=False),  # how the value lies in the columns below: see projection.ValueKind
    C("text", Prose()),
    C("number", number()),
    C("earliest", INSTANT),
    C("latest", INSTANT),
    sa.Index("ix_field_value_number", "key", "number"),
    sa.Index("ix_field_value_earliest", "key", "earliest"),
    sa.Index("ix_field_value_text", "key", "text"),
)

person = _table(
    "person",
    "state",
    _own_key(),
    C("id", Id(), nullable=False),
    C("position", whole(), nullable=False),
    C("name", Prose()),
    C("job", Prose()),
    C("unit", Prose()),
    C("phone", Prose()),
    C("roles", Code(200), nullable=False),
    C("active", whole(), nullable=False),
)

place = _table(
    "place",
    "state",
    _own_key(),
    C("id", Id(), nullable=False),
    C("position", whole(), nullable=False),
    C("name", Prose(), nullable=False),
    C("parent", Id()),
    C("code", Code(20)),
    C("kind", Code(20), nullable=False),
    C("active", whole(), nullable=False),
)

equipment = _table(
    "equipment",
    "state",
    _own_key(),
    C("id", Id(), nullable=False),
    C("position", whole(), nullable=False),
    C("name", Prose(), nullable=False),
    C("asset", Prose()),
    C("serial", Prose()),
    C("lot", Prose()),
    C("udi", Prose()),
    C("maker", Prose()),
    C("model", Prose()),
    C("place", Id()),
    C("active", whole(), nullable=False),
)

knowledge = _table(
    "knowledge",
    "state",
    _own_key(),
    C("id", Id(), nullable=False),
    C("position", whole(), nullable=False),
    C("kind", Code(20), nullable=False),
    C("number", Code(40), nullable=False, unique=True),
    C("unit", Code(20), nullable=False),
    C("year", whole(), nullable=False),
    C("serial", whole(), nullable=False),
    C("state", Code(20), nullable=False),
    C("title", Prose()),
    C("owner", Id()),
    C("category", Code(80)),
    C("place", Id()),
    C("due", Code(10)),  # the day on which somebody is to look again
    C("risk", Code(20)),  # of a hazard, as it stands
    C("incidents", whole(), nullable=False),
    C("opened_at", INSTANT, nullable=False),
    C("changed_at", INSTANT, nullable=False),
    C("words", Prose(), nullable=False),  # folded, of every text
    sa.Index("ix_knowledge_newest", "changed_at", "no", "kind", "state"),
    sa.Index("ix_knowledge_category", "category", "state"),
    sa.Index("ix_knowledge_place", "place", "state"),
    sa.Index("ix_knowledge_due", "state", "due"),
)

# What such a record names: incidents, equipment.
knowledge_link = _table(
    "knowledge_link",
    "state",
    C("no", whole(), sa.ForeignKey("chain.no"), primary_key=True, autoincrement=False),
    C("what", Code(20), primary_key=True),  # incident | equipment
    C("target", Id(), primary_key=True),
    sa.Index("ix_knowledge_link_target", "target", "no"),
)

setting = _table(
    "setting",
    "state",
    C("no", whole(), sa.ForeignKey("chain.no"), primary_key=True, autoincrement=False),
    C("key", Code(80), primary_key=True),
    C("value", Prose(), nullable=False),  # JSON
)

pack_version = _table(
    "pack_version",
    "state",
    C("no", whole(), sa.ForeignKey("chain.no"), primary_key=True, autoincrement=False),
    C("ordinal", whole(), primary_key=True, autoincrement=False),
    C("pack_id", Code(80), nullable=False),
    C("version", whole(), nullable=False),
    C("content", Prose(), nullable=False),  # JSON
)

# Not of the chains: a number that was given and never written stays given. Verify holds it above every number there is.
counter = _table(
    "counter",
    "work",
    C("unit", Code(20), primary_key=True),
    C("year", whole(), primary_key=True, autoincrement=False),
    C("last", whole(), nullable=False),
)

# --- index -------------------------------------------------------------------------------------

search_text = _table(
    "search_text",
    "index",
    C("no", whole(), sa.ForeignKey("chain.no"), primary_key=True, autoincrement=False),
    C("head", Prose(), nullable=False),  # number, number of before, title
    C("body", Prose(), nullable=False),  # every other text of the record
    C("about", Prose(), nullable=False, server_default=sa.text("''")),  # ids that it names: of people, equipment ...
)

# --- work --------------------------------------------------------------------------------------

op = _table(
    "op",
    "work",
    C("op_id", Id(), primary_key=True),
    C("done_at", INSTANT, nullable=False),
    C("result", Prose(), nullable=False),  # JSON
)

secret = _table(
    "secret",
    "work",
    C("person", Id(), primary_key=True),
    C("hash", Prose()),
    C("failures", whole(), nullable=False),
    C("locked_until", INSTANT, nullable=False),
)

presence = _table(
    "presence",
    "work",
    C("station", Id(), primary_key=True),
    C("host", Prose(), nullable=False),
    C("process", whole(), nullable=False),
    C("who", Prose(), nullable=False),
    C("since", INSTANT, nullable=False),
    C("seen", INSTANT, nullable=False),
)

STATE_OF_RECORD = {
    "incident": (incident, item, field_value),
    "person": (person,),
    "place": (place,),
    "equipment": (equipment,),
    "knowledge": (knowledge, knowledge_link),
    "settings": (setting,),
    "pack": (pack_version,),
    "access": (),
}
