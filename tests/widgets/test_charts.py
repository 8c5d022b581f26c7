"""Charts: thinned without losing a peak, read by keyboard and ear, drawn without a stall, saved as files."""

import datetime as dt
import time
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hms_desktop.widgets.charts import COLUMNS, LINES, RANKS, Chart, Picture, Series
from hms_desktop.widgets.theme import DARK, LIGHT, Appearance
from hms_desktop.widgets.thinning import thinned

MANY = 100_000
STALL_SECONDS = 0.05
"""Of this thread's own time, so that a busy machine does not count."""


def days(count: int) -> list[dt.date]:
    return [dt.date(1800, 1, 1) + dt.timedelta(days=place) for place in range(count)]


@pytest.fixture
def chart(dressed: QApplication) -> Chart:
    made = Chart("Stock")
    made.resize(900, 500)
    made.show()
    return made


def names(kind: str = RANKS) -> Picture:
    return Picture("Movers", kind, ["Alpha", "Beta", "Gamma"], [Series("value", [30, 20, 10], ["a", "b", "c"])], "USD")


def test_a_thinned_line_keeps_its_only_peak_and_its_ends() -> None:
    xs, ys = np.arange(MANY, dtype=float), np.zeros(MANY)
    ys[54_321] = 7
    kept_xs, kept_ys = thinned(xs, ys, 0, MANY, 1000)
    assert len(kept_xs) <= 2 * 1000 + MANY // 1000
    assert kept_ys.max() == 7
    assert kept_xs[kept_ys.argmax()] == 54_321
    assert (np.diff(kept_xs) > 0).all()


def test_what_is_outside_the_view_is_left_out_but_for_one_point_at_each_end() -> None:
    xs = np.arange(1000, dtype=float)
    kept, _ = thinned(xs, xs, 400.5, 499.5, 1000)
    assert (kept[0], kept[-1]) == (400, 500)


def test_a_hundred_thousand_points_are_drawn_and_zoomed_without_a_stall(chart: Chart) -> None:
    values = np.random.default_rng(7).integers(0, 500, MANY).tolist()
    picture = Picture("Stock", LINES, days(MANY), [Series("in stock", values)], "tablets")
    chart.show_picture(picture)  # the first picture also makes the axes and their fonts
    slowest = 0.0
    for _ in range(5):
        for deed in (lambda: QTest.keyClick(chart, Qt.Key.Key_Plus), chart.show_all):
            began = time.thread_time()
            deed()
            chart.grab()
            slowest = max(slowest, time.thread_time() - began)
    assert slowest < STALL_SECONDS


def test_a_line_is_read_point_by_point(chart: Chart) -> None:
    chart.show_picture(Picture("Stock", LINES, days(3), [Series("in stock", [5, 9, 4])], "tablets"))
    assert "most 9 tablets (1800-01-02)" in chart.accessibleDescription()
    QTest.keyClick(chart, Qt.Key.Key_Home)
    assert chart.read_out.text() == "1800-01-01: in stock 5 tablets"
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.read_out.text() == "1800-01-02: in stock 9 tablets"


def test_ranks_are_read_downwards_with_their_notes(chart: Chart) -> None:
    chart.show_picture(names())
    QTest.keyClick(chart, Qt.Key.Key_Down)
    assert chart.read_out.text() == "Beta: value 20 USD (b)"


def test_before_its_first_picture_a_chart_says_what_it_is(chart: Chart) -> None:
    assert chart.accessibleName() == "Stock"
    chart.show_picture(names())
    assert chart.accessibleName() == "Stock: Movers"


def test_an_empty_picture_says_so(chart: Chart) -> None:
    chart.show_picture(Picture("Stock", LINES, [], [Series("in stock", [])]), "Nothing yet.")
    assert chart.accessibleDescription() == "Nothing yet."
    assert not chart.plot.isVisibleTo(chart)


def test_a_right_to_left_chart_is_mirrored_and_its_arrows_with_it(chart: Chart) -> None:
    chart.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    chart.show_picture(Picture("Stock", LINES, days(3), [Series("in stock", [5, 9, 4])]))
    assert chart.plot.getViewBox().xInverted()
    QApplication.processEvents()
    names_at, bars_at = (part.sceneBoundingRect() for part in (chart.plot.getAxis("right"), chart.plot.getViewBox()))
    assert names_at.center().x() >= bars_at.right()
    QTest.keyClick(chart, Qt.Key.Key_Home)
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.read_out.text().startswith("1800-01-02")


@pytest.mark.parametrize("kind", [COLUMNS, RANKS])
def test_a_picture_is_saved_as_image_page_and_numbers(chart: Chart, tmp_path: Path, kind: str) -> None:
    chart.show_picture(names(kind))
    starts = {"png": b"\x89PNG", "pdf": b"%PDF"}
    for ending, start in starts.items():
        chart.save(tmp_path / f"figure.{ending}")
        assert (tmp_path / f"figure.{ending}").read_bytes().startswith(start)
    chart.save(tmp_path / "figure.csv")
    rows = (tmp_path / "figure.csv").read_text("utf-8-sig").splitlines()
    assert rows == ["Name,value (USD)", "Alpha,30", "Beta,20", "Gamma,10"]


@pytest.mark.parametrize("kind", [LINES, COLUMNS, RANKS])
@pytest.mark.parametrize("height", [240, 500])
def test_the_legend_stands_over_nothing_that_is_drawn(chart: Chart, kind: str, height: int) -> None:
    chart.resize(700, height)
    places = days(3) if kind == LINES else ["Alpha", "Beta", "Gamma"]
    series = [Series("on time", [100, 100, 100]), Series("came of what was ordered", [100, 100, 100])]
    chart.show_picture(Picture("Suppliers", kind, places, series, "%", most=100))
    QApplication.processEvents()
    legend = chart._legend.sceneBoundingRect()
    highest = -0.35 if kind == RANKS else 100.0  # the upper edge of the first bar, or the highest point
    drawn = chart.plot.getViewBox().mapViewToScene(QPointF(0, highest)).y()
    assert legend.bottom() <= drawn
    chart.resize(700, height - 60)
    QApplication.processEvents()
    assert chart._legend.sceneBoundingRect().bottom() <= chart.plot.getViewBox().mapViewToScene(QPointF(0, highest)).y()


def test_a_legend_outlives_hundreds_of_pictures_and_themes(chart: Chart, appearance: Appearance) -> None:
    for place in range(60):
        for count in (3, 1, 2):
            named = [Series(f"series {n}", [1 + n, 2, 3]) for n in range(count)]
            chart.show_picture(Picture("Any", (COLUMNS, RANKS)[place % 2], ["a", "b", "c"], named))
        if place % 20 == 0:
            appearance.wear(DARK)
            appearance.wear(LIGHT)
        QApplication.processEvents()
    assert len(chart._legend.items) == 2
