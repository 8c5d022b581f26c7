"""Buttons that show their shortcut as a small key-cap, and the page buttons of the rail."""

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QWidget

from hms_desktop.widgets.plain_text import caption, line, name_for_readers, tip
from hms_desktop.widgets.theme import Theme

PRIMARY, PLAIN, QUIET, STOP = "primary", "plain", "quiet", "stop"
_PAD, _GAP, _CAP_PAD, _CAP_HEIGHT, _ICON = 14, 8, 6, 18, 16


def keys_text(keys: str) -> str:
    """A shortcut as the key-cap shows it: 'Ctrl+K' becomes 'Ctrl K', 'Return' becomes 'Enter'."""
    return keys.replace("+", " ").replace("Return", "Enter").replace("Escape", "Esc").replace("Delete", "Del")


def cap_width(theme: Theme, keys: str) -> int:
    metrics = QFontMetrics(theme.font("small", "strong"))
    return metrics.horizontalAdvance(keys_text(keys)) + 2 * _CAP_PAD if keys else 0


def paint_cap(painter: QPainter, theme: Theme, rect: QRect, keys: str, ink: QColor, edge: QColor) -> None:
    """A key-cap that fills `rect`'s width and stands in its middle."""
    cap = QRectF(rect)
    cap.setHeight(_CAP_HEIGHT)
    cap.moveCenter(QRectF(rect).center())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(edge, 1))
    painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), theme.radius["small"], theme.radius["small"])
    painter.setPen(ink)
    painter.setFont(theme.font("small", "strong"))
    painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, keys_text(keys))


