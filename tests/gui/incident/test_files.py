"""Files: attached, dropped, pasted, saved elsewhere, taken off; never opened."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from incident_desk.gui.incident.file_row import FileRow
from tests.factories import Desk
from tests.gui.incident.conftest import OpenIncident, OpenPage


def rows(shown: OpenPage) -> list[FileRow]:
    return [row for row in shown.page.files.findChildren(FileRow) if not row.isHidden()]


def opened(desk: Desk, open_incident: OpenIncident) -> OpenPage:
    shown = open_incident(desk, desk.new("containment"))
    shown.show_tab(shown.page.files)
    return shown


def test_that_a_file_is_taken_in_and_a_copy_comes_out_the_same(
    desk: Desk, open_incident: OpenIncident, tmp_path: Path
) -> None:
    content = bytes(range(256)) * 5000
    source = tmp_path / "pump memory <b>.csv"
    source.write_bytes(content)
    shown = opened(desk, open_incident)
    shown.page.files.attach(source)
    shown.until(lambda: len(rows(shown)) == 1)
    item = shown.stored.of("attachments")[0]
    assert item.values["sha256"] == hashlib.sha256(content).hexdigest()
    row = rows(shown)[0]
    assert "1.3 MB" in row.accessibleName()
    assert "Anna Berg" in row.accessibleName()
    copy = tmp_path / "copy.csv"
    shown.page.files.save_copy(item, copy)
    shown.until(copy.exists)
    assert copy.read_bytes() == content


def test_that_a_dropped_file_is_attached(desk: Desk, open_incident: OpenIncident, tmp_path: Path) -> None:
    source = tmp_path / "photo.jpg"
    source.write_bytes(b"not really")
    shown = opened(desk, open_incident)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(source)), QUrl("https://example.org/x")])
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(shown.page.files, QDragEnterEvent(QPoint(5, 5), *how))
    QApplication.sendEvent(shown.page.files, QDropEvent(QPoint(5, 5), *how))
    shown.until(lambda: shown.stored.of("attachments"))
    assert [item.values["name"] for item in shown.stored.of("attachments")] == ["photo.jpg"]


def test_that_a_pasted_picture_is_attached(desk: Desk, open_incident: OpenIncident) -> None:
    shown = opened(desk, open_incident)
    picture = QImage(20, 10, QImage.Format.Format_RGB32)
    picture.fill(QColor("teal"))
    QGuiApplication.clipboard().setImage(picture)
    shown.page.files.drop.setFocus()
    QTest.keyClick(shown.page.files.drop, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    shown.until(lambda: shown.stored.of("attachments"))
    item = shown.stored.of("attachments")[0]
    stored = b"".join(desk.register.queries.content(bytes.fromhex(str(item.values["sha256"]))))
    assert item.values["media_type"] == "image/png"
    assert QImage.fromData(stored).size() == picture.size()


def test_that_a_file_that_cannot_be_read_is_said_in_place(
    desk: Desk, open_incident: OpenIncident, tmp_path: Path
) -> None:
    shown = opened(desk, open_incident)
    shown.page.files.attach(tmp_path / "gone.pdf")
    shown.until(lambda: "gone.pdf" in shown.page.files._problem.text())
    assert rows(shown) == []


def test_that_taking_a_file_off_asks_why(desk: Desk, open_incident: OpenIncident, tmp_path: Path) -> None:
    source = tmp_path / "wrong.txt"
    source.write_text("wrong patient")
    shown = opened(desk, open_incident)
    shown.page.files.attach(source)
    shown.until(lambda: len(rows(shown)) == 1)
    row = rows(shown)[0]
    QTest.mouseClick(row.take_off, Qt.MouseButton.LeftButton)
    QTest.mouseClick(row.confirm, Qt.MouseButton.LeftButton)
    shown.settle()
    assert shown.stored.of("attachments"), "not without a reason"
    QTest.keyClicks(row.reason, "Belongs to another patient")
    QTest.keyClick(row.reason, Qt.Key.Key_Return)
    shown.until(lambda: not shown.stored.of("attachments"))
    assert desk.register.queries.entries(shown.record)[-1].data["reason"] == "Belongs to another patient"
