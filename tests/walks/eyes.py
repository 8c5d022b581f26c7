"""Walks through a page with the Tab key, as somebody without a mouse does, and compares that with what the eye sees."""

from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QScrollArea,
    QTabBar,
    QWidget,
)

MOST_STEPS = 400
ROW = 24
"""Pixels within which two controls stand on one line."""
NO_ROLES = (QAccessible.Role.NoRole, QAccessible.Role.Client)


def controls(page: QWidget) -> list[QWidget]:
    """What of `page` takes the keys by Tab and is seen; the inside of a compound control is not counted apart."""
    return [
        one
        for one in page.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.isVisible()
        and one.isEnabled()
        and one.focusProxy() is None
        and not isinstance(one, QHeaderView)
        and not _inside(one)
    ]


def _inside(one: QWidget) -> bool:
    """Whether it is part of a combo box, a spin box or a table."""
    parent = one.parentWidget()
    compound = isinstance(parent, QComboBox | QAbstractSpinBox) and isinstance(one, QLineEdit | QAbstractItemView)
    return compound or isinstance(parent, QAbstractItemView)


def nameless(page: QWidget) -> list[str]:
    """Controls of which a screen reader could not say what they are."""
    found = []
    for one in controls(page):
        interface = QAccessible.queryAccessibleInterface(one)
        name = interface.text(QAccessible.Text.Name) if interface is not None else ""
        if not name.strip() and not isinstance(one, QTabBar):
            found.append(f"{described(one)} has no name")
        elif interface.role() in NO_ROLES:
            found.append(f"{described(one)} has no role")
    return found


def places(page: QWidget) -> dict[QWidget, QRect]:
    """Where the eye sees each control before anything scrolls; what is out of sight stands at the end of its area."""
    return {one: _seen(place(one, page), one, page) for one in controls(page)}


def _seen(rect: QRect, one: QWidget, page: QWidget) -> QRect:
    parent = one.parentWidget()
    while parent is not None and parent is not page:
        if isinstance(parent, QScrollArea):
            lowest = place(parent, page).bottom() - rect.height()
            rect.moveTop(min(rect.top(), lowest))
        parent = parent.parentWidget()
    return rect


def _scrolls(one: QWidget) -> QScrollArea | None:
    """The area that a control scrolls with."""
    parent = one.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    return parent


def walked(page: QWidget, seen: dict[QWidget, QRect]) -> list[QWidget]:
    """The controls in the order in which Tab reaches them, from the first one until it comes around."""
    all_of_them = list(seen)
    if not all_of_them:
        return []
    page.window().activateWindow()
    all_of_them[0].setFocus()
    met: list[QWidget] = []
    for _ in range(MOST_STEPS):
        QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        owner = next((one for one in all_of_them if now is one or (now is not None and one.isAncestorOf(now))), None)
        if owner is None or (met and owner is met[-1]):
            continue
        if owner in met:
            break
        met.append(owner)
    # It began wherever the page puts the keys; the walk is told from the control that the eye meets first.
    side = -1 if page.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
    first = min(
        range(len(met)), key=lambda at: (seen[met[at]].top() // ROW, side * seen[met[at]].center().x()), default=0
    )
    return met[first:] + met[:first]


def place(one: QWidget, page: QWidget) -> QRect:
    return QRect(one.mapTo(page, QPoint(0, 0)), one.size())


def jumps(page: QWidget, order: list[QWidget], seen: dict[QWidget, QRect]) -> list[str]:
    """Where the walk leaps back: to something that stands wholly above and not further along the line of reading."""
    mirrored = page.layoutDirection() == Qt.LayoutDirection.RightToLeft
    found = []
    for one, following in pairwise(order):
        together = _scrolls(one) is not None and _scrolls(one) is _scrolls(following)  # then both come into sight
        here, there = (place(one, page), place(following, page)) if together else (seen[one], seen[following])
        further = there.right() < here.left() if mirrored else there.left() > here.right()
        back = here.right() < there.left() if mirrored else there.right() < here.left()
        above, beside = there.bottom() < here.top(), there.top() < here.bottom() and here.top() < there.bottom()
        if (above and not further) or (beside and back):
            found.append(f"{described(one)} -> {described(following)}")
    return found


def described(one: QWidget) -> str:
    return f"{type(one).__name__} '{one.accessibleName()}'"
