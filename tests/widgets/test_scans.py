"""A scanner that types is heard anywhere on a page, with GS1's separators, and leaves no field changed."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QVBoxLayout, QWidget

from hms_desktop.clinic.medicines.scanning import GS, read_scan
from hms_desktop.widgets import scans
from hms_desktop.widgets.scans import Scans, type_scan

PACK = f"01095066821013521729103110AB-1{GS}21532"
NONE = Qt.KeyboardModifier.NoModifier
ALT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.KeypadModifier


class Counter:
    """A page with one of each field; `heard` are the codes that it took, `now` is the time of its keys."""

    def __init__(self, qtbot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        column = QVBoxLayout(self.window)
        self.page = QWidget()
        self.page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.outside = QLineEdit()
        column.addWidget(self.page)
        column.addWidget(self.outside)
        inside = QVBoxLayout(self.page)
        self.line, self.notes, self.count, self.choice, self.secret = (
            QLineEdit(), QPlainTextEdit(), QSpinBox(), QComboBox(), QLineEdit(),
        )  # fmt: skip
        self.count.setMaximum(999)
        self.choice.setEditable(True)
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        for field in (self.line, self.notes, self.count, self.choice, self.secret):
            inside.addWidget(field)
        self.heard: list[str] = []
        self.wanted = True
        self.now = 0.0
        self.scans = Scans(self.page, self.take, clock=lambda: self.now)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitExposed(self.window)

    def take(self, text: str) -> bool:
        self.heard.append(text)
        return self.wanted

    def at(self, widget: QWidget) -> None:
        widget.setFocus()
        QCoreApplication.processEvents()
        assert QApplication.focusWidget() is not None

    def key(self, key: int, text: str = "", modifiers: Qt.KeyboardModifier = NONE, gap: float = 0.005) -> None:
        """One key down and up as the window system sends it: first the question whether it is a shortcut."""
        self.now += gap
        target = QApplication.focusWidget()
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(kind, key, modifiers, text))

    def type(self, text: str, *, gap: float = 0.005, separator: Callable[[], None] | None = None) -> None:
        for letter in text:
            if letter == GS and separator:
                separator()
            elif letter == GS:
                self.key(Qt.Key.Key_BracketRight, GS, Qt.KeyboardModifier.ControlModifier, gap)
            else:
                self.key(ord(letter.upper()), letter, gap=gap)

    def enter(self, gap: float = 0.005) -> None:
        self.key(Qt.Key.Key_Return, "\r", gap=gap)

    def alt_code(self, code: str = "029") -> None:
        self.key(Qt.Key.Key_Alt, "", Qt.KeyboardModifier.AltModifier)
        for digit in code:
            self.key(ord(digit), digit, ALT)
        QApplication.sendEvent(QApplication.focusWidget(), QKeyEvent(QEvent.Type.KeyRelease, Qt.Key.Key_Alt, NONE, ""))


@pytest.fixture
def counter(qtbot) -> Counter:
    return Counter(qtbot)


def test_the_separator_of_a_pack_survives_as_ctrl_and_bracket(counter: Counter) -> None:
    counter.at(counter.page)
    counter.type(PACK)
    counter.enter()
    assert counter.heard == [PACK]
    assert read_scan(counter.heard[0]).serial == "532"


@pytest.mark.parametrize("text", ["", "]"])
def test_a_ctrl_and_bracket_without_its_letter_is_a_separator_too(counter: Counter, text: str) -> None:
    counter.at(counter.page)
    ctrl = Qt.KeyboardModifier.ControlModifier
    counter.type(PACK, separator=lambda: counter.key(Qt.Key.Key_BracketRight, text, ctrl))
    counter.enter()
    assert counter.heard == [PACK]


def test_the_separator_survives_as_f8_and_presses_no_shortcut(counter: Counter, qtbot) -> None:
    pressed: list[int] = []
    QShortcut(QKeySequence("F8"), counter.page).activated.connect(lambda: pressed.append(1))
    counter.at(counter.line)
    counter.type(PACK, separator=lambda: counter.key(Qt.Key.Key_F8))
    counter.enter()
    assert counter.heard == [PACK]
    assert pressed == []


def test_the_separator_survives_as_an_alt_code(counter: Counter) -> None:
    counter.at(counter.line)
    counter.type(PACK, separator=counter.alt_code)
    counter.enter()
    assert counter.heard == [PACK]
    assert counter.line.text() == ""


def test_an_alt_code_that_windows_writes_as_well_is_heard_once(counter: Counter) -> None:
    def both() -> None:
        counter.alt_code("0065")
        counter.key(0, "A")

    counter.at(counter.page)
    for _ in range(2):
        both()
    counter.type("12345")
    counter.enter()
    assert counter.heard == ["AA12345"]


@pytest.mark.parametrize("named", ["line", "notes", "choice"])
def test_a_scan_in_a_field_goes_to_the_page_and_leaves_the_field_as_it_was(counter: Counter, named: str) -> None:
    field = getattr(counter, named)
    entry = field.lineEdit() if named == "choice" else field
    put = entry.setPlainText if named == "notes" else entry.setText
    put("typed before")
    counter.at(field)
    counter.now += 1
    counter.type(PACK)
    counter.enter()
    assert counter.heard == [PACK]
    assert (entry.toPlainText() if named == "notes" else entry.text()) == "typed before"


def test_a_scan_into_a_number_leaves_the_number(counter: Counter) -> None:
    counter.count.setValue(30)
    counter.at(counter.count)
    counter.now += 1
    counter.type("5901234123457")
    counter.enter()
    assert counter.heard == ["5901234123457"]
    assert counter.count.value() == 30


def test_typing_by_hand_is_never_taken_from_a_field(counter: Counter) -> None:
    counter.at(counter.line)
    counter.type("amoxicillin", gap=0.09)
    counter.enter(gap=0.09)
    assert counter.heard == []
    assert counter.line.text() == "amoxicillin"


def test_a_quick_short_word_stays_in_its_field(counter: Counter) -> None:
    counter.at(counter.line)
    counter.type("para")
    counter.enter()
    assert (counter.heard, counter.line.text()) == ([], "para")


def test_what_the_page_does_not_want_stays_in_the_field(counter: Counter) -> None:
    counter.wanted = False
    counter.at(counter.line)
    counter.type("5901234123457")
    counter.enter()
    assert counter.line.text() == "5901234123457"


def test_a_slow_scanner_is_heard_where_no_text_is_typed(counter: Counter) -> None:
    counter.at(counter.page)
    counter.type("5901234123457", gap=0.2)
    counter.enter(gap=0.2)
    assert counter.heard == ["5901234123457"]


def test_keys_of_before_are_no_part_of_a_scan(counter: Counter) -> None:
    counter.at(counter.page)
    counter.type("xyz", gap=0.2)
    counter.now += 1
    counter.type("96385074")
    counter.key(Qt.Key.Key_Tab, "\t")
    assert counter.heard == ["96385074"]


def test_a_secret_and_what_is_not_on_the_page_are_not_listened_to(counter: Counter) -> None:
    for field in (counter.secret, counter.outside):
        counter.at(field)
        counter.type("5901234123457")
        counter.enter()
        assert field.text() == "5901234123457"
    assert counter.heard == []


def test_more_keys_than_any_code_has_are_no_code(counter: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scans, "LONGEST", 100)
    counter.at(counter.page)
    counter.type("7" * 300, gap=0.001)
    counter.enter()
    assert counter.heard == []


def test_a_serial_code_is_typed_into_a_field_with_enter(counter: Counter) -> None:
    entered: list[str] = []
    counter.outside.returnPressed.connect(lambda: entered.append(counter.outside.text()))
    assert type_scan(counter.outside, f"96385074{GS}\x00")
    assert entered == ["96385074"]
    assert not type_scan(counter.secret, "96385074")
    assert not type_scan(counter.page, "96385074")
