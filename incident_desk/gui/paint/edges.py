"""Sheets of paper on the desk: shadow, edge, focus ring, and the dashed places where a card was or may go."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QPixmapCache

from incident_desk.gui.paint import brush
from incident_desk.gui.theme.manager import Theme

_FAINT, _DEEP = 2, 11  # layers of shadow


def paint_shadow(painter: QPainter, rect: QRectF, radius: float, theme: Theme, *, lifted: bool = False) -> None:
    """Faint rounded rectangles under a sheet: two at rest, eleven when lifted. In the dark none at rest."""
    if theme.high_contrast or (theme.dark and not lifted):
        return
    layers, drop, grow = (_DEEP, theme.px(6), 0.8) if lifted else (_FAINT, theme.px(1), 0.6)
    colour = QColor(theme.tokens.shadow)
    colour.setAlphaF(0.07 if theme.dark else 0.03 if lifted else 0.045)
    brush.smooth(painter)
    for layer in range(1, layers + 1):
        more = layer * grow
        grown = rect.adjusted(-more, -more / 2, more, more / 2).translated(0, drop * layer / layers)
        brush.box(painter, grown, radius + more, colour)


def paint_sheet(
    painter: QPainter,
    rect: QRectF,
    theme: Theme,
    *,
    radius: float = 7,
    selected: bool = False,
    lifted: bool = False,
    faded: bool = False,
) -> None:
    """A card or panel: paper with its shadow; selected: tint and a petrol edge; faded: flat on the tray, where its
    words keep the contrast that paler ones would lose. `radius` as in the design.

    A board shows the same few sizes again and again, and large soft shapes are the dearest thing on a card, so
    grounds come from Qt's own store of pictures, which is bounded.
    """
    if faded and not selected and not lifted:
        brush.smooth(painter)
        brush.box(painter, rect, theme.px(radius), theme.tokens.tray, theme.tokens.line)
        return
    tokens, ratio = theme.tokens, brush.ratio_of(painter)
    around = theme.px(18) if lifted else theme.px(4)
    width, height = round(rect.width()), round(rect.height())
    look = f"{tokens.paper.rgba()} {tokens.tint.rgba()} {tokens.line.rgba()} {theme.scale} {ratio}"
    key = f"sheet {width} {height} {radius} {selected} {lifted} {look}"
    ground = QPixmap()
    if not QPixmapCache.find(key, ground):
        place = QRectF(around, around, width, height)
        ground = brush.picture(
            width + 2 * around,
            height + 2 * around,
            ratio,
            lambda own: _draw_sheet(own, place, theme, theme.px(radius), selected=selected, lifted=lifted),
        )
        QPixmapCache.insert(key, ground)
    painter.drawPixmap(QPointF(round(rect.left()) - around, round(rect.top()) - around), ground)


def _draw_sheet(painter: QPainter, rect: QRectF, theme: Theme, corner: float, *, selected: bool, lifted: bool) -> None:
    tokens = theme.tokens
    paint_shadow(painter, rect, corner, theme, lifted=lifted)
    brush.smooth(painter)
    if selected:
        brush.box(painter, rect, corner, tokens.tint, tokens.petrol, width=theme.px(1.5))
    else:
        edge = tokens.line2 if lifted else tokens.line
        brush.box(painter, rect, corner, tokens.paper, edge, width=2 if theme.high_contrast else 1)


def paint_focus_ring(painter: QPainter, rect: QRectF, radius: float, theme: Theme) -> None:
    """Two pixels of petrol outside `rect`, one pixel away from it. `radius` is that of the shape, in pixels."""
    thick = theme.px(2)
    away = theme.px(1) + thick
    ring = rect.adjusted(-away, -away, away, away)
    brush.smooth(painter)
    brush.box(painter, ring, radius + away, None, theme.tokens.petrol, width=thick)


def paint_inner_ring(painter: QPainter, rect: QRectF, radius: float, theme: Theme) -> None:
    """The focus of something solid petrol: its edge stays as the ring, a line inside parts it from the fill."""
    thick = theme.px(2)
    brush.smooth(painter)
    inside = rect.adjusted(thick, thick, -thick, -thick)
    brush.box(painter, inside, radius - thick, None, theme.tokens.onpetrol, width=theme.px(1))


def paint_dashed(painter: QPainter, rect: QRectF, text: str, theme: Theme, *, target: bool = False) -> None:
    """A dashed slot: where a card was lifted from, or (target) where it may be dropped."""
    tokens = theme.tokens
    colour, role, ink = tokens.line2, "hint", tokens.ink3
    if target:
        colour, role, ink = tokens.petrol, "hint-strong", tokens.petrol
    ground = QColor(tokens.paper)
    ground.setAlphaF(0.5 if target else 0.0)
    thick = max(1.5, theme.scale * 1.5)
    pen = QPen(colour, thick)
    pen.setDashPattern([4, 2.4])
    brush.smooth(painter)
    painter.setPen(pen)
    painter.setBrush(ground)
    radius = theme.px(7)
    painter.drawRoundedRect(rect.adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2), radius, radius)
    inside = rect.adjusted(theme.u, 0, -theme.u, 0)
    brush.words(painter, inside, text, theme, role=role, colour=ink, align=brush.CENTRE)


def balloon(rect: QRectF, radius: float, tail: float, tip: float, side: str) -> QPainterPath:
    """The outline of a popover: a rounded sheet with a tail on its "left", "right" or "top", or none ("").

    `tip` is where along that side the tail points.
    """
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    if not side:
        return path
    wedge = QPainterPath()
    if side == "top":
        wedge.moveTo(tip - tail, rect.top() + 1)
        wedge.lineTo(tip, rect.top() - tail)
        wedge.lineTo(tip + tail, rect.top() + 1)
    else:
        x, outwards = (rect.left(), -tail) if side == "left" else (rect.right(), tail)
        inwards = 1 if side == "left" else -1
        wedge.moveTo(x + inwards, tip - tail)
        wedge.lineTo(x + outwards, tip)
        wedge.lineTo(x + inwards, tip + tail)
    wedge.closeSubpath()
    return path.united(wedge)
