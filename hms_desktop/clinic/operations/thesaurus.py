"""Lists of interactions as files: the ANSM's thesaurus (JSON), and a plain CSV that any hospital can write.

The CSV has the columns `one`, `other`, `level`, `risk`, `conduct`; its classes stand in a second CSV with the columns
`class` and `substance`. `level` is one of rules.GRAVITIES; every name that is no class is a substance; case is all one.
"""

import csv
import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hms_desktop.clinic.safety.rules import GRAVITIES
from hms_desktop.core.errors import Refused

ANSM_LEVELS: Mapping[str, tuple[str, str]] = {
    "CONTRE-INDICATION": ("contraindication", "Contre-indication"),
    "Association DECONSEILLEE": ("avoid", "Association déconseillée"),
    "Précaution d'emploi": ("precaution", "Précaution d'emploi"),
    "A prendre en compte": ("note", "À prendre en compte"),
    "Il convient de prendre en compte": ("note", "À prendre en compte"),
}
"""The thesaurus's four levels of constraint, as they are spelt in the file, and how they are written in a sentence."""
_LONGEST_NAME = 300


@dataclass
class Term:
    """What a list speaks of. `codes` are other spellings and codes of a substance, `classes` those it belongs to."""

    name: str
    kind: str = "other"
    codes: set[str] = field(default_factory=set)
    classes: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Pair:
    """Two terms that interact, by name."""

    one: str
    other: str
    gravity: str
    risk: str = ""
    conduct: str = ""


@dataclass(frozen=True)
class Thesaurus:
    """A whole list. `digest` is the SHA-256 of the files; `undefined` are terms that no index explains."""

    terms: tuple[Term, ...]
    pairs: tuple[Pair, ...]
    digest: str

    @property
    def undefined(self) -> tuple[str, ...]:
        return tuple(term.name for term in self.terms if term.kind == "other")


def read_thesaurus(file: Path, *, index: Path | None = None, codes: Sequence[Path] = ()) -> Thesaurus:
    """Read a list with its index of classes and its tables of codes (substance, code; tab-separated).

    Raises Refused with the place where a file is not what it should be.
    """
    index_rows = list(_index(index)) if index else []
    published = file.suffix.lower() == ".json"
    pairs = list(_ansm_pairs(file) if published else _csv_pairs(file))
    # What a published index does not know is no substance (alcohol, latex); a hospital need not list its substances.
    terms = _terms(index_rows, pairs, unlisted="other" if published else "substance")
    for substance, code in _codes(codes):
        if substance in terms:
            terms[substance].codes.add(code)
    digest = hashlib.sha256(b"".join(_bytes(one) for one in (file, *([index] if index else []), *codes))).hexdigest()
    return Thesaurus(tuple(terms.values()), _each_once(pairs), digest)


def term_name(name: str) -> str:
    """A name as it is kept: one space between words, upper case, so that index and pairs agree."""
    return re.sub(r"\s+", " ", name.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")).strip().upper()


def _terms(
    index_rows: Iterable[tuple[str, tuple[str, ...]]], pairs: Iterable[Pair], *, unlisted: str
) -> dict[str, Term]:
    terms: dict[str, Term] = {}
    plain: dict[str, str] = {}
    for substance, classes in index_rows:
        terms.setdefault(substance, Term(substance, "substance")).classes.update(classes)
        for name in classes:
            terms.setdefault(name, Term(name, "class"))
            plain[_unaccented(name)] = name
    for pair in pairs:
        for name in (pair.one, pair.other):
            terms.setdefault(name, Term(name, unlisted))
    for term in list(terms.values()):
        # The thesaurus writes some classes without their accents, which its own index has.
        meant = plain.get(_unaccented(term.name))
        if term.name not in plain.values() and meant is not None:
            term.kind = "class"
            for member in terms.values():
                if meant in member.classes:
                    member.classes.add(term.name)
    return terms


def _unaccented(name: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign))


