"""Whom a dispense needs besides the person at the counter: for stops, controlled medicines and second checks."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget

from hms_desktop.clinic.dispensing.queries import Sheet
from hms_desktop.clinic.dispensing.rules import ALWAYS, LISTED, Given, Omitted, entries
from hms_desktop.screens.assent import both_sign, colleague_agrees
from hms_desktop.screens.dispensing.draft import LineDraft
from hms_desktop.screens.dispensing.words import medicine_words
from hms_desktop.screens.warnings import WarningsPanel
from hms_desktop.widgets.desk import Desk


def needs_check(sheet: Sheet, drafts: Sequence[LineDraft]) -> bool:
    """Whether the hospital wants a colleague to look before this is handed out."""
    listed = any(one.picks and one.checked for one in drafts)
    return sheet.rules.second_check == ALWAYS or (sheet.rules.second_check == LISTED and listed)


def needs_register(drafts: Sequence[LineDraft]) -> bool:
    """Whether a controlled medicine is handed out, which two people sign (rule 39)."""
    return any(one.picks and one.controlled for one in drafts)


async def all_agree(
    desk: Desk,
    sheet: Sheet,
    drafts: Sequence[LineDraft],
    wish: tuple[Sequence[Given], Sequence[Omitted]],
    *,
    intent: UUID,
    warnings: WarningsPanel,
    parent: QWidget,
) -> bool:
    """Ask everybody who must agree to this wish, one after the other; False as soon as somebody does not."""
    if not await warnings.assent(intent):
        return False
    content = {"lines": entries(*wish)}
    said = ", ".join(f"{medicine_words(one)} × {one.units:,}" for one in drafts if one.picks)
    if needs_register(drafts) and not await both_sign(
        desk, intent=intent, subject="controlled.entry", content=content, sentence=said, parent=parent
    ):
        return False
    return not needs_check(sheet, drafts) or await colleague_agrees(
        desk, intent=intent, subject="dispensing.check", content=content, sentence=said, parent=parent
    )
