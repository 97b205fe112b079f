"""A file dropped on a widget is taken by it, wherever on it it falls."""

from __future__ import annotations

from collections.abc import Set
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget


class FileDrops(QObject):
    """Watches a widget. `endings` of the files it takes, such as ".pdf". Signal: `dropped` path of the first one."""

    dropped = Signal(object)

    def __init__(self, on: QWidget, endings: Set[str]) -> None:
        super().__init__(on)
        self._endings = endings
        on.setAcceptDrops(True)
        on.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and not isinstance(event, QDragMoveEvent):
            path = self._taken(event.mimeData())
            if path is not None:
                event.acceptProposedAction()
                self.dropped.emit(path)
                return True
        elif isinstance(event, QDragEnterEvent | QDragMoveEvent) and self._taken(event.mimeData()) is not None:
            event.acceptProposedAction()
            return True
        return super().eventFilter(watched, event)

    def _taken(self, data: QMimeData) -> Path | None:
        paths = (Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
        return next((path for path in paths if path.suffix.lower() in self._endings), None)
