"""The one schema. Each table declares its class in ``info["class"]``; a test checks that all do.

state    derived from chains; `verify` replays and compares
journal  append-only: chains, entries, parts, log, contents
index    rebuilt and compared by `verify`
work     op ids, secrets, presence: nothing that a report shows
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from incident_desk.storage.types import DIGEST, INSTANT, Id, blob, code, number, prose, whole

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
        sqlite_strict=True,
        mysql_engine="InnoDB",
        mysql_charset="utf8mb4",
        mysql_collate="utf8mb4_bin",
        mariadb_engine="InnoDB",
        mariadb_charset="utf8mb4",
        mariadb_collate="utf8mb4_bin",
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
    C("kind", code(20), nullable=False),
    C("position", whole(), nullable=False),
    C("hash", DIGEST, nullable=False),
    C("changed_at", INSTANT, nullable=False),
    C("pending", whole()),  # entries that are not in the log yet; NULL when none
    sa.Index(None, "kind"),
    sa.Index(None, "changed_at"),
    sa.Index(
        "ix_chain_pending",
        "pending",
        sqlite_where=sa.text("pending IS NOT NULL"),
        postgresql_where=sa.text("pending IS NOT NULL"),
    ),
)

journal = _table(
    "journal",
    "journal",
    _chain_key(primary_key=True, autoincrement=False),
    C("position", whole(), primary_key=True, autoincrement=False),
    C("recorded_at", INSTANT, nullable=False),
    C("actor", Id()),
    C("op_id", Id(), nullable=False, index=True),
    C("kind", code(40), nullable=False),
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
    C("part", code(10), primary_key=True),  # open | personal
    C("salt", DIGEST, nullable=False),
    C("content", blob(), nullable=False),
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

content = _table(
    "content",
    "journal",
    C("sha256", DIGEST, primary_key=True),
    C("ordinal", whole(), primary_key=True, autoincrement=False),
    C("chunk", blob(), nullable=False),  # at most 1 MiB
)

# --- state -------------------------------------------------------------------------------------

incident = _table(
    "incident",
    "state",
    _own_key(),
    C("id", Id(), nullable=False),
    C("position", whole(), nullable=False),
    C("number", code(40), nullable=False, unique=True),
    C("unit", code(20), nullable=False),
    C("year", whole(), nullable=False),
    C("serial", whole(), nullable=False),
    C("status", code(20), nullable=False),
    C("step", whole()),
    C("kind", code(20), nullable=False),
    C("title", prose()),
    C("priority", whole(), nullable=False),  # rank: 0 critical .. 4 not set
    C("place", Id()),
    C("category", code(80)),
    C("subcategory", code(160)),
    C("detected_by", code(80)),
    C("responsible", Id()),
    C("review_date", code(10)),
    *(
        C(f"{name}_{end}", type_)
        for name in ("occurred", "discovered", "reported")
        for end, type_ in (
            ("earliest", INSTANT),
            ("latest", INSTANT),
            ("precision", code(10)),
            ("zone", code(60)),
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
    C("next_due_list", code(40)),
    C("next_due_what", prose()),
    sa.UniqueConstraint("unit", "year", "serial"),
    sa.Index("ix_incident_newest", "opened_at", "no"),
    sa.Index("ix_incident_board", "status", "step", "priority", "opened_at", "no"),
    sa.Index("ix_incident_place", "place", "opened_at", "no"),
    sa.Index("ix_incident_category", "category", "opened_at", "no"),
    sa.Index("ix_incident_responsible", "responsible", "status", "opened_at", "no"),
    sa.Index("ix_incident_concluded", "concluded_at", "no"),
)

item = _table(
    "item",
    "state",
    C("incident", whole(), sa.ForeignKey("chain.no"), primary_key=True, autoincrement=False),
    C("list", code(40), primary_key=True),
    C("ordinal", whole(), primary_key=True, autoincrement=False),
    C("id", Id(), nullable=False),
    C("state", code(10), nullable=False),  # open | done | removed
    C("owner", Id()),
    C("due", INSTANT),
    C("what", prose()),
    C("added_at", INSTANT, nullable=False),
    C("added_by", Id()),
    sa.Index("ix_item_owed", "state", "due"),
    sa.Index("ix_item_owner", "owner", "state", "due"),
)

field_value = _table(
    "field_value",
    "state",
    C("incident", whole(), sa.ForeignKey("chain.no"), primary_key=True, autoincrement=False),
    C("key", code(160), primary_key=True),  # a field, or "list.field" of an item
    C("ordinal", whole(), primary_key=True, autoincrement=False),  # of the item; else of the value
    C("text", prose()),
    C("number", number()),
    C("earliest", INSTANT),
    C("latest", INSTANT),
    sa.Index("ix_field_value_number", "key", "number"),
    sa.Index("ix_field_value_earliest", "key", "earliest"),
    sa.Index(
        "ix_field_value_text", "key", "text", mysql_length={"text": 100}, mariadb_length={"text": 100},
        sqlite_where=sa.text("length(text) <= 100"), postgresql_where=sa.text("length(text) <= 100"),
    ),
)  # fmt: skip

person = _table(
    "person",
    "state",
    _own_key(),
    C("id", Id(), nullable=False),
    C("position", whole(), nullable=False),
    C("name", prose()),
    C("job", prose()),
    C("unit", prose()),
    C("phone", prose()),
    C("roles", code(200), nullable=False),
    C("active", whole(), nullable=False),
)

place = _table(
    "place",
    "state",
    _own_key(),
    C("id", Id(), nullable=False),
    C("position", whole(), nullable=False),
    C("name", prose(), nullable=False),
    C("parent", Id()),
    C("code", code(20)),
    C("kind", code(20), nullable=False),
    C("active", whole(), nullable=False),
)

setting = _table(
    "setting",
    "state",
    C("no", whole(), sa.ForeignKey("chain.no"), primary_key=True, autoincrement=False),
    C("key", code(80), primary_key=True),
    C("value", prose(), nullable=False),  # JSON
)

pack_version = _table(
    "pack_version",
    "state",
    C("no", whole(), sa.ForeignKey("chain.no"), primary_key=True, autoincrement=False),
    C("ordinal", whole(), primary_key=True, autoincrement=False),
    C("pack_id", code(80), nullable=False),
    C("version", whole(), nullable=False),
    C("content", prose(), nullable=False),  # JSON
)

counter = _table(
    "counter",
    "state",
    C("unit", code(20), primary_key=True),
    C("year", whole(), primary_key=True, autoincrement=False),
    C("last", whole(), nullable=False),
)

# --- index -------------------------------------------------------------------------------------

search_text = _table(
    "search_text",
    "index",
    C("no", whole(), sa.ForeignKey("chain.no"), primary_key=True, autoincrement=False),
    C("head", prose(), nullable=False),  # number and title
    C("body", prose(), nullable=False),  # every other text of the record
)

# --- work --------------------------------------------------------------------------------------

op = _table(
    "op",
    "work",
    C("op_id", Id(), primary_key=True),
    C("done_at", INSTANT, nullable=False),
    C("result", prose(), nullable=False),  # JSON
)

secret = _table(
    "secret",
    "work",
    C("person", Id(), primary_key=True),
    C("hash", prose()),
    C("failures", whole(), nullable=False),
    C("locked_until", INSTANT, nullable=False),
)

presence = _table(
    "presence",
    "work",
    C("station", Id(), primary_key=True),
    C("host", prose(), nullable=False),
    C("process", whole(), nullable=False),
    C("who", prose(), nullable=False),
    C("since", INSTANT, nullable=False),
    C("seen", INSTANT, nullable=False),
)

STATE_OF_RECORD = {
    "incident": (incident, item, field_value),
    "person": (person,),
    "place": (place,),
    "settings": (setting,),
    "pack": (pack_version,),
    "access": (),
}
