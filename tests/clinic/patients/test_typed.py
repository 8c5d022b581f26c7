"""What the words in a search box mean: a name, a birth, an age, digits of a phone."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hms_desktop.clinic.patients.typed import Question, Span, read


def day(year: int, month: int, number: int) -> Span:
    first = dt.date(year, month, number)
    return first, first + dt.timedelta(days=1)


def year(number: int) -> Span:
    return dt.date(number, 1, 1), dt.date(number + 1, 1, 1)


MAY_17 = day(1962, 5, 17)
MAY_1962 = (dt.date(1962, 5, 1), dt.date(1962, 6, 1))


@pytest.mark.parametrize(
    ("typed", "births"),
    [
        ("17.5.1962", (MAY_17,)),
        ("17. 5. 1962", (MAY_17,)),
        ("17/05/1962", (MAY_17,)),
        ("17-05-1962", (MAY_17,)),
        ("17 5 1962", (MAY_17,)),
        ("1962-05-17", (MAY_17,)),
        ("05/17/1962", (MAY_17,)),
        ("17051962", (MAY_17,)),
        ("19620517", (MAY_17,)),
        ("١٧/٥/١٩٦٢", (MAY_17,)),
        ("१७.५.१९६२", (MAY_17,)),
        ("1962年5月17日", (MAY_17,)),
        ("17 May 1962", (MAY_17,)),
        ("17th of May 1962", (MAY_17,)),
        ("May 17, 1962", (MAY_17,)),
        ("17-may-1962", (MAY_17,)),
        ("17 de mayo de 1962", (MAY_17,)),
        ("17 mai 1962", (MAY_17,)),
        ("1. März 1990", (day(1990, 3, 1),)),
        ("4 août 1990", (day(1990, 8, 4),)),
        ("5/6/1962", (day(1962, 6, 5), day(1962, 5, 6))),
        ("17.5.62", (MAY_17, day(2062, 5, 17))),
        ("170562", (MAY_17, day(2062, 5, 17))),
        ("5/1962", (MAY_1962,)),
        ("1962-05", (MAY_1962,)),
        ("May 1962", (MAY_1962,)),
        ("12/1962", ((dt.date(1962, 12, 1), dt.date(1963, 1, 1)),)),
        ("1962", (year(1962),)),
        ("31.2.1990", ()),
        ("40", ()),
        ("000413", ()),
        ("00.05.1962", ()),
        ("0912 345 678", ()),
        ("maria", ()),
        ("9999-12-31", ()),
    ],
)
def test_a_date_is_read_in_any_usual_writing(typed: str, births: tuple[Span, ...]) -> None:
    assert read(typed).births == births


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("maria 62", Question("", "maria", born=(year(1962), year(2062)), age=(744, 756))),
        ("62 maria", Question("", "maria", born=(year(1962), year(2062)), age=(744, 756))),
        ("Maria, 62", Question("", "maria", born=(year(1962), year(2062)), age=(744, 756))),
        ("محمد ٦٢", Question("", "محمد", born=(year(1962), year(2062)), age=(744, 756))),
        ("maria 7", Question("", "maria", age=(84, 96))),
        ("maria about 40 years", Question("", "maria", age=(480, 492))),
        ("maria ~40y", Question("", "maria", age=(480, 492))),
        ("baby nguyen 3 months", Question("", "baby nguyen", age=(3, 4))),
        ("nguyen 1962", Question("", "nguyen", born=(year(1962),), digits="1962")),
        ("silva 17.5.1962", Question("", "silva", born=(MAY_17,))),
        ("silva 17 May 1962", Question("", "silva", born=(MAY_17,))),
        ("silva 5/1962", Question("", "silva", born=(MAY_1962,))),
        ("silva 17051962", Question("", "silva", born=(MAY_17,), digits="17051962")),
        ("smith 555", Question("", "smith", digits="555")),
        ("smith 555-1234", Question("", "smith", digits="5551234")),
        ("smith +1 555 1234", Question("", "smith", digits="15551234")),
        ("may 1962", Question("", "may", births=(MAY_1962,), born=(year(1962),), digits="1962")),
        ("o'brien-smith 62", Question("", "o'brien-smith", born=(year(1962), year(2062)), age=(744, 756))),
    ],
)
def test_a_name_and_something_besides_are_told_apart(typed: str, meant: Question) -> None:
    read_so = read(typed)
    assert read_so.text == typed
    assert (read_so.name, read_so.births, read_so.born, read_so.age, read_so.digits) == (
        meant.name,
        meant.births,
        meant.born,
        meant.age,
        meant.digits,
    )


@pytest.mark.parametrize("typed", ["maria", "B-123", "B123456", "100%_sure", "+84 912 345 678", "00041729-K", ""])
def test_what_is_one_thing_alone_is_left_whole(typed: str) -> None:
    assert read(typed) == Question(typed, births=read(typed).births)


@given(st.text(max_size=60))
def test_any_text_can_be_read(typed: str) -> None:
    question = read(typed)
    assert question.text == typed
    assert all(first < behind for first, behind in (*question.births, *question.born))


@given(
    st.dates(dt.date(1890, 1, 1), dt.date(2090, 12, 31)),
    st.sampled_from(["%d.%m.%Y", "%Y-%m-%d", "%d/%m/%Y", "%d%m%Y"]),
)
def test_every_day_is_read_back(born: dt.date, writing: str) -> None:
    assert day(born.year, born.month, born.day) in read(born.strftime(writing)).births
    assert day(born.year, born.month, born.day) in read("maria " + born.strftime(writing)).born
