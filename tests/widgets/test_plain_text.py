"""Whatever a name holds is shown as it was typed and does nothing else, in a table, a label, a button and a tip."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QTextDocument
from PySide6.QtWidgets import QToolTip, QWidget

from hms_desktop.widgets.buttons import Button, RailButton
from hms_desktop.widgets.cards import Chip, StripItem
from hms_desktop.widgets.message_bar import MessageBar
from hms_desktop.widgets.plain_text import ElidedLabel, Label, line, tip
from hms_desktop.widgets.rows_table import RowsModel
from hms_desktop.widgets.table_view import TableView
from tests.widgets.rows import COLUMNS, Person

HOSTILE = (
    "<b>bold</b>",
    "<img src=x onerror=alert(1)>",
    "<a href='file:///etc/passwd'>click</a>",
    "&lt;b&gt; &amp; Co",
    "A & B",
    "bell\x07 null\x00 escape\x1b[31m",
    "line\nbreak\r\nand\ttab",
    "\u202eright to left\u202c",
    "e\u0301" * 200,
    "=HYPERLINK(1)",
    "مريم عبد الرحمن",
    "आशा",
    "👩‍⚕️",
    " ",
    "",
)


@pytest.fixture(scope="session")
def naughty(shared: Path) -> list[str]:
    """The big list of naughty strings."""
    strings: list[str] = json.loads((shared / "naughty_strings" / "blns.json").read_text("utf-8"))
    return strings


def show_everywhere(texts: list[str], qtbot: Any) -> None:
    people = [Person(number, text, text) for number, text in enumerate(texts)]
    model = RowsModel(COLUMNS, key=lambda person: person.number)
    model.show(people)
    view = TableView("People")
    qtbot.addWidget(view)
    view.setModel(model)
    view.resize(600, min(36 * len(texts) + 60, 8_000))
    view.show()
    view.grab()
    holder = QWidget()
    qtbot.addWidget(holder)
    label, elided, bar, item = Label(parent=holder), ElidedLabel(parent=holder), MessageBar(holder), StripItem()
    chip, button = Chip(parent=holder), Button("", parent=holder)
    for text in (text.lstrip("\ufeff\ufffe") for text in texts):  # Qt takes a byte order mark for just that
        label.setText(text)
        assert label.text() == text
        elided.setText(text)
        item.tell(text, "done")
        button.set_text(text)
        chip.show_word(text, "info")
        bar.say(text, "warning")
        assert button.words() == line(text)
        assert button.shortcut().isEmpty()
        holder.grab()
        document = QTextDocument()
        document.setHtml(tip(text)) if tip(text).startswith("<span") else document.setPlainText(tip(text))
        assert document.toPlainText().split() == text.replace("\x00", "").split() or "\x00" in text


def test_hostile_text_is_shown_as_typed(qtbot) -> None:
    show_everywhere(list(HOSTILE), qtbot)


def test_every_naughty_string_is_shown_as_typed(naughty: list[str], qtbot) -> None:
    show_everywhere(naughty, qtbot)


def test_a_label_never_interprets_its_text(qtbot) -> None:
    label = Label("<b>Amina</b>")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    plain = Label("Amina")
    qtbot.addWidget(plain)
    assert label.sizeHint().width() > plain.sizeHint().width()


def test_a_cell_holds_one_line_without_control_characters() -> None:
    assert line("bell\x07 null\x00\n  tab\there") == "bell null tab here"
    assert line("\u202etfel\u202c kept") == "tfel kept"
    assert line("Ünïcode  kept") == "Ünïcode  kept"


def test_a_tip_that_looks_like_html_is_escaped_and_another_is_left_alone() -> None:
    assert "<b>" not in tip("<b>Amina</b>")
    assert "&lt;b&gt;" in tip("<b>Amina</b>")
    assert tip("Amina & Co") == "Amina & Co"


def test_the_tip_of_a_shortened_cell_shows_the_whole_name(qtbot) -> None:
    name = "Demo <i>Patient</i> " + "With A Long Name " * 20
    model = RowsModel(COLUMNS, key=lambda person: person.number)
    model.show([Person(1, name)])
    view = TableView("People")
    qtbot.addWidget(view)
    view.setModel(model)
    view.resize(500, 200)
    view.show()
    place = view.visualRect(model.index(0, 1)).center()
    view.viewportEvent(QHelpEvent(QEvent.Type.ToolTip, place, view.viewport().mapToGlobal(QPoint(place))))
    assert "&lt;i&gt;" in QToolTip.text()
    QToolTip.hideText()


def test_a_long_name_is_shortened_and_whole_in_the_tip(qtbot) -> None:
    label = ElidedLabel("Amina " * 40)
    qtbot.addWidget(label)
    label.resize(100, 20)
    label.show()
    assert label.text().endswith("…")
    assert label.toolTip().startswith("Amina Amina")
    assert label.accessibleName() == label.whole_text()


def test_every_control_has_a_name_for_screen_readers(qtbot) -> None:
    parts = [
        Button("Call next", keys="F8"),
        RailButton("Queue", "list-ordered", keys="F2"),
        Chip("waiting"),
        StripItem("Server 3 ms", "done"),
        TableView("Queue of the day"),
    ]
    for part in parts:
        qtbot.addWidget(part)
    names = [part.accessibleName() for part in parts]
    assert names == ["Call next", "Queue", "waiting", "Server 3 ms", "Queue of the day"]
    assert parts[0].accessibleDescription() == "F8"


def test_none_keeps_its_references_while_widgets_are_painted_and_models_are_asked(qtbot) -> None:
    """PySide6 6.12.0 dropped one per call and aborted after some ten thousand of them."""
    widget = QWidget()
    qtbot.addWidget(widget)
    model = RowsModel(COLUMNS, key=lambda person: person.number)
    model.show([Person(1, "Amina")])
    index = model.index(0, 0)
    for _ in range(10):
        widget.update()
        model.data(index, int(Qt.ItemDataRole.DecorationRole))
    before = sys.getrefcount(None)
    for _ in range(1_000):
        widget.update()
        model.data(index, int(Qt.ItemDataRole.DecorationRole))
    assert abs(sys.getrefcount(None) - before) < 50
