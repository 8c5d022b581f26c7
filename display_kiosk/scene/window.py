"""The window of the waiting-room picture: loads the scene and tells the board which frames reached the screen."""

from pathlib import Path

from PySide6.QtQuick import QQuickItem, QQuickWindow, QSGRendererInterface

from display_kiosk.scene.board import Board
from display_kiosk.scene.scene_window import SceneWindow

SCENE = Path(__file__).with_name("Board.qml")


class BoardWindow(SceneWindow):
    """The one window of the board."""

    def __init__(self, board: Board, *, hide_cursor: bool = False) -> None:
        super().__init__(SCENE, {"board": board}, board.property("theme"), hide_cursor=hide_cursor)
        self._board = board
        self.setTitle(self.tr("Waiting room"))
        board.wants_frame.connect(self.update)
        # Direct where frames are drawn on this thread: a queued report of an older frame counts for nothing.
        self.frameSwapped.connect(self._on_frame_swapped)

    def film_output(self) -> QQuickItem | None:
        """The item that shows video; None where this Qt has no multimedia module, and the panel stays calm."""
        loader = self.rootObject().findChild(QQuickItem, "film")
        return loader.property("item") if loader else None

    def _on_frame_swapped(self) -> None:
        self._board.frame_shown(surely=_draws_on_this_thread())


def _draws_on_this_thread() -> bool:
    """With a render thread, a frame reported now may have been drawn before the list's last change."""
    return QQuickWindow.sceneGraphBackend() == "software" or (
        QQuickWindow.graphicsApi() == QSGRendererInterface.GraphicsApi.Software
    )
