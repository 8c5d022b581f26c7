"""A face of the window before the desk: one card in the middle, with its own message bar and progress."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from hms_desktop.core.errors import HmsError
from hms_desktop.widgets.busy import Progress
from hms_desktop.widgets.cards import Card, Sheet
from hms_desktop.widgets.message_bar import MessageBar
from hms_desktop.widgets.plain_text import Label, name_for_readers
from hms_desktop.widgets.theme import Theme

CARD_WIDTH = 440


class Face(Sheet):
    """A subclass fills `card.column`; `beside` is the row that the card stands in."""

    def __init__(self, title: str, sentence: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = Theme.current()
        name_for_readers(self, title, sentence)
        self.messages = MessageBar()
        self.progress = Progress()
        self.card = Card()
        self.card.setFixedWidth(CARD_WIDTH)
        pad = theme.space["huge"]
        self.card.column.setContentsMargins(pad, pad, pad, pad)
        self.card.column.setSpacing(theme.space["medium"])
        self.heading = Label(title, "title", wrap=True)
        self.card.column.addWidget(self.heading)
        self.sentence = Label(sentence, "muted", wrap=True)
        self.sentence.setVisible(bool(sentence))
        self.card.column.addWidget(self.sentence)
        self.card.column.addWidget(self.messages)
        self.beside = QHBoxLayout()
        self.beside.setSpacing(theme.space["wide"])
        self.beside.addStretch(1)
        self.beside.addWidget(self.card, 0, Qt.AlignmentFlag.AlignVCenter)
        self.beside.addStretch(1)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(pad, pad, pad, pad)
        column.addStretch(1)
        column.addLayout(self.beside)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(middle)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def tell(self, error: HmsError) -> None:
        self.messages.tell(error)


def labelled(column: QVBoxLayout, words: str, field: QWidget) -> QWidget:
    """Put `field` under its label into `column`."""
    label = Label(words, "small")
    label.setBuddy(field)
    name_for_readers(field, words)
    together = QVBoxLayout()
    together.setSpacing(2)
    together.addWidget(label)
    together.addWidget(field)
    column.addLayout(together)
    return field


def password_field(longest: int = 200) -> QLineEdit:
    """A line whose letters are not shown."""
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setMaxLength(longest)
    return field
