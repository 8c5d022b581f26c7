"""What a roll printer is sent: the layout's own commands and letters, and nothing that a name could smuggle in."""

import subprocess
import sys
import unicodedata
from typing import Any

import pytest
from PIL import Image

from hms_desktop.core.errors import Refused
from hms_desktop.core.layouts import Words, read_layout
from hms_desktop.core.paper import Content, filled, plain
from hms_desktop.core.roll import CODE_PAGES, Roll, TextLine, harmless
from tests.roll_printer import REAL_TIME, Paper, read_paper

NAME = '[[part]]\ntext = "{name}"\nlines = 3\n'
COMMANDS = "\x1b@\x1bp\x00\x19\xfa\x1d(A\x02\x00\x00\x02\x10\x04\x01\x10\x14\x01\x00\x01\x1b=\x00"
"""Reset, open the drawer, print a test page, tell your state, open the drawer at once, fall silent."""


class Squares:
    """Draws every text as a black square: enough to see that it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def text(self, text: str, *, width: int, height: int, strong: bool, side: str, lines: int) -> Image.Image:
        self.asked.append(text)
        return Image.new("1", (width, height), 0)


def printed(layout: str, *, width: int = 80, page: str = "CP858", renderer: Any = None, **fields: Any) -> Paper:
    made = read_layout(layout, name="test", fields=set(fields) | {"name"})
    roll = Roll(width, page, renderer)
    return read_paper(roll.commands(roll.lines(filled(made, Content("test", fields), Words()))))


def test_a_line_of_text_comes_out_in_the_printers_code_page() -> None:
    paper = printed('[[part]]\ntext = "{name}"\n[[part]]\ncut = true\n', name="José Müller €")
    assert paper.lines == ["José Müller €"]
    assert (paper.cuts, paper.strange) == (1, [])
    assert paper.commands[:2] == [b"\x1b@", b"\x1bt\x13"]


@pytest.mark.parametrize("page", [page for page in CODE_PAGES if page != "picture"])
def test_every_letter_of_a_code_page_comes_out_as_itself(page: str) -> None:
    letters = bytes(range(0x80, 0x100)).decode(CODE_PAGES[page], "ignore")
    wanted = [one for one in letters if plain(one) == one]
    for one in wanted:
        assert printed(NAME, page=page, name=f"a{one}b").lines == [f"a{one}b"], one


@pytest.mark.parametrize("page", CODE_PAGES)
@pytest.mark.parametrize("renderer", [None, Squares()], ids=["spelled", "drawn"])
def test_commands_in_a_name_are_only_letters_on_paper(page: str, renderer: Squares | None) -> None:
    for name in (
        COMMANDS,
        f"Maria{COMMANDS}Lopez",
        "\r\n\x0c\x85\u2028\u0090\u009b",
        "\x00\x7f\x80\x9f",
        "\ud800\udfff",
    ):
        paper = printed(NAME, page=page, renderer=renderer, name=name)
        assert paper.strange == []
        assert {one[:2] for one in paper.commands} <= {b"\x1b@", b"\x1bt", b"\x1ba", b"\x1bE", b"\x1bM", b"\x1d!"}
        assert not any(unicodedata.category(letter) == "Cc" for letter in paper.text.replace("\n", ""))


def test_a_name_that_looks_like_a_field_is_not_filled_in_again() -> None:
    paper = printed('[[part]]\ntext = "{name}"\n', name="{code} {name}", code="secret")
    assert paper.text == "{code} {name}"


def test_without_a_renderer_other_scripts_are_spelled_and_never_question_marks() -> None:
    for name in ("Nguyễn Thị Minh", "فاطمة", "प्रिया शर्मा", "Αθηνά", "Юлия", "山田太郎"):
        text = printed(NAME, page="CP437", name=name).text
        assert text.strip()
        assert "?" not in text


def test_a_script_that_the_page_lacks_is_drawn_and_the_rest_is_not() -> None:
    renderer = Squares()
    paper = printed('[[part]]\ntext = "{name}"\n[[part]]\ntext = "Room 3"\n', renderer=renderer, name="فاطمة")
    assert renderer.asked == ["فاطمة"]
    assert [picture[:2] for picture in paper.pictures] == [(576, 24)]
    assert paper.lines == ["Room 3"]


@pytest.mark.parametrize("width", [58, 80])
@pytest.mark.parametrize("size", ["small", "normal", "large", "huge"])
def test_a_name_longer_than_the_paper_is_wrapped_and_ended_by_an_ellipsis(width: int, size: str) -> None:
    layout = f'[[part]]\ntext = "{{name}}"\nsize = "{size}"\nlines = 2\n'
    for name in ("Wolfeschlegelsteinhausenbergerdorff " * 9, "x" * 300, "Ana " * 75):
        made = read_layout(layout, name="test", fields={"name"})
        roll = Roll(width, "CP437")
        lines = roll.lines(filled(made, Content("test", {"name": name}), Words()))
        assert len(lines) == 2
        for line in lines:
            assert isinstance(line, TextLine)
            cell = {"small": 9, "normal": 12, "large": 24, "huge": 48}[line.size]
            assert 0 < len(line.text) * cell <= roll.dots
        assert isinstance(lines[-1], TextLine)
        assert lines[-1].text.endswith("...")


def test_a_ticket_that_is_too_wide_for_its_size_is_printed_smaller() -> None:
    made = read_layout('[[part]]\ntext = "{name}"\nsize = "huge"\nlines = 1\n', name="test", fields={"name"})
    sizes = [
        Roll(58, "CP437").lines(filled(made, Content("test", {"name": name}), Words()))[0].size  # type: ignore[union-attr]
        for name in ("A12", "ABC12345", "ABC1234567890123")
    ]
    assert sizes == ["huge", "huge", "large"]


def test_a_picture_holds_no_real_time_command() -> None:
    for command in REAL_TIME:
        rows = command * 3 + b"\x10" + command[1:]
        dots = Image.frombytes("1", (len(rows) * 4, 2), bytes(255 - byte for byte in rows))
        assert command in bytes(255 - byte for byte in dots.tobytes())
        assert command not in bytes(255 - byte for byte in harmless(dots).tobytes())


def test_an_empty_field_leaves_its_part_out() -> None:
    layout = '[[part]]\ntext = "Reprint {name}"\nwhen = "name"\n[[part]]\npair = "With"\nvalue = "{name}"\n'
    assert printed(layout, name="").lines == []
    assert printed(layout, name="2").lines == ["Reprint 2", f"{'With':<19}2"]


def test_bars_too_wide_for_the_paper_become_a_square() -> None:
    layout = '[[part]]\ncode128 = "{name}"\nheight = 10\n'
    [(width, height, _)] = printed(layout, name="10000042K").pictures
    assert (width, height) == (576, 80)
    [(width, height, _)] = printed(layout, width=58, name="6BA7B810-9DAD-11D1-80B4-00C04FD430C8").pictures
    assert height > 150


def test_a_code_of_other_letters_is_refused() -> None:
    with pytest.raises(Refused):
        printed('[[part]]\nqr = "{name}"\nwidth = 20\n', name="код")


def test_paper_is_made_without_qt() -> None:
    code = "import sys, hms_desktop.core.roll, hms_desktop.core.printers; print('PySide6' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert told.stdout.strip() == "False"


def test_the_first_paper_leaves_no_folder_behind(tmp_path: Any) -> None:
    code = "from hms_desktop.core.roll import Roll; Roll(80, 'CP437').commands(())"
    environment = {"TMPDIR": str(tmp_path), "PYTHONPATH": ":".join(sys.path)}
    subprocess.run([sys.executable, "-c", code], env=environment, check=True, timeout=60)
    assert list(tmp_path.iterdir()) == []
