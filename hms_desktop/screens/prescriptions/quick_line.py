"""One box in which a whole line is typed: `amox 500 tds 7` finds the medicine, and Enter adds it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from hms_desktop.clinic.medicines.queries import FoundMedicine, find_medicines
from hms_desktop.clinic.prescriptions.queries import Favourite
from hms_desktop.clinic.prescriptions.typed import TypedLine, readings
from hms_desktop.screens.pickers import MOST, Picker, medicine_alerts
from hms_desktop.screens.prescriptions.draft import DraftLine, as_typed, of_favourite
from hms_desktop.screens.prescriptions.words import line_words, quantity_words
from hms_desktop.widgets.columns import END, Column
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.plain_text import tip

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Offer:
    """A line that may be meant; `favourite` where it is one."""

    draft: DraftLine
    favourite: Favourite | None = None

    @property
    def key(self) -> str:
        """What tells it from the other offers."""
        return f"f{self.favourite.id}" if self.favourite else f"m{self.draft.drug.id}"

    @property
    def name(self) -> str:
        """The medicine, after the name of the favourite where it has another one."""
        if self.favourite and self.favourite.name != self.draft.drug.words:
            return f"{self.favourite.name} · {self.draft.drug.words}"
        return self.draft.drug.words


def _taking(offer: Offer) -> str:
    drug = offer.draft.drug
    return line_words(offer.draft.line, drug.unit, drug.form)


def _note(offer: Offer) -> str:
    if offer.favourite is None:
        return offer.draft.drug.care
    own = offer.favourite.own
    return translate("QuickLine", "favourite") if own else translate("QuickLine", "the department's")


def _care(found: FoundMedicine, read: TypedLine) -> str:
    """What one must know before adding it; above all that its dose was typed in another unit, and is asked for."""
    if read.is_counted_in(found.base_unit):
        return medicine_alerts(found)
    return translate("QuickLine", "type the dose in {unit}").format(unit=found.base_unit)


def examples() -> str:
    """What a line may say."""
    return translate("QuickLine", "tds, q6h, prn · 7 or 2w · 2tab · max 8 · #30 · r2 refills · taper 8x5 6x5")


class QuickLine(Picker[Offer]):
    """Before anything is typed the favourites; then what the text may mean, the likeliest first."""

    def __init__(self, desk: Desk, *, rows: int = 5, parent: QWidget | None = None) -> None:
        self._desk = desk
        self._favourites: Sequence[Favourite] = ()
        self.department_id: int | None = None
        columns = [
            Column[Offer](translate("QuickLine", "Medicine"), lambda offer: offer.name, stretch=True, strong=True),
            Column[Offer](translate("QuickLine", "Taken"), _taking, stretch=True, muted=True, tip=_taking),
            Column[Offer](
                translate("QuickLine", "Quantity"), lambda offer: quantity_words(offer.draft.line), END, width=84
            ),
            Column[Offer](
                translate("QuickLine", "Take care"),
                _note,
                width=140,
                tone=lambda offer: None if offer.favourite or not offer.draft.drug.care else "warning",
                tip=_note,
            ),
        ]
        hint = translate("QuickLine", "A line at once: amox 500 tds 7 · or the name of a favourite")
        super().__init__(hint, columns, lambda offer: offer.key, translate("QuickLine", "Lines"), rows=rows)
        self.search.setToolTip(tip(examples()))
        if parent is not None:
            self.setParent(parent)

    def offer_favourites(self, favourites: Sequence[Favourite]) -> None:
        """These may be chosen from now on."""
        self._favourites = favourites
        self.search.ask_again()

    async def ask(self, text: str) -> Sequence[Offer]:
        wanted = text.strip().lower()
        named = [one for one in self._favourites if wanted in one.name.lower()]
        offers = [Offer(of_favourite(one), one) for one in named]
        return (*offers, *await self._found(text)) if wanted else tuple(offers)

    async def _found(self, text: str) -> Sequence[Offer]:
        """The medicines of the first reading that finds any."""
        for read in readings(text):
            if not read.medicine:
                continue
            found = await self._desk.db.read(
                find_medicines, text=read.medicine, limit=MOST, department_id=self.department_id
            )
            if found:
                return tuple(Offer(as_typed(one, read, _care(one, read))) for one in found)
        return ()

    def none_found(self, text: str) -> str:
        if text.strip():
            return translate("QuickLine", "No such medicine. Type the substance, the brand or the first letters.")
        return translate("QuickLine", "{examples}. F8 keeps a line as a favourite, offered here; Del drops it.").format(
            examples=examples()
        )
