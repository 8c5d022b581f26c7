"""How a call is said in each language: the templates under resources/announcements, and what a voice may read aloud."""

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_TICKET = re.compile(r"([A-Z]+)\s*0*([0-9]+)")
# Signs that espeak-ng reads as phonemes or markup, and everything that is no text.
_NOT_SPOKEN = re.compile(r"[\[\]<>{}|&;\\\x00-\x1f\x7f]+")


@dataclass(frozen=True)
class Announcement:
    """One language's announcement: `voice` is the synthesizer's name for it, `letters` how it names Latin letters.

    `words` are what the board says by itself.
    """

    language: str
    voice: str
    right_to_left: bool
    go_to: str
    sentence: str
    words: dict[str, str]
    letters: dict[str, str]

    def text(self, ticket: str, room: str) -> str:
        """The sentence with ticket and room (RULES 12), as plain text for a synthesizer."""
        return self.sentence.format(ticket=self._said(ticket), room=_plain(room))

    def key(self, ticket: str, room: str) -> str:
        """Names the sound of that sentence: language, voice, template, ticket and room."""
        parts = (self.language, self.voice, self.sentence, json.dumps(self.letters, sort_keys=True), ticket, room)
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:40]

    def _said(self, ticket: str) -> str:
        """`A 088` is said letter by letter and as a number without its leading zeros: A, 88."""
        match = _TICKET.fullmatch(ticket)
        if match is None:
            return _plain(ticket)
        letters = " ".join(self.letters.get(letter, letter) for letter in match[1])
        return f"{letters} {match[2]}"


def load(folder: Path, languages: Sequence[str]) -> tuple[Announcement, ...]:
    """The announcements of these languages in this order; English where none of them has a template."""
    wanted = [language for language in languages if re.fullmatch(r"[a-z]{2,3}", language)]
    found = tuple(_read(path) for language in wanted if (path := folder / f"{language}.json").is_file())
    return found or (_read(folder / "en.json"),)


def _read(path: Path) -> Announcement:
    return Announcement(language=path.stem, **json.loads(path.read_text(encoding="utf-8")))


def _plain(text: str) -> str:
    return " ".join(_NOT_SPOKEN.sub(" ", text).split())
