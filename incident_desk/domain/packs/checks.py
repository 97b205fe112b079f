"""From plain data to a Pack. Strict, and complete: everything that is wrong is named in one go."""

from __future__ import annotations

from collections.abc import Mapping

from incident_desk.domain.declarations import Option
from incident_desk.domain.fields import CORE_FIELDS, PLAN, RATING_KEYS
from incident_desk.domain.lists import LISTS
from incident_desk.domain.packs import messages, model, places, rules
from incident_desk.domain.packs.fields import WITH_OPTIONS, read_fields, read_options, read_questions
from incident_desk.domain.packs.identifiers import read_identifiers
from incident_desk.domain.packs.matrix import read_matrix
from incident_desk.domain.packs.plans import read_plans
from incident_desk.domain.packs.problems import PackProblems
from incident_desk.domain.packs.reading import Once, Reading, Table
from incident_desk.domain.packs.recurrence import read_recurrence
from incident_desk.domain.text import LANGUAGES, Text

FORMAT = 1
# The rules of the program read the codes of these, so a pack leaves them alone.
_FIXED = frozenset({"kind", "priority", "deferral", "test_result", PLAN, *RATING_KEYS})
CHANGEABLE = frozenset(f.key for f in CORE_FIELDS if f.kind in WITH_OPTIONS) - _FIXED


def read_pack(
    data: Mapping[str, object],
    known_needs: frozenset[str],
    known_placeholders: frozenset[str] = messages.PLACEHOLDERS,
) -> model.Pack:
    """The pack that the data describe. Raises PackProblems with all that is wrong in them."""
    reading = Reading(data)
    root = reading.root()
    _check_format(root)
    sign_offs = rules.read_sign_offs(root)
    categories = _categories(root)
    fields = read_fields(root, tuple(question for category in categories for question in category.questions))
    needs = known_needs | {field.key for field in fields}
    pack = model.Pack(
        id=root.key("id"),
        version=root.whole("version"),
        name=root.text("name"),
        description=root.text("description"),
        categories=categories,
        places=places.read_places(root),
        gates=rules.read_gates(root, needs, sign_offs),
        routes=rules.read_routes(root),
        matrix=read_matrix(root.table("matrix")),
        messages=messages.read_messages(root, known_placeholders),
        sign_offs=sign_offs,
        choices=_choices(root),
        fields=fields,
        identifiers=read_identifiers(root),
        recurrence=read_recurrence(root),
        plans=read_plans(root, categories),
    )
    root.finish()
    if reading.problems:
        raise PackProblems(reading.problems)
    return pack


def _check_format(root: Table) -> None:
    """A higher number means that the file was written for a newer version of the program; none means 1."""
    found = root.whole("format") if root.has("format") else FORMAT
    root.allow("format")
    if found > FORMAT:
        root.note("format", "format_newer", value=found, known=FORMAT)


def _categories(root: Table) -> tuple[model.Category, ...]:
    keys = Once(root.reading, "key_twice")
    # Names are typed at the command line too, so one name must mean one thing.
    names, sub_names = _names(root), _names(root)
    found = []
    for table in root.tables("categories"):
        category = _category(table, sub_names)
        keys.add(category.key, table.at("key"))
        _add_name(names, category.name, table)
        if category.key in LISTS:  # "<list>.<field>" and "<category>.<question>" would be the same
            table.note("key", "key_reserved", value=category.key)
        found.append(category)
    return tuple(found)


def _names(root: Table) -> Mapping[str, Once]:
    return {language: Once(root.reading, "name_twice") for language in LANGUAGES}


def _category(table: Table, sub_names: Mapping[str, Once]) -> model.Category:
    key = table.key()
    category = model.Category(
        key,
        table.text("name"),
        table.text("help", needed=False),
        _subcategories(table, key, sub_names),
        read_questions(table, key),
        table.flag("retired", default=False),
    )
    table.finish()
    return category


def _subcategories(parent: Table, category: str, names: Mapping[str, Once]) -> tuple[model.Subcategory, ...]:
    keys = Once(parent.reading, "key_twice")
    found = []
    for table in parent.tables("subcategories"):
        key = table.key()
        keys.add(key, table.at("key"))
        name = table.text("name")
        _add_name(names, name, table)
        found.append(model.Subcategory(f"{category}.{key}", name, table.flag("retired", default=False)))
        table.finish()
    return tuple(found)


def _add_name(names: Mapping[str, Once], name: Text, table: Table) -> None:
    for language, wording in name.items():
        names[language].add(wording, table.at("name", language))


def _choices(root: Table) -> Mapping[str, tuple[Option, ...]]:
    if not root.has("choices"):
        root.allow("choices")
        return {}
    table = root.table("choices")
    found = {key: read_options(table, key) for key in sorted(CHANGEABLE) if table.has(key)}
    table.allow(*CHANGEABLE)
    table.finish()
    return found
