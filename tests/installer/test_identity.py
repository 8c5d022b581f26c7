"""What the programs say of themselves: one name, one version, one icon, for each of them."""

import importlib.metadata

import pytest
from PySide6.QtGui import QImage

from hms_desktop.core.siblings import PROGRAMS
from installer.freeze import identity
from installer.windows import icon


def test_the_version_is_the_projects() -> None:
    assert identity.version() == importlib.metadata.version("hms-desktop")


def test_every_program_of_the_suite_says_what_it_is_for() -> None:
    assert set(identity.PURPOSES) == set(PROGRAMS)
    assert len(set(identity.PURPOSES.values())) == len(PROGRAMS)


@pytest.mark.parametrize("program", PROGRAMS)
def test_each_program_names_its_maker_its_product_and_its_version(program: str) -> None:
    words = identity.words(program)
    assert (words["CompanyName"], words["ProductName"]) == (identity.MAKER, identity.NAME)
    assert words["FileVersion"] == words["ProductVersion"] == identity.version()
    assert words["OriginalFilename"] == f"{program}.exe"


@pytest.mark.parametrize("size", icon.SIZES)
def test_the_icon_is_the_drawing_in_every_size(size: int) -> None:
    pictures = icon.unpacked(identity.ICON.read_bytes())
    assert set(pictures) == set(icon.SIZES)
    kept, drawn = QImage.fromData(pictures[size]), icon.drawn(size)
    assert kept.size() == drawn.size()
    for place in ((x, y) for x in range(0, size, 4) for y in range(0, size, 4)):
        one, other = kept.pixelColor(*place), drawn.pixelColor(*place)
        assert all(abs(a - b) <= 8 for a, b in zip(one.getRgb(), other.getRgb(), strict=True)), place
