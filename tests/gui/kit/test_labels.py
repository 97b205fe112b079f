"""Labels show any text literally and hide nothing without saying so."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QColor, QFocusEvent
from PySide6.QtWidgets import QApplication, QWidget

from incident_desk.gui.theme.manager import Theme
from incident_desk.gui.widgets.dressing import tool_tip
from incident_desk.gui.widgets.focus_ring import FocusRing
from incident_desk.gui.widgets.labels import PlainLabel, SelectableText

HOSTILE = "<b>x</b> & R&D <img src=x>"
LONG = "Krankenhausinfektionsschutzbeauftragtenversammlung"


def test_that_markup_is_shown_literally(theme: Theme, page: QWidget) -> None:
    label, same_without = PlainLabel(HOSTILE, theme, page), PlainLabel("x & R&D", theme, page)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == HOSTILE
    assert label.sizeHint().width() > same_without.sizeHint().width() + 50


def test_that_selectable_text_gives_markup_back_literally(theme: Theme, page: QWidget) -> None:
    label = SelectableText(HOSTILE, theme, page)
    label.setSelection(0, len(HOSTILE))
    assert label.selectedText() == HOSTILE


def test_that_a_long_word_is_broken_rather_than_cut(theme: Theme, page: QWidget) -> None:
    label = PlainLabel(LONG, theme, page)
    label.resize(120, label.heightForWidth(120))
    assert not label.is_elided()
    assert label.heightForWidth(120) >= 3 * theme.metrics("body").height()


def test_that_what_does_not_fit_stands_in_the_tool_tip_as_it_is(theme: Theme, page: QWidget) -> None:
    label = PlainLabel(f"{HOSTILE} {LONG}", theme, page, lines=1)
    page.show()
    label.resize(80, 20)
    assert label.is_elided()
    assert "&lt;b&gt;x&lt;/b&gt; &amp;" in label.toolTip()
    label.resize(2000, 20)
    assert label.toolTip() == ""


def test_that_labels_grow_with_the_zoom(theme: Theme, page: QWidget) -> None:
    label = PlainLabel("Two words", theme, page, lines=1)
    before = label.sizeHint()
    theme.set_zoom(200)
    assert label.sizeHint().height() > 1.7 * before.height()
    assert label.font().pointSizeF() == 20


def test_that_a_label_is_painted_in_the_ink_of_its_token(theme: Theme, page: QWidget) -> None:
    label = PlainLabel("████", theme, page, ink="crit", lines=1)
    page.show()
    label.resize(label.sizeHint())
    middle = label.grab().toImage().pixelColor(label.width() // 2, label.height() // 2)
    assert middle == QColor(theme.tokens.crit)
    theme.set_mode("dark")
    middle = label.grab().toImage().pixelColor(label.width() // 2, label.height() // 2)
    assert middle == QColor(theme.tokens.crit)


def test_that_words_have_a_ring_where_the_keyboard_stands_and_none_for_the_mouse(
    theme: Theme, opened: Callable[[QWidget], QWidget]
) -> None:
    page = QWidget()
    label = PlainLabel("What was pressed is gone", theme, page)
    label.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    opened(page)

    def ringed_after(*reasons: Qt.FocusReason) -> bool:
        for reason in reasons:
            QApplication.sendEvent(label, QFocusEvent(QEvent.Type.FocusIn, reason))
            ringed = bool(page.findChildren(FocusRing))
            QApplication.sendEvent(label, QFocusEvent(QEvent.Type.FocusOut, reason))
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return ringed

    why = Qt.FocusReason
    for reason in (why.OtherFocusReason, why.TabFocusReason, why.ShortcutFocusReason):
        assert ringed_after(reason), reason
        assert ringed_after(reason, why.ActiveWindowFocusReason), reason
    assert not ringed_after(why.MouseFocusReason)
    assert not ringed_after(why.ActiveWindowFocusReason)
    page.deleteLater()


def test_that_tool_tips_are_never_markup() -> None:
    assert tool_tip("<a href=x>a & b</a>\nc") == "<qt>&lt;a href=x&gt;a &amp; b&lt;/a&gt;<br>c</qt>"
    assert tool_tip("") == ""


def test_that_a_tool_tip_without_markup_stays_as_it_is_for_screen_readers() -> None:
    assert tool_tip("Ward 3 & 5, 7 < 9\nround") == "Ward 3 & 5, 7 < 9\nround"
    long = tool_tip("The pump ran at ten times the set rate. " * 5)
    assert max(len(line) for line in long.split("\n")) <= 70
    assert long.split() == ("The pump ran at ten times the set rate. " * 5).split()
