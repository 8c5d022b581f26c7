"""A seat whose papers come out of a real printer on this machine's network."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hms_desktop.app.papers import QUERIES
from hms_desktop.clinic.printing.rules import DOCUMENTS
from hms_desktop.core.layouts import Layouts
from hms_desktop.core.places import resources
from hms_desktop.screens.printing.made import Maker
from hms_desktop.screens.printing.press import Press
from tests.roll_printer import RollPrinter
from tests.screens.desks import Seat


@pytest.fixture
def printer() -> Iterator[RollPrinter]:
    made = RollPrinter()
    yield made
    made.close()


@pytest.fixture
def maker(tmp_path: Path) -> Maker:
    layouts = Layouts([tmp_path / "layouts", resources() / "layouts"], DOCUMENTS)
    return Maker(layouts, tmp_path / "papers")


@pytest.fixture
def press_of(maker: Maker) -> Callable[..., Press]:
    def made(seat: Seat, *, patience: float = 6) -> Press:
        return Press(seat.desk, QUERIES, maker, patience=patience, parent=seat.desk)

    return made
