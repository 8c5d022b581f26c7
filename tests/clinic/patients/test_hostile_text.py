"""Every line of the hostile corpora, in every text field: kept as plain text exactly, or refused with one sentence."""

from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from hms_desktop.clinic.patients import actions, queries, texts
from hms_desktop.clinic.patients.rules import Identifier, PatientRecord, Phone
from hms_desktop.core.errors import Refused
from hms_desktop.core.explaining import explained
from tests.corpus import corpus
from tests.hospital import Hospital


def _keep(session: Session, record: PatientRecord) -> bool:
    """Register and read back; True where it was kept exactly, False where it was refused with one sentence."""
    refusal: Exception | None = None
    try:
        with session.begin_nested():
            made = actions.register(session, intent=uuid4(), record=record)
    except Refused as refused:
        refusal = refused
    except DBAPIError as error:
        refusal = explained(error)
    if refusal is not None:
        assert isinstance(refusal, Refused), repr(refusal)
        assert str(refusal).endswith(".")
        assert "\n" not in str(refusal)
        return False
    read = queries.patient_card(session, made.id).record
    assert (read.family_name, read.notes, read.address) == (record.family_name, record.notes, record.address)
    assert [phone.number for phone in read.phones] == [phone.number for phone in record.phones]
    assert [known.value for known in read.identifiers] == [known.value for known in record.identifiers]
    return True


def _try_all(session: Session, texts: tuple[str, ...]) -> int:
    """Each text in all fields at once, or where that is refused in each alone; how many were kept."""
    kept = 0
    for text in texts:
        everywhere = PatientRecord(family_name=text, notes=text, address=text, identifiers=(Identifier("other", text),))
        one_field = (
            PatientRecord(family_name=text),
            PatientRecord(given_names="A", notes=text),
            PatientRecord(given_names="A", identifiers=(Identifier("other", text),)),
        )
        kept += _keep(session, everywhere) or sum(_keep(session, record) for record in one_field)
        kept += _keep(session, PatientRecord(given_names="A", phones=(Phone(text),)))
    return kept


def _seek_all(session: Session, texts: tuple[str, ...]) -> None:
    for text in texts:
        queries.find_patients(session, text)


@pytest.mark.usefixtures("many_deeds_in_one_unit_of_work")
def test_every_hostile_line_is_looked_for_without_a_fault(hospital: Hospital, shared: Path) -> None:
    desk = hospital.database(hospital.person("front_desk"))
    for name in ("Okafor", "Nguyễn", "O'Neill", "1;DROP TABLE patients", "<b>", "%", "\\"):
        desk.run_now(actions.register, intent=uuid4(), record=PatientRecord(family_name=name))
    desk.read_now(_seek_all, texts=corpus(shared))


@pytest.mark.usefixtures("many_deeds_in_one_unit_of_work")
@pytest.mark.parametrize("first", [0, pytest.param(1, marks=pytest.mark.soak)])
def test_every_second_hostile_line_is_kept_exactly_or_refused_with_one_sentence(
    hospital: Hospital, shared: Path, first: int
) -> None:
    """The others go through the same checks in tests/walks/test_hostile_text.py."""
    desk = hospital.database(hospital.person("front_desk"))
    texts = corpus(shared)[first::2]
    kept = sum(desk.run_now(_try_all, texts=texts[start : start + 200]) for start in range(0, len(texts), 200))
    assert kept > len(texts) // 2
    [(stored,)] = hospital.sql("SELECT count(*) FROM hms.patients")
    assert stored >= kept


def test_every_hostile_name_that_was_kept_is_found_by_itself(hospital: Hospital, shared: Path) -> None:
    desk = hospital.database(hospital.person("front_desk"))
    lines = (shared / "naughty_strings" / "blns.txt").read_text(encoding="utf-8").splitlines()
    for text in sorted({line for line in lines if line.strip() and len(line) <= 100})[::3]:
        try:
            made = desk.run_now(actions.register, intent=uuid4(), record=PatientRecord(family_name=text))
        except Refused:
            continue
        found = desk.read_now(queries.find_patients, text=text, limit=200)
        assert made.id in {line.id for line in found}, text


@pytest.mark.parametrize("text", ["\x00", "A\x00B", "\ud83d"])
def test_text_that_postgresql_cannot_hold_is_refused_with_a_sentence_in_every_field(
    hospital: Hospital, text: str
) -> None:
    desk = hospital.database(hospital.person("front_desk"))
    for record in (
        PatientRecord(given_names=text),
        PatientRecord(given_names="A", family_name=text),
        PatientRecord(given_names="A", address=text),
        PatientRecord(given_names="A", notes=text),
        PatientRecord(given_names="A", phones=(Phone(f"123{text}"),)),
        PatientRecord(given_names="A", identifiers=(Identifier("other", text),)),
    ):
        with pytest.raises(Refused) as refused:
            desk.run_now(actions.register, intent=uuid4(), record=record)
        assert refused.value.code == "patients.hidden_characters"
    assert desk.read_now(queries.find_patients, text=text) == ()
    with pytest.raises(Refused):
        texts.check_text("name", text, longest=10)
