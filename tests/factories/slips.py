"""One slip of the hand in a word: a sign left out, one too many, another one, two neighbours swapped."""

import random

KINDS = ("left out", "one more", "another", "swapped")


def slipped(word: str, place: int, kind: str, sign: str) -> str:
    """`word` with one slip at `place` (0 is the first sign); `sign` is the one that is typed too much or wrongly."""
    if kind == "left out":
        return word[:place] + word[place + 1 :]
    if kind == "one more":
        return word[:place] + sign + word[place:]
    if kind == "another":
        return word[:place] + sign + word[place + 1 :]
    return word[:place] + word[place + 1 : place + 2] + word[place : place + 1] + word[place + 2 :]


def some_slip(word: str, random_: random.Random) -> str:
    """`word` with a slip of any kind anywhere; a sign typed wrongly is another sign of the same word or a Latin one."""
    signs = [sign for sign in word if sign.isalpha()] + list("aeinrst")
    return slipped(word, random_.randrange(len(word)), random_.choice(KINDS), random_.choice(signs))
