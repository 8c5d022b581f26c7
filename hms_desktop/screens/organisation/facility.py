"""The administrator's page of the hospital itself: name, time zone, day, languages, currency, opt-ins."""

from collections.abc import Hashable, Sequence
from datetime import time

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

from hms_desktop.clinic.organisation import actions, queries, rules
from hms_desktop.clinic.organisation.actions import FacilityDraft
from hms_desktop.clinic.organisation.queries import FacilityRow
from hms_desktop.clinic.patients.phones import REGIONS
from hms_desktop.screens.organisation.words import translate
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.editor_page import EditorPage, Values
from hms_desktop.widgets.forms import choice_field, text_field, time_field
from hms_desktop.widgets.ticks import Ticks


class FacilityPage(EditorPage[FacilityRow]):
    """One form; there is one hospital in a database."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, self.tr("Hospital"), [], key=lambda _row: 1, form_columns=2)
        self.set_subtitle(self.tr("What tickets, screens and the business day go by."))
        self._zones: tuple[str, ...] = ()
        self.time_zone = text_field(hint="Africa/Nairobi")
        opt_ins = Ticks([(key, translate(words)) for key, words in rules.OPT_INS.items()])
        name = text_field(longest=rules.NAME_LENGTHS["facility"])
        self.add("name", self.tr("Name"), name, required=True)
        self.add("time_zone", self.tr("Time zone (IANA name)"), self.time_zone, required=True)
        self.add("day_starts_at", self.tr("The business day begins at"), time_field())
        self.add("currency", self.tr("Currency (three letters)"), _currency_field(), required=True)
        self.add("country", self.tr("Country"), choice_field(_countries()))
        self.add("languages", self.tr("Languages of the screens"), Ticks(list(rules.LANGUAGES.items())), wide=True)
        self.add("opt_ins", self.tr("Chosen by the hospital"), opt_ins, wide=True)
        self.follow("organisation")

    async def read(self) -> Sequence[FacilityRow]:
        if not self._zones:
            self._zones = await self.desk.db.read(queries.time_zones)
            completer = QCompleter(list(self._zones), self.time_zone)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            self.time_zone.setCompleter(completer)
        return [await self.desk.db.read(queries.facility)]

    def values_of(self, row: FacilityRow | None) -> Values:
        if row is None:
            return {"name": "", "time_zone": "UTC", "day_starts_at": time(0), "languages": ["en"], "currency": "USD",
                    "country": "", "opt_ins": []}  # fmt: skip
        return {
            "name": row.name,
            "time_zone": row.time_zone,
            "day_starts_at": row.day_starts_at,
            "languages": list(row.languages),
            "currency": row.currency,
            "country": row.country,
            "opt_ins": sorted(row.opt_ins),
        }

    def title_of(self, row: FacilityRow | None) -> str:
        return row.name if row else self.tr("Hospital")

    def fault(self, values: Values, row: FacilityRow | None) -> tuple[str, str] | None:
        if values["time_zone"] not in self._zones:
            return "time_zone", self.tr("Choose a time zone by its IANA name, such as Africa/Nairobi.")
        if not values["languages"]:
            return "languages", self.tr("Choose at least one language.")
        sentence = rules.currency_fault(values["currency"])
        return ("currency", sentence) if sentence else None

    async def save(self, values: Values, row: FacilityRow | None) -> Hashable:
        draft = FacilityDraft(
            name=values["name"],
            time_zone=values["time_zone"],
            day_starts_at=values["day_starts_at"],
            languages=tuple(values["languages"]),
            currency=values["currency"],
            country=values["country"],
            opt_ins=frozenset(values["opt_ins"]),
            version=row.version if row else 1,
        )
        await self.wishes.run(actions.save_facility, draft=draft)
        return 1


def _countries() -> list[tuple[str, str]]:
    """Every country whose phone numbers are known, by its name: numbers without + are read as that country's."""
    named = [(code, QLocale.territoryToString(QLocale.codeToTerritory(code))) for code in REGIONS]
    return [("", "–"), *sorted(named, key=lambda country: country[1])]


def _currency_field() -> QLineEdit:
    field = text_field(longest=3, hint="USD")
    field.textEdited.connect(lambda text: field.setText(text.upper()))
    return field
