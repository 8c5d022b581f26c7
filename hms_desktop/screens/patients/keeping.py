"""What is typed into a patient's form, kept as a draft through a crash, and how such a draft is read again."""

from dataclasses import dataclass, fields, replace
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject

from hms_desktop.clinic.patients.queries import Card
from hms_desktop.clinic.patients.rules import PatientRecord
from hms_desktop.clinic.patients.written import record_of, written
from hms_desktop.core.drafts import Draft, Drafts
from hms_desktop.screens.patients.form import PatientForm
from hms_desktop.widgets.draft_keeper import DraftKeeper, Kept
from hms_desktop.widgets.draft_offer import typed_at
from hms_desktop.widgets.plain_text import line

translate = QCoreApplication.translate

LONGEST_TITLE = 60


class Keeping(DraftKeeper):
    """Keeps the draft of one form, and forgets it when nothing is unsaved.

    A restricted record leaves no trace on this machine: its form is never kept.
    """

    def __init__(
        self, drafts: Drafts | None, name: str, form: PatientForm, card: Card | None, parent: QObject | None = None
    ) -> None:
        super().__init__(drafts, self._typed, name=name, parent=parent)
        self._form_name = name
        self._form = form
        self._card = card
        form.edited.connect(self.changed)

    def _typed(self) -> Kept | None:
        restricted = self._form.restricted.isChecked() or (self._card is not None and self._card.record.restricted)
        if restricted or not self._form.touched():
            return None
        return self._form_name, _values(self._form, self._card)


@dataclass(frozen=True)
class Unsaved:
    """A form that was not saved: whom it edits (None: somebody new), what stood in it."""

    name: str
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
            title=str(values["title"]),
            patient=values["patient"],
            version=int(values["version"]),
            seen=record_of(values["seen"]),
            typed=dict(values["typed"]),
        )
    except (KeyError, TypeError, ValueError):
        return None


def offered(draft: Draft) -> str | None:
    """The sentence that offers a draft; None where it is not one of these forms."""
    found = unsaved(draft)
    if found is None:
        return None
    words = (
        translate("patients", "The registration of {title} was not saved; typed at {at}.")
        if found.patient is None
        else translate("patients", "The changes to {title} were not saved; typed at {at}.")
    )
    title = line(found.title)[:LONGEST_TITLE] or translate("patients", "somebody without a name")
    return words.format(title=title, at=typed_at(draft))


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
