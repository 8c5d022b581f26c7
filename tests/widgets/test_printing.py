"""Papers as Qt makes them: foreign scripts as dots, pages and labels as vectors, and nothing smuggled in."""

import datetime as dt
import itertools
import re
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from barcode.charsets.code128 import CODES
from PIL import Image
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument

from hms_desktop.clinic.organisation.rules import LANGUAGES
from hms_desktop.clinic.printing.rules import DOCUMENTS
from hms_desktop.clinic.safety.label_words import CAUTIONS
from hms_desktop.core.errors import Unreachable
from hms_desktop.core.layouts import Layouts, Part, read_layout
from hms_desktop.core.paper import Content, filled
from hms_desktop.core.places import resources
from hms_desktop.core.printers import NETWORK, Way, send
from hms_desktop.core.roll import Dots, Roll
from hms_desktop.widgets.letters import DotLetters, dots_of
from hms_desktop.widgets.printing import PDF_DPI, PREVIEW_DPI, Printout, Sheet
from tests.corpus import corpus, worst
from tests.roll_printer import ESC, RollPrinter, read_paper

LAYOUTS = Layouts([resources() / "layouts"], DOCUMENTS)
LONG = "Wolfeschlegelsteinhausenbergerdorff " * 9
SCRIPTS = ("Nguyễn Thị Minh Khai", "فاطمة الزهراء", "प्रिया शर्मा", "Юлия Ивановна")
ALLOWED = {b"\x1b@", b"\x1bt", b"\x1ba", b"\x1bE", b"\x1bM", b"\x1bd", b"\x1d!", b"\x1dV"}


def content(document: str, name: str = "Maria Fernández") -> Content:
    moment = dt.datetime(2026, 3, 2, 10, 5)
    fields = dict.fromkeys(DOCUMENTS[document] - {"reprint"}, name)
    rows = (("Consultation", "500.00"), (name, "1,250.00"))
    lists = dict.fromkeys(("phones", "identifiers", "lines", "totals"), rows)
    told = {key: value for key, value in fields.items() if key not in lists}
    return Content(document, told | {"printed_at": moment, "code": "10000042K", "mrn": "1000 0042 K"}, lists)


def printout(
    document: str, form: str, size: tuple[int, int], *, language: str = "en", name: str = "Ana", page: str = "CP858"
) -> Printout:
    words, layout = LAYOUTS.words(language), LAYOUTS.layout(document, form)
    parts = filled(layout, content(document, name), words)
    roll = Roll(size[0], page, DotLetters(), picture=LAYOUTS.file) if form == "roll" else None
    return Printout(layout, parts, form, size, words.right_to_left, roll, LAYOUTS.file)


def ink(image: QImage) -> int:
    """How many dots are black."""
    return dots_of(image.convertToFormat(QImage.Format.Format_Grayscale8)).histogram()[0]


