"""Numbers as words: each language's own words from its announcement file, joined as that language joins them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self


@dataclass(frozen=True)
class NumberWords:
    """How one language says 0 to 9,999.

    `to_99` holds a word for each number below a hundred, because no two languages share a rule for them (`quatre-
    vingt-dix-sept`, `सत्तानवे`); `hundreds` stand before a rest and `round_hundreds` alone (`ciento cinco`, `cien`);
    `and_small` joins a rest below a hundred, `and_hundreds` the hundreds to the thousands.
    """

    to_99: Sequence[str]
    hundreds: Sequence[str]
    round_hundreds: Sequence[str]
    thousands: Sequence[str]
    and_small: str
    and_hundreds: str

    @classmethod
    def of(cls, written: Mapping[str, Any]) -> Self:
        """From the object `numbers` of an announcement file. Raises ValueError where words are missing."""
        found = cls(**written)
        for name, count in (("to_99", 100), ("hundreds", 9), ("round_hundreds", 9), ("thousands", 9)):
            words = getattr(found, name)
            if not isinstance(words, list) or len(words) != count or not all(isinstance(word, str) for word in words):
                raise ValueError(f"numbers.{name} needs {count} words")
        return found

    def say(self, number: int) -> str:
        """The number's words; above 9,999 digit by digit, as one reads out a long number."""
        if number > 9_999:
            return " ".join(self.to_99[int(digit)] for digit in str(number))
        thousands, below = divmod(number, 1_000)
        hundreds, rest = divmod(below, 100)
        said = self.thousands[thousands - 1] if thousands else ""
        if hundreds:
            words = (self.hundreds if rest else self.round_hundreds)[hundreds - 1]
            said = f"{said}{self.and_hundreds}{words}" if said else words
        if rest or not said:
            said = f"{said}{self.and_small}{self.to_99[rest]}" if said else self.to_99[rest]
        return said
