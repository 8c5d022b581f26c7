"""IT's book: its table of settings, its commands, files, properties and sentences are those that there are."""

import contextlib
import io
import re
import textwrap
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from hms_desktop.admin import worker_settings
from hms_desktop.admin.main import COMMANDS, main
from hms_desktop.core.gateway import Gateway
from hms_desktop.core.mail import MailServer
from hms_desktop.core.setting_places import FILES, KEYS
from hms_desktop.core.setting_table import ANYWHERE, SETTINGS, Place
from hms_desktop.core.settings import default_of
from installer.windows import msi_tables

ROOT = Path(__file__).parents[2]
BOOK = (ROOT / "installer" / "README.md").read_text(encoding="utf-8")
BEGIN = "<!-- settings: written from hms_desktop/core/setting_table.py; a test holds it to that -->\n"
END = "<!-- end of settings -->"
PLACES = {
    "command line": Place.COMMAND_LINE,
    "policy": Place.POLICY,
    "machine": Place.MACHINE,
    "station file": Place.STATION,
    "environment": Place.ENVIRONMENT,
    "the user's file": Place.OWN_FILE,
}
"""What the book calls each place; a file that the command line names stands in the command line's row."""
WORKERS = {
    "worker": worker_settings.Pace,
    "messages": worker_settings.Messages,
    "email": MailServer,
    "sms": Gateway,
    "reports": worker_settings.Reports,
    "backup": worker_settings.Backup,
}
"""What each table of the worker's file becomes."""


def table() -> str:
    """The table of settings as the book has it; paste it there when the settings have changed."""
    lines = ["| setting | value in registry and policy | it is | default | what it does |", "|---|---|---|---|---|"]
    for setting in SETTINGS.values():
        default = "the computer's name" if setting.name == "workstation" else f"`{default_of(setting.name)}`"
        place = f"`{setting.name}`" if setting.places == ANYWHERE else "only in the file of one program"
        told = "none" if default == "``" else default
        lines.append(f"| `{setting.dotted}` | {place} | {setting.kind.limits} | {told} | {setting.says} |")
    return "\n".join(lines) + "\n"


def test_the_table_of_settings_is_the_programs_own() -> None:
    assert BOOK.partition(BEGIN)[2].partition(END)[0] == table()


def test_the_places_stand_in_the_order_in_which_they_win_with_their_files_and_keys() -> None:
    rows = re.findall(
        r"^\| (\d) \| ([^|]+) \| (.*) \|$", BOOK.partition("## Settings")[2].partition("## ")[0], re.MULTILINE
    )
    *told, (_number, last, _places) = rows
    assert last == "default"
    assert [PLACES[name] for _number, name, _places in told] == sorted(set(Place) - {Place.NAMED_FILE}, reverse=True)
    by_place = {PLACES[name]: where for _number, name, where in told}
    assert [place for place, file in FILES.items() if file not in by_place[place]] == []
    assert [place for place, key in KEYS.items() if f"HKLM\\{key}" not in by_place[place]] == []


def test_the_workers_own_settings_are_all_told_and_taken_as_they_stand_there(tmp_path: Path) -> None:
    told = re.findall(r"```toml\n(.*?)```", BOOK, re.DOTALL)
    assert told == [textwrap.dedent(worker_settings.FORMAT.partition("\n\n")[2])]
    file = tmp_path / "worker.toml"
    file.touch(mode=0o600)
    file.write_text(told[0], encoding="utf-8")
    worker_settings.load(file)
    tables = {name: set(table) for name, table in tomllib.loads(told[0]).items()}
    assert tables == {name: {field.name for field in fields(kind)} for name, kind in WORKERS.items()}


def commands() -> list[tuple[str, ...]]:
    """What the book tells to type after `hms-admin`: words and options."""
    text = BOOK.replace("\\\n", " ")
    code = re.findall(r"```sh\n(.*?)```", text, re.DOTALL) + re.findall(r"(?<!`)`([^`\n]+)`(?!`)", text)
    lines = (line.split("#")[0] for block in code for line in block.splitlines())
    found = (line.partition("hms-admin ")[2] for line in lines)
    return sorted({tuple(words.split()) for words in found if words})


def usage(*words: str) -> str:
    with contextlib.redirect_stdout(io.StringIO()) as said, pytest.raises(SystemExit) as ended:
        main([*words, "--help"])
    assert ended.value.code == 0
    return said.getvalue()


@pytest.mark.parametrize("typed", commands(), ids=" ".join)
def test_every_command_that_the_book_tells_to_type_exists_with_its_options(typed: tuple[str, ...]) -> None:
    assert typed[0] in COMMANDS
    first = usage(typed[0])
    verbs = re.search(r"\{([a-z,-]+)\} \.\.\.|^usage: hms-admin \S+ \[-h\] ([a-z|-]+) \.\.\.", first)
    known = set(re.split(r"[,|]", verbs[1] or verbs[2])) if verbs else set()
    verb = [word for word in typed[1:2] if word in known]
    assert verb or not known or len(typed) == 1, f"{typed[0]} wants one of {known}"
    told = usage(typed[0], *verb)
    for option in (word.partition("=")[0] for word in typed if word.startswith("--")):
        assert re.search(rf"{re.escape(option)}\b", told), option


def test_every_file_of_the_suite_that_the_book_names_is_there() -> None:
    named = set(re.findall(r"(?:installer|resources|hms_desktop)/[\w./-]*\w", BOOK))
    assert {path for path in named if not (ROOT / path).exists()} == set()


def test_the_properties_of_the_windows_package_are_all_told_and_write_settings_that_there_are() -> None:
    told = set(re.findall(r"`([A-Z]{5,})`", BOOK)) - {"BADSIG"}
    assert told == {one.property for one in msi_tables.KEPT}
    assert {one.value for one in msi_tables.SETTINGS} <= set(SETTINGS)


def test_the_sentences_that_the_book_quotes_are_the_programs_own() -> None:
    sources = [
        *(ROOT / "hms_desktop").rglob("*.py"),
        *(ROOT / "display_kiosk").rglob("*.py"),
        *(ROOT / "resources" / "status").glob("en.json"),
    ]
    joined = re.sub(r'"\s*f?"', "", "\n".join(path.read_text(encoding="utf-8") for path in sources))
    rows = BOOK.partition("## What to do when…")[2].splitlines()
    quoted = [sentence for row in rows for sentence in re.findall(r'"([^"]+)"', row) if row.count("|") == 4]
    assert len(quoted) > 10
    pieces = [piece.strip() for sentence in quoted for piece in re.split("…", sentence) if piece.strip(" ;.,()")]
    ours = [piece for piece in pieces if piece not in ("directory", "Hash Sum mismatch")]
    assert [piece for piece in ours if piece not in joined] == []
