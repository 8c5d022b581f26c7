"""What is wished of dispensing: one function each, one round trip, done by the guards' function of that name."""

import datetime as dt
import functools
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.dispensing import queries_shelf
from hms_desktop.clinic.dispensing.rules import DispensingRules, Given, Omitted, entries
from hms_desktop.core.errors import Refused
from hms_desktop.core.standing_alone import Sending, stands_alone
from hms_desktop.core.storable import as_json


@dataclass(frozen=True)
class Receipt:
    """What was handed out: the dispense, how the prescription stands now, and the ids that its labels are printed of.

    `owed` counts the lines that the patient comes back for; `given` is what was really taken, which may differ from
    what was asked where a colleague was faster and the batches were not chosen by hand.
    """

    dispense_id: int
    prescription_id: int
    version: int
    state: str
    labels: tuple[int, ...]
    owed: int
    given: tuple[Given, ...] = ()


@dataclass(frozen=True)
class Returned:
    """A dispense that was taken back, and how its prescription stands now."""

    reversal_id: int
    prescription_id: int
    version: int
    state: str


@stands_alone
def dispense(
    session: Sending,
    *,
    intent: UUID,
    prescription: int,
    version: int,
    store: int,
    given: Sequence[Given],
    omitted: Sequence[Omitted] = (),
    overrides: Sequence[Mapping[str, str]] = (),
    note: str = "",
    by_hand: bool = False,
) -> Receipt:
    """Hand out `given`, in one statement with the stock.

    Where a colleague was faster the batches are proposed anew, once, unless they were chosen `by_hand` or the new
    proposal cannot give as much. Raises Refused; Stale where the prescription changed.
    """
    values = {"intent": intent, "prescription": prescription, "version": version, "store": store, "note": note}
    wish = _Wish(tuple(given), tuple(omitted), tuple(overrides))
    answer = _hand_out(session, wish, values, by_hand=by_hand)
    if "faster" in answer:
        again = queries_shelf.propose_again(session, store=store, prescription=prescription, given=wish.given)
        if again is None:
            raise Refused(answer["faster"], answer["sentence"], answer["params"])
        wish = replace(wish, given=again)
        answer = _hand_out(session, wish, values, by_hand=True)
    return _receipt(wish, answer)


def reverse_dispense(
    session: Session,
    *,
    intent: UUID,
    dispense: int,
    reason: str,
    returned: bool,
    units: Mapping[int, int] | None = None,
) -> Returned:
    """Take a dispense back, once; `returned` where it had left the pharmacy (it waits in quarantine then).

    `units` says how much of each dispense line came back, all where it is None. Raises Refused.
    """
    answer = _ask(
        session,
        "reverse_dispense(:intent, :dispense, :reason, :returned, CAST(:units AS jsonb))",
        intent=intent,
        dispense=dispense,
        reason=reason,
        returned=returned,
        units=None if units is None else as_json(units),
    )
    return Returned(**answer)


def lease_prescription(session: Session, *, intent: UUID, prescription: int, take_over: bool = False) -> dt.datetime:
    """Keep a prescription open for this person; until when. Raises Refused where a colleague has it open."""
    answer = _ask(
        session,
        "lease_prescription(:intent, :prescription, :take_over)",
        intent=intent,
        prescription=prescription,
        take_over=take_over,
    )
    return dt.datetime.fromisoformat(answer["until"])


def release_prescription(session: Session, *, intent: UUID, prescription: int) -> None:
    """Put a prescription back for the colleagues."""
    _ask(session, "release_prescription(:intent, :prescription)", intent=intent, prescription=prescription)


def save_rules(session: Session, *, intent: UUID, version: int, wanted: DispensingRules) -> None:
    """How this hospital dispenses from now on. Raises Refused (a class that the ATC has not), Stale."""
    _ask(
        session,
        "save_dispensing_rules(:intent, :version, CAST(:record AS jsonb))",
        version=version,
        intent=intent,
        record=as_json(asdict(wanted)),
    )


def content(given: Sequence[Given], omitted: Sequence[Omitted] = ()) -> str:
    """The wish as it is sent, which is what a colleague agrees to. Raises Refused where it cannot be stored."""
    return as_json(entries(given, omitted))


@dataclass(frozen=True)
class _Wish:
    given: tuple[Given, ...]
    omitted: tuple[Omitted, ...]
    overrides: tuple[Mapping[str, str], ...]


_HAND_OUT = sa.text(
    """
    CALL hms.hand_out(:intent, :prescription, :version, CAST(:lines AS jsonb), CAST(:overrides AS jsonb), :store, :note,
                      :by_hand, NULL)
    """
)


def _hand_out(session: Sending, wish: _Wish, values: Mapping[str, Any], *, by_hand: bool) -> dict[str, Any]:
    asked = {
        **values,
        "lines": content(wish.given, wish.omitted),
        "overrides": as_json([dict(one) for one in wish.overrides]),
        "by_hand": by_hand,
    }
    answer: dict[str, Any] = session.execute(_HAND_OUT, asked).scalar_one()
    return answer


def _receipt(wish: _Wish, answer: Mapping[str, Any]) -> Receipt:
    return Receipt(**{**answer, "labels": tuple(answer["labels"])}, given=wish.given)


def _ask(session: Sending, wish: str, **values: Any) -> dict[str, Any]:
    answer: dict[str, Any] = session.execute(_statement_of(f"SELECT hms.{wish}"), values).scalar_one()
    return answer


@functools.cache
def _statement_of(text: str) -> sa.TextClause:
    return sa.text(text)
