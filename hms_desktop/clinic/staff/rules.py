"""What a login name, a password and a duty are."""

import re

DUTIES: dict[str, str] = {
    "front_desk": "Front desk",
    "pharmacist": "Pharmacist",
    "clinician": "Clinician",
    "cashier": "Cashier",
    "store": "Store keeper",
    "manager": "Manager",
    "admin": "Administrator",
}
"""The duties by key; the role of a duty is `hms_` and its key."""

SHORTEST_PASSWORD = 10
_LOGIN = re.compile(r"(?!(?:hms|pg)_)[a-z][a-z0-9._-]{1,39}")


def login_fault(login: str) -> str:
    """One sentence why `login` cannot be a login name; empty where it can."""
    if _LOGIN.fullmatch(login):
        return ""
    return (
        "A login name is 2 to 40 small letters a to z, digits, dots, hyphens or underscores, begins with a letter, "
        "and does not begin with hms_ or pg_."
    )


def password_fault(password: str, login: str) -> str:
    """One sentence why `password` is too weak for `login`; empty where it is good enough.

    Length counts more than kinds of characters (NIST SP 800-63B, 5.1.1.2). The server sees only a verifier, so this
    is checked on the client.
    """
    if len(password) < SHORTEST_PASSWORD:
        return f"A password has at least {SHORTEST_PASSWORD} characters; a short sentence is a good one."
    if login and login.lower() in password.lower():
        return "The password must not contain the login name."
    if len(set(password)) < 5:
        return "The password repeats too few characters; choose a longer mix."
    return ""
