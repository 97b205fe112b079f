"""What the head of My work counts, and the words beside the title of each panel."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from incident_desk.gui.incident.clock import Moments
from incident_desk.gui.paint.time_left import Haste
from incident_desk.gui.work.counts import Count
from incident_desk.gui.work.owed import due_words
from incident_desk.gui.work.reading import Work, is_late
from incident_desk.usecases.rows import WorkRow

translate = QCoreApplication.translate


def counts_of(work: Work, moments: Moments) -> list[Count]:
    """The most pressing first; without anything overdue a good word begins the line."""
    of = {key: [row for row in work.owed if row.list == key] for key in ("actions", "measures", "promises")}
    late = _late([*work.owed, *work.questions, *(duty.row for duty in work.duties)], moments)
    counts = [
        *_promises(of["promises"], moments),
        *_actions(of["actions"], moments),
        *_measures(of["measures"], moments),
        *_duties([duty.row for duty in work.duties], moments),
        *_questions(list(work.questions), moments),
        *_waiting(work),
    ]
    if late:
        return counts
    return [Count(translate("WorkCounts", "Nothing overdue."), "circle-check", "ok"), *counts]


def hint_of(rows: Sequence[WorkRow], moments: Moments) -> str:
    """ "2 overdue, 5 open", beside the title of a panel."""
    late = len(_late(rows, moments))
    parts = [translate("WorkCounts", "%n overdue", None, late)] if late else []
    if rows:
        parts.append(translate("WorkCounts", "%n open", None, len(rows)))
    return ", ".join(parts)


def _late(rows: Sequence[WorkRow], moments: Moments) -> list[WorkRow]:
    return [row for row in rows if is_late(row, moments.now)]


def _promises(rows: list[WorkRow], moments: Moments) -> list[Count]:
    late = len(_late(rows, moments))
    if late:
        return [Count(translate("WorkCounts", "%n promises overdue", None, late), "alarm", "crit")]
    if not rows:
        return []
    when, haste = due_words(rows[0], moments)
    text = translate("WorkCounts", "%n promises, the next {when}", None, len(rows)).format(when=when)
    return [Count(text, "alarm", haste.value)]


def _actions(rows: list[WorkRow], moments: Moments) -> list[Count]:
    late = len(_late(rows, moments))
    if late:
        return [Count(translate("WorkCounts", "%n actions overdue", None, late), "clock-exclamation", "crit")]
    return [Count(translate("WorkCounts", "%n actions open", None, len(rows)), "checkbox")] if rows else []


def _measures(rows: list[WorkRow], moments: Moments) -> list[Count]:
    """Those to look at now or today."""
    words = [due_words(row, moments)[1] for row in rows]
    pressing = sum(haste is not Haste.IN_HAND for haste in words)
    if not pressing:
        return []
    ink = "crit" if Haste.OVERDUE in words else "high"
    return [Count(translate("WorkCounts", "%n measures to check", None, pressing), "shield-exclamation", ink)]


def _duties(rows: list[WorkRow], moments: Moments) -> list[Count]:
    late = len(_late(rows, moments))
    if late:
        return [Count(translate("WorkCounts", "%n duties to report overdue", None, late), "clock-hour-4", "crit")]
    soon = sum(due_words(row, moments)[1] is Haste.SOON for row in rows)
    if soon:
        return [Count(translate("WorkCounts", "%n deadlines in a few hours", None, soon), "clock-hour-4", "high")]
    return []


def _questions(rows: list[WorkRow], moments: Moments) -> list[Count]:
    if not rows:
        return []
    ink = "crit" if _late(rows, moments) else "ink"
    return [Count(translate("WorkCounts", "%n questions to answer", None, len(rows)), "message-question", ink)]


def _waiting(work: Work) -> list[Count]:
    if not work.to_sign:
        return []
    text = translate("WorkCounts", "%n records wait for your sign-off", None, len(work.to_sign))
    return [Count(text, "signature")]
