"""Checks of response plans: each is for known categories, and its steps can be told apart."""

from __future__ import annotations

from incident_desk.domain.lists import TEAM_ROLES
from incident_desk.domain.packs.model import Category, Plan, PlanStep
from incident_desk.domain.packs.reading import Once, Table

MOST_STEPS = 40


def read_plans(root: Table, categories: tuple[Category, ...]) -> tuple[Plan, ...]:
    known = [key for each in categories for key in (each.key, *(sub.key for sub in each.subcategories))]
    # Of categories that are wrong themselves each plan would be called wrong as well.
    sound = not any(problem.path[:1] == ("categories",) for problem in root.reading.problems)
    codes, taken = Once(root.reading, "key_twice"), Once(root.reading, "plan_twice")
    found = []
    for table in root.tables("plans", needed=False):
        fitting = table.words_of("categories", known, "value_unknown") if sound else table.plain_words("categories")
        plan = Plan(
            table.key(), table.whole("version"), table.text("name"), _steps(table), frozenset(fitting),
            table.flag("retired", default=False),
        )  # fmt: skip
        codes.add(plan.code, table.at("key"))
        for category in () if plan.retired else sorted(plan.categories):
            taken.add(category, table.at("categories"))
        table.finish()
        found.append(plan)
    return tuple(found)


def _steps(parent: Table) -> tuple[PlanStep, ...]:
    keys = Once(parent.reading, "key_twice")
    found = []
    for table in parent.tables("steps"):
        role = table.one_word_of("role", TEAM_ROLES) if table.has("role") else ""
        within = table.whole("within") if table.has("within") else 0
        table.allow("role", "within")
        step = PlanStep(table.key(), table.text("text"), role, within)
        keys.add(step.key, table.at("key"))
        table.finish()
        found.append(step)
    if len(found) > MOST_STEPS:
        parent.note("steps", "plan_long", most=MOST_STEPS)
    return tuple(found)
