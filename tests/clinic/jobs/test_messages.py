"""Messages go at a decent hour, by the way that the patient allows, no faster than the hospital lets them, and once."""

import datetime as dt
import json
import uuid
from pathlib import Path

import pytest

from hms_desktop.clinic.jobs import actions, sending
from hms_desktop.clinic.jobs.actions import MessageDraft
from hms_desktop.clinic.jobs.wording import Wording
from hms_desktop.core.deliveries import Delivery, Letter, Outcome
from hms_desktop.core.errors import Misconfigured, Refused
from hms_desktop.core.places import resources
from tests.clinic.appointments.clinics import Clinics
from tests.clinic.appointments.conftest import clinics
from tests.clinic.appointments.test_reminders import FRIDAY, reachable
from tests.hospital import Hospital

__all__ = ["clinics"]

LANGUAGES = ("ar", "en", "es", "fr", "hi")
TOLD = {"hospital": "St. Example", "at": "2026-03-06T09:05", "expired": 1, "expiring": 2, "low": 3}


class Carrier:
    """Takes letters, and says of each what it is told to."""

    def __init__(self, *outcomes: Outcome, safe: bool = False) -> None:
        self.letters: list[Letter] = []
        self.outcomes, self.repeat_is_safe = list(outcomes), safe

    def deliver(self, letter: Letter) -> Delivery:
        self.letters.append(letter)
        return Delivery(self.outcomes.pop(0) if self.outcomes else Outcome.SENT, "as it was told to")


def send(hospital: Hospital, **carriers: Carrier) -> dict[str, int]:
    wording = Wording.load(resources() / "messages")
    return sending.send_due(hospital.database(), carriers, wording, lambda: False)


def reminded(clinics: Clinics, *, email: str = "", **said: bool) -> None:
    """A patient with a mobile (and an address), booked for Friday, at the moment when the reminder is due."""
    reachable(clinics, agrees=said.pop("messages", True), language="fr")
    who = clinics.patients[0]
    clinics.hospital.sql("UPDATE hms.patients SET email = %s, version = version WHERE id = %s", email, who)
    for question, given in said.items():
        clinics.hospital.sql(
            "INSERT INTO hms.patient_consents (patient_id, question, given, at) "
            "VALUES (%s, %s, %s, hms.hospital_now())",
            who,
            question,
            given,
        )
    clinics.book(0, on=FRIDAY)
    clinics.passes(days=3, hours=2)


def states(hospital: Hospital) -> list[str]:
    return [row[0] for row in hospital.sql("SELECT state FROM hms.outbox ORDER BY id")]


@pytest.mark.parametrize(
    ("said", "way"),
    [
        ({}, "sms"),
        ({"messages_sms": False}, "email"),
        ({"messages": False, "messages_email": True}, "email"),
        ({"messages_sms": False, "messages_email": False}, ""),
    ],
)
def test_a_message_goes_by_the_first_way_that_the_patient_allows(
    clinics: Clinics, said: dict[str, bool], way: str
) -> None:
    reminded(clinics, email="amina@example.org", **said)
    taken = {"sms": Carrier(), "email": Carrier()}
    send(clinics.hospital, **taken)
    assert {name: len(one.letters) for name, one in taken.items()} == {"sms": way == "sms", "email": way == "email"}


def test_who_says_no_after_the_booking_gets_none(clinics: Clinics) -> None:
    reminded(clinics)
    reachable(clinics, agrees=False)
    assert send(clinics.hospital, sms=Carrier())["sent"] == 0
    assert states(clinics.hospital) == ["cancelled"]


def test_a_reminder_names_the_day_in_the_patients_language_and_nobody(clinics: Clinics) -> None:
    reminded(clinics)
    carrier = Carrier()
    assert send(clinics.hospital, sms=carrier) == {"sent": 1, "failed": 0, "unknown": 0}
    [letter] = carrier.letters
    assert "vendredi 6 mars 2026 à 09:00" in letter.text
    [(given, family)] = clinics.hospital.sql(
        "SELECT given_names, family_name FROM hms.patients WHERE id = %s", clinics.patients[0]
    )
    assert given not in letter.text
    assert family not in letter.text


def test_nobody_is_woken_and_the_message_goes_in_the_morning(clinics: Clinics) -> None:
    admin = clinics.hospital.database(clinics.hospital.person("admin"))
    quiet = MessageDraft(dt.time(8, 30), dt.time(12), 30, ())
    admin.run_now(actions.save_message_rules, intent=uuid.uuid4(), version=1, draft=quiet)
    reminded(clinics)
    assert send(clinics.hospital, sms=Carrier())["sent"] == 0
    clinics.passes(hours=3)
    assert send(clinics.hospital, sms=Carrier())["sent"] == 1


