"""The page of figures: a scanned pack shows the stock and the consumption of its medicine."""

from collections.abc import Callable

from hms_desktop.screens.purchasing.charts import EXPIRY, FiguresPage
from tests.factories import stock
from tests.hospital import Hospital
from tests.screens.conftest import ClosingLoop
from tests.screens.desks import Seat, scan, until


def test_a_scanned_pack_shows_the_stock_of_its_medicine_whatever_was_shown(
    hospital: Hospital, sit: Callable[..., Seat], loop: ClosingLoop
) -> None:
    main, zinc = stock.make_store(hospital, "Main"), stock.make_medicine(hospital, "Zinc")
    stock.make_batch(hospital, stock.make_medicine(hospital, "Aspirin"), main, 50)
    stock.make_batch(hospital, zinc, main, 30)
    hospital.sql("INSERT INTO hms.packs (medicine_id, name, units, gtin) VALUES (%s, 'B', 1, '09506000134352')", zinc)

    async def day() -> None:
        seat = sit(None, "pharmacist")
        page = FiguresPage(seat.desk)
        seat.show(page)
        await until(lambda: page.chart.picture is not None, "all medicines are drawn")
        page.figure.setCurrentIndex(page.figure.findData(EXPIRY))
        await until(lambda: "expires" in page.title.text(), "another figure is drawn")
        scan("09506000134352")
        await until(lambda: "Zinc" in page.title.text(), "the scanned medicine is drawn")
        assert page.chart.picture is not None
        assert page.chart.picture.series[0].values[-1] == 30

    loop.run(day())
