"""The style sheet, for what Qt draws itself: fields, tabs, table heads, scroll bars, menus, tool tips.

Buttons, tick boxes, tiles and everything else is painted by us (`gui/paint`): a style sheet can draw neither
a focus ring outside a shape nor a glyph in the colour of the theme. No font rules here (see `typography`), no
rule for every widget, and no text of a user ever gets in.

Fields carry the dynamic property `stated`: "missing" or "wrong".
"""

from __future__ import annotations

from string import Template

from PySide6.QtGui import QColor

from incident_desk.gui.theme.look import Look
from incident_desk.gui.theme.tokens import Tokens

_SHEET = Template("""
QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox {
    background: $paper; color: $ink; placeholder-text-color: $ink3;
    border: ${hair}px solid $line2; border-radius: ${r5}px; padding: ${pad_v}px ${pad_h}px;
    selection-background-color: $petrol; selection-color: $onpetrol;
}
QLineEdit, QComboBox, QAbstractSpinBox { min-height: ${field}px; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QComboBox:on, QAbstractSpinBox:focus {
    border: ${p2}px solid $petrol; padding: ${pad_v_thick}px ${pad_h_thick}px;
}
QLineEdit[stated="missing"], QPlainTextEdit[stated="missing"], QComboBox[stated="missing"] {
    border: ${p2}px dashed $high; padding: ${pad_v_thick}px ${pad_h_thick}px;
}
QLineEdit[stated="missing"]:focus, QPlainTextEdit[stated="missing"]:focus, QComboBox[stated="missing"]:focus {
    border: ${p2}px solid $petrol;
}
QLineEdit[stated="wrong"], QPlainTextEdit[stated="wrong"], QComboBox[stated="wrong"] {
    border: ${p2}px solid $crit; padding: ${pad_v_thick}px ${pad_h_thick}px;
}
QLineEdit:read-only, QPlainTextEdit:read-only { background: $sunken; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { background: $sunken; color: $ink3; }
QLineEdit[bare="true"] { border: none; background: transparent; padding: 0; }
QComboBox::drop-down { border: none; width: ${p28}px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView {
    background: $paper; color: $ink; border: ${hair}px solid $line2; outline: 0; padding: ${p4}px;
    selection-background-color: $tint; selection-color: $ink;
}
QComboBox QAbstractItemView::item { min-height: ${p28}px; padding: 0 ${p8}px; }
QComboBox QAbstractItemView::item:selected { background: $tint; color: $petrol; }

QAbstractItemView { background: $paper; color: $ink; border: none; outline: 0; }
QTableView, QTreeView { gridline-color: $line; selection-background-color: $tint; selection-color: $ink; }
QHeaderView { background: $sunken; border: none; }
QHeaderView::section {
    background: $sunken; color: $ink2; border: none; border-bottom: ${hair}px solid $line;
    padding: ${p5}px ${p8}px; text-align: left;
}

QScrollArea, QScrollArea > QWidget > QWidget#scrolled { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: ${p12}px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: ${p12}px; margin: 0; }
QScrollBar::handle { background: $line2; border-radius: ${p3}px; margin: ${p3}px; }
QScrollBar::handle:vertical { min-height: ${p28}px; }
QScrollBar::handle:horizontal { min-width: ${p28}px; }
QScrollBar::handle:hover { background: $petrol; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QTabBar { background: transparent; border: none; qproperty-drawBase: 0; }
QTabBar::tab {
    background: transparent; color: $ink2; border: none; border-bottom: ${p3}px solid transparent;
    padding: ${p6}px ${p4}px; margin-right: ${p16}px;
}
QTabBar::tab:selected { color: $petrol; border-bottom: ${p3}px solid $petrol; }
QTabBar::tab:hover { color: $petrol; }
QTabBar::tab:focus { color: $petrol; background: $tint; }
QTabWidget::pane { border: none; border-top: ${hair}px solid $line; }

QMenu { background: $paper; color: $ink; border: ${hair}px solid $line2; padding: ${p5}px 0; }
QMenu::item { padding: ${p6}px ${p24}px ${p6}px ${p16}px; }
QMenu::item:selected { background: $tint; color: $petrol; }
QMenu::item:disabled { color: $ink3; }
QMenu::separator { height: ${hair}px; background: $line; margin: ${p5}px ${p12}px; }
QToolTip { background: $paper; color: $ink; border: ${hair}px solid $line2; padding: ${p5}px ${p8}px; }
QSplitter::handle { background: $line; }
""")


def style_sheet(look: Look) -> str:
    """The sheet for one look. Thick edges take from the padding, so nothing moves on focus."""
    hair = 2 if look.high_contrast else 1
    thick = max(look.px(2), hair)
    pad_v, pad_h = look.px(5), look.px(10)
    distances = {f"p{n}": look.px(n) for n in (2, 3, 4, 5, 6, 8, 12, 16, 24, 28)}
    return _SHEET.substitute(
        _colours(look.tokens),
        **distances | {"p2": thick},
        hair=hair,
        r5=look.px(5),
        field=round(look.metrics("body").height()),
        pad_v=pad_v,
        pad_h=pad_h,
        pad_v_thick=pad_v + hair - thick,
        pad_h_thick=pad_h + hair - thick,
    )


def _colours(tokens: Tokens) -> dict[str, str]:
    return {name: value.name() for name, value in vars(tokens).items() if isinstance(value, QColor)}
