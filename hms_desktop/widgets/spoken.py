"""What an error says to the person: its sentence in the language of the windows, English where there is no other."""

from collections.abc import Callable, Iterable
from string import Formatter
from typing import cast

from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication

from hms_desktop.core.errors import HmsError

QT_TRANSLATE_NOOP = cast(Callable[[str, str], str], QtCore.QT_TRANSLATE_NOOP)
"""Marks a sentence for the translators and gives it back; PySide6 calls its result an object."""
CONTEXT = "refusals"
"""The context of every such sentence, and of the words that stand in one, in the translations."""
_sentences: dict[str, tuple[str, ...]] = {}


def learn(pairs: Iterable[tuple[str, str]]) -> None:
    """Know these (code, English sentence) pairs; a sentence may hold `{name}` for one of the error's params."""
    for code, sentence in pairs:
        if sentence not in _sentences.get(code, ()):
            _sentences[code] = (*_sentences.get(code, ()), sentence)


def spoken(error: HmsError) -> str:
    """The sentence of `error`, translated.

    A whole sentence is looked up as it is. One that was put together is found by its code, and put together again
    from the translated pattern and the error's params; a code that ends in a name of the database, by its first word.
    """
    whole = _translated(error.sentence)
    if whole != error.sentence:
        return whole
    known = _sentences.get(error.code) or _sentences.get(error.code.partition(".")[0], ())
    for pattern in known:
        names = names_in(pattern)
        if names <= error.params.keys() and (names or len(known) == 1):
            other = _translated(pattern)
            if other != pattern:
                return other.format_map({name: _translated(str(error.params[name])) for name in names})
    return error.sentence


def names_in(pattern: str) -> set[str]:
    """The params that `pattern` speaks of."""
    return {name for _text, name, _form, _conversion in Formatter().parse(pattern) if name}


def _translated(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text)
