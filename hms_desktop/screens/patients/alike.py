"""Beside the form of a new patient: who is likely to be registered already, and why (rule 16)."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hms_desktop.clinic.merging import queries as merging
from hms_desktop.clinic.merging.queries import LikelyDuplicate
from hms_desktop.clinic.patients.rules import PatientRecord, mrn_display
from hms_desktop.screens.likeness_words import reason_words
from hms_desktop.widgets.buttons import paint_focus
from hms_desktop.widgets.cards import Card, Chip
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.errands import Latest
from hms_desktop.widgets.message_bar import announce
from hms_desktop.widgets.plain_text import ElidedLabel, Label, name_for_readers
from hms_desktop.widgets.theme import Theme

MOST_ALIKE = 5


class LikelyOne(QAbstractButton):
    """One of those who may be meant; Enter or a click opens their record instead."""

    def __init__(self, likely: LikelyDuplicate) -> None:
        super().__init__()
        theme = Theme.current()
        self.likely = likely
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        name = self.tr("Restricted record") if likely.closed else likely.name
        chip = Chip(parent=self)
        chip.show_word(self.tr("very likely") if likely.sure else self.tr("possible"), self._tone())
        about = (mrn_display(likely.mrn), likely.birth, likely.phone)
        reasons = " · ".join(reason_words(likely.reasons))
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(
            theme.space["medium"], theme.space["small"], theme.space["small"], theme.space["small"]
        )
        column.setSpacing(theme.space["hair"])
        head = QHBoxLayout()
        head.addWidget(ElidedLabel(name, "strong"), 1)
        head.addWidget(chip)
        column.addLayout(head)
        facts = " · ".join(part for part in about if part)
        column.addWidget(ElidedLabel(facts))
        if reasons:
            column.addWidget(Label(reasons, "small", wrap=True))
        spoken_as = (name, chip.accessibleName(), facts, reasons, self.tr("Enter opens this one instead"))
        name_for_readers(self, ", ".join(part for part in spoken_as if part))

    def sizeHint(self) -> QSize:
        return self._column.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = Theme.current(), QPainter(self)
        painter.fillRect(self.rect(), theme.colour("hover" if self.underMouse() else "surface"))
        leading = 0 if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else self.width() - 3
        painter.fillRect(leading, 0, 3, self.height(), theme.tone(self._tone())[0])
        if self.hasFocus():
            paint_focus(painter, theme, self.rect(), theme.radius["medium"])
        painter.end()

    def _tone(self) -> str:
        return "warning" if self.likely.sure else "info"


class Alike(Card):
    """The likely duplicates of what is typed; the last answer stays until the next one is there."""

    meant = Signal(object)
    """The LikelyDuplicate who is meant."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self._latest = Latest()
        self._answered: PatientRecord | None = None
        self.ones: list[LikelyOne] = []
        self._said = Label("", "muted", wrap=True)
        self._list = QVBoxLayout()
        self._list.setSpacing(Theme.current().space["small"])
        self.column.addWidget(Label(self.tr("Perhaps already registered"), "strong"))
        self.column.addWidget(self._said)
        self.column.addLayout(self._list)
        self.column.addStretch(1)
        self.clear()

    def shown(self) -> tuple[LikelyDuplicate, ...]:
        """Who stands beside the form now."""
        return tuple(one.likely for one in self.ones)

    def look_for(self, record: PatientRecord) -> None:
        """Ask who is like `record`."""
        self._latest.ask(self.look(record))

    async def look(self, record: PatientRecord, *, again: bool = False) -> None:
        """Show who is like `record`; asks nothing where that is shown already, unless `again`."""
        if record == self._answered and not again:
            return
        found = await self._desk.db.read(merging.likely_duplicates, record=record, limit=MOST_ALIKE)
        self._answered = record
        self._show(found)

    def clear(self) -> None:
        self._latest.drop()
        self._answered = None
        self._show(())

    def close_card(self) -> None:
        self._latest.drop()

    def _show(self, found: Sequence[LikelyDuplicate]) -> None:
        if tuple(found) == self.shown() and self._said.text():
            return
        for one in self.ones:
            one.hide()
            one.deleteLater()
        self.ones = [LikelyOne(likely) for likely in found]
        for one in self.ones:
            one.clicked.connect(lambda _=False, likely=one.likely: self.meant.emit(likely))
            self._list.addWidget(one)
        words = self.tr("Enter opens the one that is meant.") if found else self.tr("Nobody like this yet.")
        self._said.setText(words)
        if found:
            announce(self, self.tr("%n perhaps already registered", "", len(found)))
