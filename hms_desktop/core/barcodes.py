"""Bar and square codes as plain black and white modules, for whatever draws them: dots of a roll or lines of a page."""

import functools

from biip import EncodeError, ParseError
from biip.gs1_messages import GS1Message

from hms_desktop.core.errors import Refused

GS = "\x1d"
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


def gs1_elements(text: str) -> tuple[str, ...]:
    """The elements of a code that is written with brackets, (01)…(10)…: each with its identifier, and with GS at its
    end where another follows one of variable length. Empty where `text` is no such code."""
    message = _gs1_message(text)
    if message is None:
        return ()
    each = [element.ai.ai + element.value for element in message.element_strings]
    ended = [
        body + (GS if element.ai.separator_required else "")
        for body, element in zip(each[:-1], message.element_strings[:-1], strict=True)
    ]
    return (*ended, each[-1])


def gs1_link(text: str) -> str:
    """The GS1 Digital Link of a code that is written with brackets; what is no such code stands as it is.

    It is how a plain QR code carries GS1's elements: they are its address, which need not exist and is never opened.
    """
    message = _gs1_message(text)
    if message is None:
        return text
    try:
        return message.as_gs1_digital_link_uri().as_uri()
    except EncodeError:
        return text


def _gs1_message(text: str) -> GS1Message | None:
    try:
        return GS1Message.parse_hri(text)
    except ParseError:
        return None


def _check(text: str) -> None:
    if not storable_in_bars(text):
        raise Refused("paper.code", "The barcode's text holds letters that a barcode cannot hold; report this.")
