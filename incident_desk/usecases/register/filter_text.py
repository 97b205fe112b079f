"""The filter as one types it: `priority: high place: "Ward 3" occurred: 2026-01..2026-03 -category: fall pump`.

It is read, written and completed here; what it is made of stands beside it.
"""

from incident_desk.usecases.register.filter_reading import FilterText, Term, read_filter
from incident_desk.usecases.register.filter_suggestions import Suggestion, suggestions
from incident_desk.usecases.register.filter_writing import write_filter

__all__ = ["FilterText", "Suggestion", "Term", "read_filter", "suggestions", "write_filter"]
