"""What a sector pack is: categories with questions, places, gates, routes, matrix, messages, signatures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import product

from incident_desk.domain.declarations import Field, Option
from incident_desk.domain.fields import CORE, PLAN
from incident_desk.domain.privacy.identifiers import Identifier
from incident_desk.domain.recurrence import USUAL, Recurrence
from incident_desk.domain.text import NO_TEXT, Text
from incident_desk.domain.vocabulary import Kind, Priority, Role, Step

OWN = "site."  # the keys of a site's own fields begin so


@dataclass(frozen=True, slots=True)
class Subcategory:
    """`key` is "<category>.<subcategory>". A retired one stays readable in old records and is not offered."""

    key: str
    name: Text
    retired: bool = False


@dataclass(frozen=True, slots=True)
class Category:
    """A kind of event with its own questions, whose keys are "<category>.<question>"."""

    key: str
    name: Text
    help: Text = NO_TEXT
    subcategories: tuple[Subcategory, ...] = ()
    questions: tuple[Field, ...] = ()
    retired: bool = False

    @property
    def offered(self) -> tuple[Subcategory, ...]:
        """The subcategories one can choose now."""
        return tuple(each for each in self.subcategories if not each.retired)


@dataclass(frozen=True, slots=True)
class PackPlace:
    """A place a new register starts with. `code` begins the numbers of its records, or is ""."""

    key: str
    name: Text
    kind: str
    parent: str | None = None
    code: str = ""


@dataclass(frozen=True, slots=True)
class Gate:
    """What a step must hold before it may be left. Empty kinds or priorities mean: all."""

    step: Step
    needs: tuple[str, ...]
    kinds: frozenset[Kind] = frozenset()
    priorities: frozenset[Priority] = frozenset()


@dataclass(frozen=True, slots=True)
class Route:
    """The steps that records of these kinds and priorities pass."""

    steps: tuple[Step, ...]
    kinds: frozenset[Kind] = frozenset()
    priorities: frozenset[Priority] = frozenset()


@dataclass(frozen=True, slots=True)
class MatrixLevel:
    code: str
    label: Text
    help: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Band:
    """Scores from `minimum` to `maximum`, both included, give `priority`."""

    priority: Priority
    minimum: int
    maximum: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """`cells` has one tuple of scores per row, in the order of rows and columns."""

    id: str
    version: int
    row_axis: Text
    column_axis: Text
    rows: tuple[MatrixLevel, ...]
    columns: tuple[MatrixLevel, ...]
    cells: tuple[tuple[int, ...], ...]
    bands: tuple[Band, ...]

    def score(self, row: str, column: str) -> int:
        """The score of a cell. Raises ValueError for codes the matrix does not have."""
        row_codes, column_codes = [level.code for level in self.rows], [level.code for level in self.columns]
        return self.cells[row_codes.index(row)][column_codes.index(column)]

    def priority(self, score: int) -> Priority:
        """The priority of a score. Raises ValueError for a score no band covers."""
        for band in self.bands:
            if band.minimum <= score <= band.maximum:
                return band.priority
        raise ValueError(f"no band covers {score}")


@dataclass(frozen=True, slots=True)
class Message:
    """A message text with {placeholders}, for one audience."""

    key: str
    audience: Text
    subject: Text
    body: Text


@dataclass(frozen=True, slots=True)
class PlanStep:
    """`role`: who takes it, a code of the team's roles, or "". `within`: minutes after the plan was attached, or 0."""

    key: str
    text: Text
    role: str = ""
    within: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """What is done in which order when something of these categories or subcategories happens. An incident keeps the
    version it was led by: a newer one stands beside it under the same key, and the older one is retired.
    """

    key: str
    version: int
    name: Text
    steps: tuple[PlanStep, ...]
    categories: frozenset[str] = frozenset()
    retired: bool = False

    @property
    def code(self) -> str:
        """As an incident names it: "fall.1"."""
        return f"{self.key}.{self.version}"

    @property
    def title(self) -> Text:
        return Text(f"{self.name['en']}, version {self.version}", f"{self.name['de']}, Fassung {self.version}")

    def step(self, key: str) -> PlanStep | None:
        return next((step for step in self.steps if step.key == key), None)


@dataclass(frozen=True, slots=True)
class SignOff:
    """A signature: who gives it (role) and what it means. `after`: keys of those that must stand before it;
    `other_than`: of those whose signer may not give this one as well (21 CFR 11.10(g), Annex 11 section 12).
    """

    key: str
    role: Role
    meaning: Text
    needed: bool = True
    after: tuple[str, ...] = ()
    other_than: tuple[str, ...] = ()


