"""The window of the touch screen at the entrance."""

from pathlib import Path

from display_kiosk.scene.checkin.visit import Visit
from display_kiosk.scene.scene_window import SceneWindow

SCENE = Path(__file__).with_name("CheckIn.qml")


class CheckInWindow(SceneWindow):
    """One window for one visit after the other."""

    def __init__(self, visit: Visit, *, hide_cursor: bool = False) -> None:
        super().__init__(SCENE, {"visit": visit}, visit.property("theme"), hide_cursor=hide_cursor)
        self.setTitle(self.tr("Check-in"))
