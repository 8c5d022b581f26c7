"""The fields of a medicine's form that hold lines: its substances, and its packs with their GTINs checked."""

from collections.abc import Mapping, Sequence
from typing import Any

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


class _ValuedLines(LinesField):
    """Lines that a form takes as one value: tuples of the id and the texts in the order of the parts."""

    def _value(self) -> list[tuple[Any, ...]]:
        return [(one.id, *one.values.values()) for one in self.lines()]

    def _put_value(self, lines: Sequence[tuple[Any, ...]]) -> None:
        names = [part.name for part in self._parts]
        self.put([Line(dict(zip(names, texts, strict=True)), line_id) for line_id, *texts in lines])

    value = Property(object, _value, _put_value)


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
    except Refused as refused:
        return Remark(spoken(refused), "stop")
    units = values["units"]
    if units and not (units.isdecimal() and int(units) > 0):
        return Remark(translate("medicines", "Type the units of one pack as a whole number."), "stop")
    return Remark()


def substances_of(lines: Sequence[tuple[Any, ...]]) -> tuple[Ingredient, ...]:
    """The substances of the field's value."""
    return tuple(Ingredient(substance, strength) for _id, substance, strength in lines)


def lines_of_substances(substances: Sequence[Ingredient]) -> list[tuple[Any, ...]]:
    """The field's value for these substances."""
    return [(None, one.substance, one.strength) for one in substances]


def packs_of(lines: Sequence[tuple[Any, ...]]) -> tuple[PackRecord, ...]:
    """The packs of the field's value. Raises Refused for a wrong GTIN or a number of units that is none."""
    packs = []
    for pack_id, name, units, gtin, maker, state in lines:
        if not (units.isdecimal() and int(units) > 0):
            raise Refused("packs.units", "Type the units of one pack as a whole number.")
        packs.append(PackRecord(name, int(units), rules.gtin_as_typed(gtin), maker, state == "open", pack_id))
    return tuple(packs)


def lines_of_packs(packs: Sequence[PackRecord]) -> list[tuple[Any, ...]]:
    """The field's value for these packs."""
    return [
        (one.id, one.name, str(one.units), one.gtin, one.manufacturer, "open" if one.active else "closed")
        for one in packs
    ]