@dataclass(frozen=True)
class Pack:
    """Everything a sector brings. Old incidents keep the version they were led under.

    Every entry asks for fields, gates and routes, so each is looked for once and kept.
    """

    id: str
    version: int
    name: Text
    description: Text
    categories: tuple[Category, ...]
    places: tuple[PackPlace, ...]
    gates: tuple[Gate, ...]
    routes: tuple[Route, ...]
    matrix: Matrix
    messages: tuple[Message, ...]
    sign_offs: tuple[SignOff, ...]
    choices: Mapping[str, tuple[Option, ...]] = field(default_factory=dict)
    fields: tuple[Field, ...] = ()  # of the site's own, in any step; see OWN
    identifiers: tuple[Identifier, ...] = ()  # beside those that the program looks for anyway
    recurrence: tuple[Recurrence, ...] = USUAL
    plans: tuple[Plan, ...] = ()

    @property
    def offered(self) -> tuple[Category, ...]:
        """The categories one can choose now: a retired one is only read."""
        return tuple(each for each in self.categories if not each.retired)

    def category(self, key: str) -> Category | None:
        return self._categories.get(key)

    @cached_property
    def _categories(self) -> Mapping[str, Category]:
        return {category.key: category for category in self.categories}

    def subcategory(self, key: str) -> Subcategory | None:
        category = self.category(key.partition(".")[0])
        return next((sub for sub in category.subcategories if sub.key == key), None) if category else None

    def plan(self, code: str) -> Plan | None:
        """By the code of an incident; retired ones too."""
        return next((plan for plan in self.plans if plan.code == code), None)

    def plan_for(self, category: str, subcategory: str) -> Plan | None:
        """The newest plan for a subcategory, else for its category."""
        offered = sorted((plan for plan in self.plans if not plan.retired), key=lambda plan: -plan.version)
        fitting = (plan for key in (subcategory, category) for plan in offered if key in plan.categories)
        return next(fitting, None)

    def questions(self, category: str) -> tuple[Field, ...]:
        found = self.category(category)
        return found.questions if found else ()

    def all_questions(self) -> tuple[Field, ...]:
        return tuple(question for category in self.categories for question in category.questions)

    def field(self, key: str) -> Field | None:
        """The declaration of a field, whoever declared it: the program, a category's question, the site."""
        return self._by_key.get(key)

    @cached_property
    def _by_key(self) -> Mapping[str, Field]:
        return {field.key: field for field in self.all_fields()}

    @cached_property
    def personal(self) -> frozenset[str]:
        """The keys of the fields that can be erased."""
        return frozenset(field.key for field in self.all_fields() if field.personal)

    def all_fields(self) -> tuple[Field, ...]:
        """Everything that a record may hold in a field, in the order of the form; retired ones too."""
        core = tuple(self.with_options(each) for each in CORE.values())
        return (*core, *self.all_questions(), *self.fields)

    def needed_fields(self, step: Step) -> tuple[str, ...]:
        """The keys of the site's own fields that a step is not left without."""
        return self._needed[step]

    @cached_property
    def _needed(self) -> Mapping[Step, tuple[str, ...]]:
        needed = [field for field in self.fields if field.needed]
        return {step: tuple(field.key for field in needed if field.step is step) for step in Step}

    @cached_property
    def retired_fields(self) -> frozenset[str]:
        return frozenset(field.key for field in self.fields if field.retired)

    def fields_in(self, section: str) -> tuple[Field, ...]:
        """The site's own fields of a section, retired ones too."""
        return tuple(each for each in self.fields if each.section == section)

    def with_options(self, field: Field) -> Field:
        """The field with the options the pack gives it (detected by ..., rows and columns of the matrix)."""
        options = self.options(field.key)
        return replace(field, options=options) if options else field

    def gate(self, step: Step, kind: Kind, priority: Priority) -> Gate:
        """The gate that names kind and priority most closely; one without needs where there is none."""
        return self._gates[step, kind, priority]

    @cached_property
    def _gates(self) -> Mapping[tuple[Step, Kind, Priority], Gate]:
        def closest(step: Step, kind: Kind, priority: Priority) -> Gate:
            fitting = [gate for gate in self.gates if gate.step is step and _fits(gate, kind, priority)]
            return max(fitting, key=_closeness, default=Gate(step, ()))

        return {each: closest(*each) for each in product(Step, Kind, Priority)}

    def route(self, kind: Kind, priority: Priority) -> tuple[Step, ...]:
        return self._routes[kind, priority]

    @cached_property
    def _routes(self) -> Mapping[tuple[Kind, Priority], tuple[Step, ...]]:
        def closest(kind: Kind, priority: Priority) -> tuple[Step, ...]:
            fitting = [route for route in self.routes if _fits(route, kind, priority)]
            return max(fitting, key=_closeness).steps if fitting else tuple(Step)

        return {each: closest(*each) for each in product(Kind, Priority)}

    def options(self, field_key: str) -> tuple[Option, ...]:
        """The options this pack gives a field of the core; the matrix gives those of the ratings."""
        if field_key in ("actual_row", "potential_row"):
            return tuple(Option(level.code, level.label) for level in self.matrix.rows)
        if field_key in ("actual_column", "potential_column"):
            return tuple(Option(level.code, level.label) for level in self.matrix.columns)
        if field_key == PLAN:
            return tuple(Option(plan.code, plan.title, plan.retired) for plan in self.plans)
        return self.choices.get(field_key, ())


def _fits(rule: Gate | Route, kind: Kind, priority: Priority) -> bool:
    return (not rule.kinds or kind in rule.kinds) and (not rule.priorities or priority in rule.priorities)


def _closeness(rule: Gate | Route) -> int:
    return 2 * bool(rule.kinds) + bool(rule.priorities)
