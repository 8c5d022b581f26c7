"""The pages of the desk as data: what they are called, who sees them, and how they are made."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from hms_desktop.widgets.desk import Desk, Person
from hms_desktop.widgets.page import Page

TOP, PHARMACY, ADMINISTRATION, BOTTOM = "top", "pharmacy", "administration", "bottom"
translate = QCoreApplication.translate


@dataclass(frozen=True)
class PageEntry:
    """One page. `words` gives its name in the language of now; no `duties` means everyone sees it."""

    key: str
    words: Callable[[], str]
    icon: str
    make: Callable[[Desk], Page]
    keys: str = ""
    duties: frozenset[str] = field(default_factory=frozenset)
    group: str = TOP

    def is_for(self, who: Person) -> bool:
        return not self.duties or who.has_duty(*self.duties)


def _queue(desk: Desk) -> Page:
    from hms_desktop.screens.queue.page import QueuePage

    return QueuePage(desk)


def _patients(desk: Desk) -> Page:
    from hms_desktop.screens.patients.page import PatientsPage

    return PatientsPage(desk)


def _appointments(desk: Desk) -> Page:
    from hms_desktop.screens.appointments.page import AppointmentsPage

    return AppointmentsPage(desk)


def _medicines(desk: Desk) -> Page:
    from hms_desktop.screens.medicines.page import MedicinesPage

    return MedicinesPage(desk)


def _prescriptions(desk: Desk) -> Page:
    from hms_desktop.screens.prescriptions.page import PrescriptionsPage

    return PrescriptionsPage(desk)


def _prescribing(desk: Desk) -> Page:
    from hms_desktop.screens.prescriptions.settings import PrescribingPage

    return PrescribingPage(desk)


def _merging(desk: Desk) -> Page:
    from hms_desktop.screens.merging.page import MergingPage

    return MergingPage(desk)


def _clinics(desk: Desk) -> Page:
    from hms_desktop.screens.appointments.planning_page import PlanningPage

    return PlanningPage(desk)


def _facility(desk: Desk) -> Page:
    from hms_desktop.screens.organisation.facility import FacilityPage

    return FacilityPage(desk)


def _departments(desk: Desk) -> Page:
    from hms_desktop.screens.organisation.departments import DepartmentsPage

    return DepartmentsPage(desk)


def _services(desk: Desk) -> Page:
    from hms_desktop.screens.organisation.services import ServicesPage

    return ServicesPage(desk)


def _rooms(desk: Desk) -> Page:
    from hms_desktop.screens.organisation.rooms import RoomsPage

    return RoomsPage(desk)


def _staff(desk: Desk) -> Page:
    from hms_desktop.screens.staff.page import StaffPage

    return StaffPage(desk)


def _displays(desk: Desk) -> Page:
    from hms_desktop.screens.displays.page import DisplaysPage

    return DisplaysPage(desk)


def _stock(desk: Desk) -> Page:
    from hms_desktop.screens.stock.page import StockPage

    return StockPage(desk)


def _counts(desk: Desk) -> Page:
    from hms_desktop.screens.stock.counts import CountsPage

    return CountsPage(desk)


def _expiry(desk: Desk) -> Page:
    from hms_desktop.screens.stock.expiry import ExpiryPage

    return ExpiryPage(desk)


def _reorder(desk: Desk) -> Page:
    from hms_desktop.screens.stock.reorder import ReorderPage

    return ReorderPage(desk)


def _stores(desk: Desk) -> Page:
    from hms_desktop.screens.stock.stores import StoresPage

    return StoresPage(desk)


def _day(desk: Desk) -> Page:
    from hms_desktop.screens.queue.day import DayPage

    return DayPage(desk)


def _queue_rules(desk: Desk) -> Page:
    from hms_desktop.screens.queue.hours import HoursPage

    return HoursPage(desk)


def _closed_days(desk: Desk) -> Page:
    from hms_desktop.screens.queue.exceptions import ExceptionsPage

    return ExceptionsPage(desk)


def _journeys(desk: Desk) -> Page:
    from hms_desktop.screens.queue.journeys import JourneysPage

    return JourneysPage(desk)


def _reasons(desk: Desk) -> Page:
    from hms_desktop.screens.queue.reasons import ReasonsPage

    return ReasonsPage(desk)


def _mixing(desk: Desk) -> Page:
    from hms_desktop.screens.queue.mixing import MixingPage

    return MixingPage(desk)


def _today(desk: Desk) -> Page:
    from hms_desktop.screens.reports.today import TodayPage

    return TodayPage(desk)


def _reports(desk: Desk) -> Page:
    from hms_desktop.screens.reports.page import ReportsPage

    return ReportsPage(desk)


def _report_orders(desk: Desk) -> Page:
    from hms_desktop.screens.reports.orders import OrdersPage

    return OrdersPage(desk)


def _dispensing(desk: Desk) -> Page:
    from hms_desktop.screens.dispensing.page import DispensingPage

    return DispensingPage(desk)


def _controlled(desk: Desk) -> Page:
    from hms_desktop.screens.dispensing.controlled_page import ControlledPage

    return ControlledPage(desk)


def _pharmacy_rules(desk: Desk) -> Page:
    from hms_desktop.screens.dispensing.rules_page import PharmacyRulesPage

    return PharmacyRulesPage(desk)


def _safety(desk: Desk) -> Page:
    from hms_desktop.screens.safety.page import SafetyPage

    return SafetyPage(desk)


def _orders(desk: Desk) -> Page:
    from hms_desktop.screens.purchasing.orders import OrdersPage

    return OrdersPage(desk)


def _receiving(desk: Desk) -> Page:
    from hms_desktop.screens.purchasing.receiving import ReceivingPage

    return ReceivingPage(desk)


def _invoices(desk: Desk) -> Page:
    from hms_desktop.screens.purchasing.invoices import InvoicesPage

    return InvoicesPage(desk)


def _suppliers(desk: Desk) -> Page:
    from hms_desktop.screens.purchasing.suppliers import SuppliersPage

    return SuppliersPage(desk)


def _figures(desk: Desk) -> Page:
    from hms_desktop.screens.purchasing.charts import FiguresPage

    return FiguresPage(desk)


def _alerts(desk: Desk) -> Page:
    from hms_desktop.screens.operations.page import AlertsPage

    return AlertsPage(desk)


def _audit(desk: Desk) -> Page:
    from hms_desktop.screens.trail.page import AuditPage

    return AuditPage(desk)


def _purchasing_rules(desk: Desk) -> Page:
    from hms_desktop.screens.purchasing.limits import LimitsPage

    return LimitsPage(desk)


def _jobs(desk: Desk) -> Page:
    from hms_desktop.screens.jobs.page import JobsPage

    return JobsPage(desk)


def _performance(desk: Desk) -> Page:
    from hms_desktop.screens.fleet.page import PerformancePage

    return PerformancePage(desk)


_CARE = frozenset({"front_desk", "pharmacist", "clinician", "cashier", "manager"})
_RECORDS = frozenset({"front_desk", "pharmacist", "clinician", "cashier", "manager"})
_BOOKING = frozenset({"front_desk", "clinician", "manager"})
_PHARMACY = frozenset({"pharmacist", "store", "clinician", "manager"})
_AT_THE_WINDOW = frozenset({"pharmacist"})
_PRESCRIBES = frozenset({"clinician", "pharmacist"})
_ADMIN = frozenset({"admin"})
_BUYERS = frozenset({"pharmacist", "store", "manager"})
_PLANS = frozenset({"manager", "admin"})
_STOCK = frozenset({"pharmacist", "store", "manager"})
_TAKES_REPORTS = frozenset({"front_desk", "pharmacist", "clinician", "store", "manager"})

PAGES: tuple[PageEntry, ...] = (
    PageEntry("queue", lambda: translate("pages", "Queue"), "list-ordered", _queue, "F2", _CARE),
    PageEntry("today", lambda: translate("pages", "Today"), "chart-line", _today, "Alt+T", _CARE),
    PageEntry("day", lambda: translate("pages", "The day"), "circle-check", _day, "Ctrl+D", frozenset({"manager"})),
    PageEntry("reports", lambda: translate("pages", "Reports"), "clipboard-list", _reports, "Alt+Y", _TAKES_REPORTS),
    PageEntry("patients", lambda: translate("pages", "Patients"), "users", _patients, "F3", _RECORDS),
    PageEntry("appointments", lambda: translate("pages", "Appointments"), "calendar", _appointments, "F4", _BOOKING),
    PageEntry(
        "dispensing",
        lambda: translate("pages", "Dispensing"),
        "pill-bottle",
        _dispensing,
        "F5",
        _AT_THE_WINDOW,
        PHARMACY,
    ),
    PageEntry(
        "prescriptions",
        lambda: translate("pages", "Prescriptions"),
        "file-text",
        _prescriptions,
        "Alt+X",
        _PRESCRIBES,
        PHARMACY,
    ),
    PageEntry("medicines", lambda: translate("pages", "Medicines"), "pill", _medicines, "Alt+M", _PHARMACY, PHARMACY),
    PageEntry("stock", lambda: translate("pages", "Stock"), "package", _stock, "Alt+S", _STOCK, PHARMACY),
    PageEntry("counts", lambda: translate("pages", "Counts"), "clipboard-list", _counts, "Alt+C", _STOCK, PHARMACY),
    PageEntry(
        "expiry", lambda: translate("pages", "Expiry, recalls"), "triangle-alert", _expiry, "Alt+E", _STOCK, PHARMACY
    ),
    PageEntry(
        "controlled",
        lambda: translate("pages", "Controlled"),
        "lock",
        _controlled,
        "Alt+K",
        frozenset({"pharmacist", "manager"}),
        PHARMACY,
    ),
    PageEntry(
        "safety",
        lambda: translate("pages", "Safety"),
        "shield",
        _safety,
        "Alt+W",
        frozenset({"pharmacist", "manager"}),
        PHARMACY,
    ),
    PageEntry("reorder", lambda: translate("pages", "Reorder"), "refresh-cw", _reorder, "Alt+R", _STOCK, PHARMACY),
    PageEntry("orders", lambda: translate("pages", "Orders"), "shopping-cart", _orders, "Alt+B", _BUYERS, PHARMACY),
    PageEntry("receiving", lambda: translate("pages", "Receiving"), "truck", _receiving, "Alt+G", _BUYERS, PHARMACY),
    PageEntry("invoices", lambda: translate("pages", "Invoices"), "file-text", _invoices, "Alt+V", _BUYERS, PHARMACY),
    PageEntry("suppliers", lambda: translate("pages", "Suppliers"), "users", _suppliers, "Alt+U", _BUYERS, PHARMACY),
    PageEntry("figures", lambda: translate("pages", "Figures"), "chart-line", _figures, "Alt+F", _BUYERS, PHARMACY),
    PageEntry(
        "merging",
        lambda: translate("pages", "Duplicates"),
        "arrow-right-left",
        _merging,
        "Alt+D",
        frozenset({"manager"}),
    ),
    PageEntry(
        "facility", lambda: translate("pages", "Hospital"), "building-2", _facility, "Alt+1", _ADMIN, ADMINISTRATION
    ),
    PageEntry(
        "departments",
        lambda: translate("pages", "Departments"),
        "stethoscope",
        _departments,
        "Alt+2",
        _ADMIN,
        ADMINISTRATION,
    ),
    PageEntry("services", lambda: translate("pages", "Services"), "ticket", _services, "Alt+3", _ADMIN, ADMINISTRATION),
    PageEntry("rooms", lambda: translate("pages", "Rooms"), "door-open", _rooms, "Alt+4", _ADMIN, ADMINISTRATION),
    PageEntry("stores", lambda: translate("pages", "Stores"), "package", _stores, "", _PLANS, ADMINISTRATION),
    PageEntry("staff", lambda: translate("pages", "Staff"), "user", _staff, "Alt+5", _ADMIN, ADMINISTRATION),
    PageEntry(
        "displays", lambda: translate("pages", "Displays"), "monitor", _displays, "Alt+6", _ADMIN, ADMINISTRATION
    ),
    PageEntry(
        "performance",
        lambda: translate("pages", "Performance"),
        "chart-line",
        _performance,
        "Alt+P",
        _PLANS,
        ADMINISTRATION,
    ),
    PageEntry(
        "queue_rules", lambda: translate("pages", "Queue rules"), "clock", _queue_rules, "Alt+7", _PLANS, ADMINISTRATION
    ),
    PageEntry(
        "closed_days",
        lambda: translate("pages", "Days not as usual"),
        "pin-off",
        _closed_days,
        "",
        _PLANS,
        ADMINISTRATION,
    ),
    PageEntry(
        "journeys",
        lambda: translate("pages", "Journeys"),
        "arrow-right-left",
        _journeys,
        "Alt+8",
        _PLANS,
        ADMINISTRATION,
    ),
    PageEntry(
        "report_orders",
        lambda: translate("pages", "Ordered reports"),
        "clock",
        _report_orders,
        "",
        frozenset({"manager"}),
        ADMINISTRATION,
    ),
    PageEntry("reasons", lambda: translate("pages", "Reasons"), "info", _reasons, "", _PLANS, ADMINISTRATION),
    PageEntry("clinics", lambda: translate("pages", "Clinics"), "calendar", _clinics, "Alt+9", _PLANS, ADMINISTRATION),
    PageEntry(
        "prescribing", lambda: translate("pages", "Prescribing"), "file-text", _prescribing, "", _PLANS, ADMINISTRATION
    ),
    PageEntry(
        "pharmacy_rules",
        lambda: translate("pages", "Pharmacy rules"),
        "pill-bottle",
        _pharmacy_rules,
        "",
        frozenset({"manager"}),
        ADMINISTRATION,
    ),
    PageEntry("mixing", lambda: translate("pages", "Mixed lines"), "filter", _mixing, "", _PLANS, ADMINISTRATION),
    PageEntry(
        "purchasing_rules",
        lambda: translate("pages", "Purchasing rules"),
        "settings",
        _purchasing_rules,
        "",
        _ADMIN,
        ADMINISTRATION,
    ),
    PageEntry("alerts", lambda: translate("pages", "Alerts"), "bell", _alerts, "", _PLANS, ADMINISTRATION),
    PageEntry("audit", lambda: translate("pages", "Audit"), "clipboard-list", _audit, "", _PLANS, ADMINISTRATION),
    PageEntry("jobs", lambda: translate("pages", "Jobs"), "refresh-cw", _jobs, "", _PLANS, ADMINISTRATION),
)


def pages_for(who: Person) -> tuple[PageEntry, ...]:
    """The pages that `who` sees, in the order of the rail."""
    return tuple(entry for entry in PAGES if entry.is_for(who))
