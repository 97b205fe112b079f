"""What the head of My work counts, and the words beside the title of each panel."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from incident_desk.gui.clock import Moments
from incident_desk.gui.paint.time_left import Haste
from incident_desk.gui.work.counts import Count
from incident_desk.gui.work.owed import due_words
from incident_desk.gui.work.reading import Work, is_late
from incident_desk.usecases.rows import WorkRow


class WorkCounts(QObject):
    """A class, because lupdate sees only in `self.tr` that a text has a number in it ("1 promise", "2 promises")."""

    def counts_of(self, work: Work, moments: Moments) -> list[Count]:
        """The most pressing first; without anything overdue a good word begins the line."""
        of = {key: [row for row in work.owed if row.list == key] for key in ("actions", "measures", "promises")}
        late = _late([*work.owed, *work.questions, *(duty.row for duty in work.duties)], moments)
        counts = [
            *self._promises(of["promises"], moments),
            *self._actions(of["actions"], moments),
            *self._measures(of["measures"], moments),
            *self._duties([duty.row for duty in work.duties], moments),
            *self._questions(list(work.questions), moments),
            *self._waiting(work),
        ]
        if late:
            return counts
        return [Count(self.tr("Nothing overdue."), "circle-check", "ok"), *counts]

    def hint_of(self, rows: Sequence[WorkRow], moments: Moments) -> str:
        """ "2 overdue, 5 open", beside the title of a panel."""
        late = len(_late(rows, moments))
        parts = [self.tr("%n overdue", None, late)] if late else []
        if rows:
            parts.append(self.tr("%n open", None, len(rows)))
        return ", ".join(parts)

    def _promises(self, rows: list[WorkRow], moments: Moments) -> list[Count]:
        late = len(_late(rows, moments))
        if late:
            return [Count(self.tr("%n promises overdue", None, late), "alarm", "crit")]
        if not rows:
            return []
        when, haste = due_words(rows[0], moments)
        text = self.tr("%n promises, the next {when}", None, len(rows)).format(when=when)
        return [Count(text, "alarm", haste.value)]

    def _actions(self, rows: list[WorkRow], moments: Moments) -> list[Count]:
        late = len(_late(rows, moments))
        if late:
            return [Count(self.tr("%n actions overdue", None, late), "clock-exclamation", "crit")]
        return [Count(self.tr("%n actions open", None, len(rows)), "checkbox")] if rows else []

    def _measures(self, rows: list[WorkRow], moments: Moments) -> list[Count]:
        """Those to look at now or today."""
        words = [due_words(row, moments)[1] for row in rows]
        pressing = sum(haste is not Haste.IN_HAND for haste in words)
        if not pressing:
            return []
        ink = "crit" if Haste.OVERDUE in words else "high"
        return [Count(self.tr("%n measures to check", None, pressing), "shield-exclamation", ink)]

    def _duties(self, rows: list[WorkRow], moments: Moments) -> list[Count]:
        late = len(_late(rows, moments))
        if late:
            return [Count(self.tr("%n duties to report overdue", None, late), "clock-hour-4", "crit")]
        soon = sum(due_words(row, moments)[1] is Haste.SOON for row in rows)
        if soon:
            return [Count(self.tr("%n deadlines in a few hours", None, soon), "clock-hour-4", "high")]
        return []

    def _questions(self, rows: list[WorkRow], moments: Moments) -> list[Count]:
        if not rows:
            return []
        ink = "crit" if _late(rows, moments) else "ink"
        return [Count(self.tr("%n questions to answer", None, len(rows)), "message-question", ink)]

    def _waiting(self, work: Work) -> list[Count]:
        if not work.to_sign:
            return []
        text = self.tr("%n records wait for your sign-off", None, len(work.to_sign))
        return [Count(text, "signature")]


def _late(rows: Sequence[WorkRow], moments: Moments) -> list[WorkRow]:
    return [row for row in rows if is_late(row, moments.now)]
