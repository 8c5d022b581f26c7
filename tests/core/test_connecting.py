"""How a connection comes about, or why not: whatever was typed, one of our own errors says so."""

from pathlib import Path
from typing import Any

import psycopg
import pytest

from hms_desktop.core.connecting import connect
from hms_desktop.core.errors import HmsError, Misconfigured, Refused
from hms_desktop.core.settings import Server
from tests.corpus import corpus


def asked(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What libpq would have been asked; nothing is sent."""
    told: list[dict[str, Any]] = []

    def no_server(**parameters: Any) -> None:
        told.append(parameters)
        raise psycopg.OperationalError("connection refused")

    monkeypatch.setattr(psycopg, "connect", no_server)
    return told


@pytest.mark.parametrize("text", ["db\0 sslmode=disable", "db\ud83d"])
def test_a_sign_that_would_cut_the_rest_off_is_refused_before_anything_is_sent(
    monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    told = asked(monkeypatch)
    for server in (Server(text), Server("db", dbname=text), Server("db", sslrootcert=text)):
        with pytest.raises(Misconfigured, match="cannot be the address"):
            connect(server, application="test")
    for server in (Server("db", user=text), Server("db", password=text)):
        with pytest.raises(Refused, match="type both again"):
            connect(server, application="test")
    assert told == []


@pytest.mark.parametrize("host", ["a..b", "x" * 64 + ".example"])
def test_a_name_that_no_host_can_have_is_said_to_be_none(host: str) -> None:
    with pytest.raises(Misconfigured, match="cannot be the address"):
        connect(Server(host), application="test")


def test_every_hostile_line_as_an_address_reaches_libpq_whole_or_not_at_all(
    monkeypatch: pytest.MonkeyPatch, shared: Path
) -> None:
    told = asked(monkeypatch)
    for text in corpus(shared):
        with pytest.raises(HmsError):
            connect(Server(text, dbname=text, user=text, password=text), application="test", workstation=text)
    for parameters in told:
        written = psycopg.conninfo.make_conninfo(
            **{name: value for name, value in parameters.items() if name != "autocommit"}
        )
        read = psycopg.conninfo.conninfo_to_dict(written)
        assert {name: read[name] for name in ("host", "user", "sslmode") if parameters[name]} == {
            name: parameters[name] for name in ("host", "user", "sslmode") if parameters[name]
        }


def test_every_hostile_line_as_a_name_and_password_is_refused_by_the_server(cluster: Server, shared: Path) -> None:
    for text in corpus(shared)[::40]:
        with pytest.raises(Refused) as refused:
            connect(cluster.signed_in_as(text or "nobody", text), application="test")
        assert refused.value.code == "sign_in.wrong"
