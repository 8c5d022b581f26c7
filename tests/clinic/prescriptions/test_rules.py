"""The arithmetic of prescribing: sigs, quantities, tapers, days of supply, and lines typed in one go."""

import datetime as dt
import math
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hms_desktop.clinic.prescriptions import rules, sigs, typed, wording
from hms_desktop.clinic.prescriptions.rules import Line, TaperStep

DOSES = st.decimals(min_value=Decimal("0.001"), max_value=500, places=3)
RATED = [sig.code for sig in sigs.SIGS if sig.per_day is not None]
RATES = st.sampled_from(RATED)
DAYS = st.integers(1, 366)
STEPS = st.builds(TaperStep, DOSES, RATES, DAYS)


def test_no_word_stands_for_two_sigs() -> None:
    words = [word for sig in sigs.SIGS for word in (sig.code, *sig.typed)]
    assert sorted(words) == sorted(set(words))


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("tds", "TDS"),
        ("T.D.S.", "TDS"),
        ("tid", "TDS"),
        ("nocte", "ON"),
        ("q6h", "Q6H"),
        ("mane", "OM"),
        ("prn", "PRN"),
    ],
)
def test_a_sig_is_known_however_it_is_written(written: str, code: str) -> None:
    sig = sigs.sig_as_typed(written)
    assert sig is not None
    assert sig.code == code


@pytest.mark.parametrize(
    ("dose", "frequency", "days", "quantity"),
    [
        ("1", "TDS", 7, 21),
        ("0.5", "OD", 15, 8),
        ("2.5", "BD", 3, 15),
        ("1", "QW", 10, 2),
        ("2", "QW", 28, 8),
        ("1", "EOD", 7, 4),
        ("2", "STAT", None, 2),
        ("2", "STAT", 5, 2),
        ("10", "Q6H", 1, 40),
        ("1", "PRN", 7, None),
        (None, "TDS", 7, None),
        ("1", "TDS", None, None),
        ("1", "", 7, None),
    ],
)
def test_dose_frequency_and_duration_make_a_quantity(
    dose: str | None, frequency: str, days: int | None, quantity: int | None
) -> None:
    assert rules.quantity_of(Decimal(dose) if dose else None, frequency, days) == quantity


def test_a_daily_maximum_bounds_what_is_taken_as_needed() -> None:
    eight = Decimal(8)
    assert rules.quantity_of(Decimal(1), "PRN", 5, daily_maximum=eight) == 40
    assert rules.quantity_of(Decimal(2), "Q4H", 5, daily_maximum=eight) == 40
    assert rules.quantity_of(Decimal(1), "BD", 5, daily_maximum=eight) == 10


def test_a_taper_is_the_sum_of_its_steps_rounded_up_once() -> None:
    steps = (TaperStep(Decimal("2.5"), "OD", 3), TaperStep(Decimal("1.5"), "OD", 3), TaperStep(Decimal("0.5"), "OD", 3))
    assert rules.quantity_of(None, "", None, taper=steps) == 14
    unsaid = (*steps, TaperStep(Decimal(1), "PRN", 3))
    assert rules.quantity_of(None, "", None, taper=unsaid) is None


@given(DOSES, RATES, DAYS)
def test_a_course_is_never_short_and_never_a_whole_unit_too_much(dose: Decimal, frequency: str, days: int) -> None:
    quantity = rules.quantity_of(dose, frequency, days)
    count = sigs.times(frequency, days)
    assert quantity is not None
    assert count is not None
    assert 0 <= quantity - Fraction(dose) * count < 1
    rate = sigs.KNOWN[frequency].per_day
    assert rate is not None
    assert count == math.ceil(rate * days)


@given(DOSES, RATES, DAYS, DAYS)
def test_a_longer_course_never_needs_less(dose: Decimal, frequency: str, one: int, other: int) -> None:
    shorter, longer = sorted((one, other))
    first, second = (rules.quantity_of(dose, frequency, days) for days in (shorter, longer))
    assert first is not None
    assert second is not None
    assert first <= second


