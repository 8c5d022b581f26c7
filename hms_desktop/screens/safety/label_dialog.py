"""What is put on labels: a caution for one medicine or for a class of them, or one that a medicine does without."""

from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QWidget

from hms_desktop.clinic.safety import actions
from hms_desktop.clinic.safety.label_words import CAUTIONS, MOST_OWN_WORDS
from hms_desktop.screens.scanned import ScannedMedicine
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.dialogs import ask
from hms_desktop.widgets.forms import FormDialog, choice_field, text_field
from hms_desktop.widgets.wishes import Wishes

WIDTH, LONGEST_CLASS = 620, 7
translate = QCoreApplication.translate


def read_here() -> str:
    """The language of the windows, in which the shipped cautions are shown where they have its words."""
    return QLocale().name().partition("_")[0]


def shipped_words(code: str) -> str:
    """A caution as the pharmacist reads it; a code that this program does not know stands as it is."""
    words = CAUTIONS.get(code, {})
    return words.get(read_here(), words.get("en", code))


async def put_on_labels(desk: Desk, wishes: Wishes, medicine: ScannedMedicine | None, parent: QWidget) -> bool:
    """Ask which caution, for `medicine` or (None) for a class; whether something was put on the list."""

    async def save(typed: dict[str, Any]) -> None:
        await wishes.run(
            actions.add_label_caution,
            medicine=medicine.id if medicine else None,
            atc_code=typed.get("atc_code", ""),
            code=typed["code"],
            words=typed["words"],
            shown=typed.get("shown", True),
        )

    sentence = (
        translate("labels", "It stands on every label and leaflet of {medicine} from now on.").format(
            medicine=medicine.title
        )
        if medicine
        else translate("labels", "It stands on the labels of every medicine whose ATC code begins so.")
    )
    dialog = FormDialog(
        translate("labels", "A caution for labels"),
        translate("labels", "Put it on the list"),
        save,
        sentence=sentence,
        parent=parent,
    )
    dialog.setMinimumWidth(WIDTH)
    if medicine is None:
        dialog.form.add("atc_code", translate("labels", "ATC class, such as R06"), text_field(longest=LONGEST_CLASS))
    shipped = [(code, shipped_words(code)) for code in CAUTIONS]
    own = ("", translate("labels", "own words, written below"))
    caution, words = choice_field([own, *shipped], next(iter(CAUTIONS))), text_field(longest=MOST_OWN_WORDS)
    words.textEdited.connect(lambda text: caution.setCurrentIndex(0) if text.strip() else None)
    dialog.form.add("code", translate("labels", "Caution"), caution)
    dialog.form.add("words", translate("labels", "Own words, printed as they are"), words)
    if medicine is not None:
        printed = (True, translate("labels", "printed"))
        left_out = (False, translate("labels", "left out, though its class says it"))
        dialog.form.add("shown", translate("labels", "On its label"), choice_field([printed, left_out], True))
    dialog.form.field("code" if medicine else "atc_code").setFocus()
    added = await ask(dialog)
    dialog.deleteLater()
    return added
