"""The fields of a medicine's form that hold lines: its substances, and its packs with their GTINs checked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Property, QCoreApplication

from hms_desktop.clinic.medicines import rules
from hms_desktop.clinic.medicines.rules import Ingredient, PackRecord
from hms_desktop.core.errors import Refused
from hms_desktop.widgets.lines_field import Line, LinesField, Part, Remark
from hms_desktop.widgets.spoken import spoken

translate = QCoreApplication.translate
LONGEST = 400
"""More than any part may have: a longer one is refused with a sentence, not cut off."""
_UNITS, _GTIN, _STATE = 76, 132, 84


@dataclass(frozen=True)
class Lines:
    """What stands in such a field, as one value of its form."""

    lines: tuple[Line, ...] = ()


class _ValuedLines(LinesField):
    """Lines that a form takes as one value."""

    value = Property(object, lambda self: Lines(tuple(self.lines())), lambda self, value: self.put(value.lines))


class SubstancesField(_ValuedLines):
    """What is in it, in the order of the label, each with its strength."""

    def __init__(self) -> None:
        substance, strength = translate("medicines", "Substance"), translate("medicines", "Strength")
        parts = (
            Part("substance", substance, hint=substance, longest=LONGEST, stretch=2),
            Part("strength", strength, hint=strength, longest=LONGEST),
        )
        super().__init__(substance, parts, translate("medicines", "Add a substance"), keys="Alt+S")


class PacksField(_ValuedLines):
    """How it comes: name, base units, GTIN, maker, and whether it is still bought."""

    def __init__(self) -> None:
        name, units, gtin, maker = (
            translate("medicines", "Pack"),
            translate("medicines", "Units"),
            translate("medicines", "GTIN"),
            translate("medicines", "Maker"),
        )
        states = (("open", translate("medicines", "open")), ("closed", translate("medicines", "closed")))
        parts = (
            Part("name", name, hint=name, longest=LONGEST, stretch=2),
            Part("units", units, hint=units, longest=9, stretch=0, width=_UNITS),
            Part("gtin", gtin, hint=gtin, longest=40, stretch=0, width=_GTIN),
            Part("manufacturer", maker, hint=maker, longest=LONGEST),
            Part("state", translate("medicines", "state"), states, stretch=0, width=_STATE),
        )
        words = translate("medicines", "Add a pack")
        super().__init__(name, parts, words, keys="Alt+P", remarks=_pack_remark)


def _pack_remark(values: Mapping[str, str]) -> Remark:
    """That the GTIN or the number of units is wrong."""
    try:
        rules.gtin_as_typed(values["gtin"])
        if values["units"]:
            rules.units_as_typed(values["units"])
    except Refused as refused:
        return Remark(spoken(refused), "stop")
    return Remark()


def substances_of(value: Lines) -> tuple[Ingredient, ...]:
    """The substances of the field's value."""
    return tuple(Ingredient(one.values["substance"], one.values["strength"]) for one in value.lines)


def lines_of_substances(substances: Sequence[Ingredient]) -> Lines:
    """The field's value for these substances."""
    return Lines(tuple(Line({"substance": one.substance, "strength": one.strength}) for one in substances))


def packs_of(value: Lines) -> tuple[PackRecord, ...]:
    """The packs of the field's value. Raises Refused for a wrong GTIN or a number of units that is none."""
    return tuple(_pack(one) for one in value.lines)


def _pack(one: Line) -> PackRecord:
    values = one.values
    return PackRecord(
        name=values["name"],
        units=rules.units_as_typed(values["units"]),
        gtin=rules.gtin_as_typed(values["gtin"]),
        manufacturer=values["manufacturer"],
        active=values["state"] == "open",
        id=one.id,
    )


def lines_of_packs(packs: Sequence[PackRecord]) -> Lines:
    """The field's value for these packs."""
    return Lines(
        tuple(
            Line(
                {
                    "name": one.name,
                    "units": str(one.units),
                    "gtin": one.gtin,
                    "manufacturer": one.manufacturer,
                    "state": "open" if one.active else "closed",
                },
                one.id,
            )
            for one in packs
        )
    )
