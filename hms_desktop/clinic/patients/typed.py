"""What somebody means who types into a search box: a name, a birth, an age, digits of a phone, or some of them at once.

Pure: ages stay months until the database, which knows the day, turns them into births. Numbers and names as such are
the database's to look up; this only says which words of the text are which.
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

Span = tuple[dt.date, dt.date]
"""Days from the first up to, without, the second."""


@dataclass(frozen=True)
class Question:
    """What was typed, and what it may mean.

    `births` are the days where all of `text` is a date. `name` is what is left of the text beside a clue: `born`
    (days), `age` (months from, up to without) or `digits`; one number may be several clues, of which any may be
    meant. Without a clue `name` is empty: the whole text is looked for anyway.
    """

    text: str
    name: str = ""
    births: tuple[Span, ...] = ()
    born: tuple[Span, ...] = ()
    age: tuple[int, int] | None = None
    digits: str = ""


def read(typed: str) -> Question:
    """Read what was typed: `maria 62`, `nguyen 1962`, `silva 17.5.1962`, `smith 555 1234`, `17 May 1962`, `maria`."""
    words = (
        "".join(str(unicodedata.decimal(sign, sign)) for sign in unicodedata.normalize("NFKC", typed)).lower().strip()
    )
    births = _births_of_all(words)
    month_or_name = births and births[0][1] - births[0][0] > dt.timedelta(days=1)  # may 1962 may be Ms May
    if not any(sign.isalpha() for sign in words) or (births and not month_or_name):
        return Question(typed, births=births)
    for clue in (_date, _month, _age_told, _number):
        found = clue(words)
        if found is not None and any(sign.isalpha() for sign in found.name):
            return replace(found, text=typed, births=births)
    return Question(typed, births=births)


# Dates ----------------------------------------------------------------------------------------------------

_BETWEEN = r"(?:\s*[./\-年月]\s*|\s+)"
_DAY = rf"(?<![\w.])(\d{{1,4}}){_BETWEEN}(\d{{1,2}}){_BETWEEN}(\d{{1,4}})[.日]?(?!\w)"
_MONTH_AND_YEAR = r"(?<![\w.])(?:(\d{1,2})\s*[./\-]\s*(\d{4})|(\d{4})\s*[./\-年]\s*(\d{1,2})月?)(?!\w)"
_YEAR = r"(?<!\w)(18[9]\d|19\d\d|20\d\d)年?(?!\w)"
# January to December in English, Spanish, Portuguese, French and German, whole and as they are cut short.
_MONTH_WORDS = (
    "jan|january|ene|enero|janeiro|janv|janvier|januar",
    "feb|february|febrero|fev|fevereiro|févr|février|februar",
    "mar|march|marzo|março|mars|märz",
    "apr|april|abr|abril|avr|avril",
    "may|mayo|maio|mai",
    "jun|june|junio|junho|juin|juni",
    "jul|july|julio|julho|juil|juillet|juli",
    "aug|august|ago|agosto|août",
    "sep|sept|september|septiembre|set|setembro|septembre",
    "oct|october|octubre|out|outubro|octobre|okt|oktober",
    "nov|november|noviembre|novembro|novembre",
    "dec|december|dic|diciembre|dez|dezembro|déc|décembre|dezember",
)
_MONTHS = {word: number for number, words in enumerate(_MONTH_WORDS, start=1) for word in words.split("|")}
_ORDINAL = r"(?:st|nd|rd|th|er|º|\.)?"
_NAMED = (
    rf"(?<!\w)(?:(\d{{1,2}}){_ORDINAL}[\s\-]*(?:de\s|of\s)?\s*)?({'|'.join(sorted(_MONTHS, key=len, reverse=True))})"
    rf"(?:\.|(?!\w))[\s,\-]*(?:(\d{{1,2}}){_ORDINAL}[\s,]+)?(?:de\s+)?(\d{{4}})(?!\w)"
)


def _births_of_all(words: str) -> tuple[Span, ...]:
    """The days meant where the text is a date and nothing else; the likeliest reading first."""
    run = re.fullmatch(r"\d{6}|\d{8}", words)
    if run:
        pieces = [(words[:2], words[2:4], words[4:])]
        if len(words) == 8:
            pieces.insert(0, (words[:4], words[4:6], words[6:]))
        return tuple(span for piece in pieces for span in _days(*piece))
    for pattern, spans in ((_DAY, _days), (_NAMED, _named), (_MONTH_AND_YEAR, _months), (_YEAR, _years)):
        whole = re.fullmatch(pattern, words)
        if whole:
            return tuple(spans(*whole.groups()))
    return ()


def _days(first: str, second: str, third: str) -> Iterator[Span]:
    """Three numbers as a day: year first or last, of four digits or two; day before month, then month before day."""
    if len(first) > 2:
        orders = [(first, second, third)] if len(third) <= 2 else []
    else:
        orders = [(third, second, first), (third, first, second)] if first != second else [(third, second, first)]
    for year, month, day in orders:
        if len(year) in (2, 4) and int(month) and int(day):
            for known in (int(year),) if len(year) == 4 else (1900 + int(year), 2000 + int(year)):
                yield from _span(known, int(month), int(day))


def _named(day: str | None, month: str, day_behind: str | None, year: str) -> Iterator[Span]:
    yield from _span(int(year), _MONTHS[month], int(day or day_behind or 0))


def _months(month: str | None, year: str | None, year_first: str | None, month_behind: str | None) -> Iterator[Span]:
    yield from _span(int(year or year_first or 0), int(month or month_behind or 0))


def _years(year: str) -> Iterator[Span]:
    yield from _span(int(year))


def _span(year: int, month: int = 0, day: int = 0) -> Iterator[Span]:
    """The days of a date of which the day, or the month too, is not told (0); nothing where the calendar has none."""
    try:
        first = dt.date(year, month or 1, day or 1)
        if day:
            yield first, first + dt.timedelta(days=1)
        elif month:
            yield first, dt.date(year + month // 12, month % 12 + 1, 1)
        else:
            yield first, dt.date(year + 1, 1, 1)
    except (ValueError, OverflowError):
        return


# A name and something besides -----------------------------------------------------------------------------

_AGE = re.compile(
    r"(?<!\w)(?:about|around|circa|ca?\.|~|≈)?\s*(\d{1,3})\s*"
    r"(?:(years?|yrs?|y|yo|y/o|años|anos|ans|jahre)|(months?|mos?|m|meses|mois|monate))(?:\.|\s+old)?(?!\w)"
)
_NUMBER = re.compile(r"(?<!\S)\+?(\d[\d\s()./\-]*\d|\d)(?![^\s,;])")
_OLDEST = 130


def _date(words: str) -> Question | None:
    for pattern, spans in ((_DAY, _days), (_NAMED, _named)):
        found = re.search(pattern, words)
        if found:
            born = tuple(spans(*found.groups()))
            if born:
                return Question(words, _without(words, found), born=born)
    return None


def _month(words: str) -> Question | None:
    found = re.search(_MONTH_AND_YEAR, words)
    born = tuple(_months(*found.groups())) if found else ()
    return Question(words, _without(words, found), born=born) if found and born else None


def _age_told(words: str) -> Question | None:
    found = _AGE.search(words)
    if found is None:
        return None
    number = int(found[1])
    age = (12 * number, 12 * number + 12) if found[2] else (number, number + 1)
    return Question(words, _without(words, found), age=age)


def _number(words: str) -> Question | None:
    """A number alone may be an age, a year, a date without signs between, or digits of a phone."""
    found = _NUMBER.search(words)
    if found is None:
        return None
    digits = "".join(sign for sign in found[1] if sign.isdigit())
    number = int(digits) if len(digits) <= 4 else 0
    born = _births_of_all(digits)
    if len(digits) == 2:
        born = (*_span(1900 + number), *_span(2000 + number))
    return Question(
        words,
        _without(words, found),
        born=born,
        age=(12 * number, 12 * number + 12) if len(digits) <= 3 and number <= _OLDEST else None,
        digits=digits if len(digits) >= 3 else "",
    )


def _without(words: str, found: re.Match[str]) -> str:
    """The name that is left when the clue is taken out."""
    return f"{words[: found.start()]} {words[found.end() :]}".strip(" ,;")
