"""The form of one patient: what is typed becomes a record, and a refusal stands below its field."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QPlainTextEdit, QVBoxLayout, QWidget

from hms_desktop.clinic.patients.rules import Identifier, PatientRecord, Phone
from hms_desktop.core.errors import HmsError, Refused
from hms_desktop.screens.patients.fields import BirthField, Number, NumbersField
from hms_desktop.screens.patients.words import LANGUAGES, field_title, identifier_kinds, phone_kinds, sexes
from hms_desktop.widgets.forms import Form, choice_field, put_value, text_field, value_of
from hms_desktop.widgets.plain_text import name_for_readers
from hms_desktop.widgets.spoken import spoken

LONGEST = 4000
"""More than any name may have: a longer one is refused with a sentence, not cut off."""
LINES = 64
"""Height in pixels of a field that takes several lines."""

_FIELD_OF_CODE = {
    "patients.no_name": "family_name",
    "patients.language": "language",
    "patients.phone_digits": "phones",
    "patients.identifier_empty": "identifiers",
    "patients.restriction": "restricted",
    "patients.birth_form": "birth",
    "patients.born_later": "birth",
    "patients.born_too_long_ago": "birth",
    "patients.no_such_day": "birth",
}
_FIELD_OF_WORDS = {
    "given names": "given_names",
    "family name": "family_name",
    "address": "address",
    "notes": "notes",
    "phone number": "phones",
    "identifier": "identifiers",
}


class PatientForm(QWidget):
    """Enter goes on to the next field; only `record()` and `put()` know what a record is."""

    edited = Signal()

    def __init__(self, *, may_restrict: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.family = text_field(longest=LONGEST)
        self.given = text_field(longest=LONGEST)
        self.sex = choice_field(list(sexes().items()))
        self.birth = BirthField(field_title("birth"))
        self.phones = NumbersField(self.tr("Phone"), phone_kinds(), self.tr("Add a phone"), keys="Alt+P")
        self.identifiers = NumbersField(
            self.tr("Identifier"), identifier_kinds(), self.tr("Add an identifier"), keys="Alt+I"
        )
        self.address, self.notes = _lines(), _lines()
        self.language = choice_field([(code, words or self.tr("not asked")) for code, words in LANGUAGES.items()])
        self.restricted = QCheckBox(self.tr("opens only with a reason, and each opening is kept"))
        self.form = Form(columns=2)
        for name, field in (
            ("family_name", self.family),
            ("given_names", self.given),
            ("birth", self.birth),
            ("sex", _at_top(self.sex, field_title("sex"))),
            ("phones", self.phones),
            ("identifiers", self.identifiers),
            ("address", self.address),
            ("notes", self.notes),
            ("language", self.language),
        ):
            self.form.add(name, field_title(name), field)
        if may_restrict:
            self.form.add("restricted", field_title("restricted"), self.restricted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        column.addStretch(1)
        for edit in (self.family, self.given):
            edit.textChanged.connect(self.edited)
        self.phones.changed.connect(self.edited)
        self.setFocusProxy(self.family)

    def record(self) -> PatientRecord:
        """What stands in the form; Refused, with the field marked, where a birth cannot be understood."""
        return PatientRecord(
            given_names=value_of(self.given),
            family_name=value_of(self.family),
            sex=value_of(self.sex),
            birth=self.birth.birth(),
            address=value_of(self.address),
            notes=value_of(self.notes),
            language=value_of(self.language) or "",
            restricted=value_of(self.restricted),
            phones=tuple(Phone(one.text, one.kind, one.id) for one in self.phones.numbers()),
            identifiers=tuple(Identifier(one.kind, one.text, one.id) for one in self.identifiers.numbers()),
        )

    def record_so_far(self) -> PatientRecord:
        """The same, without a birth where that cannot be understood."""
        try:
            return self.record()
        except Refused:
            kept = self.birth.edit.text()
            self.birth.edit.blockSignals(True)
            self.birth.edit.clear()
            record = self.record()
            self.birth.edit.setText(kept)
            self.birth.edit.blockSignals(False)
            return record

    def put(self, record: PatientRecord) -> None:
        """Show `record`."""
        put_value(self.given, record.given_names)
        put_value(self.family, record.family_name)
        put_value(self.sex, record.sex)
        put_value(self.address, record.address)
        put_value(self.notes, record.notes)
        _offer_language(self.language, record.language)
        put_value(self.language, record.language)
        put_value(self.restricted, record.restricted)
        self.birth.put(record.birth)
        self.phones.put([Number(one.id, one.kind, one.number) for one in record.phones])
        self.identifiers.put([Number(one.id, one.kind, one.value) for one in record.identifiers])
        self.form.clear_errors()

    def empty(self) -> bool:
        """Whether nothing was typed."""
        return not self.birth.edit.text().strip() and self.record_so_far() == PatientRecord()

    def show_refusal(self, error: HmsError) -> bool:
        """Say below its field why it was refused; False where it belongs to none."""
        if _FIELD_OF_CODE.get(error.code) == "birth":
            self.birth.refuse(spoken(error))
            return True
        name = _FIELD_OF_WORDS.get(str(error.params.get("field", ""))) or _FIELD_OF_CODE.get(error.code, "")
        return self.form.show_error(name, spoken(error)) if name else False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.focusNextChild()
            return
        super().keyPressEvent(event)


def _at_top(field: QWidget, title: str) -> QWidget:
    """`field` level with a neighbour that is higher than it."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(field)
    column.addStretch(1)
    holder.setFocusProxy(field)
    name_for_readers(field, title)
    return holder


def _lines() -> QPlainTextEdit:
    field = QPlainTextEdit()
    field.setTabChangesFocus(True)
    field.setFixedHeight(LINES)
    return field


def _offer_language(field: QComboBox, code: str) -> None:
    """A record may hold a language that the list does not: it is offered as it stands."""
    if field.findData(code) < 0:
        field.addItem(code, code)
