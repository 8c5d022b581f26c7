"""What was changed by hand on a dispensing sheet, as the draft that survives a crash, and how it is read again."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from PySide6.QtCore import QCoreApplication

from hms_desktop.clinic.dispensing.queries import Sheet
from hms_desktop.clinic.dispensing.rules import Pick
from hms_desktop.core.drafts import Draft
from hms_desktop.screens.dispensing.draft import LineDraft
from hms_desktop.widgets.draft_keeper import Kept
from hms_desktop.widgets.draft_offer import typed_at
from hms_desktop.widgets.plain_text import line

FORM = "dispensing"
LONGEST_TITLE = 60
translate = QCoreApplication.translate
_PLAIN = ("medicine_id", "medicine", "by_hand", "substitution", "why", "left_out", "left_why", "checked", "controlled")


@dataclass(frozen=True)
class Begun:
    """A sheet that was begun: of which version of the prescription, from which store, and what stood on each line."""

    prescription: int
    version: int
    store: int
    only: int | None
    title: str
    told: str
    lines: Mapping[int, Mapping[str, Any]]

    def is_of(self, sheet: Sheet) -> bool:
        """Whether nobody dispensed or changed anything since, so that it still means what it meant."""
        return (sheet.prescription_id, sheet.version, sheet.store_id) == (self.prescription, self.version, self.store)

    def on(self, drafts: Sequence[LineDraft]) -> tuple[LineDraft, ...]:
        """The lines as they stood, the batches with what was verified by scan."""
        return tuple(replace(one, **self.lines[one.line.id]) if one.line.id in self.lines else one for one in drafts)


def kept(sheet: Sheet, drafts: Sequence[LineDraft], only: int | None, told: str) -> Kept:
    """The draft's name, one for each prescription, and its values."""
    return f"{FORM} {sheet.prescription_id}", {
        "form": FORM,
        "prescription": sheet.prescription_id,
        "version": sheet.version,
        "store": sheet.store_id,
        "only": only,
        "title": sheet.name,
        "told": told,
        "lines": [
            {"line": one.line.id, "picks": [asdict(pick) for pick in one.picks]}
            | {name: getattr(one, name) for name in _PLAIN}
            for one in drafts
        ],
    }


def begun(draft: Draft) -> Begun | None:
    """What a draft holds; None where it is no dispensing sheet."""
    values = draft.values
    try:
        if values["form"] != FORM:
            return None
        return Begun(
            prescription=int(values["prescription"]),
            version=int(values["version"]),
            store=int(values["store"]),
            only=values["only"],
            title=str(values["title"]),
            told=str(values["told"]),
            lines={
                int(one["line"]): {name: one[name] for name in _PLAIN}
                | {"picks": tuple(Pick(**pick) for pick in one["picks"])}
                for one in values["lines"]
            },
        )
    except (KeyError, TypeError, ValueError):
        return None


def offered(draft: Draft) -> str | None:
    """The sentence that offers a draft; None where it is no dispensing sheet."""
    found = begun(draft)
    if found is None:
        return None
    words = translate("dispensing", "What was begun for {title} was not dispensed; left at {at}.")
    return words.format(title=line(found.title)[:LONGEST_TITLE], at=typed_at(draft))
