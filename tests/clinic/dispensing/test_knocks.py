"""The other screens hear of a dispense right after its commit, or from whoever changes something next."""

import json
import uuid
from dataclasses import replace

from hms_desktop.clinic.dispensing import actions
from hms_desktop.clinic.dispensing.rules import Given, Pick
from tests.factories import dispensing
from tests.hospital import Hospital

HEARD_WITHIN = 30.0  # seconds


def test_a_dispense_is_heard_as_soon_as_it_is_done(hospital: Hospital) -> None:
    house = dispensing.pharmacy(hospital)
    [(patient,)] = hospital.sql("SELECT patient_id FROM hms.prescriptions WHERE id = %s", house.prescribed.id)
    desk = hospital.database(hospital.person("pharmacist"))
    with hospital.connection() as listening:
        listening.execute("LISTEN hms_changes")
        desk.run_now(
            actions.dispense,
            intent=uuid.uuid4(),
            prescription=house.prescribed.id,
            version=house.prescribed.version,
            store=house.store,
            given=(Given(house.line, (Pick(house.first, 10),)),),
        )
        heard = {notice.payload for notice in listening.notifies(timeout=HEARD_WITHIN, stop_after=3)}
    assert heard == {f"dispensing:{house.prescribed.id}", f"stock:{house.store}", f"prescriptions:{patient}"}
    assert hospital.sql("SELECT count(*) FROM hms.late_knocks") == [(0,)]


def test_what_a_program_that_was_cut_off_could_not_tell_is_told_by_the_next_one(hospital: Hospital) -> None:
    house = dispensing.pharmacy(hospital)
    given = json.dumps([{"line": house.line, "batch": house.first, "units": 10}])
    with hospital.connection() as listening, hospital.connection(hospital.person("pharmacist")) as cut_off:
        listening.execute("LISTEN hms_changes")
        cut_off.execute(
            "SELECT hms.dispense(gen_random_uuid(), %s, %s, %s, '[]', %s)",
            (house.prescribed.id, house.prescribed.version, given, house.store),
        )
        cut_off.commit()
        hospital.sql("SELECT hms.tell_knocks()")
        heard = [notice.payload for notice in listening.notifies(timeout=HEARD_WITHIN, stop_after=1)]
    assert f"dispensing:{house.prescribed.id}" in heard
    assert hospital.sql("SELECT hms.tell_knocks()") == [(0,)]


def test_behind_a_pooler_a_dispense_and_its_knocks_are_one_transaction(hospital: Hospital) -> None:
    house = dispensing.pharmacy(hospital)
    pharmacist = hospital.person("pharmacist")
    desk = hospital.database(replace(pharmacist, pooler=f"{pharmacist.host}:{pharmacist.port}"))
    with hospital.connection() as listening:
        listening.execute("LISTEN hms_changes")
        receipt = desk.run_now(
            actions.dispense,
            intent=uuid.uuid4(),
            prescription=house.prescribed.id,
            version=house.prescribed.version,
            store=house.store,
            given=(Given(house.line, (Pick(house.first, 10),)),),
        )
        heard = {notice.payload for notice in listening.notifies(timeout=HEARD_WITHIN, stop_after=3)}
    assert f"dispensing:{receipt.prescription_id}" in heard
    assert hospital.sql("SELECT count(*) FROM hms.late_knocks") == [(0,)]
