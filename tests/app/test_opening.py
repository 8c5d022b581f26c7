"""What a shortcut names is shown first, to those whose duties it is for."""

import pytest

from hms_desktop.app import main
from hms_desktop.app.desk_session import COUNTER
from hms_desktop.app.pages import PAGES
from hms_desktop.screens.queue.counter_window import CounterWindow
from tests.app.conftest import Running
from tests.app.test_sign_in import nobody
from tests.hospital import Hospital


def opened(running: Running, hospital: Hospital, opens: str, *duties: str) -> tuple[str, bool]:
    """The words of the page that `duties` see after the sign-in, and whether the counter window stands above it."""
    seen: list[tuple[str, bool]] = []

    async def steps(run: Running) -> None:
        shell = await run.sign_in(hospital.person(*duties))
        [page] = [key for key, made in shell._made.items() if made is shell.stack.currentWidget()]
        window = run.program.session._counter if run.program.session else None
        seen.append((page, isinstance(window, CounterWindow) and window.isVisible()))

    running.opens = opens
    running.run(nobody(hospital.superuser), steps)
    return seen[0]


@pytest.mark.parametrize(
    ("opens", "duty", "page", "counter"),
    [
        ("", "pharmacist", "queue", False),
        ("dispensing", "pharmacist", "dispensing", False),
        ("dispensing", "front_desk", "queue", False),
        (COUNTER, "front_desk", "queue", True),
        (COUNTER, "manager", "queue", False),
    ],
)
def test_a_shortcut_shows_its_page_to_whom_it_is_for(
    running: Running, hospital: Hospital, opens: str, duty: str, page: str, counter: bool
) -> None:
    assert opened(running, hospital, opens, duty) == (page, counter)


def test_everything_that_may_be_opened_is_a_page_or_the_counter_window() -> None:
    assert set(main.OPENS) <= {entry.key for entry in PAGES} | {COUNTER}


def test_what_is_no_page_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main._options(["--open", "nowhere"])
    assert "nowhere" in capsys.readouterr().err
