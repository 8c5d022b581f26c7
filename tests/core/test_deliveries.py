"""A letter is handed over once, encrypted, and what came of it is known or said to be unknown."""

import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest

from hms_desktop.core.deliveries import Delivery, Letter, Outcome
from hms_desktop.core.gateway import Gateway
from hms_desktop.core.mail import MailServer
from tests.core.test_tls import Authority
from tests.message_takers import GatewayTaker, MailTaker

LETTER = Letter("5f0c0b9e-0000-4000-8000-000000000001", "amina@example.org", "Grüße – مرحبا\n.\nBye", "Termin – موعد")


@pytest.fixture
def mail() -> Iterator[MailTaker]:
    taker = MailTaker()
    yield taker
    taker.close()


@pytest.fixture
def gateway() -> Iterator[GatewayTaker]:
    taker = GatewayTaker()
    yield taker
    taker.close()


def server(taker: MailTaker) -> MailServer:
    return MailServer("127.0.0.1", taker.port, "none", sender="desk@hospital.example", seconds=10)


def test_a_letter_arrives_as_it_was_written(mail: MailTaker, tmp_path: Path) -> None:
    (tmp_path / "day.csv").write_text("a,b\n", encoding="utf-8")
    letter = Letter(LETTER.key, LETTER.recipient, LETTER.text, LETTER.subject, (tmp_path / "day.csv",))
    assert server(mail).deliver(letter) == Delivery(Outcome.SENT)
    [got] = mail.letters
    body = got.get_body()
    assert body is not None
    assert body.get_content().replace("\r\n", "\n").rstrip() == LETTER.text
    assert (got["Subject"], got["To"]) == (LETTER.subject, LETTER.recipient)
    assert got["Message-ID"] == f"<{LETTER.key}@hospital.example>"
    assert [part.get_filename() for part in got.iter_attachments()] == ["day.csv"]


@pytest.mark.parametrize(
    ("word", "answer", "outcome"),
    [
        ("RCPT", "550 no such person", Outcome.REFUSED),
        ("RCPT", "450 try later", Outcome.LATER),
        ("MAIL", "530 sign in first", Outcome.LATER),
        ("RCPT", None, Outcome.LATER),
        (".", "554 spam", Outcome.REFUSED),
        (".", "451 disk full", Outcome.LATER),
        (".", None, Outcome.UNKNOWN),
        ("QUIT", None, Outcome.SENT),
    ],
)
def test_what_the_mail_server_says_is_what_came_of_it(
    mail: MailTaker, word: str, answer: str | None, outcome: Outcome
) -> None:
    mail.answers[word] = answer
    found = server(mail).deliver(LETTER)
    assert found.outcome == outcome
    assert LETTER.recipient not in found.note


def test_a_server_that_is_away_is_asked_later() -> None:
    """Nobody listens on the port of discarding, which is below those that programs are given."""
    assert MailServer("127.0.0.1", 9, "none", sender="a@b.example").deliver(LETTER).outcome == Outcome.LATER
    assert Gateway("http://127.0.0.1:9/").deliver(LETTER).outcome == Outcome.LATER


def test_a_mail_server_must_prove_its_name_before_it_hears_anything(tmp_path: Path) -> None:
    authority = Authority.made("Test hospital")
    authority.sign("127.0.0.1", tmp_path)
    trusted = authority.pem(tmp_path / "ca.pem")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "server.crt", tmp_path / "server.key")
    taker = MailTaker(context)
    try:
        for certificates, host, outcome in (
            (trusted, "127.0.0.1", Outcome.SENT),
            ("", "127.0.0.1", Outcome.LATER),
            (trusted, "localhost", Outcome.LATER),
        ):
            mail = MailServer(host, taker.port, sender="desk@hospital.example", certificates=certificates)
            assert mail.deliver(LETTER).outcome == outcome
    finally:
        taker.close()
    assert len(taker.letters) == 1


@pytest.mark.parametrize(
    ("safe", "code", "outcome"),
    [
        (False, 202, Outcome.SENT),
        (False, 400, Outcome.REFUSED),
        (False, 302, Outcome.REFUSED),
        (False, 429, Outcome.LATER),
        (False, 503, Outcome.LATER),
        (False, 500, Outcome.UNKNOWN),
        (False, 0, Outcome.UNKNOWN),
        (True, 0, Outcome.LATER),
        (True, 500, Outcome.LATER),
    ],
)
def test_what_the_gateway_says_is_what_came_of_it(
    gateway: GatewayTaker, safe: bool, code: int, outcome: Outcome
) -> None:
    gateway.answers.append(code)
    ours = Gateway(gateway.url, '{"n": [1, {"to": "{recipient}"}], "m": "{text}"}', {"X-Id": "7"}, safe, seconds=10)
    assert ours.deliver(LETTER).outcome == outcome
    [got] = gateway.posted
    assert got.body == {"n": [1, {"to": LETTER.recipient}], "m": LETTER.text}
    assert (got.headers["idempotency-key"], got.headers["x-id"]) == (LETTER.key, "7")


@pytest.mark.parametrize(
    "carrier",
    [
        MailServer("mail.example", security="none", sender="a@b.c"),
        MailServer("mail.example", security="maybe", sender="a@b.c"),
        MailServer("mail.example", sender="nobody"),
        Gateway("http://gateway.example/"),
        Gateway("https://gateway.example/", body="{"),
        Gateway("https://gateway.example/", headers={"A": "b\r\nC: d"}),
    ],
)
def test_what_would_say_a_secret_in_the_clear_is_refused(carrier: MailServer | Gateway) -> None:
    with pytest.raises(ValueError, match=r"setting|may go|Set|Each"):
        carrier.check()
