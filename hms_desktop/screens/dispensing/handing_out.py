"""Handing out what stands on a sheet: everybody agrees first, and one intent stays until its answer is known."""

from collections.abc import Sequence
from uuid import UUID

from hms_desktop.clinic.dispensing import actions
from hms_desktop.clinic.dispensing.queries import Sheet
from hms_desktop.core.errors import HmsError, Unreachable
from hms_desktop.screens.dispensing.agreeing import all_agree, needs_check, needs_register
from hms_desktop.screens.dispensing.draft import LineDraft
from hms_desktop.screens.warnings import WarningsPanel
from hms_desktop.widgets.buttons import Button
from hms_desktop.widgets.page import Page


class HandingOut:
    """The one wish of a counter. After Unreachable it is asked again with the same intent, and never done twice."""

    def __init__(self, page: Page, button: Button, warnings: WarningsPanel) -> None:
        self._page, self._button, self._warnings = page, button, warnings
        self._intent: UUID | None = None

    @property
    def unanswered(self) -> bool:
        """Whether nobody knows yet if it was done."""
        return self._intent is not None

    def forget(self) -> None:
        """Another prescription is at the counter."""
        self._intent = None

    async def hand_out(
        self, sheet: Sheet, drafts: Sequence[LineDraft], *, told: str, doing: str
    ) -> actions.Receipt | None:
        """What was handed out; None where somebody did not agree. Raises Refused, Stale, Unreachable."""
        given = tuple(gives for one in drafts if (gives := one.given()) is not None)
        omitted = tuple(leaves for one in drafts if (leaves := one.omitted()) is not None)
        asked_before = self.unanswered
        desk = self._page.desk
        self._intent = intent = self._intent or desk.new_intent()
        try:
            agreed = asked_before or await all_agree(
                desk,
                sheet,
                drafts,
                (given, omitted),
                intent=intent,
                warnings=self._warnings,
                parent=self._page.window(),
            )
            if not agreed:
                self._intent = None
                return None
            with self._page.busy(self._button, doing, cancel=False):
                return await desk.db.run(
                    actions.dispense,
                    intent=intent,
                    prescription=sheet.prescription_id,
                    version=sheet.version,
                    store=sheet.store_id,
                    given=given,
                    omitted=omitted,
                    overrides=self._warnings.overrides(),
                    note=told,
                    by_hand=any(one.by_hand for one in drafts) or needs_check(sheet, drafts) or needs_register(drafts),
                )
        except Unreachable:
            raise
        except HmsError:
            self._intent = None
            raise
