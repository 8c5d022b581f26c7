"""What labels and leaflets say of a dispense, in the patient's language, and that a label's code leads back to it."""

import uuid

import pytest

from hms_desktop.clinic.dispensing import actions, queries
from hms_desktop.clinic.dispensing.papers import label_captions, label_paper, leaflet_captions, leaflet_paper
from hms_desktop.clinic.dispensing.rules import Given, Omitted, Pick
from hms_desktop.clinic.medicines.scanning import read_scan
from hms_desktop.clinic.organisation.rules import LANGUAGES, paper_tongue
from hms_desktop.clinic.prescriptions.wording import TONGUES
from hms_desktop.clinic.printing.papers import paper
from hms_desktop.clinic.printing.rules import DOCUMENTS
from hms_desktop.clinic.queue import actions as queue_actions
from hms_desktop.clinic.safety import actions as safety_actions
from hms_desktop.clinic.safety.label_words import CAUTIONS
from hms_desktop.core import places
from hms_desktop.core.database import Database
from hms_desktop.core.errors import Refused
from hms_desktop.core.paper import Content
from tests.factories import dispensing, queue
from tests.hospital import Hospital


@pytest.fixture
def desk(hospital: Hospital) -> Database:
    return hospital.database(hospital.person("pharmacist"))


def handed_out(hospital: Hospital, desk: Database) -> actions.Receipt:
    """Fifty of sixty tablets from two batches to somebody who reads French."""
    house = dispensing.pharmacy(hospital)
    hospital.sql("UPDATE hms.patients SET language = 'fr-CA'")
    return desk.run_now(
        actions.dispense,
        intent=uuid.uuid4(),
        prescription=house.prescribed.id,
        version=house.prescribed.version,
        store=house.store,
        given=(Given(house.line, (Pick(house.first, 30), Pick(house.second, 20))),),
        omitted=(Omitted(house.line, 10, "owed"),),
        note="Take it with food",
        by_hand=True,
    )


def test_a_label_says_what_rule_40_asks_and_its_code_opens_the_repeat(hospital: Hospital, desk: Database) -> None:
    receipt = handed_out(hospital, desk)
    [label] = receipt.labels
    told: Content = desk.read_now(paper, snapshot=True, query=label_paper, subject=label, reprint=1)
    assert set(told.fields) | set(told.rows) <= DOCUMENTS["medicine_label"]
    fields = told.fields
    assert (fields["medicine"], fields["quantity"], fields["batch"], fields["number"]) == (
        "Metformin 500 mg tablet",
        "50 tablet",
        "MF1 + MF2",
        "1/1",
    )
    assert str(fields["directions"]).startswith("Prendre")
    assert fields["reprint"] == 1
    scan = read_scan(str(fields["code"]))
    assert scan.kind == "supply"
    assert scan.number is not None
    assert desk.read_now(queries.label_scanned, supply=scan.number).prescription_id == receipt.prescription_id
    assert label in desk.read_now(label_captions, subjects=[label])


def test_a_leaflet_says_what_was_supplied_and_what_was_not(hospital: Hospital, desk: Database) -> None:
    receipt = handed_out(hospital, desk)
    told: Content = desk.read_now(leaflet_paper, snapshot=True, subject=receipt.dispense_id)
    assert set(told.fields) | set(told.rows) <= DOCUMENTS["leaflet"]
    [(medicine, how)] = told.rows["supplied"]
    assert medicine == "Metformin 500 mg tablet"
    assert how.startswith("50 tablet. Prendre")
    assert told.rows["owed"] == (("Metformin 500 mg tablet", "10 tablet"),)
    assert told.fields["note"] == "Take it with food"
    assert receipt.dispense_id in desk.read_now(leaflet_captions, subjects=[receipt.dispense_id])


