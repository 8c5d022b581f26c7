"""Every sentence in which something is refused can be said in another language."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from hms_desktop.app.refusals.known import KNOWN
from hms_desktop.widgets.spoken import names_in

ROOT = Path(__file__).resolve().parents[2]
ERRORS = {"Refused", "Stale", "Unreachable", "Misconfigured"}
ONLY_IN_THE_CONSOLE = {"operations"}
"""What IT reads in a terminal, in English."""
_CALL = re.compile(r"\b(?:refuse|stale)\(\s*'([a-z_.]+)',\s*")
_LITERAL = re.compile(r"'((?:[^']|'')*)'\s*[,)]")
_PARAM = re.compile(r"'([a-z_]+)',")


@dataclass(frozen=True)
class Refusal:
    """One place that refuses. `sentence` is empty where it is put together; `params` None where they are unknown."""

    place: str
    table: str
    code: str
    sentence: str
    params: frozenset[str] | None

    @property
    def line(self) -> str:
        words = self.sentence or "the English sentence, {param} for each value in it"
        return f'("{self.code}", QT_TRANSLATE_NOOP("refusals", "{words}")),'


def in_sql() -> Iterator[Refusal]:
    for file in sorted((ROOT / "hms_desktop" / "clinic").glob("*/*.sql")):
        text = file.read_text("utf-8")
        for call in _CALL.finditer(text):
            rest = text[call.end() : text.index(";", _end_of_words(text, call.end()))]
            literal = _LITERAL.match(rest)
            sentence = literal[1].replace("''", "'") if literal else ""
            place = f"{file.relative_to(ROOT)}:{text.count(chr(10), 0, call.start()) + 1}"
            yield Refusal(place, file.parent.name, call[1], sentence, frozenset(_PARAM.findall(rest)))


def _end_of_words(text: str, start: int) -> int:
    """Where the first string at or after `start` ends, so that a semicolon in a sentence ends no call."""
    quoted = re.compile(r"'(?:[^']|'')*'").search(text, start)
    return quoted.end() if quoted else start


def in_python() -> Iterator[Refusal]:
    areas = [folder for folder in (ROOT / "hms_desktop" / "clinic").iterdir() if folder.is_dir()]
    folders = [folder for folder in areas if folder.name not in ONLY_IN_THE_CONSOLE]
    for folder in (*folders, ROOT / "hms_desktop" / "core", ROOT / "hms_desktop" / "app"):
        table = folder.name if folder in areas else "house"
        for file in sorted(folder.rglob("*.py")):
            for code, words, line in _raised(ast.parse(file.read_text("utf-8"))):
                sentence = words.value if isinstance(words, ast.Constant) and isinstance(words.value, str) else ""
                yield Refusal(f"{file.relative_to(ROOT)}:{line}", table, code, sentence, None)


def _raised(tree: ast.Module) -> Iterator[tuple[str, ast.expr, int]]:
    """Code, sentence and line of each `Refused(code, sentence)` and of each row (…, Refused, code, sentence)."""
    for node in ast.walk(tree):
        parts: list[ast.expr] = []
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ERRORS:
            parts = node.args
        elif isinstance(node, ast.Tuple):
            kinds = [at for at, part in enumerate(node.elts) if isinstance(part, ast.Name) and part.id in ERRORS]
            parts = node.elts[kinds[0] + 1 :] if kinds else []
        if len(parts) >= 2 and isinstance(parts[0], ast.Constant) and isinstance(parts[0].value, str):
            yield parts[0].value, parts[1], node.lineno


REFUSALS = [*in_sql(), *in_python()]


@pytest.mark.parametrize("refusal", REFUSALS, ids=lambda refusal: f"{refusal.place}-{refusal.code}")
def test_what_is_refused_can_be_said_in_another_language(refusal: Refusal) -> None:
    listed = [sentence for code, sentence in KNOWN if code == refusal.code]
    add = f"\nAdd to SENTENCES in hms_desktop/app/refusals/{refusal.table}.py:\n    {refusal.line}\n"
    assert listed, f"{refusal.place} refuses with {refusal.code}, which no table knows.{add}"
    if refusal.sentence:
        assert refusal.sentence in listed, f"{refusal.place} says {refusal.sentence!r}, the table {listed}.{add}"
    elif refusal.params is not None and any(names_in(sentence) for sentence in listed):
        fitting = [sentence for sentence in listed if names_in(sentence) <= refusal.params]
        assert fitting, f"{refusal.place} gives the params {set(refusal.params)}, but the table speaks of {listed}."


def test_nothing_is_listed_that_nobody_says() -> None:
    said = {refusal.code for refusal in REFUSALS} | {"constraint"}
    assert sorted({code for code, _sentence in KNOWN} - said) == []
