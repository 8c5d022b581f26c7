"""What a message says, in the patient's language or the hospital's: as little as serves, and never a patient's name."""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hms_desktop.core.errors import Misconfigured

REMINDER = "reminder"
FALLBACK = "en"


@dataclass(frozen=True)
class Words:
    """One language: how a day is said, and the texts by what they are about (`sms`, `subject`, `text`)."""

    day: str
    weekdays: Sequence[str]
    months: Sequence[str]
    texts: Mapping[str, Mapping[str, str]]

    def said_day(self, on: dt.date) -> str:
        return self.day.format(
            weekday=self.weekdays[on.weekday()], day=on.day, month=self.months[on.month - 1], year=on.year
        )


class Wording:
    """The languages of a folder, and above them those of the hospital's own: one file `CODE.json` each."""

    def __init__(self, languages: Mapping[str, Words]) -> None:
        self._languages = languages

    @classmethod
    def load(cls, *folders: Path) -> "Wording":
        """A later folder's file stands in place of an earlier one's. Raises Misconfigured where one cannot be used."""
        found: dict[str, Words] = {}
        for folder in folders:
            for path in sorted(folder.glob("*.json")):
                found[path.stem] = _read(path)
        return cls(found)

    def say(self, about: str, part: str, language: str, told: Mapping[str, Any]) -> str:
        """The `part` (sms, subject or text) of what is said `about` something.

        `told` fills the places; its `at` (local, as 2026-03-06T09:00) becomes {day} and {time}. A language that is not
        there gives way to its base, then to English.
        """
        words = next(self._languages[code] for code in (language, language[:2], FALLBACK) if code in self._languages)
        places = dict(told)
        if "at" in told:
            moment = dt.datetime.fromisoformat(told["at"])
            places |= {"day": words.said_day(moment), "time": f"{moment:%H:%M}"}
        return words.texts[about][part].format_map(_Blank(places))


class _Blank(dict[str, Any]):
    """A place that nothing fills stays empty."""

    def __missing__(self, place: str) -> str:
        return ""


def _read(path: Path) -> Words:
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        made = Words(told["day"], told["weekdays"], told["months"], told["texts"])
        if len(made.weekdays) != 7 or len(made.months) != 12:
            raise ValueError("seven weekdays and twelve months are wanted")
        for parts in made.texts.values():
            for text in parts.values():
                text.format_map(_Blank())
        made.said_day(dt.date(2026, 1, 1))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise Misconfigured(
            "messages.file",
            f"The words of messages in {path} cannot be used: {error}.",
            {"file": str(path), "why": str(error)},
        ) from error
    return made
