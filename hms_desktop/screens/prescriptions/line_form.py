"""The fields of one line of a prescription, in which what was typed at once is corrected."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from hms_desktop.clinic.prescriptions.rules import MOST_REFILLS, Line, line_fault
from hms_desktop.clinic.prescriptions.typed import amount_as_typed, taper_as_typed, taper_text
from hms_desktop.clinic.prescriptions.wording import TONGUES
from hms_desktop.screens.prescriptions.draft import DraftLine, reckoned
from hms_desktop.screens.prescriptions.words import amount_text, line_words, meal_choices, sig_choices
from hms_desktop.widgets.forms import Choice, Form, choice_field, text_field
from hms_desktop.widgets.plain_text import ElidedLabel, Label
from hms_desktop.widgets.quantity import Quantity
from hms_desktop.widgets.theme import Theme

translate = QCoreApplication.translate
DIRECTIONS_LENGTH = 480


class Unreadable(ValueError):
    """What stands in a field is no amount, number or taper; says which field, and what belongs there."""

    def __init__(self, name: str, sentence: str) -> None:
        super().__init__(sentence)
        self.name, self.sentence = name, sentence


class LineForm(QWidget):
    """Shows one line; each correction is told at once, and the quantity follows unless it was typed by hand."""

    changed = Signal(object)
    """The DraftLine as it now stands."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft: DraftLine | None = None
        self._showing = False
        self.title = ElidedLabel(role="strong")
        self.preview = Label(role="muted", wrap=True)
        self.form, self.more = Form(columns=3), Form(columns=2)
        self.refills = Quantity(0, MOST_REFILLS)
        self._add_fields()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Theme.current().space["small"])
        for part in (self.title, self.form, self.more, self.preview):
            column.addWidget(part)
        self.show_line(None)

    def _add_fields(self) -> None:
        add, tr = self.form.add, self.tr
        add("dose", tr("Dose at once"), text_field(longest=10))
        add("frequency", tr("How often"), choice_field(sig_choices()))
        add("days", tr("Days"), text_field(longest=3))
        add("quantity", tr("Quantity"), text_field(longest=6))
        add("refills", tr("Refills"), self.refills)
        add("daily_maximum", tr("At most a day"), text_field(longest=10))
        add("meal", tr("Food"), choice_field(meal_choices()))
        add("as_needed", tr("As needed"), QCheckBox(tr("only when needed")))
        add("substitution", tr("Substitution"), QCheckBox(tr("allowed")))
        for name in ("frequency", "meal"):
            choice = self.form.field(name)
            assert isinstance(choice, Choice)  # noqa: S101 - made above
            choice.yield_room()
            choice.currentIndexChanged.connect(lambda _at, name=name: self._edited(name))
        self.more.add("taper", tr("Taper: dose x days …"), text_field(longest=120, hint="8x5 6x5 4x5"))
        self.more.add("directions", tr("Further directions"), text_field(longest=DIRECTIONS_LENGTH))
        for name in ("dose", "days", "quantity", "daily_maximum", "taper", "directions"):
            field = self.field(name)
            assert isinstance(field, QLineEdit)  # noqa: S101 - made above
            field.textEdited.connect(lambda _text, name=name: self._edited(name))
        self.refills.lineEdit().textChanged.connect(lambda _text: self._edited("refills"))
        for name in ("as_needed", "substitution"):
            tick = self.form.field(name)
            assert isinstance(tick, QCheckBox)  # noqa: S101 - made above
            tick.toggled.connect(lambda _on, name=name: self._edited(name))

    def field(self, name: str) -> QWidget:
        """The field of that name, in whichever part of the form it stands."""
        return self.more.field(name) if name in ("taper", "directions") else self.form.field(name)

    def show_line(self, draft: DraftLine | None) -> None:
        """Show a line to be corrected; None: there is none."""
        self._draft = draft
        for form in (self.form, self.more):
            form.setEnabled(draft is not None)
        line = draft.line if draft else Line(0, 0)
        self.title.setText(draft.drug.words if draft else self.tr("No line chosen"))
        meal, extra = _parted(line.directions)
        self._put(
            dose=amount_text(line.dose),
            frequency=line.frequency,
            days="" if line.days is None else str(line.days),
            quantity=str(line.quantity or ""),
            refills=line.refills,
            daily_maximum=amount_text(line.daily_maximum),
            meal=meal,
            as_needed=line.as_needed,
            substitution=line.substitution,
            taper=taper_text(line.taper),
            directions=extra,
        )
        self._tell()

    def go_to_gap(self) -> None:
        """Go to the first field that must still be filled."""
        line = self._draft.line if self._draft else Line(0, 0)
        name = "dose"
        if not line.taper and line.dose is not None:
            name = "frequency" if not line.frequency else "days" if line.days is None else "quantity"
        self.form.field(name).setFocus()

    def _put(self, **values: Any) -> None:
        self._showing = True
        try:
            self.more.put(**{name: values.pop(name) for name in ("taper", "directions")})
            self.form.put(**values)
        finally:
            self._showing = False

    def _edited(self, name: str) -> None:
        if self._showing or self._draft is None:
            return
        try:
            line = self._read(self._draft.line)
        except Unreadable as fault:
            self._say(fault.sentence, "stop")
            self._draft = replace(self._draft, line=replace(self._draft.line, quantity=0))
            self.changed.emit(self._draft)
            return
        counted = self._draft.counted
        if name == "quantity":
            counted = bool(line.quantity)
        elif name in ("dose", "frequency", "days", "daily_maximum", "taper"):
            counted = False
        if not counted:
            line = reckoned(line)
            if name != "quantity":
                self._put_quantity(line.quantity)
        self._draft = replace(self._draft, line=line, counted=counted)
        self._tell()
        self.changed.emit(self._draft)

    def _put_quantity(self, quantity: int) -> None:
        field = self.form.field("quantity")
        assert isinstance(field, QLineEdit)  # noqa: S101 - made above
        field.setText(str(quantity or ""))

    def _read(self, before: Line) -> Line:
        """The line as the fields say it. Raises Unreadable."""
        values = self.form.values() | self.more.values()
        taper = taper_as_typed(values["taper"], before.taper[0].frequency if before.taper else "OD")
        if taper is None:
            raise Unreadable("taper", self.tr("Write a taper as dose x days, for example 8x5 6x5 4x5."))
        return replace(
            before,
            dose=self._amount("dose", values["dose"]),
            frequency=values["frequency"] or "",
            days=self._number("days", values["days"]) or None,
            quantity=self._number("quantity", values["quantity"]),
            refills=self._refills(),
            daily_maximum=self._amount("daily_maximum", values["daily_maximum"]),
            as_needed=values["as_needed"],
            substitution=values["substitution"],
            taper=taper,
            directions="; ".join(part for part in (values["meal"] or "", values["directions"]) if part),
        )

    def _amount(self, name: str, text: str) -> Any:
        amount = amount_as_typed(text) if text else None
        if text and amount is None:
            raise Unreadable(name, self.tr("Write an amount such as 1, 0.5 or 1/2."))
        return amount

    def _number(self, name: str, text: str) -> int:
        if not text:
            return 0
        if not text.isdecimal():
            raise Unreadable(name, self.tr("Write a whole number."))
        return int(text)

    def _refills(self) -> int:
        if not self.refills.hasAcceptableInput():
            raise Unreadable("refills", self.refills.sentence())
        return self.refills.value()

    def _tell(self) -> None:
        """The sentence of the label, or what is missing."""
        if self._draft is None:
            self._say(self.tr("Type a line; its fields are corrected here."), "")
            return
        drug, line = self._draft.drug, self._draft.line
        faults = {
            "quantity": self.tr("The quantity is missing: say the days, the most of a day, or the quantity."),
            "dose": self.tr("The dose must be more than nothing and within the most of a day."),
            "days": self.tr("The days must be 1 to 366."),
            "refills": self.tr("At most 99 refills."),
        }
        fault = line_fault(line)
        self._say(faults[fault], "warning") if fault else self._say(line_words(line, drug.unit, drug.form), "")

    def _say(self, sentence: str, tone: str) -> None:
        self.preview.setText(sentence)
        self.preview.set_tone(tone)


def _parted(directions: str) -> tuple[str, str]:
    """What is said about food, and the rest."""
    parts = [part.strip() for part in directions.split(";")]
    meals = TONGUES["en"].meals
    meal = next((part for part in parts if part in meals), "")
    return meal, "; ".join(part for part in parts if part and part not in meals)
