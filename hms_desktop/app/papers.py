"""Which area says what each paper is about, and where the layouts and the printed files of this computer are."""

from collections.abc import Mapping

from hms_desktop.clinic.appointments.papers import slip_captions, slip_paper
from hms_desktop.clinic.dispensing.controlled_papers import register_captions, register_paper
from hms_desktop.clinic.dispensing.papers import label_captions, label_paper, leaflet_captions, leaflet_paper
from hms_desktop.clinic.patients.papers import card_captions, card_paper, registration_paper
from hms_desktop.clinic.prescriptions.papers import prescription_captions, prescription_paper
from hms_desktop.clinic.printing.papers import CaptionQuery, PaperQuery, trial_paper
from hms_desktop.clinic.printing.rules import DOCUMENTS
from hms_desktop.clinic.queue.papers import ticket_captions, ticket_paper
from hms_desktop.clinic.stock.counting_papers import (
    counting_sheet_captions,
    counting_sheet_paper,
    second_count_paper,
)
from hms_desktop.clinic.stock.papers import batch_label_captions, batch_label_paper
from hms_desktop.core import places
from hms_desktop.core.layouts import Layouts
from hms_desktop.screens.printing.made import Maker

QUERIES: Mapping[str, PaperQuery] = {
    "ticket": ticket_paper,
    "slip": slip_paper,
    "card": card_paper,
    "registration": registration_paper,
    "medicine_label": label_paper,
    "leaflet": leaflet_paper,
    "batch_label": batch_label_paper,
    "prescription": prescription_paper,
    "controlled_register": register_paper,
    "counting_sheet": counting_sheet_paper,
    "second_count_sheet": second_count_paper,
    "test": trial_paper,
}
"""For each document that can be printed today, the query of the area that it belongs to."""


CAPTIONS: Mapping[str, CaptionQuery] = {
    "ticket": ticket_captions,
    "slip": slip_captions,
    "card": card_captions,
    "registration": card_captions,
    "medicine_label": label_captions,
    "leaflet": leaflet_captions,
    "batch_label": batch_label_captions,
    "prescription": prescription_captions,
    "controlled_register": register_captions,
    "counting_sheet": counting_sheet_captions,
    "second_count_sheet": counting_sheet_captions,
}
"""What the list of papers calls that which each is about."""


def maker() -> Maker:
    """Layouts of the hospital's own stand in the user's data folder, above the ones that ship."""
    layouts = Layouts([places.user_data() / "layouts", places.resources() / "layouts"], DOCUMENTS)
    return Maker(layouts, places.user_data() / "papers")
