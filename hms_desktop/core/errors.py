"""The errors that a person may meet, told apart by whose fault they are: a rule, a colleague's change, or the world."""

from collections.abc import Mapping
from typing import Any


class HmsError(Exception):
    """An error with one clear English sentence; `code` names it for translation and tests.

    `params` are the values that the sentence speaks of; they may name a person and are never logged.
    """

    def __init__(self, code: str, sentence: str, params: Mapping[str, Any] | None = None) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence
        self.params: dict[str, Any] = dict(params or {})


class Refused(HmsError):
    """A rule of the hospital said no; nothing was changed and the form keeps its contents."""


class Stale(HmsError):
    """Someone else changed the row since it was read; nothing was saved."""


class Unreachable(HmsError):
    """The server did not answer, or not in time; what was asked may be tried again."""


class Misconfigured(HmsError):
    """The settings, the certificate or the program's version do not fit the server; a person must act."""
