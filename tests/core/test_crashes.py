"""A crash is kept as a kind and a line until the server has heard of it, a hard one through what Python wrote last."""

import json
import subprocess
import sys
from pathlib import Path

from hms_desktop.core.connecting import connect
from hms_desktop.core.crashes import MOST_KEPT, CrashBook
from hms_desktop.core.errors import Refused
from hms_desktop.core.settings import Server


def fail() -> None:
    try:
        int("Nguyễn Thị Hoa")
    except ValueError as cause:
        raise KeyError("MRN 12345") from cause


def kept(folder: Path) -> CrashBook:
    book = CrashBook(folder, "1.2.3")
    try:
        fail()
    except KeyError as error:
        book.keep(error, "AB12CD")
    return book


def test_a_crash_is_its_kind_and_its_line_and_never_its_words(tmp_path: Path) -> None:
    ((note, crash),) = kept(tmp_path).notes()
    assert crash.kind == "builtins.KeyError from builtins.ValueError"
    assert crash.line.startswith("tests.core.test_crashes:")
    assert (crash.version, crash.report) == ("1.2.3", "AB12CD")
    text = note.read_text(encoding="utf-8")
    assert "Hoa" not in text
    assert "12345" not in text


def test_the_line_is_the_suites_own_where_it_was_on_the_way(tmp_path: Path) -> None:
    book = CrashBook(tmp_path, "1")
    try:
        connect(Server(host="localhost", port=1, dbname="hms", user="x\0", password=""), application="test")
    except Refused as error:
        book.keep(error)
    ((_, crash),) = book.notes()
    assert crash.line.startswith("hms_desktop.core.connecting:")


def test_what_was_told_is_forgotten_and_an_unreadable_note_too(tmp_path: Path) -> None:
    book = kept(tmp_path)
    (tmp_path / "crash-00000099.json").write_text("{", encoding="utf-8")
    for note, _ in book.notes():
        book.forget(note)
    assert list(tmp_path.iterdir()) == []


def test_a_program_that_crashes_without_end_fills_no_disk(tmp_path: Path) -> None:
    book = CrashBook(tmp_path, "1")
    for number in range(MOST_KEPT + 20):
        book.keep(Refused(f"rule.{number}", "No."))
    assert len(book.notes()) == MOST_KEPT


def test_a_folder_that_is_gone_costs_the_note_and_nothing_else(tmp_path: Path) -> None:
    book = CrashBook(tmp_path / "gone", "1")
    book.keep(Refused("rule", "No."))
    assert book.notes() == []


def test_a_hard_crash_is_picked_up_at_the_next_start(tmp_path: Path) -> None:
    crashing = (
        "import faulthandler, sys\n"
        "from pathlib import Path\n"
        "from hms_desktop.core.crashes import CrashBook\n"
        "with CrashBook(Path(sys.argv[1]), '1').opened():\n"
        "    faulthandler._sigsegv()\n"
    )
    done = subprocess.run([sys.executable, "-c", crashing, str(tmp_path)], check=False, capture_output=True, timeout=60)
    assert done.returncode != 0
    starting = (
        "import json, sys\n"
        "from pathlib import Path\n"
        "from hms_desktop.core.crashes import CrashBook\n"
        "book = CrashBook(Path(sys.argv[1]), '2')\n"
        "with book.opened():\n"
        "    print(json.dumps([[crash.kind, crash.line] for _, crash in book.notes()]))\n"
    )
    said = subprocess.run(
        [sys.executable, "-c", starting, str(tmp_path)], check=True, capture_output=True, text=True, timeout=60
    )
    ((kind, line),) = json.loads(said.stdout)
    assert "fault" in kind.lower() or "violation" in kind.lower(), kind
    assert line, "the line where it crashed"
    assert list(tmp_path.glob("fault-*")) == []
