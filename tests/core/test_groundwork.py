"""The checks of encryption, driver and embedded PostgreSQL: green here, red where one of them is not there."""

import socket
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import pq

from hms_desktop.core import groundwork
from hms_desktop.core.selftest import Failed


def test_encryption_and_driver_are_there() -> None:
    assert "OpenSSL" in groundwork.python_tls()
    assert "binary" in groundwork.psycopg_implementation()
    assert groundwork.libpq_tls() == "begins a handshake"


def test_a_psycopg_that_would_look_for_libpq_on_the_machine_is_red(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pq, "__impl__", "python")
    with pytest.raises(Failed, match="python, not binary"):
        groundwork.psycopg_implementation()


def test_a_libpq_without_encryption_is_red(monkeypatch: pytest.MonkeyPatch) -> None:
    def knock_in_the_clear(*, port: int, **_: Any) -> None:
        with socket.create_connection(("127.0.0.1", port)) as client:
            client.sendall(b"\0\0\0\x08\0\3\0\0")
        raise psycopg.OperationalError("SSL support is not compiled in")

    monkeypatch.setattr(psycopg, "connect", knock_in_the_clear)
    with pytest.raises(Failed, match="begins no handshake"):
        groundwork.libpq_tls()


def test_the_embedded_server_starts_and_a_knock_is_heard() -> None:
    assert groundwork.embedded_round().endswith("LISTEN hears selftest:1")


def test_a_module_that_leans_on_what_is_not_there_is_red(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "ward"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "beds.py").write_text("import a_library_that_was_left_out\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ModuleNotFoundError, match="a_library_that_was_left_out"):
        groundwork.importable(["ward"])
