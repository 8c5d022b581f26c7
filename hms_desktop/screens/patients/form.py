"""The form of one patient: the essential fields first, the rest in sections; what is typed becomes a record."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QPlainTextEdit, QVBoxLayout, QWidget

from hms_desktop.clinic.patients.rules import EMAIL_LENGTH, Birth, PatientRecord
from hms_desktop.core.errors import HmsError
from hms_desktop.screens.patients.care_fields import AllergiesField, ConsentsField
from hms_desktop.screens.patients.field_words import field_title
from hms_desktop.screens.patients.fields import BirthField
from hms_desktop.screens.patients.line_fields import (
    LONGEST,
    ContactsField,
    Facts,
    IdentifiersField,
    PhonesField,
    PoliciesField,
)
from hms_desktop.screens.patients.photo import PhotoField
from hms_desktop.screens.patients.summaries import summaries
from hms_desktop.screens.patients.words import LANGUAGES, sexes
from hms_desktop.widgets.forms import Form, choice_field, put_value, text_field, value_of
from hms_desktop.widgets.lines_field import Line, LinesField
from hms_desktop.widgets.plain_text import name_for_readers
from hms_desktop.widgets.section import Section
from hms_desktop.widgets.spoken import spoken
from hms_desktop.widgets.theme import Theme

LINES = 64
"""Height in pixels of a field that takes several lines."""

_FIELD_OF_CODE = {
    "patients.no_name": "family_name",
    "patients.language": "language",
    "patients.phone_digits": "phones",
    "patients.phone_other": "phones",
    "patients.identifier_empty": "identifiers",
    "patients.email": "email",
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
    "contact's name": "contacts",
    "contact's phone number": "contacts",
    "insurer": "policies",
    "policy number": "policies",
    "cover": "policies",
    "allergy": "allergies",
    "reaction": "allergies",
    "photo": "photo",
}


class PatientForm(QWidget):
    """Enter goes on to the next field, and from the last essential one to `done`, which is the saving.

    Only `record()` and `put()` know what a record is; `typed()` and `put_typed()` keep what stands in the fields, also
    where it is no record yet.
    """

    edited = Signal()
    done = Signal()

    def __init__(self, *, may_restrict: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facts = Facts()
        self.family, self.given = text_field(longest=LONGEST), text_field(longest=LONGEST)
        self.sex = choice_field(list(sexes().items()))
        self.birth = BirthField(field_title("birth"))
        self.phones, self.identifiers = PhonesField(self.facts), IdentifiersField(self.facts)
        self.address, self.notes = _lines(), _lines()
        self.email = text_field(longest=EMAIL_LENGTH)
        self.language = choice_field([(code, words or self.tr("not asked")) for code, words in LANGUAGES.items()])
        self.restricted = QCheckBox(self.tr("opens only with a reason, and each opening is kept"))
        self.contacts, self.policies = ContactsField(self.facts), PoliciesField(self.facts)
        self.allergies, self.consents, self.photo = AllergiesField(), ConsentsField(), PhotoField()
        self.form = Form(columns=2)
        self.sections: dict[str, Section] = {}
        self._forms: dict[str, Form] = {}
        self._begun: dict[str, Any] = {}
        self._lay_out(may_restrict)
        self._hear()
        self.setFocusProxy(self.family)
        self.put(PatientRecord())

    def _lay_out(self, may_restrict: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for name, field in (
            ("family_name", self.family),
            ("given_names", self.given),
            ("birth", self.birth),
            ("sex", _at_top(self.sex, field_title("sex"))),
            ("phones", self.phones),
            ("identifiers", self.identifiers),
        ):
            self._add(self.form, name, field, wide=isinstance(field, LinesField))
        column.addWidget(self.form)
        column.addSpacing(Theme.current().space["medium"])
        about: list[tuple[str, QWidget]] = [("address", self.address), ("notes", self.notes)]
        about += [("email", self.email), ("language", self.language)]
        about += [("restricted", self.restricted)] if may_restrict else []
        self._add_section("about", self.tr("Address, language and notes"), about)
        for name, field in (
            ("allergies", self.allergies),
            ("contacts", self.contacts),
            ("policies", self.policies),
            ("consents", self.consents),
            ("photo", self.photo),
        ):
            self._add_section(name, field_title(name), [(name, field)])
        column.addStretch(1)

    def _add(self, form: Form, name: str, field: QWidget, *, wide: bool = False, bare: bool = False) -> None:
        form.add(name, field_title(name), field, wide=wide, bare=bare)
        self._forms[name] = form

    def _add_section(self, name: str, title: str, fields: list[tuple[str, QWidget]]) -> None:
        form = Form(columns=2 if len(fields) > 1 else 1)
        for field_name, field in fields:
            self._add(form, field_name, field, bare=len(fields) == 1)
        form.setFocusProxy(fields[0][1])
        self.sections[name] = Section(title, form)
        layout = self.layout()
        assert layout is not None  # noqa: S101 - made a few lines above
        layout.addWidget(self.sections[name])

    def _hear(self) -> None:
        """Tell of every change in any field, and keep what the sections' headers say."""
        for field in (self.family, self.given, self.birth.edit, self.email):
            field.textChanged.connect(self.edited)
        for text in (self.address, self.notes):
            text.textChanged.connect(self.edited)
        for choice in (self.sex, self.language):
            choice.currentIndexChanged.connect(self.edited)
        self.restricted.toggled.connect(self.edited)
        for lines in (self.phones, self.identifiers, self.contacts, self.policies):
            lines.changed.connect(self.edited)
        for other in (self.allergies, self.consents, self.photo):
            other.changed.connect(self.edited)
        self.edited.connect(self.say_summaries)
        for listed in self._lists().values():
            listed.relaid.connect(self._put_in_order)

    def _put_in_order(self) -> None:
        """The Tab key follows the eye: the essential fields, then each header and, where it is open, what is below."""
        insides: Mapping[str, list[QWidget]] = {
            "about": [self.address, self.notes, self.email, self.language, self.restricted],
            "allergies": [self.allergies.status, *self.allergies.known.in_order()],
            "contacts": self.contacts.in_order(),
            "policies": self.policies.in_order(),
            "consents": list(self.consents.answers.values()),
            "photo": [self.photo.take, self.photo.choose, self.photo.remove],
        }
        order: list[QWidget] = [self.family, self.given, self.birth.edit, self.sex]
        order += [*self.phones.in_order(), *self.identifiers.in_order()]
        for name, section in self.sections.items():
            order += [section.header, *insides[name]]
        for before, after in pairwise(part for part in order if self.isAncestorOf(part)):
            self.setTabOrder(before, after)

    def learn(self, facts: Facts) -> None:
        """The hospital's date and country are known now."""
        self.facts.today, self.facts.country = facts.today, facts.country
        self.birth.today = facts.today
        self.birth.say_what_it_means()
        if not self.identifiers.lines():
            self.identifiers.put(())
        for lines in (self.phones, self.contacts, self.policies):
            lines.say_remarks()
        self.say_summaries()

    def record(self) -> PatientRecord:
        """What stands in the form. Raises Refused where a birth or a policy's day cannot be understood."""
        self.policies.policies()
        return self._record(self.birth.birth())

    def record_so_far(self) -> PatientRecord:
        """The same, without what cannot be understood yet."""
        return self._record(self.birth.birth_so_far())

    def _record(self, birth: Birth | None) -> PatientRecord:
        return PatientRecord(
            given_names=value_of(self.given),
            family_name=value_of(self.family),
            sex=value_of(self.sex),
            birth=birth,
            address=value_of(self.address),
            email=value_of(self.email),
            notes=value_of(self.notes),
            language=value_of(self.language) or "",
            restricted=value_of(self.restricted),
            phones=self.phones.phones(),
            identifiers=self.identifiers.identifiers(),
            contacts=self.contacts.contacts(),
            policies=self.policies.policies_so_far(),
            allergies=self.allergies.allergies(),
            consents=self.consents.consents(),
            photo=self.photo.photo(),
        )

    def put(self, record: PatientRecord) -> None:
        """Show `record`."""
        put_value(self.given, record.given_names)
        put_value(self.family, record.family_name)
        put_value(self.sex, record.sex)
        put_value(self.address, record.address)
        put_value(self.email, record.email)
        put_value(self.notes, record.notes)
        _offer_language(self.language, record.language)
        put_value(self.language, record.language)
        put_value(self.restricted, record.restricted)
        self.birth.put(record.birth)
        self.phones.put_phones(record.phones)
        self.identifiers.put_identifiers(record.identifiers)
        self.contacts.put_contacts(record.contacts)
        self.policies.put_policies(record.policies)
        self.allergies.put_allergies(record.allergies)
        self.consents.put_consents(record.consents)
        self.photo.put_photo(record.photo)
        self.clear_errors()
        self.say_summaries()
        self._begun = self.typed()

    def _texts(self) -> dict[str, QWidget]:
        """The fields of one value each, by name."""
        return {
            "family_name": self.family,
            "given_names": self.given,
            "birth": self.birth.edit,
            "sex": self.sex,
            "address": self.address,
            "email": self.email,
            "notes": self.notes,
            "language": self.language,
            "restricted": self.restricted,
            "allergy_status": self.allergies.status,
            **{f"consent.{question}": field for question, field in self.consents.answers.items()},
        }

    def _lists(self) -> dict[str, LinesField]:
        return {
            "phones": self.phones,
            "identifiers": self.identifiers,
            "contacts": self.contacts,
            "policies": self.policies,
            "allergies": self.allergies.known,
        }

    def typed(self) -> dict[str, Any]:
        """What stands in every field, as plain JSON values; a photo is not among them, it can be taken again."""
        lists = {name: [[one.id, dict(one.values)] for one in field.lines()] for name, field in self._lists().items()}
        return {name: value_of(field) for name, field in self._texts().items()} | lists

    def put_typed(self, typed: Mapping[str, Any]) -> None:
        """Put back what `typed()` gave, over what stands in the form."""
        for name, field in self._texts().items():
            if name in typed:
                put_value(field, typed[name])
        for name, lines in self._lists().items():
            if name in typed:
                lines.put([Line(values, id_) for id_, values in typed[name]])
        self.birth.say_what_it_means()
        self.edited.emit()

    def empty(self) -> bool:
        """Whether nothing stands in it."""
        return not self.birth.edit.text().strip() and self.record_so_far() == PatientRecord()

    def touched(self) -> bool:
        """Whether anything was typed or chosen since `put`."""
        photo = self.photo.photo()
        return self.typed() != self._begun or (photo is not None and photo.id is None)

    def show_refusal(self, error: HmsError) -> bool:
        """Say below its field why it was refused, in its opened section; False where it belongs to none."""
        name = _FIELD_OF_WORDS.get(str(error.params.get("field", ""))) or _FIELD_OF_CODE.get(error.code, "")
        if name == "birth":
            self.birth.refuse(spoken(error))
            return True
        if name not in self._forms:
            return False
        for section in self.sections.values():
            if section.body is self._forms[name]:
                section.open()
        return self._forms[name].show_error(name, spoken(error))

    def clear_errors(self) -> None:
        for form in set(self._forms.values()):
            form.clear_errors()

    def say_summaries(self) -> None:
        """Say on each section's header what stands in it."""
        for name, summary in summaries(self.record_so_far(), self.facts.today).items():
            self.sections[name].say(*summary)

    def close_form(self) -> None:
        """Do nothing more; called before the form is deleted."""
        self.photo.close_field()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self._go_on()
            return
        super().keyPressEvent(event)

    def _go_on(self) -> None:
        """The next field; of a number the Tab key visits the kind, Enter passes it by."""
        focused = self.focusWidget()
        if focused is not None and self.phones.isAncestorOf(focused):
            self.identifiers.setFocus(Qt.FocusReason.TabFocusReason)
        elif focused is not None and self.identifiers.isAncestorOf(focused):
            self.done.emit()
        else:
            self.focusNextChild()


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
