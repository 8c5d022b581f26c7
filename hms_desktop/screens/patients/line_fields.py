"""The fields of a form that hold lines: phones, identifiers, contacts and policies, each with its remark below."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from hms_desktop.clinic.patients.contacts import Contact
from hms_desktop.clinic.patients.identifiers import COUNTRIES, check_identifier, check_rule
from hms_desktop.clinic.patients.phones import read_phone
from hms_desktop.clinic.patients.policies import Policy, day_as_typed, percent_as_typed
from hms_desktop.clinic.patients.rules import Identifier, Phone
from hms_desktop.core.errors import Refused
from hms_desktop.screens.patients.care_words import phone_doubt, policy_state, relations
from hms_desktop.screens.patients.fields import day_first
from hms_desktop.screens.patients.words import day_words, identifier_kinds, phone_kinds
from hms_desktop.widgets.lines_field import Line, LinesField, Part, Remark
from hms_desktop.widgets.spoken import spoken

translate = QCoreApplication.translate
LONGEST = 4000
"""More than any line may have: a longer one is refused with a sentence, not cut off."""
_DAY, _SHARE = 104, 64


class Facts:
    """What the form has learnt of the hospital: its date, and its country (ISO alpha-2, empty where not chosen)."""

    def __init__(self) -> None:
        self.today = dt.date.today()
        self.country = ""


def _choices(words: Callable[[], Mapping[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(words().items())


class PhonesField(LinesField):
    """Below each number how it is dialled from anywhere, or why it is kept unverified."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        parts = (
            Part("number", translate("patients", "Phone"), longest=LONGEST),
            Part("kind", translate("patients", "kind"), _choices(phone_kinds), stretch=0),
        )
        words = translate("patients", "Add a phone")
        super().__init__(translate("patients", "Phone"), parts, words, keys="Alt+P", remarks=self._remark)
        self._put: Mapping[int | None, Phone] = {}

    def phones(self) -> tuple[Phone, ...]:
        return tuple(self._phone(one) for one in self.lines())

    def put_phones(self, phones: Sequence[Phone]) -> None:
        self._put = {phone.id: phone for phone in phones}
        self.put([Line({"number": one.number, "kind": one.kind}, one.id) for one in phones])

    def _phone(self, one: Line) -> Phone:
        number = one.values["number"]
        before = self._put.get(one.id) if one.id is not None else None
        known = before is not None and before.number == number
        e164 = before.e164 if before and known else read_phone(number, self._facts.country).e164
        return Phone(number, one.values["kind"], one.id, e164)

    def _remark(self, values: Mapping[str, str]) -> Remark:
        return phone_remark(values["number"], self._facts.country)


def phone_remark(number: str, country: str) -> Remark:
    """How `number` is dialled from anywhere, or why not; nothing where it was typed so."""
    reading = read_phone(number, country)
    if reading.doubt:
        return Remark(phone_doubt(reading), "warning")
    shown = " · ".join(part for part in (reading.display, reading.country) if part)
    return Remark("" if reading.display == number else shown)


