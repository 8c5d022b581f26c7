"""Tables on paper: pages, scripts, what no font has, and that nothing of a name reaches the log."""

import datetime as dt
import logging

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtPdf import QPdfDocument

from hms_desktop.core.errors import Refused
from hms_desktop.core.places import resources
from hms_desktop.core.report_paper import MOST_ROWS, Paper, PaperColumn, PaperTable, pdf

MADE = dt.datetime(2026, 3, 2, 10, 5)
COLUMNS = (PaperColumn("Name", 20), PaperColumn("Units", 8, at_end=True))
HOSTILE = "王小明 \u202e evil\x07 <b>&amp; =1+1"


def pages(content: bytes) -> list[str]:
    """The text of each page, as a reader of PDF finds it."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    return [document.getAllText(number).text() for number in range(document.pageCount())]


def made(rows: list[list[str]], **options: object) -> bytes:
    table = PaperTable("Table", COLUMNS, rows, "Nothing.")
    paper = Paper("Title", ["About"], [table], "Page {n} of {all}", **options)  # type: ignore[arg-type]  # of tests
    return pdf(paper, resources() / "fonts", MADE)


def test_a_long_table_repeats_its_head_and_numbers_its_pages(qapp: object) -> None:
    found = pages(made([[f"row {number}", str(number)] for number in range(120)]))
    assert len(found) >= 2
    for number, text in enumerate(found, 1):
        assert "Units" in text
        assert f"Page {number} of {len(found)}" in text
    assert sum(text.count("row ") for text in found) == 120


def test_an_empty_table_says_so(qapp: object) -> None:
    [text] = pages(made([]))
    assert "Nothing." in text


def test_every_script_and_every_hostile_sign_is_set_and_nothing_is_logged(
    qapp: object, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    names = ["محمد الزهراني", "प्रिया शर्मा", "Nguyễn Thị", HOSTILE, "x" * 400, ""]
    for right_to_left in (False, True):
        text = "".join(pages(made([[name, "1"] for name in names], right_to_left=right_to_left)))
        assert "???" in text
        assert "=1+1" in text
        assert text.count("x") >= 400
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]


def test_more_rows_than_anybody_reads_are_refused() -> None:
    with pytest.raises(Refused, match="Paper holds"):
        made([["a", "1"]] * (MOST_ROWS + 1))
