"""How a call is said in each language: the templates under resources/announcements, and what a voice may read aloud."""

import hashlib
import json
import logging
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from display_kiosk.number_words import NumberWords

_TICKET = re.compile(r"([A-Z]+)\s*([0-9]+)")
_DIGITS = re.compile(r"\d+")
# Signs that espeak-ng reads as phonemes or markup, and everything that is no text.
_NOT_SPOKEN = re.compile(r"[\[\]<>{}|&;\\\x00-\x1f\x7f]+")
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Announcement:
    """One language's announcement.

    `voice` is espeak-ng's name for it; `sentence` holds {ticket} and {room}, `ticket` holds {letters} and {number};
    `letters` is how it names Latin letters; `words` are what the board says by itself.
    """

    language: str
    voice: str
    right_to_left: bool
    go_to: str
    sentence: str
    ticket: str
    words: dict[str, str]
    letters: dict[str, str]
    numbers: NumberWords

    def text(self, ticket: str, room: str) -> str:
        """The sentence with ticket and room (RULES 12), as plain text for a synthesizer: numbers are words."""
        return self.sentence.format(ticket=self._ticket_said(ticket), room=self._room_said(room))

    def key(self, ticket: str, room: str, voice: str) -> str:
        """Names the sound of that sentence in that voice. The text is template, ticket and room at once."""
        return hashlib.sha256("\0".join((self.language, voice, self.text(ticket, room))).encode()).hexdigest()[:40]

    def _ticket_said(self, ticket: str) -> str:
        """`A 088` is said letter by letter and as a number: A, eighty-eight."""
        match = _TICKET.fullmatch(ticket)
        if match is None:
            return self._room_said(ticket)
        pause = self.ticket.partition("{letters}")[2].partition("{number}")[0]
        letters = pause.join(self.letters.get(letter, letter) for letter in match[1])
        return self.ticket.format(letters=letters, number=self.numbers.say(int(match[2])))

    def _room_said(self, room: str) -> str:
        return _plain(_DIGITS.sub(lambda digits: f" {self.numbers.say(int(digits[0]))} ", room))


def load(folders: Sequence[Path], languages: Sequence[str]) -> tuple[Announcement, ...]:
    """The announcements of these languages in this order; the first folder's English where none of them has a template.

    `folders` begins with ours. What a later one, the hospital's, writes in a file of the same name stands above it, key
    by key: `{"sentence": "…"}` is enough. A file with a mistake is passed over and named in the log.
    """
    wanted = [language for language in dict.fromkeys(languages) if re.fullmatch(r"[a-z]{2,3}", language)]
    found = tuple(one for language in wanted if (one := _announcement(folders, language)) is not None)
    if found:
        return found
    return (_parsed("en", _written(folders[0] / "en.json")),)


def _announcement(folders: Sequence[Path], language: str) -> Announcement | None:
    """The best that the folders give: what is wrong in one of them costs only that one's words."""
    good: Announcement | None = None
    written: dict[str, Any] = {}
    for folder in folders:
        path = folder / f"{language}.json"
        try:
            if path.is_file():
                both = _over(written, _written(path))
                good, written = _parsed(language, both), both
        except (OSError, ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
            _log.warning("the announcement %s has a mistake and is not used: %s", path, error)
    return good


def _written(path: Path) -> dict[str, Any]:
    written = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(written, dict):
        raise ValueError("it is no object")
    return written


def _over(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """`above` where it says something, else `below`; the same inside objects, so that one word can be replaced."""
    both = dict(below)
    for key, value in above.items():
        under = below.get(key)
        both[key] = _over(under, value) if isinstance(under, dict) and isinstance(value, dict) else value
    return both


def _parsed(language: str, written: Mapping[str, Any]) -> Announcement:
    """Raises what Python raises for a missing key or a wrong kind of value: what is returned can be said."""
    found = Announcement(language=language, **dict(written) | {"numbers": NumberWords.of(written["numbers"])})
    if not {"{ticket}", "{room}"} <= set(re.findall(r"\{\w+\}", found.sentence)):
        raise ValueError("its sentence needs {ticket} and {room}")
    found.text("A 088", "Room 1")
    return found


def _plain(text: str) -> str:
    return " ".join(_NOT_SPOKEN.sub(" ", text).split())
