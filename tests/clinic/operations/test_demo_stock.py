"""The demo's stock room shows something on every page."""

from hms_desktop.clinic.operations import demo_stock
from hms_desktop.clinic.stock import queries, queries_counts, queries_recalls, queries_reorder
from tests.clinic.stock.truths import breaches
from tests.factories import stock
from tests.hospital import Hospital


def test_every_page_of_the_stock_room_has_something_to_show(hospital: Hospital) -> None:
    for number in range(12):
        stock.make_medicine(hospital, f"Demo medicine {number}")
    database = hospital.database()
    demo_stock.fill(database)
    demo_stock.use(database)
    keeper = hospital.person("store")
    demo_stock.trouble(hospital.database(hospital.person("manager")), hospital.database(keeper))
    main, pharmacy, *_ = (hospital.sql("SELECT id FROM hms.stores ORDER BY id")[place][0] for place in range(4))
    assert database.read_now(queries.shelf_anchors, store=main).count > 20
    assert {row.standing for row in database.read_now(queries.expiring, within=90)} >= {"expired", "usable"}
    assert len(database.read_now(queries_recalls.recalls)) == 1
    assert any(row.order > 0 for row in database.read_now(queries_reorder.reorder_board, store=pharmacy))
    [take] = database.read_now(queries_counts.stock_takes)
    assert (take.state, take.counted) == ("counting", 1)
    assert hospital.sql("SELECT DISTINCT person FROM hms.stock_take_entries") == [(keeper.user,)]
    assert breaches(hospital) == {}


def test_a_demo_without_medicines_has_empty_stores(hospital: Hospital) -> None:
    demo_stock.fill(hospital.database())
    people = (hospital.database(hospital.person(duty)) for duty in ("manager", "store"))
    demo_stock.trouble(*people)
    assert hospital.sql("SELECT count(*) FROM hms.stores") == [(4,)]
    assert hospital.sql("SELECT count(*) FROM hms.movements") == [(0,)]