@pytest.mark.parametrize("width", [58, 80])
def test_no_hostile_line_reaches_a_printer_as_anything_but_letters(shared: Path, width: int) -> None:
    """As name and as reason; all of both corpora on the wider paper, the worst of them on the other."""
    printer = RollPrinter()
    plain = content("slip")
    try:
        texts = corpus(shared) if width == 80 else worst(shared, 800)
        layout, roll = LAYOUTS.layout("slip", "roll"), Roll(width, "CP858", DotLetters())
        for start in range(0, len(texts), 400):
            stream = b""
            for text in texts[start : start + 400]:
                told = replace(plain, fields={**plain.fields, "name": text, "reason": text})
                parts = filled(layout, told, LAYOUTS.words("en"))
                stream += roll.commands(roll.lines(parts))
            send(Way(NETWORK, printer.address), stream)
        papers = printer.papers(count=-(-len(texts) // 400))
    finally:
        printer.close()
    assert [strange for paper in papers for strange in paper.strange] == []
    assert {command[:2] for paper in papers for command in paper.commands} <= ALLOWED
    assert sum(paper.cuts for paper in papers) == len(texts)
    longest = roll.dots // 12
    assert [line for paper in papers for line in paper.lines if len(line) > longest] == []


def test_the_stream_of_a_hostile_name_holds_no_command_more_than_that_of_a_plain_one() -> None:
    def commands(name: str) -> list[bytes]:
        return read_paper(printout("ticket", "roll", (80, 0), name=name).commands()).commands

    assert commands("A\x1bp\x00\x19\xfa\x1dV\x00\x10\x04\x01B") == commands("A p ú V B")
    assert bytes([ESC]) + b"p" not in printout("ticket", "roll", (80, 0), name="A\x1bp\x00B").commands()


@pytest.mark.parametrize("name", SCRIPTS[:3])
def test_a_script_that_the_printer_lacks_comes_out_as_dots(name: str) -> None:
    paper = read_paper(printout("card", "roll", (80, 0), name=name).commands())
    assert any(height > 20 and sum(byte.bit_count() for byte in rows) > 300 for _width, height, rows in paper.pictures)
    assert "?" not in paper.text


def test_joined_letters_are_joined() -> None:
    letters = DotLetters()

    def islands(text: str) -> int:
        """How many pieces of ink stand beside each other."""
        image = letters.text(text, width=400, height=48, strong=False, side="left", lines=1)
        return len(inked_columns(image).split())

    assert islands("محمد") < islands("م ح م د")


def test_a_record_number_on_an_arabic_paper_reads_as_it_is_written() -> None:
    [number] = filled(
        read_layout('[[part]]\npair = "Record no."\nvalue = "{mrn}"\n', name="t", fields={"mrn"}),
        Content("card", {"mrn": "1 WWW"}),
        LAYOUTS.words("ar"),
    )
    [line] = Roll(80, "CP858", DotLetters()).lines([number], right_to_left=True)
    assert isinstance(line, Dots)
    columns = inked_columns(line.image.crop((0, 0, 340, line.image.height))).split()
    assert len(columns[0]) < len(columns[-1])


def test_beside_a_name_on_an_arabic_paper_a_record_number_stands_by_itself() -> None:
    layout = read_layout('[[part]]\ntext = "{name} · {mrn}"\n', name="t", fields={"name", "mrn"})
    told = Content("card", {"name": "فاطمة", "mrn": "1000 0042 K"})
    assert [filled(layout, told, LAYOUTS.words(language))[0].words for language in ("en", "ar")] == [
        "فاطمة · 1000 0042 K",
        "\u2068فاطمة\u2069 · \u20681000 0042 K\u2069",
    ]
    [line] = Roll(80, "CP858", DotLetters()).lines(filled(layout, told, LAYOUTS.words("ar")), right_to_left=True)
    assert isinstance(line, Dots)


def inked_columns(image: Image.Image) -> str:
    """A letter for each column: '1' where there is ink."""
    black = [any(image.getpixel((x, y)) == 0 for y in range(image.height)) for x in range(image.width)]
    return "".join("1" if one else " " for one in black)


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("en", "Ana"),
        ("ar", LONG),
        ("hi", "प्रिया शर्मा"),
        ("fr", "Юлия"),
        ("es", "فاطمة"),
        ("pt", "Nguyễn"),
        ("sw", "山田"),
    ],
)
def test_every_paper_is_made_in_every_language_for_every_form(language: str, name: str) -> None:
    for file in (resources() / "layouts").glob("*.toml"):
        document, form, _toml = file.name.split(".")
        if document == "words":
            continue
        sizes = {"roll": ((58, 0), (80, 0)), "label": ((86, 54), (50, 25)), "a4": ((210, 297),)}[form]
        for size in sizes:
            made = printout(document, form, size, language=language, name=name)
            assert ink(made.image()) > 200, (document, form)
            assert read_paper(made.commands()).strange == []


