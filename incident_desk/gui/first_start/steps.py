"""What stands beside each sheet of the assistant."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_CONTEXT = "FirstSteps"
_STEPS = {
    "own": (
        (
            QT_TRANSLATE_NOOP("FirstSteps", "One file holds everything"),
            QT_TRANSLATE_NOOP("FirstSteps", "Reports, files and the journal. It works without a network."),
        ),
        (
            QT_TRANSLATE_NOOP("FirstSteps", "You can report at once"),
            QT_TRANSLATE_NOOP("FirstSteps", "Categories, places and questions come with the kind of place you choose."),
        ),
        (
            QT_TRANSLATE_NOOP("FirstSteps", "Add colleagues when you like"),
            QT_TRANSLATE_NOOP("FirstSteps", "In Settings, each with what they may do and a secret of their own."),
        ),
    ),
    "open": (
        (
            QT_TRANSLATE_NOOP("FirstSteps", "A register is one file"),
            QT_TRANSLATE_NOOP("FirstSteps", "Its name ends in .register. It may lie on this PC or on a disk you carry."),
        ),
        (
            QT_TRANSLATE_NOOP("FirstSteps", "Several PCs, one register"),
            QT_TRANSLATE_NOOP("FirstSteps", "Then it lies on a server, and everybody opens it by its address."),
        ),
    ),
    "demo": (
        (
            QT_TRANSLATE_NOOP("FirstSteps", "It is made on this PC"),
            QT_TRANSLATE_NOOP("FirstSteps", "In the folder of the program's own data. Nothing is fetched."),
        ),
        (
            QT_TRANSLATE_NOOP("FirstSteps", "It stays as you leave it"),
            QT_TRANSLATE_NOOP("FirstSteps", "The next time it opens where you were."),
        ),
        (
            QT_TRANSLATE_NOOP("FirstSteps", "Your own register comes later"),
            QT_TRANSLATE_NOOP("FirstSteps", "A click on the register's name, at the upper left, leads back here."),
        ),
    ),
    "trouble": (
        (
            QT_TRANSLATE_NOOP("FirstSteps", "Nothing is deleted"),
            QT_TRANSLATE_NOOP("FirstSteps", "The file stays where it is and as it is, whatever you choose."),
        ),
        (
            QT_TRANSLATE_NOOP("FirstSteps", "A backup is a whole register"),
            QT_TRANSLATE_NOOP("FirstSteps", "Each was checked when it was written, and is checked again here."),
        ),
    ),
    "restore": (
        (
            QT_TRANSLATE_NOOP("FirstSteps", "Choose a backup"),
            QT_TRANSLATE_NOOP("FirstSteps", "You see what it holds and what would be missing."),
        ),
        (
            QT_TRANSLATE_NOOP("FirstSteps", "It becomes a new file"),
            QT_TRANSLATE_NOOP("FirstSteps", "The old one stays beside it, untouched."),
        ),
        (
            QT_TRANSLATE_NOOP("FirstSteps", "The journal says so"),
            QT_TRANSLATE_NOOP("FirstSteps", "Which backup, what was lost and why. Numbers go on above the last one given."),
        ),
    ),
}  # fmt: skip


def steps_of(way: str) -> list[tuple[str, str]]:
    translate = QCoreApplication.translate
    return [(translate(_CONTEXT, title), translate(_CONTEXT, detail)) for title, detail in _STEPS[way]]
