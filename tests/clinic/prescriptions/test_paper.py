"""A printed prescription and the lines kept as favourites: what they say, to whom, and when they are refused."""

from decimal import Decimal

import pytest

from hms_desktop.clinic.operations.demo_prescriptions import TYPED
from hms_desktop.clinic.prescriptions import actions, papers, queries, typed
from hms_desktop.clinic.prescriptions.rules import Line
from hms_desktop.clinic.printing.papers import paper
from hms_desktop.clinic.printing.rules import DOCUMENTS
from hms_desktop.core.errors import Refused
from tests.clinic.prescriptions.conftest import TODAY, Desk
from tests.factories.patients import patient
from tests.factories.prescriptions import line, medicine, write_prescription
from tests.hospital import Hospital


def test_a_printed_prescription_says_who_gets_what_in_the_patients_language(
    hospital: Hospital, someone: int, clinician: Desk
) -> None:
    frenchwoman = patient(
        hospital, "Dubois", "Anne", language="fr-CA", allergies={"known": [{"substance": "Penicillins"}]}
    )
    written = clinician.write(
        frenchwoman,
        Line(medicine(hospital), 21, Decimal(1), "TDS", 7, refills=2, directions="after_food"),
        note="bring the box",
    )
    content = clinician.see(paper, query=papers.prescription_paper, subject=written.id)
    assert set(content.fields) | set(content.rows) <= DOCUMENTS["prescription"]
    assert (content.fields["name"], content.fields["prescriber"]) == ("Dubois, Anne", "Doctor Rahma")
    assert (content.fields["allergies"], content.fields["written"]) == ("Penicillins", TODAY)
    assert content.rows["medicines"] == (
        (
            "1. Amoxicillin 500 mg capsule",
            "Prendre 1 gélule trois fois par jour pendant 7 jours, après le repas. · 21 capsule + 2 × 21",
        ),
    )
    captions = clinician.see(papers.prescription_captions, subjects=[written.id])
    assert list(captions) == [written.id]


def test_what_does_not_stand_any_more_is_not_printed(hospital: Hospital, someone: int, clinician: Desk) -> None:
    made = write_prescription(hospital, someone, [line(medicine(hospital))])
    clinician.do(actions.cancel_prescription, prescription=made.id, version=1, reason="a rash")
    with pytest.raises(Refused, match="does not stand any more"):
        clinician.see(paper, query=papers.prescription_paper, subject=made.id)


def test_favourites_are_a_persons_own_or_a_departments(hospital: Hospital, someone: int, clinician: Desk) -> None:
    [(ward,)] = hospital.sql("INSERT INTO hms.departments (name) VALUES ('Ward') RETURNING id")
    often = Line(medicine(hospital), 21, Decimal(1), "TDS", 7)
    own = clinician.do(actions.save_favourite_line, name="Pneumonia", line=often)
    shared = clinician.do(actions.save_favourite_line, name="Pneumonia", line=often, department=ward)
    again = clinician.do(actions.save_favourite_line, name="Pneumonia", line=Line(often.medicine_id, 30))
    assert again == own
    mine = clinician.see(queries.favourites, department=ward)
    assert [(one.id, one.own, one.line.quantity) for one in mine] == [(own, True, 30), (shared, False, 21)]
    colleague = Desk(hospital, "pharmacist")
    assert [one.id for one in colleague.see(queries.favourites, department=ward)] == [shared]
    assert colleague.see(queries.favourites, department=None) == ()
    with pytest.raises(Refused, match="no longer on the list"):
        colleague.do(actions.drop_favourite_line, favourite=own)
    clinician.do(actions.drop_favourite_line, favourite=own)
    with pytest.raises(Refused, match="not on the list"):
        clinician.do(actions.save_favourite_line, name="x", line=often, department=-1)


@pytest.mark.parametrize("text", [text for lines in TYPED for text in lines])
def test_the_demos_lines_are_understood(text: str) -> None:
    read = typed.readings(text)[0]
    assert read.medicine
    assert read.frequency or read.taper
