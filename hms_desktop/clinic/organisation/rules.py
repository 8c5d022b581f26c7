"""What the hospital's own entries must look like, checked while they are typed and again by the database."""

import re

ROOM_KINDS: dict[str, str] = {"room": "Room", "counter": "Counter", "window": "Window"}
"""Where a patient can be called to, by key."""

LANGUAGES: dict[str, str] = {
    "en": "English",
    "ar": "العربية",
    "es": "Español",
    "fr": "Français",
    "hi": "हिन्दी",
    "pt": "Português",
    "sw": "Kiswahili",
}
"""The languages that a hospital can choose for its screens and announcements, in their own words."""

OPT_INS: dict[str, str] = {"estimated_waits": "Show estimated waiting times on the displays"}
"""What a hospital must choose by itself because it promises or shows something to patients."""

NAME_LENGTHS: dict[str, int] = {"facility": 200, "department": 120, "service": 120, "room": 60}
"""The longest name in characters, by kind of entry."""

_PREFIX = re.compile(r"[A-Z]{1,3}")
_CURRENCY = re.compile(r"[A-Z]{3}")


def name_fault(name: str, kind: str) -> str:
    """One sentence why `name` cannot name a `kind`; empty where it can."""
    if not name.strip():
        return "Type a name."
    longest = NAME_LENGTHS[kind]
    return "" if len(name) <= longest else f"The name is too long; at most {longest} characters fit."


def prefix_fault(prefix: str) -> str:
    """One sentence why `prefix` cannot stand before a ticket's number; empty where it can."""
    return "" if _PREFIX.fullmatch(prefix) else "A prefix is one to three capital letters A to Z."


def currency_fault(currency: str) -> str:
    """One sentence why `currency` is no ISO 4217 code; empty where it looks like one."""
    return "" if _CURRENCY.fullmatch(currency) else "A currency is three capital letters, such as USD or KES."


def paper_tongue(tag: str) -> str:
    """The language of a tag such as `fr-CA`, as far as papers are written in it; empty for any other."""
    code = tag.partition("-")[0].lower()
    return code if code in LANGUAGES else ""
