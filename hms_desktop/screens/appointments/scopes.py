"""Whose appointments are shown: a clinic's, a doctor's, a department's or everybody's, chosen by typing a part."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from hms_desktop.clinic.appointments.timetable import ClinicRow, DoctorRow
from hms_desktop.widgets.forms import Choice
from hms_desktop.widgets.plain_text import line, name_for_readers

translate = QCoreApplication.translate
_LEAST = 12
"""Letters of a name that have room in the narrowest window."""


@dataclass(frozen=True)
class Scope:
    """`kind` is clinic, doctor, department or all; `id` is of that kind."""

    kind: str
    id: int
    name: str

    def chosen(self) -> dict[str, Any]:
        """What a query is asked for."""
        return {} if self.kind == "all" else {self.kind: self.id}


def everybody() -> Scope:
    return Scope("all", 0, translate("appointments", "Everybody"))


_VIEWS: dict[str, tuple[str, ...]] = {
    "week": ("clinic", "doctor"),
    "day": ("department", "clinic", "doctor", "all"),
    "list": ("all", "department", "clinic", "doctor"),
    "waiting": ("all", "clinic"),
    "displaced": ("all",),
}
"""Which kinds each view can show, in the order of the choice."""


def scopes_of(view: str, clinics: Sequence[ClinicRow], doctors: Sequence[DoctorRow]) -> list[Scope]:
    """What `view` can show of what is in use."""
    used = [one for one in clinics if one.active]
    departments = sorted({(one.department, one.department_id) for one in used})
    found: dict[str, list[Scope]] = {
        "clinic": [Scope("clinic", one.id, one.name) for one in used],
        "doctor": [Scope("doctor", one.person_id, one.name) for one in doctors],
        "department": [Scope("department", number, name) for name, number in departments],
        "all": [everybody()],
    }
    return [scope for kind in _VIEWS[view] for scope in found[kind]]


class ScopeChoice(Choice):
    """A list that is also typed into: any part of a name finds it."""

    picked = Signal(object)
    """The Scope that the person chose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name_for_readers(self, self.tr("Whose appointments"))
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LEAST)
        completer = self.completer()
        assert completer is not None  # noqa: S101 - an editable combo box has one
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        editor = self.lineEdit()
        assert editor is not None  # noqa: S101 - and its line
        name_for_readers(editor, self.tr("Whose appointments"))
        self.activated.connect(lambda place: self.picked.emit(self.itemData(place)))
        editor.editingFinished.connect(self._say_chosen)

    def offer(self, scopes: Sequence[Scope], chosen: Scope | None) -> Scope | None:
        """Offer `scopes`; the one that is chosen then, None where there is none."""
        kept = next(
            (one for one in scopes if chosen is not None and (one.kind, one.id) == (chosen.kind, chosen.id)), None
        )
        now = kept or (scopes[0] if scopes else None)
        if [self.itemData(place) for place in range(self.count())] != list(scopes):
            self.blockSignals(True)
            self.clear()
            for one in scopes:
                self.addItem(line(one.name), one)
            self.blockSignals(False)
        self.setCurrentIndex(scopes.index(now) if now is not None else -1)
        return now

    def _say_chosen(self) -> None:
        """What was typed and is nobody's name gives way to what is shown."""
        self.setEditText(self.itemText(self.currentIndex()))
