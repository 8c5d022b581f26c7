"""Tab goes as the eye does: through the layouts from the top and from the leading side, whenever they were filled."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QGridLayout,
    QLayout,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QWidget,
)

_WHOLE = (QAbstractItemView, QAbstractSpinBox, QComboBox)
"""Controls whose inside is no stop of its own."""


def follow_the_eye(widget: QWidget) -> None:
    """Let Tab meet everything inside `widget` in the order of reading; what is hidden now has its place too."""
    stops = [one for one in _within(widget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def _within(widget: QWidget) -> Iterator[QWidget]:
    """`widget` and what stands in it, in the order of reading."""
    yield widget
    if isinstance(widget, _WHOLE):
        return
    if isinstance(widget, QScrollArea):
        yield from _part(widget.widget())
    elif isinstance(widget, QTabWidget):
        yield widget.tabBar()
        for place in range(widget.count()):
            yield from _part(widget.widget(place))
    elif isinstance(widget, QStackedWidget | QSplitter):
        for place in range(widget.count()):
            yield from _part(widget.widget(place))
    elif (layout := widget.layout()) is not None:
        yield from _laid_out(layout)


def _part(widget: QWidget | None) -> Iterator[QWidget]:
    if widget is not None:
        yield from _within(widget)


def _cell(grid: QGridLayout, place: int) -> tuple[int, int]:
    row, column, *_ = cast("tuple[int, int, int, int]", grid.getItemPosition(place))
    return row, column


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    places: Sequence[int] = range(layout.count())
    if isinstance(layout, QGridLayout):
        places = sorted(places, key=lambda place: _cell(layout, place))
    for place in places:
        item = layout.itemAt(place)
        if item is None:
            continue
        if (inner := item.layout()) is not None:
            yield from _laid_out(inner)
        else:
            yield from _part(item.widget())