def paint_focus(painter: QPainter, theme: Theme, rect: QRect, radius: int) -> None:
    """The ring that every focused control wears."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour("text" if theme.name == "contrast" else "accent"), 2))
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius, radius)


class Button(QAbstractButton):
    """A push button. `keys` ('F8', 'Ctrl+K') is both the shortcut and the key-cap.

    `kind` is one of primary (the one obvious next thing of a page), plain, quiet (no border), stop (cannot be undone).
    """

    def __init__(
        self,
        text: str,
        *,
        keys: str = "",
        kind: str = PLAIN,
        icon: str = "",
        cap_only: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._keys, self._kind, self._picture, self._words = keys, kind, icon, ""
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.set_text(text)
        if keys and not cap_only:
            self.setShortcut(QKeySequence(keys))

    def set_text(self, text: str) -> None:
        """Show `text`, which may come from outside."""
        keys = self.shortcut()
        self._words = line(text)
        self.setText(caption(text))
        if not keys.isEmpty():
            self.setShortcut(keys)
        name_for_readers(self, text, keys_text(self._keys))
        self.updateGeometry()
        self.update()

    def words(self) -> str:
        return self._words

    def set_icon(self, icon: str) -> None:
        self._picture = icon
        self.updateGeometry()
        self.update()

    def set_kind(self, kind: str) -> None:
        self._kind = kind
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        theme = Theme.current()
        width = self._text_width(theme) + 2 * (_GAP if self._kind == QUIET else _PAD)
        if self._picture:
            width += _ICON + (_GAP if self._words else 0)
        if self._keys:
            width += cap_width(theme, self._keys) + _GAP
        return QSize(width, theme.height["primary" if self._kind == PRIMARY else "control"])

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.updateGeometry()
            self.update()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = Theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, edge, ink, icon = self._colours(theme)
        radius = theme.radius["medium"]
        if fill is not None or edge is not None:
            painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(edge, 1, self._outline()) if edge is not None else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        self._paint_contents(painter, theme, ink, icon)
        if self.hasFocus():
            ring = self.rect().adjusted(2, 2, -2, -2) if self._kind == PRIMARY else self.rect()
            if self._kind == PRIMARY:
                painter.setPen(QPen(theme.colour("on_accent"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(ring).adjusted(1, 1, -1, -1), radius - 2, radius - 2)
            else:
                paint_focus(painter, theme, ring, radius)
        painter.end()

    def _outline(self) -> Qt.PenStyle:
        """A button that is off has a broken outline: with few colours that is what tells it from one that is on."""
        return Qt.PenStyle.SolidLine if self.isEnabled() else Qt.PenStyle.DashLine

    def _colours(self, theme: Theme) -> tuple[QColor | None, QColor | None, QColor, str]:
        """Fill, edge, words, and the token of the icon."""
        warm = self.underMouse() or self.isDown() or self.isChecked()
        if not self.isEnabled():
            fill = None if self._kind == QUIET else theme.colour("background")
            return fill, None if self._kind == QUIET else theme.colour("line"), theme.colour("muted"), "muted"
        if self._kind == PRIMARY:
            return (
                theme.colour("accent_strong" if warm else "accent"),
                None,
                theme.colour("on_accent"),
                "on_accent",
            )
        if self._kind == QUIET:
            return theme.colour("accent_soft") if warm else None, None, theme.colour("accent"), "accent"
        if self._kind == STOP:
            return (
                theme.colour("stop_soft" if warm else "surface"),
                theme.colour("stop"),
                theme.colour("stop"),
                "stop",
            )
        fill = theme.colour("accent_soft" if self.isChecked() else "hover" if warm else "surface")
        return (
            fill,
            theme.colour("accent" if self.isChecked() else "edge" if warm else "line"),
            theme.colour("text"),
            "muted",
        )

    def _paint_contents(self, painter: QPainter, theme: Theme, ink: QColor, icon: str) -> None:
        direction, area = self.layoutDirection(), self.rect()
        text_width, cap = self._text_width(theme), cap_width(theme, self._keys)
        total = text_width + (cap + _GAP if cap else 0)
        total += _ICON + (_GAP if text_width else 0) if self._picture else 0
        x = max((self.width() - total) // 2, 4)
        if self._picture:
            place = QStyle.visualRect(direction, area, QRect(x, (self.height() - _ICON) // 2, _ICON, _ICON))
            painter.drawPixmap(place, theme.picture(self._picture, _ICON, icon, self.devicePixelRatioF()))
            x += _ICON + (_GAP if text_width else 0)
        painter.setPen(ink)
        painter.setFont(self._font(theme))
        place = QStyle.visualRect(direction, area, QRect(x, 0, text_width, self.height()))
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, self._words)
        if cap:
            place = QStyle.visualRect(direction, area, QRect(x + text_width + _GAP, 0, cap, self.height()))
            edge = ink if self._kind == PRIMARY else theme.colour("line")
            paint_cap(
                painter,
                theme,
                place,
                self._keys,
                ink if self._kind == PRIMARY else theme.colour("muted"),
                edge,
            )

    def _font(self, theme: Theme) -> QFont:
        return theme.font("body", "strong" if self._kind in (PRIMARY, QUIET) else "normal")

    def _text_width(self, theme: Theme) -> int:
        return QFontMetrics(self._font(theme)).horizontalAdvance(self._words) + 1 if self._words else 0


class RailButton(QAbstractButton):
    """One page in the rail: icon, name, key-cap; the chosen one is tinted, bold and marked at its edge."""

    def __init__(self, text: str, icon: str, *, keys: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._picture, self._keys = line(text), icon, keys
        self._stale = False
        self._narrow = False
        self.setText(caption(text))
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        if keys:
            self.setShortcut(QKeySequence(keys))
        name_for_readers(self, text, keys_text(keys))

    def set_narrow(self, narrow: bool) -> None:
        """Show the icon alone; the name and its key are in the tooltip then."""
        if narrow != self._narrow:
            self._narrow = narrow
            self.setToolTip(self._whole_words() if narrow else "")
            self.updateGeometry()
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setToolTip(self._whole_words() if self._narrow or not self._shows_key(Theme.current()) else "")

    def _whole_words(self) -> str:
        return tip(f"{self._words} ({keys_text(self._keys)})" if self._keys else self._words)

    def _shows_key(self, theme: Theme) -> bool:
        """Whether there is room for it beside the name; a whole name says more than its key."""
        metrics = QFontMetrics(theme.font("body", "normal"))
        beside = cap_width(theme, self._keys) + 12 if self._keys else _GAP
        return metrics.horizontalAdvance(self._words) <= self.width() - 34 - beside

    def sizeHint(self) -> QSize:
        theme = Theme.current()
        width = theme.width["rail_narrow" if self._narrow else "rail"]
        return QSize(width - 2 * theme.space["small"], theme.height["row"])

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = Theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, direction, area = self.isChecked(), self.layoutDirection(), self.rect()
        if chosen or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent_soft" if chosen else "hover"))
            painter.drawRoundedRect(QRectF(area), theme.radius["medium"], theme.radius["medium"])
        if chosen:
            mark = QStyle.visualRect(direction, area, QRect(0, 9, 3, self.height() - 18))
            painter.setBrush(theme.colour("accent"))
            painter.drawRoundedRect(QRectF(mark), 1.5, 1.5)
        token = "accent" if chosen else "muted"
        lead = (self.width() - _ICON) // 2 if self._narrow else 10
        place = QStyle.visualRect(direction, area, QRect(lead, (self.height() - _ICON) // 2, _ICON, _ICON))
        painter.drawPixmap(place, theme.picture(self._picture, _ICON, token, self.devicePixelRatioF()))
        if not self._narrow:
            self._paint_words(painter, theme, theme.colour("accent" if chosen else "text"))
        if self.hasFocus():
            paint_focus(painter, theme, area, theme.radius["medium"])
        painter.end()

    def _paint_words(self, painter: QPainter, theme: Theme, ink: QColor) -> None:
        direction, area = self.layoutDirection(), self.rect()
        cap = cap_width(theme, self._keys) if self._shows_key(theme) else 0
        room = self.width() - 34 - (cap + 12 if cap else _GAP)
        painter.setFont(theme.font("body", "strong" if self.isChecked() else "normal"))
        if painter.fontMetrics().horizontalAdvance(self._words) > room:  # … and more than a bold one
            painter.setFont(theme.font("body", "normal"))
        painter.setPen(ink)
        words = painter.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        side = (
            Qt.AlignmentFlag.AlignRight if direction == Qt.LayoutDirection.RightToLeft else Qt.AlignmentFlag.AlignLeft
        )
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.drawText(QStyle.visualRect(direction, area, QRect(34, 0, room, self.height())), flags, words)
        if cap:
            place = QStyle.visualRect(direction, area, QRect(self.width() - cap - 8, 0, cap, self.height()))
            paint_cap(painter, theme, place, self._keys, theme.colour("muted"), theme.colour("line"))


class Dot(QWidget):
    """A small disc in a tone; the words beside it say the same."""

    def __init__(self, tone: str = "neutral", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        self.setFixedSize(10, 10)

    def set_tone(self, tone: str) -> None:
        self._tone = tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Theme.current().tone(self._tone)[0])
        radius = 4.0
        if self._tone in ("stop", "warning"):  # a square: the shape says it where the colour is not seen
            painter.drawRect(QRectF(1, 1, 8, 8))
        else:
            painter.drawEllipse(QPointF(5, 5), radius, radius)
        painter.end()


class Sign(QWidget):
    """One icon in a colour of the theme, beside the words that say the same."""

    def __init__(self, icon: str = "", ink: str = "muted", side: int = 18, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._ink = icon, ink
        self.setFixedSize(side, side)

    def show_icon(self, icon: str, ink: str) -> None:
        self._icon, self._ink = icon, ink
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._icon:
            picture = Theme.current().picture(self._icon, self.width(), self._ink, self.devicePixelRatioF())
            painter = QPainter(self)
            painter.drawPixmap(0, 0, picture)
            painter.end()
