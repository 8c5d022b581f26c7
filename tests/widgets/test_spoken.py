"""An error speaks the language of the windows, whole or put together again from its params."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from hms_desktop.core.errors import Refused
from hms_desktop.widgets import spoken
from hms_desktop.widgets.message_bar import Message

WORDS = {
    "The shop is shut.": "Das Geschäft ist zu.",
    "{what} is {state}; come later.": "{what} ist {state}; kommen Sie später.",
    "asleep": "eingeschlafen",
    "The database refused this entry ({name}).": "Die Datenbank nimmt das nicht an ({name}).",
}


class _German(QTranslator):
    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        return WORDS.get(source) if context == spoken.CONTEXT else None

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's own name
        return False


@pytest.fixture(autouse=True)
def german(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(spoken, "_sentences", {})
    spoken.learn(
        [
            ("shop.shut", "The shop is shut."),
            ("shop.state", "{what} is {state}; come later."),
            ("constraint", "The database refused this entry ({name})."),
        ]
    )
    translator = _German()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def test_a_whole_sentence_is_translated() -> None:
    assert spoken.spoken(Refused("shop.shut", "The shop is shut.")) == "Das Geschäft ist zu."
    assert Message.of(Refused("shop.shut", "The shop is shut.")).sentence == "Das Geschäft ist zu."


def test_a_sentence_with_values_is_put_together_again_and_a_value_may_be_a_word() -> None:
    error = Refused("shop.state", "Ann {x} is asleep; come later.", {"what": "Ann {x}", "state": "asleep"})
    assert spoken.spoken(error) == "Ann {x} ist eingeschlafen; kommen Sie später."


def test_without_its_params_it_stays_english() -> None:
    assert spoken.spoken(Refused("shop.state", "Ann is asleep.")) == "Ann is asleep."
    assert spoken.spoken(Refused("shop.burnt", "The shop burnt down.")) == "The shop burnt down."


def test_a_code_that_ends_in_a_name_of_the_database_is_found_by_its_first_word() -> None:
    error = Refused("constraint.ck_x", "The database refused this entry (ck_x).", {"name": "ck_x"})
    assert spoken.spoken(error) == "Die Datenbank nimmt das nicht an (ck_x)."
