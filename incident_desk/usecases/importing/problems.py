"""What is wrong with rows: which line, which column, what stands there, and why it cannot come in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from incident_desk.domain.errors import Refused


@dataclass(frozen=True, slots=True)
class RowProblem:
    """`code` names a sentence in resources/texts/import.toml, or that of a refusal where `refused` is given."""

    line: int
    column: str
    value: str
    code: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    refused: Refused | None = None


def of_refusal(line: int, column: str, value: str, refused: Refused) -> RowProblem:
    return RowProblem(line, column, value, refused.code, refused.facts, refused)
