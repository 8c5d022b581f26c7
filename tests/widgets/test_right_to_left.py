"""In Arabic everything stands the other way round, and a name keeps its own direction."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from hms_desktop.widgets.buttons import RailButton
from hms_desktop.widgets.cards import Card
from hms_desktop.widgets.plain_text import RIGHT_TO_LEFT_MARK, Label
from hms_desktop.widgets.rows_table import RowsModel
from hms_desktop.widgets.table_view import TableView
from hms_desktop.widgets.theme import Theme
from tests.widgets.rows import COLUMNS, Person

ARABIC, ENGLISH = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight


def ink_in(image: QImage) -> tuple[int, int]:
    """The leftmost and rightmost column with something drawn on the ground."""
    plain = image.pixelColor(image.width() // 2, 2)
    columns = [
        x
        for x in range(4, image.width() - 4)
        if any(image.pixelColor(x, y) != plain for y in range(4, image.height() - 4))
    ]
    return min(columns), max(columns)


@pytest.mark.parametrize("direction", [ENGLISH, ARABIC])
def test_a_card_in_a_tone_is_marked_at_its_leading_edge(direction, qtbot) -> None:
    card = Card(tone="stop")
    qtbot.addWidget(card)
    card.setLayoutDirection(direction)
    card.resize(200, 80)
    image = card.grab().toImage()
    x = 197 if direction == ARABIC else 2
    assert image.pixelColor(x, 40) == Theme.current().colour("stop")


@pytest.mark.parametrize("text", ["Amina", "مريم"])
@pytest.mark.parametrize("direction", [ENGLISH, ARABIC])
def test_a_label_stands_at_the_leading_edge_whatever_its_script(direction, text: str, qtbot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.setLayoutDirection(direction)
    label = Label(text, parent=holder)
    label.resize(300, 24)
    left, right = ink_in(label.grab().toImage())
    assert (left > 150) if direction == ARABIC else (right < 150)


@pytest.mark.parametrize(("text", "led"), [("Enter يفتح الوصفة", True), ("Amina", False), ("مريم F8", False)])
def test_a_sentence_that_begins_with_a_key_is_read_from_the_right(text: str, led: bool, qtbot) -> None:
    for direction in (ENGLISH, ARABIC):
        holder = QWidget()
        qtbot.addWidget(holder)
        holder.setLayoutDirection(direction)
        label = Label("", parent=holder)
        label.setText(text)
        assert label.text().startswith(RIGHT_TO_LEFT_MARK) is (led and direction == ARABIC)


@pytest.mark.parametrize("direction", [ENGLISH, ARABIC])
def test_the_table_mirrors_its_columns(direction, qtbot) -> None:
    model = RowsModel(COLUMNS, key=lambda person: person.number)
    model.show([Person(1, "Amina"), Person(2, "مريم")])
    view = TableView("People")
    qtbot.addWidget(view)
    view.setLayoutDirection(direction)
    view.setModel(model)
    view.resize(600, 200)
    view.show()
    number, name = view.visualRect(model.index(0, 0)), view.visualRect(model.index(0, 1))
    assert (number.left() > name.left()) is (direction == ARABIC)
    image = view.viewport().grab(name).toImage()
    left, right = ink_in(image)
    assert (left > image.width() / 2) if direction == ARABIC else (right < image.width() / 2)


def test_the_rail_is_mirrored_pixel_by_pixel_but_for_its_words(qapp: QApplication, qtbot) -> None:
    pictures = []
    for direction in (ENGLISH, ARABIC):
        button = RailButton("Queue", "minus", keys="F2")
        qtbot.addWidget(button)
        button.setLayoutDirection(direction)
        button.setChecked(True)
        button.resize(168, 36)
        pictures.append(button.grab().toImage())
    english, arabic = pictures
    mark = Theme.current().colour("accent")
    assert english.pixelColor(1, 18) == mark
    assert arabic.pixelColor(166, 18) == mark
