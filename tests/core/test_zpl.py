"""What a label printer is sent: the layout's own commands, every letter of a name as data, and codes that scan."""

import re

import pytest
from biip.gs1_messages import GS1Message
from PIL import Image

from hms_desktop.clinic.medicines.scanning import GS, read_scan
from hms_desktop.core import barcodes
from hms_desktop.core.layouts import Words, read_layout
from hms_desktop.core.paper import Content, filled
from hms_desktop.core.zpl import Label, escaped

NAME = 'margin = 2\n[[part]]\ntext = "{name}"\nlines = 3\n'
_COMMAND = re.compile(r"\^([A-Z][A-Z0-9@])([^^~]*)")
KNOWN = {"XA", "XZ", "CI", "PW", "LL", "LH", "FO", "A0", "FB", "FH", "FD", "FS", "BY", "BC", "BQ", "BX", "GB", "GF"}


class Squares:
    """Draws every text as a black square."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def text(self, text: str, *, width: int, height: int, strong: bool, side: str, lines: int) -> Image.Image:
        self.asked.append(text)
        return Image.new("1", (width, height), 0)


def sent(layout: str, *, size: tuple[int, int] = (70, 38), renderer: Squares | None = None, **fields: str) -> str:
    made = read_layout(layout, name="test", fields=set(fields) | {"name"})
    label = Label(made, size, renderer or Squares(), right_to_left=False)
    return label.commands(filled(made, Content("test", fields), Words())).decode("ascii")


def data(stream: str) -> list[str]:
    """The fields' data with their escapes undone, as the printer understands them."""
    found = re.findall(r"\^FH\\\^FD([^^~]*)\^FS", stream)
    return [
        re.sub(rb"\\([0-9A-F]{2})", lambda hit: bytes([int(hit[1], 16)]), one.encode()).decode("utf-8") for one in found
    ]


def test_a_line_of_text_is_a_field_of_the_printers_own_font() -> None:
    stream = sent(NAME, name="José Müller")
    assert stream.startswith("^XA\n^CI28\n^PW560\n^LL304\n^LH0,0\n^FO16,16^A0N,")
    assert r"Jos\C3\A9 M\C3\BCller" in stream
    assert stream.endswith("^XZ")
    assert data(stream) == ["José Müller"]


@pytest.mark.parametrize(
    "name",
    [
        "^XZ^XA^FD",
        "~JA~JR",
        "a^FS^FO0,0^GB800,800,800^FS",
        "_5E\\5E",
        "\\&",
        "\x1b@\x10\x04\x01",
        "^CC!",
        "~CC^",
        "é^~",
    ],
)
def test_a_name_commands_nothing(name: str) -> None:
    stream = sent(NAME, name=name)
    assert {command for command, _rest in _COMMAND.findall(stream)} <= KNOWN
    assert stream.count("^XA") == stream.count("^XZ") == stream.count("^FD") == 1
    assert "~" not in stream
    assert all(" " <= letter <= "~" or letter == "\n" for letter in stream)


def test_other_scripts_are_drawn() -> None:
    squares = Squares()
    stream = sent(NAME, renderer=squares, name="फ़ातिमा")
    assert squares.asked == ["फ़ातिमा"]
    assert "^GFA," in stream
    assert "^FD" not in stream


def test_bars_hold_their_text_and_nothing_that_changes_the_set() -> None:
    stream = sent('[[part]]\ncode128 = "{name}"\nheight = 8\n', name="RX123M>5")
    assert data(stream) == [">:RX123M>05"]
    assert "^BCN,64,Y,N,N,N" in stream


def test_a_pack_goes_as_a_gs1_data_matrix_and_is_read_back() -> None:
    text = "(01)09506000134352(17)280229(10)A_1(21)77"
    [body] = data(sent('[[part]]\ngs1 = "{name}"\nwidth = 12\n', name=text))
    assert body == "_101095060001343521728022910A__1_12177"
    heard = body.removeprefix("_1").replace("__", "\0").replace("_1", GS).replace("\0", "_")
    scan = read_scan("]d2" + heard)
    assert (scan.gtin, scan.lot, scan.serial) == ("09506000134352", "A_1", "77")


def test_an_own_code_is_a_plain_data_matrix() -> None:
    assert data(sent('[[part]]\ngs1 = "{name}"\nwidth = 12\n', name="BT9D")) == ["BT9D"]


@pytest.mark.parametrize("text", ["(01)09506000134352(17)280229(10)A/1", "(01)09506000134352", "BT9D"])
def test_what_is_drawn_as_a_square_says_the_same(text: str) -> None:
    drawn, written = read_scan(barcodes.gs1_link(text)), read_scan(text)
    assert sorted(drawn.elements) == sorted(written.elements)
    assert drawn.number == written.number


def test_elements_end_with_a_separator_only_where_one_is_needed() -> None:
    text = "(10)AB(01)09506000134352(21)7"
    assert barcodes.gs1_elements(text) == (f"10AB{GS}", "0109506000134352", "217")
    assert GS1Message.parse("".join(barcodes.gs1_elements(text))).as_hri() == text


def test_a_label_that_is_too_full_becomes_smaller_and_never_overflows() -> None:
    layout = NAME.replace("lines = 3", "lines = 20") + '[[part]]\ntext = "end"\n'
    stream = sent(layout, size=(50, 30), name="word " * 80)
    places = [int(y) for y in re.findall(r"\^FO\d+,(\d+)", stream)]
    assert max(places) < 30 * 8
    assert places == sorted(places)


def test_only_letters_digits_and_a_few_signs_stand_as_they_are() -> None:
    assert escaped("a ^~\\_é") == r"a \5E\7E\5C\5F\C3\A9"