@pytest.mark.parametrize(
    ("begins", "ends", "at", "quiet"),
    [
        ("21:00", "08:00", "20:59", False),
        ("21:00", "08:00", "21:00", True),
        ("21:00", "08:00", "07:59", True),
        ("21:00", "08:00", "08:00", False),
        ("12:00", "14:00", "13:00", True),
        ("12:00", "14:00", "14:00", False),
        ("12:00", "12:00", "12:00", False),
    ],
)
def test_quiet_hours_may_go_over_midnight(hospital: Hospital, begins: str, ends: str, at: str, quiet: bool) -> None:
    hospital.sql("UPDATE hms.message_rules SET quiet_from = %s, quiet_until = %s, version = version", begins, ends)
    assert hospital.sql("SELECT hms.is_quiet(%s::timestamptz)", f"2026-03-02 {at}+00") == [(quiet,)]


def test_no_more_go_in_a_minute_than_the_hospital_lets(hospital: Hospital) -> None:
    hospital.set_clock(dt.datetime(2026, 3, 2, 10, tzinfo=dt.UTC))
    hospital.sql("UPDATE hms.message_rules SET most_a_minute = 3, version = version")
    people = [f"p{number}@hospital.example" for number in range(5)]
    hospital.sql("SELECT hms.write_notice('stock_alert', %s::jsonb, gen_random_uuid(), %s)", json.dumps(TOLD), people)
    assert [send(hospital, email=Carrier())["sent"] for _ in range(2)] == [3, 0]
    hospital.set_clock(dt.datetime(2026, 3, 2, 10, 1, 1, tzinfo=dt.UTC))
    assert send(hospital, email=Carrier())["sent"] == 2


def test_a_notice_of_one_key_is_written_once_to_each(hospital: Hospital) -> None:
    key = str(uuid.uuid4())
    wish = {"about": "stock_alert", "told": TOLD, "key": key}
    database = hospital.database()
    to = ("a@hospital.example", "b@hospital.example")
    many = [database.run_now(sending.write_notice, **wish, recipients=to) for _ in range(2)]
    assert (many, database.run_now(sending.write_notice, **wish)) == ([2, 0], 0)


def test_what_was_cut_short_is_in_doubt_unless_the_other_side_takes_a_key_once(hospital: Hospital) -> None:
    for safe, state in ((False, "unknown"), (True, "sent")):
        hospital.database().run_now(sending.write_notice, about="stock_alert", told=TOLD, recipients=("a@h.example",))
        assert hospital.database().run_now(sending.take, channels=["email"]) is not None
        send(hospital, email=Carrier(safe=safe))
        assert states(hospital)[-1] == state


def test_an_answer_that_comes_late_settles_what_was_in_doubt_and_no_decision(hospital: Hospital) -> None:
    hospital.database().run_now(sending.write_notice, about="stock_alert", told=TOLD, recipients=("a@h.example",))
    due = hospital.database().run_now(sending.take, channels=["email"])
    assert due is not None
    send(hospital, email=Carrier())
    manager = hospital.database(hospital.person("manager"))
    manager.run_now(actions.decide_message, intent=uuid.uuid4(), message=due.id, decision="let_be")
    hospital.database().run_now(sending.settle, message=due.id, came_of=Delivery(Outcome.SENT))
    assert states(hospital) == ["cancelled"]
    with pytest.raises(Refused, match="settled"):
        manager.run_now(actions.decide_message, intent=uuid.uuid4(), message=due.id, decision="again")


def test_every_language_says_everything() -> None:
    folder = resources() / "messages"
    assert sorted(path.stem for path in folder.glob("*.json")) == list(LANGUAGES)
    wording = Wording.load(folder)
    for language in LANGUAGES:
        said = wording.say("reminder", "sms", language, TOLD)
        assert "09:05" in said
        assert "2026" in said
        assert len(said) < 160
        for about in ("stock_alert", "report", "alert"):
            assert wording.say(about, "subject", language, {**TOLD, "subject": "S", "title": "T"})
    assert wording.say("reminder", "sms", "sw", TOLD) == wording.say("reminder", "sms", "en", TOLD)
    assert wording.say("reminder", "sms", "fr-CA", TOLD) == wording.say("reminder", "sms", "fr", TOLD)


@pytest.mark.parametrize("text", ["{", "{}", '{"day": "", "weekdays": [], "months": [], "texts": {}}'])
def test_words_of_the_hospitals_own_that_cannot_be_used_are_one_sentence(tmp_path: Path, text: str) -> None:
    (tmp_path / "en.json").write_text(text, encoding="utf-8")
    with pytest.raises(Misconfigured, match=r"en\.json cannot be used"):
        Wording.load(resources() / "messages", tmp_path)
