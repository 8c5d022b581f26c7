"""A selftest says a line for each check, fails as a whole where one fails, and has an end whatever a check does."""

import io
import json
import threading

import pytest

from hms_desktop.core.selftest import Check, Failed, NotTried, Selftest


def _failing(error: Exception) -> Check:
    def look() -> str:
        raise error

    return Check("fonts", look)


def _run(*checks: Check, as_json: bool = False) -> tuple[int, str]:
    out = io.StringIO()
    code = Selftest("hms-desktop", "1.2.3", as_json=as_json, out=out).run(checks)
    return code, out.getvalue()


def test_what_works_is_said_with_what_was_found() -> None:
    code, said = _run(Check("fonts", lambda: "Noto Sans"))
    assert code == 0
    assert said.startswith("ok      fonts: Noto Sans (")


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (Failed("no Arabic"), "no Arabic"),
        (FileNotFoundError(2, "No such file", "a.ttf"), "FileNotFoundError: [Errno 2] No such file: 'a.ttf'"),
        (ValueError(), "ValueError"),
        (ImportError("two\nlines"), "ImportError: two lines"),
    ],
)
def test_whatever_a_check_raises_has_failed_and_the_next_is_looked_at(error: Exception, words: str) -> None:
    code, said = _run(_failing(error), Check("layouts", lambda: "12"))
    assert code == 1
    first, second = said.splitlines()
    assert first.startswith(f"FAILED  fonts: {words} (")
    assert second.startswith("ok      layouts: 12")


def test_what_there_is_nothing_to_look_at_for_is_no_failure() -> None:
    code, said = _run(_failing(NotTried("no embedded PostgreSQL")))
    assert code == 0
    assert said.startswith("skipped fonts: no embedded PostgreSQL")


def test_programs_read_one_object_of_json() -> None:
    code, said = _run(Check("fonts", lambda: "Noto Sans"), _failing(Failed("no Arabic")), as_json=True)
    told = json.loads(said)
    assert code == 1
    assert (told["program"], told["version"], told["passed"]) == ("hms-desktop", "1.2.3", False)
    assert [(each["name"], each["state"], each["words"]) for each in told["checks"]] == [
        ("fonts", "ok", "Noto Sans"),
        ("fonts", "failed", "no Arabic"),
    ]


@pytest.mark.parametrize("as_json", [False, True])
def test_a_check_that_does_not_come_back_ends_the_program(as_json: bool) -> None:
    left = threading.Event()
    codes: list[int] = []

    def leave(code: int) -> None:
        codes.append(code)
        said.append(out.getvalue())
        left.set()

    out, said = io.StringIO(), []
    hanging = Check("films", lambda: str(left.wait(60)), seconds=0.05)
    Selftest("hms-kiosk", "1.2.3", as_json=as_json, out=out).run([Check("fonts", lambda: "1"), hanging], leave)
    assert codes == [1]
    assert "no answer within 0.05 s" in said[0]
    if as_json:
        assert json.loads(said[0])["passed"] is False