def test_label_and_leaflet_say_the_cautions_in_the_patients_language(hospital: Hospital, desk: Database) -> None:
    receipt = handed_out(hospital, desk)
    hospital.sql("UPDATE hms.medicines SET atc_code = 'A10BA02', storage = 'below 25 °C'")
    for wish in ({"code": "keep_on"}, {"code": "no_alcohol"}, {"words": "Bring your meter."}):
        desk.run_now(safety_actions.add_label_caution, intent=uuid.uuid4(), atc_code="A10", **wish)
    words = f"{CAUTIONS['no_alcohol']['fr']} {CAUTIONS['keep_on']['fr']} Bring your meter."
    label: Content = desk.read_now(label_paper, subject=receipt.labels[0])
    assert label.fields["cautions"] == f"{words} below 25 °C"
    leaflet: Content = desk.read_now(leaflet_paper, subject=receipt.dispense_id)
    [(_medicine, how)] = leaflet.rows["supplied"]
    assert str(how).endswith(f". {words}")


def test_papers_are_printed_in_the_patients_language(hospital: Hospital, desk: Database) -> None:
    receipt = handed_out(hospital, desk)
    hospital.sql(
        "INSERT INTO hms.printers (name, connection, address, paper, code_page, documents) "
        "VALUES ('Screen', 'folder', '', 'roll80', 'CP858', '{leaflet,medicine_label}')"
    )
    for document, subject in (("leaflet", receipt.dispense_id), ("medicine_label", receipt.labels[0])):
        hospital.sql("SELECT hms.queue_print(gen_random_uuid(), %s, %s, NULL, NULL)", document, subject)
    assert hospital.sql("SELECT DISTINCT language FROM hms.print_jobs") == [("fr",)]


def test_tickets_cards_and_prescriptions_speak_the_patients_language_too(hospital: Hospital, desk: Database) -> None:
    handed_out(hospital, desk)
    [(patient, prescription)] = hospital.sql("SELECT patient_id, id FROM hms.prescriptions")
    house = queue.house(hospital, ("A",), {"Counter 1": ["A"]})
    clerk = hospital.database(hospital.person("front_desk"))
    wish = {"service": house.services["A"], "patient": patient}
    ticket = clerk.run_now(queue_actions.issue_ticket, intent=uuid.uuid4(), **wish).ticket_id
    asked = {"card": patient, "registration": patient, "prescription": prescription, "ticket": ticket}

    def spoken() -> set[str | None]:
        return {
            hospital.sql("SELECT hms.paper_language(%s, %s)", document, subject)[0][0]
            for document, subject in asked.items()
        }

    assert spoken() == {"fr"}
    hospital.sql("UPDATE hms.patients SET language = 'de'")
    assert spoken() == {None}
    assert hospital.sql("SELECT hms.paper_language('batch_label', 1), hms.paper_language('card', 0)") == [(None, None)]


def test_a_language_without_words_is_the_hospitals_first(hospital: Hospital, desk: Database) -> None:
    handed_out(hospital, desk)
    hospital.sql("UPDATE hms.facility SET languages = '{sw,en}'")
    hospital.sql("UPDATE hms.patients SET language = 'de-AT'")
    assert hospital.sql("SELECT DISTINCT hms.patients_language(id) FROM hms.patients") == [("sw",)]


def test_papers_directions_and_the_database_know_the_same_languages(hospital: Hospital) -> None:
    for tag in ("de", "", "x", "1", "enx"):
        assert (paper_tongue(tag), hospital.sql("SELECT hms.paper_tongue(%s)", tag)) == ("", [(None,)])
    for code in LANGUAGES:
        for tag in (code, code.upper(), f"{code}-XX"):
            assert (paper_tongue(tag), hospital.sql("SELECT hms.paper_tongue(%s)", tag)) == (code, [(code,)])
    assert set(TONGUES) == set(LANGUAGES)
    files = {path.name.split(".")[1] for path in (places.resources() / "layouts").glob("words.*.toml")}
    assert files | {"en"} == set(LANGUAGES)


def test_nothing_of_a_restricted_record_comes_out(hospital: Hospital, desk: Database) -> None:
    receipt = handed_out(hospital, desk)
    hospital.sql("UPDATE hms.patients SET restricted = true")
    for query, subject in ((label_paper, receipt.labels[0]), (leaflet_paper, receipt.dispense_id)):
        with pytest.raises(Refused):
            desk.read_now(query, subject=subject)
