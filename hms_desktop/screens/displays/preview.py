"""What a waiting-room screen shows just now, in the desktop's window: the same scene, fed by the same rows."""

import json
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QColor
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuickWidgets import QQuickWidget
from PySide6.QtWidgets import QWidget

from display_kiosk.scene.board import Board, BoardCall, WaitingLine
from display_kiosk.scene.window import SCENE
from hms_desktop.clinic.displays import queries
from hms_desktop.clinic.displays.queries import DisplayForm, Preview
from hms_desktop.core import places
from hms_desktop.core.errors import Unreachable
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.dialogs import Dialog
from hms_desktop.widgets.errands import Latest
from hms_desktop.widgets.plain_text import name_for_readers

READ_EVERY_MS = 2000
LYING, UPRIGHT = QSize(960, 540), QSize(405, 720)
AROUND = QSize(96, 220)
"""Pixels of the dialog and its window's frame around the picture."""


class PreviewDialog(Dialog):
    """A screen in small; it follows the calls as the screen does, without film and voice."""

    def __init__(self, desk: Desk, screen: DisplayForm, parent: QWidget | None = None) -> None:
        super().__init__(screen.name, self.tr("As the screen shows it now, without film and voice."), parent)
        self._desk = desk
        self._screen = screen
        self._newest: int | None = None
        self._reading = Latest()
        words = [_announcement(language) for language in screen.languages]
        self._phrases = [one["go_to"] for one in words]
        theme = json.loads((places.resources() / "themes" / "kiosk.json").read_text(encoding="utf-8"))
        self.board = Board(theme, words[0]["words"], has_film=False, parent=self)
        self._mirrored = bool(words[0]["right_to_left"])
        self.picture = QQuickWidget()
        name_for_readers(self.picture, self.tr("Preview of {name}").format(name=screen.name))
        self.picture.setResizeMode(QQuickWidget.ResizeMode.SizeRootObjectToView)
        self.picture.setClearColor(QColor(theme["background"]))
        self.picture.setFixedSize(self._fitting(UPRIGHT if screen.layout == "portrait" else LYING))
        self.picture.setInitialProperties({"board": self.board})
        self.picture.setSource(QUrl.fromLocalFile(str(SCENE)))
        self.board.wants_frame.connect(self.picture.update)
        self.picture.quickWindow().afterRendering.connect(self.board.frame_shown)
        self.body.addWidget(self.picture)
        self.add_cancel(self.tr("Close"))
        self.setMinimumWidth(self.picture.width() + AROUND.width() // 2)
        self._ticks = QTimer(self, interval=READ_EVERY_MS)
        self._ticks.timeout.connect(self.read_again)
        self._ticks.start()
        self.finished.connect(self._end)
        self.read_again()

    def _fitting(self, whole: QSize) -> QSize:
        """As large as the desk's own screen lets it be."""
        room = self.screen().availableSize() - AROUND
        return (
            whole
            if room.width() > whole.width() and room.height() > whole.height()
            else whole.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        )

    def read_again(self) -> None:
        self._reading.ask(self._ask())

    async def _ask(self) -> None:
        try:
            self._show(await self._desk.db.read(queries.preview, display_id=self._screen.display_id))
        except Unreachable:
            self.board.set_connection(False, self.board.property("clock"))

    def _show(self, now: Preview) -> None:
        screen, board = self._screen, self.board
        board.set_connection(True, "")
        board.set_display(hospital=now.hospital, layout=screen.layout, mirrored=self._mirrored)
        board.set_lines(now.messages, shows_waiting=screen.show_waiting)
        board.set_clock(f"{now.local_now:%H:%M}")
        board.set_dimmed(screen.dim_at(now.local_now.time()))
        board.set_waiting(
            [
                WaitingLine(
                    one.service, one.count, one.next_tickets, one.wait_minutes if screen.show_estimates else None
                )
                for one in now.waiting
            ]
        )
        calls = [BoardCall(one.call_id, one.ticket, one.room) for one in now.calls]
        board.withdraw(frozenset(board.listed()) - {call.call_id for call in calls})
        board.show([call for call in calls if self._newest is None or call.call_id > self._newest])
        if calls and self._newest is not None and calls[-1].call_id > self._newest:
            board.show_card(calls[-1], self._phrases)
            QTimer.singleShot(screen.dwell_seconds * 1000, board, board.hide_card)
        self._newest = max((call.call_id for call in calls), default=0)

    def _end(self) -> None:
        """Take the scene down while its board still lives."""
        self._ticks.stop()
        self._reading.drop()
        self.picture.setSource(QUrl())
        self.deleteLater()


def fault() -> str:
    """Why the scene cannot be shown on this computer; empty where it can."""
    engine = QQmlEngine()
    for file in (SCENE, SCENE.with_name("Film.qml")):
        component = QQmlComponent(engine, str(file))
        if not component.isReady():
            return component.errorString().strip() or f"{file.name} does not load"
    return ""


def _announcement(language: str) -> dict[str, Any]:
    """What the board says in that language, as the screen's own program reads it."""
    path = places.resources() / "announcements" / f"{language}.json"
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found
