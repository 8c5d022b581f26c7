"""How the weights of duplicates.py were counted: each level's share in pairs of one person and in pairs of two."""

import itertools
import math
import random
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from hms_desktop.clinic.patients import duplicates
from hms_desktop.clinic.patients.duplicates import Traits

STRANGERS = 100_000
"""So many pairs of two people are drawn from each set."""
Pairs = set[tuple[int, int]]


@dataclass(frozen=True)
class LabelledSet:
    """Records with the person behind each, the pairs that are one person's, and those that the blocking offers."""

    name: str
    traits: Sequence[Traits]
    people: Sequence[str]
    offered: Pairs

    @property
    def true(self) -> Pairs:
        by_person = defaultdict(list)
        for place, person in enumerate(self.people):
            by_person[person].append(place)
        return {pair for places in by_person.values() for pair in itertools.combinations(places, 2)}


@dataclass(frozen=True)
class Quality:
    """Of the pairs that were called one person's, how many are; of those that are, how many were called so."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def quality(called: Pairs, true: Pairs) -> Quality:
    right = len(called & true)
    return Quality(right / len(called) if called else 0.0, right / len(true) if true else 0.0)


def called(labelled: LabelledSet, weights: duplicates.Weights = duplicates.WEIGHTS) -> Pairs:
    """The offered pairs that stand above the frozen threshold."""
    return {
        (one, other)
        for one, other in labelled.offered
        if duplicates.likeness(labelled.traits[one], labelled.traits[other], weights=weights).sure
    }


def counted(sets: Sequence[LabelledSet]) -> duplicates.Weights:
    """The table as these sets alone would have it: log2 of both shares' ratio, to halves, never stronger than frozen.

    A trait that the sets lack keeps its frozen weights. As in the frozen table a level is worth no more than the one
    above it.
    """
    same, two = _levels(sets, of_one=True), _levels(sets, of_one=False)
    table: dict[str, dict[str, float]] = {}
    for trait, frozen in duplicates.WEIGHTS.items():
        if not same[trait]:
            table[trait] = dict(frozen)
            continue
        all_same, all_two = sum(same[trait].values()), sum(two[trait].values())
        ceiling, bits = math.inf, {}
        for level, most in frozen.items():
            share = (same[trait][level] + 0.5) / (all_same + 0.5 * len(frozen))
            among_two = (two[trait][level] + 0.5) / (all_two + 0.5 * len(frozen))
            found = round(2 * math.log2(share / among_two)) / 2
            ceiling = min(ceiling, found, max(most, 0.0) if found > 0 else found)
            bits[level] = ceiling
        table[trait] = bits
    return table


def _levels(sets: Sequence[LabelledSet], *, of_one: bool) -> defaultdict[str, Counter[str]]:
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for each in sets:
        for one, other in each.true if of_one else _strangers(each):
            for reason in duplicates.likeness(each.traits[one], each.traits[other]).reasons:
                trait, level = reason.split(".")
                if trait in duplicates.WEIGHTS:  # names that stand exchanged are no level of a name
                    found[trait][level] += 1
    return found


def _strangers(labelled: LabelledSet) -> Pairs:
    random_ = random.Random(3)
    places = range(len(labelled.people))
    drawn = (tuple(sorted(random_.sample(places, 2))) for _ in range(STRANGERS))
    return {(one, other) for one, other in drawn if labelled.people[one] != labelled.people[other]}
