"""Insurance policies of a patient: by whom, under which number, from when until when, and how much they cover."""

import calendar
import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from hms_desktop.clinic.patients.texts import check_text
from hms_desktop.core.errors import Refused

INSURER_LENGTH = 200
POLICY_NUMBER_LENGTH = 100
COVER_LENGTH = 500


@dataclass(frozen=True)
class Policy:
    """One policy. Both days belong to its validity; None: not limited. `percent` of the bill is paid, 0 to 100.

    `cover` says in words what is covered. `id` is None until stored.
    """

    insurer: str
    number: str
    valid_from: dt.date | None = None
    valid_until: dt.date | None = None
    cover: str = ""
    percent: int | None = None
    id: int | None = None

    def state(self, today: dt.date) -> str:
        """One of `valid`, `expired`, `not_yet`."""
        if self.valid_until is not None and self.valid_until < today:
            return "expired"
        return "not_yet" if self.valid_from is not None and self.valid_from > today else "valid"

    def overlaps(self, other: "Policy") -> bool:
        """Whether some day belongs to the validity of both."""
        return (self.valid_from or dt.date.min) <= (other.valid_until or dt.date.max) and (
            other.valid_from or dt.date.min
        ) <= (self.valid_until or dt.date.max)

    def same_as(self, other: "Policy") -> bool:
        """Whether both are the policy of one number at one insurer."""
        return (_key(self.insurer), _key(self.number)) == (_key(other.insurer), _key(other.number))


def check_policies(policies: Sequence[Policy]) -> None:
    """Refuse a policy without insurer or number, one that ends before it begins, or one entered twice for one day."""
    for policy in policies:
        check_text("insurer", policy.insurer, longest=INSURER_LENGTH)
        check_text("policy number", policy.number, longest=POLICY_NUMBER_LENGTH)
        check_text("cover", policy.cover, longest=COVER_LENGTH)
        if not _key(policy.insurer) or not _key(policy.number):
            raise Refused(
                "patients.policy_empty", "An insurance policy needs its insurer and its number.", {"field": "insurer"}
            )
        if policy.valid_from and policy.valid_until and policy.valid_until < policy.valid_from:
            raise Refused(
                "patients.policy_backwards", "The insurance policy ends before it begins.", {"field": "insurer"}
            )
        if policy.percent is not None and not 0 <= policy.percent <= 100:
            raise Refused(
                "patients.policy_percent", "An insurance pays between 0 and 100 percent.", {"field": "insurer"}
            )
    if any(one.same_as(other) and one.overlaps(other) for one, other in combinations(policies, 2)):
        raise Refused(
            "patients.policy_overlap",
            "This insurance policy is entered twice for the same days; end the one before the other begins.",
            {"field": "insurer"},
        )


def day_as_typed(typed: str, *, last: bool = False, day_first: bool = True) -> dt.date | None:
    """The day that `31.12.2026`, `2026-12-31`, `12/2026` or `2026` means; None where nothing was typed.

    Of a month or a year it is the first day, or the last where `last`. Raises Refused with one sentence.
    """
    words = typed.strip()
    if not words:
        return None
    if not re.fullmatch(r"\d{1,4}([./\- ]+\d{1,4}){0,2}", words, re.ASCII):
        raise _no_day()
    numbers = [int(number) for number in re.findall(r"\d+", words, re.ASCII)]
    if len(str(numbers[0])) == 4:
        numbers.reverse()
    elif len(numbers) == 3 and not day_first:
        numbers[:2] = numbers[1::-1]
    year, month, day = ([*numbers[::-1], 0, 0])[:3]
    try:
        month_known = month or (12 if last else 1)
        return dt.date(year, month_known, day or (calendar.monthrange(year, month_known)[1] if last else 1))
    except ValueError:
        raise _no_day() from None


def percent_as_typed(typed: str) -> int | None:
    """`80` or `80 %` as a whole number; None where nothing was typed. Raises Refused with one sentence."""
    words = typed.strip().removesuffix("%").strip()
    if not words:
        return None
    if not re.fullmatch(r"\d{1,3}", words, re.ASCII):
        raise Refused("patients.policy_percent", "An insurance pays between 0 and 100 percent.", {"field": "insurer"})
    return int(words)


def _no_day() -> Refused:
    return Refused(
        "patients.policy_day", "This is not a day; type it like 31.12.2026 or 12/2026.", {"field": "insurer"}
    )


def _key(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum()) or text.strip()
