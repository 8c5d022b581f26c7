"""What is typed into a patient's form, kept as a draft through a crash, and how such a draft is read again."""

from dataclasses import dataclass, fields, replace
from typing import Any

from PySide6.QtCore import QDateTime, QLocale, QObject, QTimer

from hms_desktop.clinic.patients.queries import Card
from hms_desktop.clinic.patients.rules import PatientRecord
from hms_desktop.clinic.patients.written import record_of, written
from hms_desktop.core.drafts import Draft, Drafts
from hms_desktop.screens.patients.form import PatientForm

PAUSE_MS = 500


class Keeping(QObject):
    """Keeps the draft of one form half a second after the last key, and forgets it when nothing is unsaved.

    A restricted record leaves no trace on this machine: its form is never kept.
    """

    def __init__(
        self, drafts: Drafts | None, name: str, form: PatientForm, card: Card | None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._drafts = drafts
        self._name = name
        self._form = form
        self._card = card
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.keep_now)
        form.edited.connect(self._pause.start)

    def keep_now(self) -> None:
        """Write what stands in the form."""
        self._pause.stop()
        if self._drafts is None:
            return
        restricted = self._form.restricted.isChecked() or (self._card is not None and self._card.record.restricted)
        if restricted or not self._form.touched():
            self._drafts.drop(self._name)
        else:
            self._drafts.keep(self._name, _values(self._form, self._card))

    def forget(self) -> None:
        """It was saved, or is not wanted."""
        self._pause.stop()
        if self._drafts is not None:
            self._drafts.drop(self._name)

    def close(self) -> None:
        """Write what was typed last, and nothing more."""
        if self._pause.isActive():
            self.keep_now()


@dataclass(frozen=True)
class Unsaved:
    """A form that was not saved: when it was typed, whom it edits (None: somebody new), what stood in it."""

    name: str
    at: str
    title: str
    patient: int | None
    version: int
    seen: PatientRecord
    typed: dict[str, Any]

    def base(self, now: Card) -> Card:
        """`now` as it was when the typing began, so that what others saved since meets it as it should."""
        if now.version == self.version:
            return now
        return replace(now, version=self.version, record=replace(self.seen, photo=now.record.photo))


def unsaved(draft: Draft) -> Unsaved | None:
    """What a draft holds; None where it is not one of these forms."""
    try:
        values = draft.values
        return Unsaved(
            name=draft.name,
            at=QLocale().toString(QDateTime.fromSecsSinceEpoch(int(draft.at)).time(), QLocale.FormatType.ShortFormat),
            title=str(values["title"]),
            patient=values["patient"],
            version=int(values["version"]),
            seen=record_of(values["seen"]),
            typed=dict(values["typed"]),
        )
    except (KeyError, TypeError, ValueError):
        return None


def _values(form: PatientForm, card: Card | None) -> dict[str, Any]:
    record = form.record_so_far()
    seen = card.record if card else PatientRecord()
    return {
        "title": card.name if card else f"{record.family_name} {record.given_names}".strip(),
        "patient": card.id if card else None,
        "version": card.version if card else 0,
        "seen": written({each.name: getattr(seen, each.name) for each in fields(seen) if each.name != "photo"}),
        "typed": form.typed(),
    }
