"""The counting sheet on paper: what waits, in the screen's order, and no figure that could lead the eye."""

import uuid

import pytest

from hms_desktop.clinic.stock import actions, queries_counts
from hms_desktop.clinic.stock.counting_papers import (
    counting_sheet_captions,
    counting_sheet_paper,
    second_count_paper,
)
from hms_desktop.core.database import Database
from hms_desktop.core.errors import Refused
from hms_desktop.core.paper import Content
from tests.factories import medicines
from tests.factories import stock as factory
from tests.hospital import Hospital

BOOKS = (70_351, 80_467, 90_589)
"""What the store holds of each batch: numbers that stand in nothing else."""


class Shelf:
    """Three batches of two medicines, and a stock-take of their store."""

    def __init__(self, hospital: Hospital) -> None:
        main = factory.make_store(hospital, "Main")
        zinc, amoxicillin = (factory.make_medicine(hospital, name) for name in ("Zinc", "amoxicillin"))
        for units in (21, 100):
            medicines.make_pack(hospital, amoxicillin, units=units)
        held = ((zinc, "Z9", 30), (amoxicillin, "LATER", 400), (amoxicillin, "SOON", 20))
        self.batches = {
            lot: factory.make_batch(hospital, medicine, main, units, lot=lot, days=days)
            for (medicine, lot, days), units in zip(held, BOOKS, strict=True)
        }
        self.store: Database = hospital.database(hospital.person("store"))
        self.take: int = self.store.run_now(actions.open_count, intent=uuid.uuid4(), store=main)

    def count(self, lot: str, counted: int) -> None:
        values = {"count": self.take, "batch": self.batches[lot], "counted": counted}
        self.store.run_now(actions.enter_count, intent=uuid.uuid4(), **values)

    def first(self) -> Content:
        return self.store.read_now(counting_sheet_paper, subject=self.take)

    def second(self) -> Content:
        return self.store.read_now(second_count_paper, subject=self.take)


@pytest.fixture
def shelf(hospital: Hospital) -> Shelf:
    return Shelf(hospital)


def lots(paper: Content) -> list[object]:
    return [row[2] for row in paper.rows["batches"]]


def test_the_paper_names_the_batches_in_the_order_of_the_screen(shelf: Shelf) -> None:
    paper = shelf.first()
    sheet = shelf.store.read_now(queries_counts.sheet, count=shelf.take)
    assert lots(paper) == [row.lot for row in sheet] == ["SOON", "LATER", "Z9"]
    assert [row[1] for row in paper.rows["batches"]] == [row.medicine for row in sheet]
    assert [row[3] for row in paper.rows["batches"]] == [row.expiry for row in sheet]
    assert [row[0] for row in paper.rows["batches"]] == ["1", "2", "3"]
    assert paper.rows["batches"][0][5] == "tablet · Pack of 21 (21), Pack of 100 (100)"
    assert paper.rows["batches"][2][5] == "tablet"
    assert (paper.fields["store"], paper.fields["number"]) == ("Main", shelf.take)


def test_nothing_on_paper_says_what_the_books_or_a_first_count_said(shelf: Shelf) -> None:
    shelf.count("SOON", 61_813)
    shelf.count("Z9", BOOKS[0])
    for paper in (shelf.first(), shelf.second()):
        assert all(row[4] == "" for row in paper.rows["batches"])
        told = repr((paper.fields, paper.rows))
        assert [figure for figure in (*BOOKS, 61_813, abs(61_813 - BOOKS[2])) if str(figure) in told] == []


def test_a_second_count_has_a_sheet_of_its_own_with_what_differed(shelf: Shelf) -> None:
    assert lots(shelf.second()) == []
    shelf.count("SOON", 1)
    shelf.count("Z9", BOOKS[0])
    assert (lots(shelf.first()), lots(shelf.second())) == (["LATER"], ["SOON"])
    shelf.count("SOON", 2)
    assert (lots(shelf.first()), lots(shelf.second())) == (["LATER"], [])


def test_a_closed_stock_take_has_no_sheet(shelf: Shelf) -> None:
    assert shelf.store.read_now(counting_sheet_captions, subjects=[shelf.take, 999]) == {shelf.take: str(shelf.take)}
    shelf.store.run_now(actions.cancel_count, intent=uuid.uuid4(), count=shelf.take)
    for query in (counting_sheet_paper, second_count_paper):
        with pytest.raises(Refused) as refused:
            shelf.store.read_now(query, subject=shelf.take)
        assert refused.value.code == "count.closed"
