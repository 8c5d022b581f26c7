"""What the reports are called and how their values read, in five languages; on screen, in files and on paper."""

import datetime as dt
import functools
import json
from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

from hms_desktop.clinic.patients.rules import mrn_display
from hms_desktop.clinic.reports.catalogue import Field, Kind
from hms_desktop.core import places
from hms_desktop.core.sheet_writer import Value

LANGUAGES = ("en", "es", "fr", "ar", "hi")
_RIGHT_TO_LEFT = frozenset({"ar"})
_NOTHING = "–"


class Words:
    """The words of one language; of another than the five, and of what one of them lacks, the English ones."""

    def __init__(self, language: str, folder: Path | None = None) -> None:
        self.language = language if language in LANGUAGES else "en"
        self.right_to_left = self.language in _RIGHT_TO_LEFT
        folder = folder or places.resources() / "reports"
        self._said = _read(folder / f"{self.language}.json")
        self._english = _read(folder / "en.json")

    def title(self, report: str) -> str:
        return self._of("titles", report)

    def section(self, key: str) -> str:
        return self._of("sections", key)

    def column(self, field: Field, currency: str = "") -> str:
        """A column's title; of money with the currency it is in."""
        word = self._of("columns", field.key)
        return f"{word}, {currency}" if field.kind == Kind.MONEY and currency else word

    def period(self, key: str) -> str:
        return self._of("periods", key)

    def word(self, code: str) -> str:
        """A code of the database; itself where it has no word."""
        return self._of("words", code)

    def paper(self, key: str) -> str:
        return self._of("paper", key)

    def text(self, field: Field, value: Any) -> str:
        """A value as a person reads it."""
        if value is None:
            return self.word("all") if field.kind in (Kind.NAME, Kind.HOUR) else _NOTHING
        return _TEXTS[field.kind](self, value)

    def filed(self, field: Field, value: Any) -> Value:
        """A value as a spreadsheet reckons with it."""
        if field.kind in (Kind.MINUTES, Kind.HOURS) and value is not None:
            return float(_tenths(value, 60 if field.kind == Kind.MINUTES else 3600))
        if field.kind in _FILED_AS_TEXT:
            return "" if value is None and field.kind == Kind.TEXT else self.text(field, value)
        if isinstance(value, str | int | Decimal | dt.date | dt.datetime) or value is None:
            return value
        return str(value)

    def _of(self, part: str, key: str) -> str:
        found = self._said.get(part, {}).get(key) or self._english.get(part, {}).get(key)
        return str(found) if found else key


_FILED_AS_TEXT = frozenset({Kind.TEXT, Kind.NAME, Kind.WORD, Kind.MRN, Kind.HOUR})


@functools.cache
def _read(file: Path) -> Mapping[str, Mapping[str, str]]:
    found: Mapping[str, Mapping[str, str]] = json.loads(file.read_text("utf-8"))
    return found


def _tenths(seconds: float, unit: int) -> Decimal:
    """Seconds in minutes or hours with one decimal, rounded half-up."""
    return (Decimal(str(seconds)) / unit).quantize(Decimal("0.1"), ROUND_HALF_UP)


_TEXTS: Mapping[Kind, Callable[[Words, Any], str]] = {
    Kind.TEXT: lambda words, value: str(value),
    Kind.NAME: lambda words, value: str(value),
    Kind.WORD: lambda words, value: words.word(str(value)),
    Kind.MRN: lambda words, value: mrn_display(value) if value else "",
    Kind.COUNT: lambda words, value: f"{value:,}",
    Kind.MONEY: lambda words, value: f"{value:,.2f}",
    Kind.MINUTES: lambda words, value: f"{_tenths(value, 60):,}",
    Kind.WHOLE_MINUTES: lambda words, value: f"{value:,}",
    Kind.HOURS: lambda words, value: f"{_tenths(value, 3600):,}",
    Kind.HOUR: lambda words, value: f"{value:02}:00",
    Kind.DATE: lambda words, value: value.isoformat(),
    Kind.MOMENT: lambda words, value: f"{value:%Y-%m-%d %H:%M}",
}