@given(DOSES, RATES, DAYS)
def test_what_was_reckoned_for_a_course_lasts_for_it(dose: Decimal, frequency: str, days: int) -> None:
    quantity = rules.quantity_of(dose, frequency, days)
    assert quantity is not None
    lasts = rules.days_of_supply(Line(1, quantity, dose, frequency, days), quantity)
    assert lasts is not None
    assert lasts >= days


@given(st.lists(STEPS, min_size=1, max_size=6).map(tuple))
def test_what_was_reckoned_for_a_taper_lasts_for_exactly_it(taper: tuple[TaperStep, ...]) -> None:
    quantity = rules.quantity_of(None, "", None, taper=taper)
    assert quantity is not None
    line = Line(1, quantity, taper=taper)
    assert rules.days_of_supply(line, quantity) == sum(step.days for step in taper)


@given(DOSES, RATES, st.integers(1, 5000), st.integers(1, 5000))
def test_more_units_never_last_shorter(dose: Decimal, frequency: str, one: int, other: int) -> None:
    line = Line(1, 1, dose, frequency, 7)
    fewer, more = (rules.days_of_supply(line, units) for units in sorted((one, other)))
    assert fewer is not None
    assert more is not None
    assert 1 <= fewer <= more


@pytest.mark.parametrize(
    ("line", "units", "days"),
    [
        (Line(1, 21, Decimal(1), "TDS", 7), 12, 4),
        (Line(1, 21, Decimal(1), "TDS", 7), 1, 1),
        (Line(1, 4, Decimal(1), "QW", 28), 4, 28),
        (Line(1, 4, Decimal(2), "EOD", 4), 3, 2),
        (Line(1, 2, Decimal(2), "STAT"), 2, 1),
        (Line(1, 40, Decimal(1), "PRN", 5, as_needed=True, daily_maximum=Decimal(8)), 40, 5),
        (Line(1, 10, Decimal(1), "PRN"), 10, None),
        (Line(1, 10), 10, None),
        (Line(1, 10), 0, 0),
        (Line(1, 15, taper=(TaperStep(Decimal(2), "OD", 5), TaperStep(Decimal(1), "OD", 5))), 12, 7),
    ],
)
def test_how_many_days_a_supply_lasts(line: Line, units: int, days: int | None) -> None:
    assert rules.days_of_supply(line, units) == days


def test_a_supply_ends_on_its_last_day() -> None:
    line = Line(1, 21, Decimal(1), "TDS", 7)
    assert rules.supply_ends(line, 21, dt.date(2026, 11, 22)) == dt.date(2026, 11, 28)
    assert rules.supply_ends(Line(1, 10), 10, dt.date(2026, 11, 22)) is None


@pytest.mark.parametrize(
    ("line", "most"),
    [
        (Line(1, 21, Decimal(1), "TDS", 7), 3),
        (Line(1, 4, Decimal(2), "QW", 28), 2),
        (Line(1, 2, Decimal(2), "STAT"), 2),
        (Line(1, 9, Decimal(2), "Q4H", 3, daily_maximum=Decimal(8)), 8),
        (Line(1, 9, Decimal(2), "PRN", daily_maximum=Decimal(8)), 8),
        (Line(1, 9, Decimal(2), "PRN"), None),
        (Line(1, 9, taper=(TaperStep(Decimal(4), "OD", 5), TaperStep(Decimal(1), "BD", 5))), 4),
    ],
)
def test_the_most_of_one_day(line: Line, most: int | None) -> None:
    assert rules.daily_most(line) == most


def test_a_controlled_medicine_shortens_the_default_validity() -> None:
    day = dt.date(2026, 11, 22)
    usual = {"valid_days": 30, "controlled_days": 28}
    assert rules.default_validity(day, controlled=False, **usual) == dt.date(2026, 12, 22)
    assert rules.default_validity(day, controlled=True, **usual) == dt.date(2026, 12, 20)


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        (Line(1, 1), ""),
        (Line(1, 0), "quantity"),
        (Line(1, 100_001), "quantity"),
        (Line(1, 1, Decimal(0)), "dose"),
        (Line(1, 1, Decimal(3), daily_maximum=Decimal(2)), "dose"),
        (Line(1, 1, Decimal(2), daily_maximum=Decimal(2)), ""),
        (Line(1, 1, days=0), "days"),
        (Line(1, 1, days=366), ""),
        (Line(1, 1, days=367), "days"),
        (Line(1, 1, refills=-1), "refills"),
        (Line(1, 1, refills=100), "refills"),
    ],
)
def test_an_impossible_part_of_a_line_is_named(line: Line, fault: str) -> None:
    assert rules.line_fault(line) == fault


