"""How screens say what speaks for one person, and what against it, when two records are compared."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def reason_words(reasons: Iterable[str]) -> tuple[str, ...]:
    """The reasons of a likeness in words, in their order; those that say nothing to a person are left out."""
    known = _words()
    return tuple(known[code] for code in reasons if code in known)


def _words() -> dict[str, str]:
    return {
        "name.same": translate("likeness", "same names"),
        "name.near": translate("likeness", "names nearly the same"),
        "name.swapped": translate("likeness", "given and family name exchanged"),
        "given.same": translate("likeness", "same given name"),
        "given.near": translate("likeness", "given name nearly the same"),
        "given.initial": translate("likeness", "given name or its initial"),
        "given.part": translate("likeness", "part of the given name"),
        "given.sound": translate("likeness", "given name sounds alike"),
        "given.like": translate("likeness", "similar given name"),
        "given.other": translate("likeness", "different given name"),
        "family.same": translate("likeness", "same family name"),
        "family.near": translate("likeness", "family name nearly the same"),
        "family.initial": translate("likeness", "family name or its initial"),
        "family.part": translate("likeness", "part of the family name"),
        "family.sound": translate("likeness", "family name sounds alike"),
        "family.like": translate("likeness", "similar family name"),
        "family.other": translate("likeness", "different family name"),
        "birth.same": translate("likeness", "same birth date"),
        "birth.swapped": translate("likeness", "birth date with day and month exchanged"),
        "birth.other_year": translate("likeness", "same birthday in a near year"),
        "birth.digit": translate("likeness", "birth date differs in one digit"),
        "birth.two_digits": translate("likeness", "birth date differs a little"),
        "birth.month": translate("likeness", "same birth month"),
        "birth.year": translate("likeness", "birth year agrees"),
        "birth.close": translate("likeness", "birth years near each other"),
        "birth.same_year": translate("likeness", "same birth year, another day"),
        "birth.other": translate("likeness", "different birth date"),
        "sex.other": translate("likeness", "different sex"),
        "phone.same": translate("likeness", "same phone"),
        "phone.near": translate("likeness", "phone differs in one digit"),
        "identifier.same": translate("likeness", "same identifier"),
        "identifier.near": translate("likeness", "identifier differs in one sign"),
        "identifier.like": translate("likeness", "similar identifier"),
        "identifier.other": translate("likeness", "different identifier"),
        "numbers.same": translate("likeness", "same numbers in the address"),
        "numbers.most": translate("likeness", "same house number"),
        "words.same": translate("likeness", "same address"),
        "words.near": translate("likeness", "address nearly the same"),
        "words.like": translate("likeness", "similar address"),
        "words.town": translate("likeness", "same town"),
    }
