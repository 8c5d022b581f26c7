"""Text as people type it into a record: any script is welcome, what deceives the eye is not."""

import re

from hms_desktop.core.errors import Refused

# Control characters, line separators and direction overrides: on a label or in a list they could make one
# name look like another. The joiners of Persian and Indian names and the plain direction marks are welcome.
_HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_LINES = str.maketrans("", "", "\t\n\r")


def check_text(what: str, text: str, *, longest: int, many_lines: bool = False) -> None:
    """Refuse text that cannot be stored or would deceive the eye; all else stays as it is."""
    hidden = _HIDDEN.search(text.translate(_LINES) if many_lines else text)
    if hidden:
        raise Refused(
            "patients.hidden_characters",
            f"The {what} contains a hidden control character; please type it again without it.",
            {"field": what},
        )
    if len(text) > longest:
        raise Refused("patients.too_long", f"The {what} is longer than {longest} characters.", {"field": what})