@pytest.mark.parametrize("size", [(50, 25), (62, 29), (86, 54), (100, 150)])
@pytest.mark.parametrize("name", ["Ana", LONG, "فاطمة الزهراء بنت محمد"])
def test_nothing_of_a_label_is_cut_off(size: tuple[int, int], name: str) -> None:
    made = printout("card", "label", size, name=name)
    sheet = Sheet(made.layout, made.parts, size, dpi=PREVIEW_DPI, right_to_left=False, picture=LAYOUTS.file)
    sheet.fit()
    assert not sheet.overflows()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_gravest_cautions_of_a_label_stand_on_it_whole_in_letters_that_can_be_read(language: str) -> None:
    """On 70 by 38 mm, three of the longest with long directions: not smaller than three and a half points."""
    told = content("medicine_label", "Metformin 500 mg tablet")
    longest = sorted((words[language] for words in CAUTIONS.values()), key=len)[-3:]
    fields = {
        **told.fields,
        "directions": "Take 2 tablets every morning, with food. " * 2,
        "cautions": " ".join(longest),
    }
    layout, words = LAYOUTS.layout("medicine_label", "label"), LAYOUTS.words(language)
    parts = filled(layout, replace(told, fields=fields), words)
    sheet = Sheet(layout, parts, (70, 38), dpi=PDF_DPI, right_to_left=words.right_to_left, picture=LAYOUTS.file)
    sheet.fit()
    assert not sheet.overflows()
    assert sheet.points("small") > 3.5


def test_long_directions_and_cautions_stand_on_a_leaflet_to_their_end(tmp_path: Path) -> None:
    told = content("leaflet")
    how = " ".join(words["en"] for words in CAUTIONS.values())
    parts = filled(
        LAYOUTS.layout("leaflet", "a4"), replace(told, rows={"supplied": (("Zinc", how),)}), LAYOUTS.words("en")
    )
    leaflet = Printout(LAYOUTS.layout("leaflet", "a4"), parts, "a4", (210, 297), False, None, LAYOUTS.file)
    [text] = pages_of(leaflet, tmp_path / "leaflet.pdf")
    assert "".join(how.split()) in text


def test_a_page_goes_on_on_the_next_one(tmp_path: Path) -> None:
    made = printout("registration", "a4", (210, 297))
    rows = Part("rows", rows=tuple((f"Phone {n}", "+254 700 123456") for n in range(120)))
    long = Printout(made.layout, (*made.parts, rows), "a4", (210, 297), False, None, LAYOUTS.file)
    long.write_pdf(tmp_path / "long.pdf")
    document = QPdfDocument()
    document.load(str(tmp_path / "long.pdf"))
    assert document.pageCount() > 1
    document.close()


def pages_of(sheet: Printout, file: Path) -> list[str]:
    """The text of each page of its PDF, without blanks: where letters stand close, readers of PDFs guess them."""
    sheet.write_pdf(file)
    document = QPdfDocument()
    document.load(str(file))
    told = ["".join(document.getAllText(page).text().split()) for page in range(document.pageCount())]
    document.close()
    return told


def counting_sheet(*batches: tuple[str, ...], language: str = "en") -> Printout:
    layout, words = LAYOUTS.layout("counting_sheet", "a4"), LAYOUTS.words(language)
    told = content("counting_sheet")
    hands = (("Counted by",), ("Checked by",))
    parts = filled(layout, replace(told, rows={"batches": batches, "hands": hands}), words)
    return Printout(layout, parts, "a4", (210, 297), words.right_to_left, None, LAYOUTS.file)


def test_a_long_table_has_its_head_and_its_number_on_every_page(tmp_path: Path) -> None:
    """And no row is lost or told twice where a page ends."""
    rows = [(str(n), LONG if n % 7 == 0 else "Zinc", f"L{n}.", "", "", "tablet") for n in range(500)]
    pages = pages_of(counting_sheet(*rows), tmp_path / "long.pdf")
    assert len(pages) > 10
    for number, text in enumerate(pages, start=1):
        assert f"page{number}of{len(pages)}" in text
    assert [number for number, text in enumerate(pages[:-1], start=1) if "Batch" not in text] == []
    assert re.findall(r"L\d+\.", "".join(pages)) == [row[2] for row in rows]


def test_who_signs_is_asked_on_one_page(tmp_path: Path) -> None:
    """However far down the rows before it end."""
    for count in range(12, 30):
        rows = [(str(n), "Zinc", "LOT", "", "", "tablet") for n in range(count)]
        pages = pages_of(counting_sheet(*rows), tmp_path / "signed.pdf")
        assert [("Signature" in text, "Countedby" in text, "Checkedby" in text) for text in pages].count(
            (True,) * 3
        ) == 1


