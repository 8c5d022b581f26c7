"""How often a medicine is taken: the codes that prescribers write, how they are typed, what they come to in a day."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Sig:
    """A code with how often a day it comes to; `typed` is what else people write for it.

    `per_day` is None where the code itself says no rate: once only (`STAT`), or as needed (`PRN`).
    """

    code: str
    per_day: Fraction | None
    typed: tuple[str, ...] = ()


SIGS: tuple[Sig, ...] = (
    Sig("OD", Fraction(1), ("QD", "DAILY", "1XD", "1/D")),
    Sig("OM", Fraction(1), ("MANE", "QAM")),
    Sig("ON", Fraction(1), ("NOCTE", "QHS", "HS", "QPM")),
    Sig("BD", Fraction(2), ("BID", "2XD", "2/D")),
    Sig("TDS", Fraction(3), ("TID", "TD", "3XD", "3/D")),
    Sig("QDS", Fraction(4), ("QID", "4XD", "4/D")),
    Sig("5XD", Fraction(5), ("5/D",)),
    Sig("Q2H", Fraction(12), ("2HRLY",)),
    Sig("Q3H", Fraction(8), ("3HRLY",)),
    Sig("Q4H", Fraction(6), ("4HRLY",)),
    Sig("Q6H", Fraction(4), ("6HRLY",)),
    Sig("Q8H", Fraction(3), ("8HRLY",)),
    Sig("Q12H", Fraction(2), ("12HRLY",)),
    Sig("EOD", Fraction(1, 2), ("QOD", "AD", "ALT")),
    Sig("QW", Fraction(1, 7), ("WEEKLY", "1/W")),
    Sig("BIW", Fraction(2, 7), ("2/W",)),
    Sig("TIW", Fraction(3, 7), ("3/W",)),
    Sig("QM", Fraction(1, 30), ("MONTHLY",)),
    Sig("STAT", None, ("ONCE",)),
    Sig("PRN", None, ("SOS",)),
)
"""In the order in which the list shows them."""

KNOWN: dict[str, Sig] = {sig.code: sig for sig in SIGS}
TYPED: dict[str, Sig] = {word: sig for sig in SIGS for word in (sig.code, *sig.typed)}

AS_NEEDED = "PRN"
ONCE = "STAT"


def sig_as_typed(word: str) -> Sig | None:
    """The code that this word stands for, however it is written: `tds`, `T.D.S.`, `tid`; None where it is none."""
    return TYPED.get(word.upper().replace(".", ""))


def times(frequency: str, days: int) -> int | None:
    """How often a medicine is taken within `days`; None where the code says no rate.

    A dose that falls due every other day or every week counts whole: weekly for ten days is twice.
    """
    if frequency == ONCE:
        return 1
    sig = KNOWN.get(frequency)
    if sig is None or sig.per_day is None:
        return None
    return -((-days * sig.per_day) // 1)
