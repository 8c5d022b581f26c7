"""Bar and square codes as plain black and white modules, for whatever draws them: dots of a roll or lines of a page."""

import functools

from hms_desktop.core.errors import Refused

BAR_QUIET = 10
"""White modules that a Code 128 needs on either side (ISO/IEC 15417)."""
SQUARE_QUIET = 4
"""White modules that a QR code needs around it (ISO/IEC 18004)."""


def storable_in_bars(text: str) -> bool:
    """Whether `text` is printable ASCII of a length that a scanner can still read."""
    return 1 <= len(text) <= 80 and all(" " <= letter <= "~" for letter in text)


@functools.lru_cache(maxsize=256)
def bars(text: str) -> str:
    """The modules of `text` as Code 128, '1' for black, without quiet zones. Raises Refused for other letters."""
    from barcode import Code128  # at the first code, so that a desk opens sooner

    _check(text)
    modules: str = Code128(text).build()[0]
    return modules


@functools.lru_cache(maxsize=256)
def square(text: str) -> tuple[tuple[bool, ...], ...]:
    """The rows of `text` as QR code of error correction M, without quiet zone. Raises Refused as `bars` does."""
    from qrcode import QRCode
    from qrcode.constants import ERROR_CORRECT_M

    _check(text)
    made = QRCode(error_correction=ERROR_CORRECT_M, border=0)
    made.add_data(text)
    made.make(fit=True)
    return tuple(tuple(bool(module) for module in row) for row in made.get_matrix())


def _check(text: str) -> None:
    if not storable_in_bars(text):
        raise Refused("paper.code", "The barcode's text holds letters that a barcode cannot hold; report this.")
