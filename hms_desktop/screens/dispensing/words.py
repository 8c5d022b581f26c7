"""How the pharmacy's pages say what waits, what is given, and what a scan found."""

import datetime as dt

from PySide6.QtCore import QCoreApplication

from hms_desktop.clinic.dispensing.queries import NEW, OWED, REPEAT, Sheet, SheetLine, Waiting
from hms_desktop.clinic.dispensing.rules import DECLINED, LATER, STOPPED, fills_left
from hms_desktop.clinic.dispensing.rules import OWED as IS_OWED
from hms_desktop.clinic.patients.rules import mrn_display
from hms_desktop.screens.dispensing.draft import LineDraft, batches_of

translate = QCoreApplication.translate


def kind_words(waiting: Waiting) -> str:
    """Why a prescription is on the list: new, repeat, or what is owed since when."""
    words = {
        NEW: translate("dispensing", "new"),
        REPEAT: translate("dispensing", "repeat"),
        OWED: translate("dispensing", "owed since {day}").format(day=_day(waiting.owed_since)),
    }
    return words[waiting.kind]


def waiting_name(waiting: Waiting) -> str:
    """The patient's name; of a restricted record the number alone."""
    if waiting.closed:
        return translate("dispensing", "restricted record {mrn}").format(mrn=mrn_display(waiting.mrn))
    return waiting.name


def waiting_words(waiting: Waiting) -> str:
    """What waits and for how long: `4 lines · new · 9 min`."""
    parts = [_lines(waiting.lines), kind_words(waiting)]
    if waiting.ticket:
        parts.append(translate("dispensing", "{minutes} min").format(minutes=waiting.minutes))
    if waiting.controlled:
        parts.append(translate("dispensing", "controlled"))
    return " · ".join(parts)


def holder_words(waiting: Waiting) -> str:
    """Who has it open."""
    return translate("dispensing", "mine") if waiting.mine else waiting.holder


def about_words(sheet: Sheet) -> str:
    """The line below the patient's name: number, prescriber, validity."""
    written = translate("dispensing", "prescribed {day} by {prescriber}").format(
        day=_day(sheet.written_on), prescriber=sheet.prescriber
    )
    until = translate("dispensing", "valid until {day}").format(day=_day(sheet.valid_until))
    return f"{mrn_display(sheet.mrn)} · {written} · {until}"


def closed_words(sheet: Sheet) -> str:
    """Why nothing more may be dispensed; empty where something may."""
    if sheet.open:
        return ""
    words = {
        "completed": translate("dispensing", "Everything on this prescription was supplied. Ask for a new one."),
        "cancelled": translate("dispensing", "This prescription was cancelled. Ask the prescriber."),
        "replaced": translate("dispensing", "This prescription was amended. Open its newest version."),
    }
    lapsed = translate("dispensing", "This prescription was valid until {day}. Ask the prescriber for a new one.")
    return words.get(sheet.state, lapsed.format(day=_day(sheet.valid_until)))


def allergy_words(sheet: Sheet) -> tuple[str, str]:
    """What the chip says of allergies, and its tone; not asked is not the same as none."""
    if sheet.allergies:
        named = ", ".join(
            f"{one.substance} ({one.reaction})" if one.reaction else one.substance for one in sheet.allergies
        )
        return translate("dispensing", "allergy: {named}").format(named=named), "stop"
    if sheet.allergies_asked == "none_known":
        return translate("dispensing", "no known allergy"), "done"
    return translate("dispensing", "allergies not asked"), "warning"


def current_words(sheet: Sheet) -> str:
    """How many other medicines the patient still takes; empty where there are none."""
    match len(sheet.current):
        case 0:
            return ""
        case 1:
            return translate("dispensing", "1 active medicine")
        case many:
            return translate("dispensing", "{n} active medicines").format(n=many)


def batch_words(draft: LineDraft) -> str:
    """The batches that would be given with their expiry: `AM118 01/27 + AM121 06/27`."""
    expiries = {batch.batch_id: batch.expiry for batch in draft.line.batches}
    lots = batches_of(draft)
    return " + ".join(f"{lots.get(pick.batch, '?')} {_month(expiries.get(pick.batch))}".strip() for pick in draft.picks)


def given_words(draft: LineDraft) -> str:
    return f"{draft.units:,}" if draft.line.due or draft.units else "–"