def test_braces_and_marks_in_a_medicines_name_are_printed_as_they_are(tmp_path: Path) -> None:
    hostile = "{pages} {page} <b>Zinc</b> %s\x1b[2J"
    [text] = pages_of(
        counting_sheet(("1", hostile, "{store}", "", "", "<img src=x>"), ("",), ("2",) * 30), tmp_path / "h.pdf"
    )
    for told in ("{pages}{page}<b>Zinc</b>%s[2J", "{store}", "<imgsrc=x>"):
        assert told in text


def test_a_table_on_an_arabic_page_begins_at_the_right() -> None:
    """The box that is written into stands left of the middle there, right of it in English."""

    def boxes(language: str) -> tuple[int, int]:
        image = counting_sheet(("", "", "", "", "", ""), language=language).image()
        grey = dots_of(image.convertToFormat(QImage.Format.Format_Grayscale8))
        middle, low = grey.width // 2, grey.height * 35 // 100
        high = low + grey.height // 5
        black = [grey.crop((left, low, left + middle, high)).histogram()[0] for left in (0, middle)]
        return black[0], black[1]

    left, right = boxes("en")
    assert left < right
    left, right = boxes("ar")
    assert left > right


@pytest.mark.parametrize(("form", "size"), [("roll", (58, 0)), ("label", (86, 54)), ("a4", (210, 297))])
def test_a_pdf_has_the_papers_size(tmp_path: Path, form: str, size: tuple[int, int]) -> None:
    file = tmp_path / "papers" / "card.pdf"
    printout("card", form, size).write_pdf(file)
    document = QPdfDocument()
    document.load(str(file))
    points = document.pagePointSize(0)
    assert round(points.width() / 72 * 25.4) == pytest.approx(size[0], abs=1)
    if size[1]:
        assert round(points.height() / 72 * 25.4) == pytest.approx(size[1], abs=1)
    document.close()


def test_bars_on_a_page_are_lines_and_no_picture(tmp_path: Path) -> None:
    file = tmp_path / "card.pdf"
    printout("card", "label", (86, 54)).write_pdf(file)
    assert not re.search(rb"/Subtype\s*/Image", file.read_bytes())


def test_papers_are_made_on_another_thread() -> None:
    made: list[int] = []
    threads = [
        threading.Thread(target=lambda: made.append(ink(printout("slip", "roll", (80, 0), name="فاطمة").image())))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 4
    assert len(set(made)) == 1


@pytest.mark.qt_log_ignore(r"printer|Printer|CUPS|cups")
def test_a_printer_that_this_computer_does_not_know_says_so() -> None:
    with pytest.raises(Unreachable) as refused:
        printout("card", "a4", (210, 297)).print_on("no such printer")
    assert refused.value.code == "printer.off"


@pytest.mark.parametrize("width", [58, 80])
def test_bars_on_a_roll_are_read_back_as_what_was_written(width: int) -> None:
    paper = read_paper(printout("card", "roll", (width, 0)).commands())
    read = [text for picture in paper.pictures if (text := bars_in(*picture))]
    assert read == ["10000042K"]


def bars_in(width: int, height: int, rows: bytes) -> str:
    """The text of the Code 128 that runs through the middle of a picture, its check digit proved; empty for none."""
    middle = rows[height // 2 * width // 8 : (height // 2 + 1) * width // 8]
    dots = "".join(f"{byte:08b}" for byte in middle).strip("0")
    runs = [len(list(run)) for _dot, run in itertools.groupby(dots)]
    if len(runs) < 19 or (len(runs) - 1) % 6:
        return ""
    module = sum(runs[:6]) // 11
    patterns = ["".join(str(round(run / module)) for run in runs[at : at + 6]) for at in range(0, len(runs) - 1, 6)]
    known = {"".join(str(len(list(run))) for _m, run in itertools.groupby(code)): n for n, code in enumerate(CODES)}
    values = [known[pattern] for pattern in patterns[:-1]]
    *told, check = values
    assert (told[0] + sum(place * value for place, value in enumerate(told))) % 103 == check
    return _spelled(told)


def _spelled(values: list[int]) -> str:
    """Values of Code 128 as text, in the sets B and C."""
    text, current = "", {103: "A", 104: "B", 105: "C"}[values[0]]
    for value in values[1:]:
        if value in (99, 100) and (current == "B" or value == 100):
            current = {99: "C", 100: "B"}[value]
        else:
            text += f"{value:02}" if current == "C" else chr(value + 32)
    return text
