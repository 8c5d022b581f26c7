"""What the screen says of itself to those who look after it, in the screen's own language."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any


class StatusWords:
    """The words under resources/status; English where a language has no file. `%1` and so on stand for values."""

    def __init__(self, folder: Path, language: str) -> None:
        self._folder = folder
        self._words: dict[str, str] = {}
        self.speak(language)

    def speak(self, language: str) -> None:
        """From now on in this language."""
        path = self._folder / f"{language}.json"
        read = path if path.is_file() else self._folder / "en.json"
        self._words = json.loads(read.read_text(encoding="utf-8"))

    def say(self, name: str, *values: object) -> str:
        """The words of that name, with the values in their places."""
        said = self._words[name]
        for number, value in enumerate(values, 1):
            said = said.replace(f"%{number}", str(value))
        return said

    def film(self, parts: Mapping[str, Any]) -> str:
        """Whether a film plays, and how many are still to come and why they do not."""
        said = self.say(f"film_{parts['video']}")
        if not parts["lacking"]:
            return said
        fetching = self.say("fetching", parts["lacking"])
        why = f": {self.say('fetch_' + parts['lacking_why'])}" if parts["lacking_why"] else ""
        return f"{said} · {fetching}{why}"

    def decoder(self, told: Mapping[str, Any]) -> str:
        """Which decoder ran, as `Decoding.told` says; not known before a film has played."""
        if not told:
            return self.say("unknown")
        return self.say(f"decoder_{told['by']}", told["codec"], told["devices"], told["cpu_ms"])

    def version(self, running: str, newer: str) -> str:
        """What runs, and the version that can be had in its place, where there is one."""
        return f"{running} · {self.say('can_be_had', newer)}" if newer else running

    def trouble(self, code: str) -> str:
        """One sentence about what somebody must act on."""
        return self.say(f"trouble_{code}") if f"trouble_{code}" in self._words else self.say("trouble", code)