def left_words(line: SheetLine) -> str:
    """What may still be supplied, with the whole repeats among it."""
    if line.refills and line.remaining:
        return translate("dispensing", "{units} ({fills}×)").format(
            units=f"{line.remaining:,}", fills=max(1, fills_left(line.quantity, line.refills, line.supplied))
        )
    return f"{line.remaining:,}"


def omission_words(kind: str) -> str:
    """Why something is left out."""
    words = {
        IS_OWED: translate("dispensing", "owed"),
        STOPPED: translate("dispensing", "stopped"),
        DECLINED: translate("dispensing", "not wanted"),
        LATER: translate("dispensing", "later"),
    }
    return words.get(kind, "")


def state_words(draft: LineDraft) -> str:
    """How far a line is: supplied, owed, to be scanned, scanned."""
    if not draft.line.remaining:
        return translate("dispensing", "supplied")
    if not draft.picks:
        return omission_words(draft.left_out) if draft.missing else ""
    if draft.missing and draft.left_out:
        return translate("dispensing", "{units} {why}").format(
            units=f"{draft.missing:,}", why=omission_words(draft.left_out)
        )
    if draft.scanned:
        return translate("dispensing", "scanned")
    left = sum(not pick.scanned for pick in draft.picks)
    return (
        translate("dispensing", "scan 1 pack")
        if left == 1
        else translate("dispensing", "scan {n} packs").format(n=left)
    )


def state_tone(draft: LineDraft) -> str | None:
    """The colour of the same."""
    if not draft.line.remaining:
        return "neutral"
    if draft.left_out == STOPPED:
        return "stop"
    if draft.missing and draft.left_out:
        return "warning"
    if not draft.picks:
        return None
    return "done" if draft.scanned else "neutral"


def medicine_words(draft: LineDraft) -> str:
    """What is given; in whose place, where it stands for another medicine."""
    if not draft.substitution:
        return draft.medicine
    return translate("dispensing", "{given} for {medicine}").format(given=draft.medicine, medicine=draft.line.medicine)


def line_notes(draft: LineDraft, today: dt.date) -> list[tuple[str, str]]:
    """What to know of the chosen line, each with a tone: look-alikes, care, what is at home, what lacks."""
    line = draft.line
    notes: list[tuple[str, str]] = []
    if line.high_alert:
        notes.append((translate("dispensing", "High-alert medicine: check dose and quantity twice."), "warning"))
    if line.look_alike:
        notes.append(
            (translate("dispensing", "Looks or sounds like {other}.").format(other=line.look_alike), "warning")
        )
    if line.supplied_until is not None and line.supplied_until >= today:
        words = translate("dispensing", "Supplied already; lasts until {day}.")
        notes.append((words.format(day=_day(line.supplied_until)), "info"))
    if line.proposal.short_dated:
        words = translate("dispensing", "{units} more expire before they would be used up; give them with a reason.")
        notes.append((words.format(units=f"{line.proposal.short_dated:,}"), "warning"))
    if not line.substitution:
        notes.append((translate("dispensing", "The prescriber allows nothing in its place."), "info"))
    return notes


def total_words(drafts: tuple[LineDraft, ...]) -> str:
    """What would be handed out: `3 lines · 104 units · 1 owed`."""
    giving = [one for one in drafts if one.picks]
    owed = sum(one.missing > 0 and one.left_out == IS_OWED for one in drafts)
    parts = [
        _lines(len(giving)),
        translate("dispensing", "{units} units").format(units=f"{sum(one.units for one in giving):,}"),
    ]
    if owed:
        parts.append(translate("dispensing", "{n} owed").format(n=owed))
    left = sum(not one.scanned for one in giving)
    if giving:
        parts.append(
            translate("dispensing", "{n} to scan").format(n=left) if left else translate("dispensing", "all scanned")
        )
    return " · ".join(parts)


def _day(day: dt.date | None) -> str:
    return f"{day:%Y-%m-%d}" if day else ""


def _month(day: dt.date | None) -> str:
    return f"{day:%m/%y}" if day else translate("dispensing", "no expiry")


def _lines(many: int) -> str:
    return translate("dispensing", "1 line") if many == 1 else translate("dispensing", "{n} lines").format(n=many)