def _each_once(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    """Every two terms once: a list that is printed under both names holds each pair twice; the gravest is kept."""
    found: dict[frozenset[str], Pair] = {}
    for pair in pairs:
        both = frozenset({pair.one, pair.other})
        known = found.get(both)
        if known is None or GRAVITIES.index(pair.gravity) < GRAVITIES.index(known.gravity):
            found[both] = pair
    return tuple(found.values())


def _ansm_pairs(file: Path) -> Iterator[Pair]:
    for number, row in enumerate(_json_rows(file), start=1):
        try:
            levels = [(*ANSM_LEVELS[one["level"]], _text(one["info"])) for one in row["severity_levels"]]
            gravest = min((gravity for gravity, _words, _info in levels), key=GRAVITIES.index)
            yield Pair(
                _checked_name(row["main_drug"]),
                _checked_name(row["plus_drug"]),
                gravest,
                _text(row["interaction_mechanism"]),
                " ".join(_conduct(words, info, several=len(levels) > 1) for _gravity, words, info in levels).strip(),
            )
        except (KeyError, TypeError, ValueError) as error:
            raise Refused(
                "thesaurus.row", f"{file.name}: entry {number} is not as in the thesaurus ({error})."
            ) from None


def _conduct(words: str, info: str, *, several: bool) -> str:
    return f"{words} {info}".strip() if several else info


def _csv_pairs(file: Path) -> Iterator[Pair]:
    for line, row in _csv_rows(file, ("one", "other", "level")):
        gravity = row["level"].strip().lower()
        if gravity not in GRAVITIES:
            raise Refused(
                "thesaurus.level", f"{file.name}, line {line}: the level must be one of {', '.join(GRAVITIES)}."
            )
        try:
            one, other = _checked_name(row["one"]), _checked_name(row["other"])
        except ValueError as error:
            raise Refused("thesaurus.row", f"{file.name}, line {line}: {error}.") from None
        yield Pair(one, other, gravity, _text(row.get("risk") or ""), _text(row.get("conduct") or ""))


def _index(file: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each substance with its classes."""
    if file.suffix.lower() == ".json":
        for row in _json_rows(file):
            yield term_name(row["substance"]), tuple(term_name(name) for name in row["drug_classes"])
    else:
        for _line, row in _csv_rows(file, ("class", "substance")):
            yield term_name(row["substance"]), tuple(term_name(name) for name in (row["class"],) if name.strip())


def _codes(files: Iterable[Path]) -> Iterator[tuple[str, str]]:
    """Substance and code; the column's title tells the kind of code, a Q number of Wikidata speaks for itself."""
    for file in files:
        with file.open(encoding="utf-8", newline="") as opened:
            rows = csv.reader(opened, delimiter="\t")
            title = next(rows, ["", ""])[-1]
            for row in rows:
                if len(row) >= 2 and row[1] not in ("", "NA"):
                    yield term_name(row[0]), row[1] if row[1].startswith("Q") else f"{title} {row[1]}"


def _checked_name(name: str) -> str:
    made = term_name(name)
    if not made or len(made) > _LONGEST_NAME:
        raise ValueError(f"a name has 1 to {_LONGEST_NAME} characters")
    return made


def _text(text: str) -> str:
    """One paragraph: the file breaks its lines where the printed page did."""
    return re.sub(r"\s+", " ", "".join(sign if sign.isprintable() else " " for sign in text)).strip()


def _json_rows(file: Path) -> list[dict[str, Any]]:
    try:
        found = json.loads(_bytes(file))
    except (ValueError, UnicodeDecodeError):
        raise Refused("thesaurus.json", f"{file.name} is not JSON; take the file as the source publishes it.") from None
    if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
        raise Refused("thesaurus.json", f"{file.name} is not a list of entries; take the file as it is published.")
    return found


def _csv_rows(file: Path, wanted: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    with file.open(encoding="utf-8-sig", newline="") as opened:
        reader = csv.DictReader(opened)
        missing = [title for title in wanted if title not in (reader.fieldnames or ())]
        if missing:
            raise Refused("thesaurus.columns", f"{file.name} has no column {missing[0]}; it needs {', '.join(wanted)}.")
        for row in reader:
            yield reader.line_num, {title: value or "" for title, value in row.items() if title is not None}


def _bytes(file: Path) -> bytes:
    return file.read_bytes()