TYPED = [
    ("amox 500 tds 7", "amox 500", {"frequency": "TDS", "days": 7}),
    ("Amoxicillin 500mg 2 bd 5d pc", "Amoxicillin 500mg",
     {"dose": "2", "frequency": "BD", "days": 5, "meal": "after_food"}),
    ("metformin 500 bd 1/12 r5", "metformin 500", {"frequency": "BD", "days": 30, "refills": 5}),
    ("amox susp 125/5 5ml tds 5/7", "amox susp 125/5", {"dose": "5", "unit": "ml", "frequency": "TDS", "days": 5}),
    ("para 500 2tabs q6h prn max 8 3d", "para 500",
     {"dose": "2", "unit": "tab", "frequency": "Q6H", "as_needed": True, "daily_maximum": "8", "days": 3}),
    ("salbutamol 2puffs prn max8", "salbutamol",
     {"dose": "2", "unit": "puff", "frequency": "PRN", "as_needed": True, "daily_maximum": "8"}),
    ("diazepam 5 stat", "diazepam 5", {"frequency": "STAT"}),
    ("vit b12", "vit b12", {}),
    ("zopiclone 7.5 nocte 2w", "zopiclone 7.5", {"frequency": "ON", "days": 14}),
    ("levothyroxine 50 ½tab od 30", "levothyroxine 50", {"dose": "0.5", "unit": "tab", "frequency": "OD", "days": 30}),
    ("amoxicillin ٥٠٠ tds ٧", "amoxicillin 500", {"frequency": "TDS", "days": 7}),
    ("cetirizine 10 od #30", "cetirizine 10", {"frequency": "OD", "quantity": 30}),
    ("ibuprofen 400 tds x5 ac", "ibuprofen 400", {"frequency": "TDS", "days": 5, "meal": "before_food"}),
    ("ibuprofen 400 tds for 5 days", "ibuprofen 400", {"frequency": "TDS", "days": 5}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "medicine", "said"), TYPED, ids=[text for text, *_ in TYPED])
def test_a_typed_line_is_read(text: str, medicine: str, said: dict[str, object]) -> None:
    amounts = {name: Decimal(str(value)) for name, value in said.items() if name in ("dose", "daily_maximum")}
    assert typed.readings(text)[0] == typed.TypedLine(medicine, **{**said, **amounts})  # type: ignore[arg-type]  # named above


@pytest.mark.parametrize(
    ("text", "base_unit", "counted"),
    [
        ("insulin 10u bd", "ml", False),
        ("insulin 10u bd", "unit", True),
        ("heparin 5iu od", "IU", True),
        ("amox 5ml tds", "Tablet", False),
        ("para 2tab qds", "tablet", True),
        ("para 2x qds", "capsule", True),
        ("timolol 1gtt bd", "ml", False),
    ],
)
def test_a_dose_is_not_taken_for_one_in_another_unit(text: str, base_unit: str, counted: bool) -> None:
    assert typed.readings(text)[0].is_counted_in(base_unit) is counted


def test_a_typed_taper_is_read_with_its_steps() -> None:
    [read] = typed.readings("pred 5 taper 8x5 6x5 4.5x3")
    assert read.medicine == "pred 5"
    assert [(step.dose, step.frequency, step.days) for step in read.taper] == [
        (Decimal(8), "OD", 5),
        (Decimal(6), "OD", 5),
        (Decimal("4.5"), "OD", 3),
    ]


