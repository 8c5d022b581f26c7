"""Words that the pages of the organisation share."""

from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox

from hms_desktop.widgets.forms import choice_field


class Closable(Protocol):
    """An entry that can be closed instead of deleted, because the past refers to it."""

    @property
    def active(self) -> bool: ...


def in_use(row: Closable) -> str:
    return translate("in use") if row.active else translate("closed")


def open_tone(row: Closable) -> str | None:
    """The tone of the state's chip."""
    return "done" if row.active else "neutral"


def use_field() -> QComboBox:
    """Whether an entry is in use or closed; nothing that tickets refer to is ever deleted."""
    return choice_field([(True, translate("in use")), (False, translate("closed"))], True)


def translate(words: str) -> str:
    return QCoreApplication.translate("organisation", words)