class IdentifiersField(LinesField):
    """Each with its kind and the country that gave it, and checked by that country's rule."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        countries = (("", "–"), *((code, code) for code in COUNTRIES))
        parts = (
            Part("value", translate("patients", "Identifier"), longest=LONGEST),
            Part("kind", translate("patients", "kind"), _choices(identifier_kinds), stretch=0),
            Part("country", translate("patients", "country"), countries, stretch=0, width=68),
        )
        words = translate("patients", "Add an identifier")
        super().__init__(translate("patients", "Identifier"), parts, words, keys="Alt+I", remarks=self._remark)

    def identifiers(self) -> tuple[Identifier, ...]:
        found = [(one.values, one.id) for one in self.lines()]
        return tuple(Identifier(each["kind"], each["value"], id_, each["country"]) for each, id_ in found)

    def put_identifiers(self, identifiers: Sequence[Identifier]) -> None:
        self.put([Line({"value": one.value, "kind": one.kind, "country": one.country}, one.id) for one in identifiers])

    def fresh(self) -> Line:
        return Line({**super().fresh().values, "country": self._facts.country})

    def _remark(self, values: Mapping[str, str]) -> Remark:
        rule = check_rule(values["kind"], values["country"])
        if rule is None or not values["value"]:
            return Remark()
        try:
            check_identifier(values["kind"], values["country"], values["value"])
        except Refused as refused:
            return Remark(spoken(refused), "stop")
        return Remark(translate("patients", "checked: {name}").format(name=rule.name))


class ContactsField(LinesField):
    """Whom to call."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        name, phone = translate("patients", "Name"), translate("patients", "Phone")
        parts = (
            Part("name", name, hint=name, longest=LONGEST, stretch=3),
            Part("relation", translate("patients", "relation"), _choices(relations), stretch=0),
            Part("number", phone, hint=phone, longest=LONGEST, stretch=2),
        )
        words = translate("patients", "Add a contact")
        super().__init__(translate("patients", "Emergency contact"), parts, words, remarks=self._remark)
        self._put: Mapping[int | None, Contact] = {}

    def contacts(self) -> tuple[Contact, ...]:
        return tuple(self._contact(one) for one in self.lines())

    def put_contacts(self, contacts: Sequence[Contact]) -> None:
        self._put = {contact.id: contact for contact in contacts}
        self.put([Line({"name": one.name, "relation": one.relation, "number": one.number}, one.id) for one in contacts])

    def _contact(self, one: Line) -> Contact:
        number = one.values["number"]
        before = self._put.get(one.id) if one.id is not None else None
        known = before is not None and before.number == number
        e164 = before.e164 if before and known else read_phone(number, self._facts.country).e164
        return Contact(one.values["name"], one.values["relation"], number, one.id, e164)

    def _remark(self, values: Mapping[str, str]) -> Remark:
        return phone_remark(values["number"], self._facts.country)


class PoliciesField(LinesField):
    """Each says below whether it is valid today."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        from_, until = translate("patients", "From"), translate("patients", "Until")
        parts = (
            Part("insurer", translate("patients", "insurer"), hint=translate("patients", "Insurer"), longest=LONGEST),
            Part("number", translate("patients", "number"), hint=translate("patients", "Number"), longest=LONGEST),
            Part("valid_from", from_, hint=from_, longest=40, stretch=0, width=_DAY),
            Part("valid_until", until, hint=until, longest=40, stretch=0, width=_DAY),
            Part("percent", translate("patients", "pays, in percent"), hint="%", longest=5, stretch=0, width=_SHARE),
            Part("cover", translate("patients", "covers"), hint=translate("patients", "Covers"), longest=LONGEST),
        )
        words = translate("patients", "Add a policy")
        super().__init__(translate("patients", "Insurance policy"), parts, words, remarks=self._remark)

    def policies(self) -> tuple[Policy, ...]:
        """Raises Refused where a day or a share cannot be understood."""
        return tuple(_policy(one.values, one.id) for one in self.lines())

    def policies_so_far(self) -> tuple[Policy, ...]:
        """Those that can be understood already."""
        found: list[Policy] = []
        for one in self.lines():
            try:
                found.append(_policy(one.values, one.id))
            except Refused:
                continue
        return tuple(found)

    def put_policies(self, policies: Sequence[Policy]) -> None:
        self.put(
            [
                Line(
                    {
                        "insurer": one.insurer,
                        "number": one.number,
                        "valid_from": one.valid_from.isoformat() if one.valid_from else "",
                        "valid_until": one.valid_until.isoformat() if one.valid_until else "",
                        "percent": "" if one.percent is None else str(one.percent),
                        "cover": one.cover,
                    },
                    one.id,
                )
                for one in policies
            ]
        )

    def _remark(self, values: Mapping[str, str]) -> Remark:
        try:
            policy = _policy(values, None)
        except Refused as refused:
            return Remark(spoken(refused), "stop")
        state = policy.state(self._facts.today)
        if state == "valid" or not policy.insurer:
            return Remark()
        day = policy.valid_until if state == "expired" else policy.valid_from
        return Remark(f"{policy_state(policy, self._facts.today)}: {day_words(day) if day else ''}", "warning")


def _policy(values: Mapping[str, str], id_: int | None) -> Policy:
    return Policy(
        insurer=values["insurer"],
        number=values["number"],
        valid_from=day_as_typed(values["valid_from"], day_first=day_first()),
        valid_until=day_as_typed(values["valid_until"], last=True, day_first=day_first()),
        cover=values["cover"],
        percent=percent_as_typed(values["percent"]),
        id=id_,
    )
