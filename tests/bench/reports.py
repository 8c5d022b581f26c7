"""Five years of a hospital that sees 600 people a day: today, and each report of its usual days and of all of them.

1,826 days of tickets, calls, appointments, dispensing and stock are written by SQL with the triggers off; the days but
the last two are kept, as the worker keeps them. Each figure is from the question to frozen rows, as a manager.
"""

import datetime as dt
import time
from collections.abc import Callable

from hms_desktop.clinic.reports import queries
from hms_desktop.clinic.reports.catalogue import KINDS
from hms_desktop.clinic.reports.queries import Parameters
from hms_desktop.clinic.reports.rules import span
from hms_desktop.clinic.reports.today import today
from hms_desktop.core.embedded import scratch
from tests.bench.measure import Report, figure
from tests.factories.five_years import TODAY, load_five_years
from tests.hospital import Hospital, make_template

DAYS, A_DAY = 1826, 600
SECONDS, ASKED = 2.0, 5


def run(report: Report) -> None:
    with scratch() as embedded:
        hospital = Hospital(make_template(embedded.server))
        try:
            load_five_years(hospital.connection(), days=DAYS, a_day=A_DAY)
            database = hospital.database(hospital.person("manager"))
            tell(report, "reports.today", lambda: database.read_now(today))
            always = Parameters(TODAY - dt.timedelta(days=DAYS - 1), TODAY)
            for kind in KINDS:
                days = span(kind.period, TODAY)
                for name, asked in ((kind.period, Parameters(days.first, days.last)), ("five years", always)):
                    tell(
                        report,
                        f"reports.{kind.key} ({name})",
                        lambda kind=kind, asked=asked: database.read_now(
                            queries.report, snapshot=True, kind=kind.key, parameters=asked
                        ),
                    )
        finally:
            hospital.close()


def tell(report: Report, name: str, ask: Callable[[], object]) -> None:
    """How long the question takes, once it was asked before."""
    ask()
    took = []
    for _ in range(ASKED):
        start = time.perf_counter()
        ask()
        took.append(time.perf_counter() - start)
    found = figure(name, took, "s", target=f"p50 <= {SECONDS:g} s", met=sorted(took)[ASKED // 2] <= SECONDS)
    report(found)