def test_a_bare_number_is_a_strength_first_and_a_small_one_then_a_dose() -> None:
    strength, dose = typed.readings("paracetamol 2 qds 5")
    assert (strength.medicine, strength.dose) == ("paracetamol 2", None)
    assert (dose.medicine, dose.dose) == ("paracetamol", Decimal(2))
    assert len(typed.readings("amox 500 tds 7")) == 1


@pytest.mark.parametrize("text", ["amox tds 0", "amox tds 367", "amox tds 53/52", "amox #0 tds", "amox max 0 prn"])
def test_an_impossible_number_is_not_taken(text: str) -> None:
    [read] = typed.readings(text)
    assert (read.days, read.quantity, read.daily_maximum) == (None, None, None)


@given(st.text(max_size=400))
def test_whatever_is_typed_is_read_and_holds_only_possible_values(text: str) -> None:
    for read in typed.readings(text):
        assert read.days is None or 1 <= read.days <= 366
        assert read.dose is None or read.dose > 0
        assert 0 <= read.refills <= 99
        assert read.frequency == "" or read.frequency in sigs.KNOWN


@given(RATES, DAYS, st.integers(1, 9))
def test_a_line_typed_in_its_usual_order_is_understood(frequency: str, days: int, dose: int) -> None:
    [read] = typed.readings(f"amoxicillin 500mg {dose} {frequency.lower()} {days}")
    assert (read.medicine, read.dose, read.frequency, read.days) == ("amoxicillin 500mg", dose, frequency, days)


@pytest.mark.parametrize("language", sorted(wording.TONGUES))
def test_every_language_has_a_sentence_for_every_sig(language: str) -> None:
    tongue = wording.TONGUES[language]
    assert set(tongue.sigs) == set(sigs.KNOWN) - {"PRN"}
    assert set(tongue.verbs) == {"take", *wording.FORMS.values()}
    assert set(tongue.meals) == set(typed.MEALS.values())
    for frequency in sigs.KNOWN:
        said = wording.directions_of(Line(1, 21, Decimal(1), frequency, 7), "tablet", language)
        assert said.endswith(tongue.stop)
        assert "{" not in said


@pytest.mark.parametrize(
    ("line", "unit", "language", "form", "said"),
    [
        (Line(1, 21, Decimal(1), "TDS", 7), "capsule", "en", "", "Take 1 capsule three times a day for 7 days."),
        (
            Line(1, 21, Decimal(2), "TDS", 1, directions="after_food"),
            "capsule", "en", "", "Take 2 capsules three times a day for 1 day, after food.",
        ),
        (Line(1, 9, Decimal("0.5"), "ON"), "tablet", "fr", "", "Prendre 0.5 comprimé chaque soir au coucher."),
        (
            Line(1, 40, Decimal(2), "Q6H", 5, as_needed=True, daily_maximum=Decimal(8)),
            "tablets", "en", "", "Take 2 tablets every 6 hours for 5 days, when needed, at most 8 tablets in 24 hours.",
        ),
        (Line(1, 2, Decimal(2), "STAT", 3), "tablet", "es", "", "Tome 2 comprimidos una sola vez."),
        (Line(1, 2, Decimal(1), "BD", 2), "قرص", "ar", "", "خذ 1 قرص مرتين في اليوم لمدة يومين."),
        (Line(1, 1, Decimal(1), "BD"), "application", "en", "Cream, topical", "Apply 1 application twice a day."),
        (Line(1, 1, Decimal(1), "BD", directions="left eye"), "drop", "xx", "eye drops",
            "Put in 1 drop twice a day. left eye"),
        (
            Line(1, 15, taper=(TaperStep(Decimal(2), "OD", 5), TaperStep(Decimal(1), "OD", 5))),
            "tablet", "en", "", "Take 2 tablets once a day for 5 days, then 1 tablet once a day for 5 days.",
        ),
        (Line(1, 1), "tablet", "en", "", ""),
    ],
)  # fmt: skip
def test_the_directions_are_one_sentence_for_the_patient(
    line: Line, unit: str, language: str, form: str, said: str
) -> None:
    assert wording.directions_of(line, unit, language, form) == said
