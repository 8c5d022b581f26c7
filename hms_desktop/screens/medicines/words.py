"""Words of the catalogue: controlled classes, packs, prices and what one must take care of."""

from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from hms_desktop.clinic.medicines.rules import PackRecord

translate = QCoreApplication.translate


def controlled_words() -> dict[str, str]:
    """The controlled classes by their key."""
    return {
        "": translate("medicines", "not controlled"),
        "narcotic": translate("medicines", "narcotic (1961)"),
        "psychotropic": translate("medicines", "psychotropic (1971)"),
        "precursor": translate("medicines", "precursor (1988)"),
    }


def price_words(price: Decimal | None, base_unit: str) -> str:
    """The price of one base unit with its four decimals; empty where there is none."""
    if price is None:
        return ""
    return translate("medicines", "{price} for 1 {unit}").format(price=f"{price:.4f}", unit=base_unit)


def pack_words(pack: PackRecord, base_unit: str) -> str:
    """A pack in one line: name, content, GTIN, maker; that it is closed, where it is."""
    content = translate("medicines", "{count} × {unit}").format(count=pack.units, unit=base_unit)
    closed = "" if pack.active else translate("medicines", "closed")
    return " · ".join(part for part in (pack.name, content, pack.gtin, pack.manufacturer, closed) if part)
