"""A paper on the screen: as it will come out, or as it has."""

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from hms_desktop.screens.printing.made import Made
from hms_desktop.widgets.buttons import QUIET, Button
from hms_desktop.widgets.dialogs import Dialog
from hms_desktop.widgets.plain_text import ElidedLabel, Label, line, name_for_readers
from hms_desktop.widgets.theme import Theme

WIDTH, HEIGHT = 440, 560
KEPT = 20


class PaperView(QScrollArea):
    """Shows one picture of a paper, white whatever the theme, because paper is; readers hear its words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = _Sheet()
        self.setWidget(self._sheet)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMinimumSize(320, 300)
        name_for_readers(self, self.tr("Paper"))

    def show_paper(self, made: Made) -> None:
        self._sheet.show_image(made.image)
        name_for_readers(self, self.tr("Paper"), made.words)
        self.verticalScrollBar().setValue(0)


class _Sheet(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()

    def show_image(self, image: QImage) -> None:
        """At most as wide as the view; the dots of a roll and the points of a page are brought to the same scale."""
        room = WIDTH - 40
        factor = min(1.0, room / max(image.width(), 1))
        self._image = image
        self.setFixedSize(QSize(round(image.width() * factor), round(image.height() * factor)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self.rect(), self._image)
        painter.setPen(Theme.current().colour("line"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class Preview(Dialog):
    """A paper before it is printed; `go` prints it where `print_word` is given."""

    def __init__(self, title: str, sentence: str, made: Made, print_word: str = "", parent: QWidget | None = None):
        super().__init__(title, sentence, parent)
        view = PaperView()
        view.setMinimumSize(WIDTH, 380)
        view.show_paper(made)
        self.body.addWidget(view)
        self.add_cancel(self.tr("Close"))
        if print_word:
            self.add_go(print_word).clicked.connect(self.accept)


class Tray(QDialog):
    """What came out of the printer that is a file: a small window beside the desk that never takes the keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Tool)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setWindowTitle(self.tr("Printed papers"))
        name_for_readers(self, self.tr("Printed papers"))
        self._papers: list[Made] = []
        self._place = 0
        self.view = PaperView()
        self.title = Label(role="strong")
        self.file = ElidedLabel(role="muted")
        self.older = Button(self.tr("Older"), keys="Alt+Left", kind=QUIET)
        self.newer = Button(self.tr("Newer"), keys="Alt+Right", kind=QUIET)
        self.open_file = Button(self.tr("Open the file"), icon="printer")
        self.older.clicked.connect(lambda: self._turn(-1))
        self.newer.clicked.connect(lambda: self._turn(1))
        self.open_file.clicked.connect(self._open_file)
        theme = Theme.current()
        column = QVBoxLayout(self)
        column.setSpacing(theme.space["small"])
        row = QHBoxLayout()
        for button in (self.older, self.newer):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.open_file)
        for part in (self.title, self.file):
            column.addWidget(part)
        column.addWidget(self.view, 1)
        column.addLayout(row)
        self.resize(WIDTH, HEIGHT)

    def take(self, made: Made) -> None:
        """A paper has come out."""
        self._papers = [*self._papers, made][-KEPT:]
        self._place = len(self._papers) - 1
        self._show()
        if not self.isVisible():
            self._stand_aside()
        self.show()

    def _stand_aside(self) -> None:
        """At the lower corner of the window where reading ends, so that lists stay in sight."""
        window = self.parentWidget()
        if window is not None:
            room, inset = window.frameGeometry(), Theme.current().space["huge"]
            right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            left = room.left() + inset if right_to_left else room.right() - self.width() - inset
            self.move(left, max(room.top(), room.bottom() - self.height() - 2 * inset))

    def _turn(self, step: int) -> None:
        self._place = min(max(self._place + step, 0), len(self._papers) - 1)
        self._show()

    def _show(self) -> None:
        made = self._papers[self._place]
        self.title.setText(line(made.title))
        self.file.setText(str(made.file or ""))
        self.view.show_paper(made)
        self.older.setEnabled(self._place > 0)
        self.newer.setEnabled(self._place < len(self._papers) - 1)
        self.open_file.setEnabled(made.file is not None)

    def _open_file(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._papers[self._place].file)))
