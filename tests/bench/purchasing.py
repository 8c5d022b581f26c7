"""Ten years of real deliveries through orders, receipts, issues and invoices: how fast, and balanced to the cent."""

import time

from hms_desktop.core.embedded import scratch
from tests.bench.measure import Report, figure
from tests.conftest import SHARED
from tests.factories.deliveries import FILE, Replay, imbalances, read_deliveries
from tests.hospital import Hospital, clone, make_template


def run(report: Report, *, rows: int) -> None:
    """`rows` limits how many lines are taken."""
    deliveries = read_deliveries(SHARED / FILE)[:rows]
    with scratch() as embedded:
        hospital = Hospital(clone(embedded.server, make_template(embedded.server)))
        began = time.monotonic()
        sums = Replay(hospital).run(deliveries)
        rate = sums.lines / (time.monotonic() - began)
        wrong = imbalances(hospital, sums)
        hospital.close()
        report(figure("deliveries ordered, received, issued, invoiced", [rate], "lines/s"))
        report(
            figure(
                f"lines of {len(deliveries)} that are not balanced: {'; '.join(wrong) or 'none'}",
                [float(len(wrong))],
                "sums",
                target="0",
                met=not wrong,
            )
        )
