"""Each duty, tried on the server with a real login: what it may read and do, and that there is nothing else."""

import subprocess
import uuid
from collections.abc import Iterator

import psycopg
import pytest
from psycopg import sql

from hms_desktop.clinic.operations import installing
from hms_desktop.core.connecting import connect
from hms_desktop.core.programs import binaries, environment
from hms_desktop.core.settings import Server
from tests.hospital import PASSWORD, Hospital

EVERYONE = {"front_desk", "pharmacist", "clinician", "cashier", "store", "manager", "admin"}
AT_A_COUNTER = {"front_desk", "pharmacist", "clinician", "cashier", "manager"}
AT_APPOINTMENTS = {"front_desk", "clinician", "manager"}
AT_SAFETY = {"pharmacist", "clinician", "manager", "admin"}
PLANNERS = {"manager", "admin"}
AT_THE_PHARMACY = {"pharmacist", "clinician", "manager"}
ON_STOCK = {"pharmacist", "store", "clinician", "manager"}
AT_STOCK = {"pharmacist", "store", "manager"}
PRESCRIBERS = {"clinician", "pharmacist"}
BUYERS = {"pharmacist", "store", "manager"}
NOBODY: set[str] = set()

# table or view -> the duties that may SELECT it; no duty may INSERT, UPDATE, DELETE or TRUNCATE anything
READERS: dict[str, set[str]] = {
    "hms.active_lines": PRESCRIBERS,
    "hms.activity_days": NOBODY,
    "hms.alembic_version": NOBODY,
    "hms.alert_lines": PLANNERS,
    "hms.alert_rules": PLANNERS,
    "hms.alerts": NOBODY,
    "hms.allocatable": ON_STOCK,
    "hms.appointment_changes": NOBODY,
    "hms.appointment_history": AT_APPOINTMENTS,
    "hms.appointment_keys": AT_APPOINTMENTS,
    "hms.appointment_lines": AT_APPOINTMENTS,
    "hms.appointment_messages": AT_APPOINTMENTS,
    "hms.appointment_series": NOBODY,
    "hms.appointment_transitions": NOBODY,
    "hms.appointments": NOBODY,
    "hms.approval_limits": BUYERS | {"admin"},
    "hms.assents": NOBODY,
    "hms.atc_codes": EVERYONE,
    "hms.audit": NOBODY,  # some columns: see below
    "hms.audit_blocks": {"manager", "admin"},
    "hms.audit_retirements": {"manager", "admin"},
    "hms.backups": {"manager", "admin"},
    "hms.balances": ON_STOCK,
    "hms.batch_changes": AT_STOCK,
    "hms.batches": ON_STOCK,
    "hms.booking_rules": EVERYONE,
    "hms.call_spans": EVERYONE,
    "hms.catalogue_imports": {"manager", "admin"},
    "hms.catalogue_vocabulary": NOBODY,
    "hms.cautions": AT_SAFETY,
    "hms.check_in_rules": EVERYONE,
    "hms.clinic_exceptions": EVERYONE,
    "hms.clinics": EVERYONE,
    "hms.closure_moves": EVERYONE,
    "hms.controlled_balances": NOBODY,
    "hms.controlled_checks": {"pharmacist", "manager"},
    "hms.controlled_discrepancies": {"pharmacist", "manager"},
    "hms.controlled_entries": NOBODY,
    "hms.controlled_lines": {"pharmacist", "manager"},
    "hms.controlled_registers": {"pharmacist", "manager"},
    "hms.controlled_waiting": {"pharmacist", "manager"},
    "hms.counter_closures": EVERYONE,
    "hms.counter_days": NOBODY,
    "hms.counted_lines": NOBODY,
    "hms.counts_read": AT_STOCK,
    "hms.crashes": PLANNERS,
    "hms.defined_doses": EVERYONE,
    "hms.demo_clock": NOBODY,
    "hms.departments": EVERYONE,
    "hms.dispensable": AT_THE_PHARMACY,
    "hms.dispensable_lines": AT_THE_PHARMACY,
    "hms.dispense_lines": NOBODY,
    "hms.dispenses": NOBODY,
    "hms.dispensing_rules": EVERYONE,
    "hms.display_acknowledgements": EVERYONE,
    "hms.display_heartbeats": NOBODY,
    "hms.display_message_screens": EVERYONE,
    "hms.display_messages": EVERYONE,
    "hms.display_rooms": EVERYONE,
    "hms.display_states": EVERYONE,
    "hms.display_tests": NOBODY,
    "hms.display_thumbnails": {"manager", "admin"},
    "hms.displays": EVERYONE,
    "hms.entrance_tickets": NOBODY,
    "hms.estimate_outcomes": EVERYONE,
    "hms.facility": EVERYONE,
    "hms.favourite_lines": PRESCRIBERS,
    "hms.film_parts": NOBODY,
    "hms.films": PLANNERS,
    "hms.fleet_caches": PLANNERS,
    "hms.fleet_clients": PLANNERS,
    "hms.fleet_minutes": PLANNERS,
    "hms.fleet_works": PLANNERS,
    "hms.formulary": EVERYONE,
    "hms.handed_out": AT_THE_PHARMACY,
    "hms.holidays": EVERYONE,
    "hms.installation": EVERYONE,
    "hms.intents": NOBODY,
    "hms.interaction_keys": NOBODY,
    "hms.interaction_lists": AT_SAFETY,
    "hms.interaction_members": AT_SAFETY,
    "hms.interaction_pairs": AT_SAFETY,
    "hms.interaction_terms": AT_SAFETY,
    "hms.invoice_differences": BUYERS,
    "hms.job_lines": PLANNERS,
    "hms.job_runs": PLANNERS,
    "hms.job_schedules": NOBODY,
    "hms.job_tasks": NOBODY,
    "hms.job_turns": NOBODY,
    "hms.job_wishes": NOBODY,
    "hms.journey_steps": EVERYONE,
    "hms.journeys": EVERYONE,
    "hms.kept_days": NOBODY,
    "hms.kiosk_pairings": NOBODY,
    "hms.label_cautions": AT_SAFETY,
    "hms.last_counts": AT_STOCK,
    "hms.late_knocks": NOBODY,
    "hms.leases": NOBODY,
    "hms.left_out": AT_THE_PHARMACY,
    "hms.line_days": NOBODY,
    "hms.line_waits": NOBODY,
    "hms.medicine_cautions": AT_SAFETY,
    "hms.medicine_substances": EVERYONE,
    "hms.medicine_words": NOBODY,
    "hms.medicines": EVERYONE,
    "hms.merges": NOBODY,
    "hms.message_lines": PLANNERS,
    "hms.message_rules": PLANNERS,
    "hms.movements": AT_STOCK,
    "hms.name_parts": NOBODY,
    "hms.omissions": NOBODY,
    "hms.open_counters": EVERYONE,
    "hms.open_days": EVERYONE,
    "hms.opened_records": {"manager"},
    "hms.opening_exceptions": EVERYONE,
    "hms.opening_hours": EVERYONE,
    "hms.openings": EVERYONE,
    "hms.outbox": NOBODY,
    "hms.overbook_grants": EVERYONE,
    "hms.override_lines": {"pharmacist", "manager"},
    "hms.packs": EVERYONE,
    "hms.pairs_to_decide": {"manager"},
    "hms.patient_allergies": AT_A_COUNTER,
    "hms.patient_consents": AT_A_COUNTER,
    "hms.patient_contacts": AT_A_COUNTER,
    "hms.patient_identifiers": AT_A_COUNTER,
    "hms.patient_imports": {"manager", "admin"},
    "hms.patient_likeness": NOBODY,
    "hms.patient_name_keys": NOBODY,
    "hms.patient_phones": AT_A_COUNTER,
    "hms.patient_photos": AT_A_COUNTER,
    "hms.patient_policies": AT_A_COUNTER,
    "hms.patients": AT_A_COUNTER,
    "hms.patients_to_compare": {"manager"},
    "hms.people": EVERYONE,
    "hms.playlist_displays": PLANNERS,
    "hms.playlist_entries": PLANNERS,
    "hms.playlists": PLANNERS,
    "hms.prescribing_rules": EVERYONE,
    "hms.prescription_lines": PRESCRIBERS,
    "hms.prescriptions": PRESCRIBERS,
    "hms.print_jobs": EVERYONE,
    "hms.printer_choices": EVERYONE,
    "hms.printers": EVERYONE,
    "hms.priority_classes": EVERYONE,
    "hms.priority_reasons": EVERYONE,
    "hms.purchase_lines": BUYERS,
    "hms.purchase_orders": BUYERS,
    "hms.purchase_steps": BUYERS,
    "hms.purchasing_numbers": NOBODY,
    "hms.purchasing_rules": BUYERS | {"admin"},
    "hms.queue_calls": EVERYONE,
    "hms.recalled_lots": AT_STOCK,
    "hms.receipt_lines": BUYERS,
    "hms.receipts": BUYERS,
    "hms.references_to_patients": NOBODY,
    "hms.relay_beats": NOBODY,
    "hms.relayed_knocks": NOBODY,
    "hms.releases": EVERYONE,
    "hms.retention": {"manager", "admin"},
    "hms.report_runs": {"manager"},
    "hms.report_schedules": {"manager"},
    "hms.reversals": NOBODY,
    "hms.romanised_signs": NOBODY,
    "hms.room_rules": EVERYONE,
    "hms.room_services": EVERYONE,
    "hms.room_shares": EVERYONE,
    "hms.room_turns": EVERYONE,
    "hms.room_waiting": EVERYONE,
    "hms.rooms": EVERYONE,
    "hms.saved_lists": {"manager", "admin"},
    "hms.schedule_lines": PLANNERS,
    "hms.schema_compat": EVERYONE,
    "hms.segment_changes": EVERYONE,
    "hms.segment_transitions": EVERYONE,
    "hms.segments": EVERYONE,
    "hms.served_clients": EVERYONE,
    "hms.service_days": EVERYONE,
    "hms.service_paces": EVERYONE,
    "hms.service_rules": EVERYONE,
    "hms.service_turns": EVERYONE,
    "hms.service_waits": EVERYONE,
    "hms.services": EVERYONE,
    "hms.session_lines": EVERYONE,
    "hms.sessions": EVERYONE,
    "hms.sessions_opened": NOBODY,
    "hms.shelf_lines": ON_STOCK,
    "hms.sittings": EVERYONE,
    "hms.standing_calls": EVERYONE,
    "hms.standing_merges": {"manager"},
    "hms.stock_rules": EVERYONE,
    "hms.stock_take_entries": NOBODY,  # every column but the balance: see tests/clinic/stock/test_blind_counts.py
    "hms.stock_take_lines": AT_STOCK,
    "hms.stock_take_looks": AT_STOCK,
    "hms.stock_takes": AT_STOCK,
    "hms.store_levels": AT_STOCK,
    "hms.stores": EVERYONE,
    "hms.substance_spellings": NOBODY,
    "hms.substances": EVERYONE,
    "hms.supplied_to": NOBODY,
    "hms.supplier_invoice_lines": BUYERS,
    "hms.supplier_invoices": BUYERS,
    "hms.supplier_return_lines": BUYERS,
    "hms.supplier_returns": BUYERS,
    "hms.suppliers": BUYERS,
    "hms.suspected_pairs": NOBODY,
    "hms.taken_patients": AT_A_COUNTER,
    "hms.telemetry": PLANNERS,
    "hms.ticket_days": NOBODY,
    "hms.ticket_estimates": EVERYONE,
    "hms.ticket_steps": EVERYONE,
    "hms.tickets": EVERYONE,
    "hms.waiting": EVERYONE,
    "hms.waiting_lines": AT_APPOINTMENTS,
    "hms.waiting_list": NOBODY,
    "hms.waiting_pairings": {"manager", "admin"},
    "hms.warning_figures": {"pharmacist", "manager"},
    "hms.warning_levels": AT_SAFETY,
    "hms.warning_overrides": NOBODY,
    "hms.warnings_shown": NOBODY,
    "hms.weekly_sessions": EVERYONE,
    "hms.worker_states": PLANNERS,
    "hms.workers": NOBODY,
    "kiosk.messages": NOBODY,
    "kiosk.my_check_in": NOBODY,
    "kiosk.my_display": NOBODY,
    "kiosk.my_playlists": NOBODY,
    "kiosk.newest_release": NOBODY,
    "kiosk.recent_calls": NOBODY,
    "kiosk.schema_compat": NOBODY,
    "kiosk.self_services": NOBODY,
    "kiosk.test_calls": NOBODY,
    "kiosk.waiting_numbers": NOBODY,
    "procrastinate.procrastinate_events": NOBODY,
    "procrastinate.procrastinate_jobs": NOBODY,
    "procrastinate.procrastinate_periodic_defers": NOBODY,
    "procrastinate.procrastinate_workers": NOBODY,
}
AUDIT_COLUMNS = "id, at, person, workstation, subject, key, verb, block"

# function -> the duties that may EXECUTE it; a function that is not named here may be executed by no duty
DOERS: dict[str, set[str]] = {
    "absent_terms": {"pharmacist", "manager", "admin"},
    "accept_offer": AT_APPOINTMENTS,
    "accept_pairing": {"admin"},
    "acknowledge_alert": PLANNERS,
    "add_label_caution": {"pharmacist", "manager"},
    "add_staff": {"admin"},
    "add_to_waiting_list": AT_APPOINTMENTS,
    "amend_prescription": PRESCRIBERS,
    "announce_release": {"admin"},
    "approval_limit": BUYERS,
    "approve_count": AT_STOCK,
    "approve_invoice": BUYERS,
    "approve_purchase_order": BUYERS,
    "as_side": {"manager"},
    "audit_export": {"manager"},
    "audit_values": {"manager"},
    "audited_tables": {"manager", "admin"},
    "begin_film": {"admin"},
    "begin_print": EVERYONE,
    "book_appointment": AT_APPOINTMENTS,
    "book_series": AT_APPOINTMENTS,
    "broken_seals": {"manager", "admin"},
    "business_date": EVERYONE,
    "business_date_at": EVERYONE,
    "call_next": AT_A_COUNTER,
    "call_ticket": AT_A_COUNTER,
    "cancel_appointment": AT_APPOINTMENTS,
    "cancel_count": AT_STOCK,
    "cancel_job": PLANNERS,
    "cancel_prescription": PRESCRIBERS,
    "cancel_print": EVERYONE,
    "cancel_purchase_order": BUYERS,
    "cancel_series": AT_APPOINTMENTS,
    "cancel_ticket": AT_A_COUNTER,
    "change_own_password": EVERYONE,
    "check_controlled": {"pharmacist"},
    "check_in": AT_APPOINTMENTS,
    "check_in_scanned": AT_APPOINTMENTS,
    "check_medicines": {"pharmacist", "clinician"},
    "choose_printer": EVERYONE,
    "client_figures": PLANNERS,
    "close_counter": AT_A_COUNTER,
    "close_day": {"manager", "admin"},
    "close_past_appointments": {"front_desk", "manager"},
    "closed_records": EVERYONE,
    "common_names": {"front_desk", "clinician", "manager"},
    "correct_controlled": {"pharmacist"},
    "correct_receipt": BUYERS,
    "costly_statements": PLANNERS,
    "count_content": AT_STOCK,
    "counters_for": EVERYONE,
    "cut_off_kiosk": {"admin"},
    "day_opens": EVERYONE,
    "decide_message": PLANNERS,
    "decide_pair": {"manager"},
    "decline_offer": AT_APPOINTMENTS,
    "digest_of": EVERYONE,
    "dispense": {"pharmacist"},
    "dispense_as_proposed": {"pharmacist"},
    "do_now": PLANNERS,
    "drop_favourite_line": PRESCRIBERS,
    "drop_opening_exception": {"manager", "admin"},
    "edit_appointment_reason": AT_APPOINTMENTS,
    "edit_patient": {"front_desk", "clinician", "manager"},
    "end_print": EVERYONE,
    "enter_count": AT_STOCK,
    "enter_in_register": {"pharmacist"},
    "enter_invoice": BUYERS,
    "expected_wait": EVERYONE,
    "figures": PLANNERS,
    "fill_holidays": PLANNERS,
    "find_medicines": EVERYONE,
    "find_patients": AT_A_COUNTER,
    "finish": AT_A_COUNTER,
    "finish_catalogue_import": {"pharmacist", "manager", "admin"},
    "finish_film": {"admin"},
    "finish_import": {"manager", "admin"},
    "forecast_of": EVERYONE,
    "free_slots": AT_APPOINTMENTS,
    "give_assent": EVERYONE,
    "grant_overbooking": PLANNERS,
    "hand_out": {"pharmacist"},
    "hold_batch": AT_STOCK,
    "holder_of": AT_A_COUNTER,
    "hospital_now": EVERYONE,
    "hours_today": EVERYONE,
    "import_atc": {"pharmacist", "manager", "admin"},
    "import_interactions": {"pharmacist", "manager", "admin"},
    "import_medicines": {"pharmacist", "manager", "admin"},
    "import_patients": {"manager", "admin"},
    "is_closed": EVERYONE,
    "is_equivalent": AT_THE_PHARMACY,
    "issue_journey": AT_A_COUNTER,
    "issue_outside_hours": {"clinician", "manager"},
    "issue_stock": AT_STOCK,
    "issue_ticket": AT_A_COUNTER,
    "job_figures": PLANNERS,
    "keep_months": {"admin"},
    "keep_suspected_pairs": {"manager"},
    "latency_quantile": PLANNERS,
    "lease_prescription": {"pharmacist"},
    "knocks_since": EVERYONE,
    "leave_waiting_list": AT_APPOINTMENTS,
    "left_open": EVERYONE,
    "lift_recall": {"manager"},
    "lift_recalled_lot": {"manager"},
    "likely_duplicates": {"front_desk", "clinician", "manager"},
    "look_at_books": AT_STOCK,
    "mark_appointment_no_show": AT_APPOINTMENTS,
    "match_invoice": BUYERS,
    "may_overbook": AT_APPOINTMENTS,
    "measure_pace": {"manager"},
    "merge_patients": {"manager"},
    "messages_on_display": EVERYONE,
    "move_appointment": AT_APPOINTMENTS,
    "name_ticket": AT_A_COUNTER,
    "next_to_compare": {"manager"},
    "no_show": AT_A_COUNTER,
    "note_saved_list": EVERYONE,
    "note_warnings_shown": {"pharmacist", "clinician"},
    "open_catalogue_import": {"pharmacist", "manager", "admin"},
    "open_count": AT_STOCK,
    "open_counter": AT_A_COUNTER,
    "open_import": {"manager", "admin"},
    "open_restricted": AT_A_COUNTER,
    "open_stock": AT_STOCK,
    "opened_records": EVERYONE,
    "opening_of": EVERYONE,
    "own_workstation": EVERYONE,
    "patient_history": AT_A_COUNTER,
    "patients_language": AT_THE_PHARMACY,
    "pause_counter": AT_A_COUNTER,
    "printer_for": EVERYONE,
    "put_film_part": {"admin"},
    "queue_figures": PLANNERS,
    "queue_print": EVERYONE,
    "recall": AT_A_COUNTER,
    "recall_batches": {"pharmacist", "manager"},
    "recall_list": {"pharmacist", "manager"},
    "recall_lot": {"pharmacist", "manager"},
    "receive_goods": BUYERS,
    "records_to_compare": {"manager"},
    "refuse": EVERYONE,
    "refuse_pairing": {"admin"},
    "register_patient": {"front_desk", "clinician", "manager"},
    "reinstate": AT_A_COUNTER,
    "reject_invoice": BUYERS,
    "release_batch": {"pharmacist", "manager"},
    "release_lapsed_offers": AT_APPOINTMENTS,
    "release_prescription": {"pharmacist"},
    "remove_caution": {"pharmacist", "manager"},
    "remove_exception": PLANNERS,
    "remove_film": {"admin"},
    "remove_holiday": PLANNERS,
    "remove_label_caution": {"pharmacist", "manager"},
    "remove_playlist": {"admin"},
    "remove_weekly_session": PLANNERS,
    "renew_pairing_login": {"admin"},
    "repeat_job": PLANNERS,
    "repeat_print": EVERYONE,
    "report_activity": {"manager"},
    "report_appointments": AT_APPOINTMENTS,
    "report_controlled": {"pharmacist", "manager"},
    "report_counters": {"front_desk", "manager"},
    "report_dispensing": {"pharmacist", "manager"},
    "report_dispensing_days": {"pharmacist", "manager"},
    "report_expiry": AT_STOCK,
    "report_lines": {"front_desk", "manager"},
    "report_registrations": {"front_desk", "manager"},
    "report_stock_value": AT_STOCK,
    "report_tickets": {"front_desk", "manager"},
    "require_release": {"admin"},
    "restore_appointment": AT_APPOINTMENTS,
    "restricted_openings": {"manager", "admin"},
    "return_to_supplier": BUYERS,
    "reverse_dispense": {"pharmacist"},
    "reverse_movement": AT_STOCK,
    "save_alert_rule": {"admin"},
    "save_approval_limit": {"admin"},
    "save_booking_rules": PLANNERS,
    "save_caution": {"pharmacist", "manager"},
    "save_check_in": {"admin"},
    "save_check_in_rules": {"admin"},
    "save_clinic": PLANNERS,
    "save_department": {"admin"},
    "save_dispensing_rules": {"manager"},
    "save_display": {"admin"},
    "save_display_message": {"admin"},
    "save_exception": PLANNERS,
    "save_facility": {"admin"},
    "save_favourite_line": PRESCRIBERS,
    "save_holiday": PLANNERS,
    "save_journey": {"manager", "admin"},
    "save_level": AT_STOCK,
    "save_medicine": {"pharmacist", "manager"},
    "save_message_rules": PLANNERS,
    "save_opening_exception": {"manager", "admin"},
    "save_opening_hours": {"manager", "admin"},
    "save_pack": {"pharmacist", "manager"},
    "save_playlist": {"admin"},
    "save_prescribing_rules": PLANNERS,
    "save_printer": {"admin"},
    "save_priority_reason": {"manager", "admin"},
    "save_purchase_order": BUYERS,
    "save_purchasing_rules": {"admin"},
    "save_reason_rule": {"manager", "admin"},
    "save_report_schedule": {"manager"},
    "save_room": {"admin"},
    "save_room_rule": {"manager", "admin"},
    "save_schedule": PLANNERS,
    "save_service": {"admin"},
    "save_service_rules": {"manager", "admin"},
    "save_staff": {"admin"},
    "save_stock_rules": {"manager"},
    "save_store": PLANNERS,
    "save_substance": {"pharmacist", "manager"},
    "save_supplier": BUYERS,
    "save_warning_level": {"pharmacist", "manager"},
    "save_weekly_session": PLANNERS,
    "seal_audit": {"manager", "admin"},
    "seal_state": {"manager", "admin"},
    "send_back_purchase_order": BUYERS,
    "send_purchase_order": BUYERS,
    "server_figures": PLANNERS,
    "set_clock": {"manager"},  # only a demo has it
    "set_staff_password": {"admin"},
    "set_up_check_in": {"admin"},
    "set_up_kiosk": {"admin"},
    "settle_discrepancy": {"pharmacist", "manager"},
    "stale": EVERYONE,
    "start_service": AT_A_COUNTER,
    "stock_usage": AT_STOCK,
    "submit_purchase_order": BUYERS,
    "take_back": AT_STOCK,
    "take_patient": AT_A_COUNTER,
    "tell_crash": EVERYONE,
    "tell_knocks": {"pharmacist"},
    "tell_telemetry": EVERYONE,
    "test_call": {"admin"},
    "today_at_a_glance": AT_A_COUNTER,
    "told_counts": PLANNERS,
    "transfer": AT_A_COUNTER,
    "transfer_stock": AT_STOCK,
    "turn_of": EVERYONE,
    "unarrive": AT_APPOINTMENTS,
    "undo": AT_A_COUNTER,
    "undo_close_counter": AT_A_COUNTER,
    "unlisted_substances": {"pharmacist", "manager", "admin"},
    "unmerge_patients": {"manager"},
    "upkeep_figures": PLANNERS,
    "use_interactions": {"pharmacist", "manager", "admin"},
    "waited_long": EVERYONE,
    "waiting_on_display": EVERYONE,
    "waits_over_time": PLANNERS,
    "wall_time": AT_APPOINTMENTS,
    "wants_check": AT_THE_PHARMACY,
    "warning_kinds": {"pharmacist", "manager", "admin"},
    "waste_controlled": {"pharmacist"},
    "withdraw_overbooking": PLANNERS,
    "withdraw_release": {"admin"},
    "work_figures": PLANNERS,
    "workstation": EVERYONE,
    "write_off": AT_STOCK,
    "write_prescription": PRESCRIBERS,
    "wrote_order": BUYERS,
}

# the login of a service or a machine -> what it may SELECT; hms_backup reads every table of hms and no view
SERVICE_READS: dict[str, set[str]] = {
    "hms_checkin": {
        "kiosk.my_check_in",
        "kiosk.schema_compat",
        "kiosk.self_services",
    },
    "hms_kiosk": {
        "kiosk.messages",
        "kiosk.my_display",
        "kiosk.my_playlists",
        "kiosk.newest_release",
        "kiosk.recent_calls",
        "kiosk.schema_compat",
        "kiosk.test_calls",
        "kiosk.waiting_numbers",
    },
    "hms_monitor": {
        "hms.alert_rules",
        "hms.installation",
        "hms.releases",
        "hms.schema_compat",
        "hms.served_clients",
    },
    "hms_pairing": NOBODY,
    "hms_worker": {
        "hms.departments",
        "hms.facility",
        "hms.installation",
        "hms.patients_to_compare",
        "hms.releases",
        "hms.schema_compat",
        "hms.served_clients",
        "hms.services",
        "hms.stores",
    },
}

# the login of a service or a machine -> what it may EXECUTE
SERVICE_DOES: dict[str, set[str]] = {
    "hms_backup": {
        "note_backup",
    },
    "hms_checkin": {
        "business_date",
        "check_in",
        "heartbeat",
        "hospital_now",
        "services_of_own_check_in",
        "take_ticket",
        "tell_crash",
        "tell_telemetry",
    },
    "hms_kiosk": {
        "acknowledge",
        "business_date",
        "calls_of_own_display",
        "film_part",
        "heartbeat",
        "hospital_now",
        "messages_of_own_display",
        "send_thumbnail",
        "tell_crash",
        "tell_telemetry",
        "tests_of_own_display",
        "waiting_for_own_display",
    },
    "hms_monitor": {
        "client_figures",
        "figures",
        "hospital_now",
        "job_figures",
        "queue_figures",
        "server_figures",
        "tell_crash",
        "tell_telemetry",
        "upkeep_figures",
        "work_figures",
    },
    "hms_pairing": {
        "ask_to_pair",
        "pairing_state",
    },
    "hms_worker": {
        "analyse_partitioned",
        "beat",
        "begin_report_run",
        "begin_run",
        "business_date",
        "client_figures",
        "close_months",
        "close_past_appointments",
        "close_past_days",
        "common_names",
        "end_report_run",
        "end_run",
        "end_worker",
        "figures",
        "hospital_now",
        "job_figures",
        "keep_daily_figures",
        "keep_sessions_ready",
        "keep_suspected_pairs",
        "next_to_compare",
        "note_saved_list",
        "open_months",
        "prune_assents",
        "prune_fleet",
        "prune_intents",
        "prune_jobs",
        "prune_print_jobs",
        "queue_figures",
        "records_to_compare",
        "relay_knocks",
        "release_lapsed_offers",
        "report_activity",
        "report_appointments",
        "report_controlled",
        "report_counters",
        "report_dispensing",
        "report_dispensing_days",
        "report_expiry",
        "report_lines",
        "report_registrations",
        "report_stock_value",
        "report_tickets",
        "retire_months",
        "seal_audit",
        "server_figures",
        "settle_message",
        "stock_alerts",
        "take_due_messages",
        "tell_crash",
        "tell_knocks",
        "tell_telemetry",
        "tidy_messages",
        "upkeep_figures",
        "weigh",
        "work_figures",
        "write_notice",
    },
}

FORBIDDEN_TO_ALL = (
    "SET ROLE hms_owner",
    "SET ROLE hms_admin_of_something",
    "SET ROLE hms_staff_keeper",
    "SET ROLE hms_deploy",
    "CREATE TABLE hms.mine (x int)",
    "CREATE TABLE public.mine (x int)",
    "CREATE TEMP TABLE mine (x int)",
    "CREATE SCHEMA mine",
    "CREATE ROLE somebody LOGIN",
    "CREATE EXTENSION dblink",
    "ALTER TABLE hms.tickets DISABLE TRIGGER ALL",
    "DROP FUNCTION hms.call_next(uuid, bigint)",
    "GRANT hms_admin TO CURRENT_USER",
    "COPY hms.people TO PROGRAM 'cat'",
    "SELECT pg_read_file('/etc/hostname')",
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'hms_super'",
    "SELECT rolpassword FROM pg_authid",
    "SET session_replication_role = replica",
    "SELECT hms.keep_password('hms_super', 'x')",
    "SELECT hms.cut_off('hms_super')",
    "SELECT hms.claim_intent(gen_random_uuid(), 'x')",
)


def relations(hospital: Hospital) -> list[str]:
    return [
        row[0]
        for row in hospital.sql(
            """SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname IN ('hms', 'kiosk', 'procrastinate')
              AND c.relkind IN ('r', 'p', 'v') AND NOT c.relispartition"""
        )
    ]


def allowed(connection: psycopg.Connection[tuple[object, ...]], statement: str) -> bool:
    """Whether the server lets this person run the statement; only 'permission denied' counts as no."""
    return fault(connection, statement) != "42501"


def fault(connection: psycopg.Connection[tuple[object, ...]], statement: str) -> str:
    """The SQLSTATE with which a statement fails, empty where it does not; nothing of it stays."""
    try:
        with connection.transaction(force_rollback=True):
            connection.execute(statement.encode())
    except psycopg.Error as error:
        return error.sqlstate or "unknown"
    return ""


def is_view(hospital: Hospital, name: str) -> bool:
    """True for a view, whose writes may fail sooner, because it takes no rows or its column stands for none."""
    return bool(hospital.sql("SELECT relkind = 'v' FROM pg_class WHERE oid = %s::regclass", name)[0][0])


@pytest.fixture(params=sorted(EVERYONE))
def duty(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def person(hospital: Hospital, duty: str) -> Iterator[psycopg.Connection[tuple[object, ...]]]:
    with connect(hospital.person(duty), application="psql", autocommit=True) as opened:
        yield opened


def test_the_table_of_rights_names_every_table_and_view(hospital: Hospital) -> None:
    assert set(relations(hospital)) == set(READERS)


def test_a_duty_reads_what_it_needs_and_changes_no_table(
    hospital: Hospital, person: psycopg.Connection[tuple[object, ...]], duty: str
) -> None:
    for name, readers in READERS.items():
        assert allowed(person, f"SELECT * FROM {name} LIMIT 0") == (duty in readers), name
        first = hospital.sql("SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum = 1", name)[0][
            0
        ]
        refusals = ("42501", "55000", "42809", "428C9") if is_view(hospital, name) else ("42501",)
        for statement in (
            f"INSERT INTO {name} DEFAULT VALUES",
            f"UPDATE {name} SET {first} = DEFAULT WHERE false",
            f"DELETE FROM {name} WHERE false",
            f"TRUNCATE {name}",
        ):
            assert fault(person, statement) in refusals, statement


def test_a_partition_is_no_way_around_its_table(hospital: Hospital) -> None:
    partitions = hospital.sql("SELECT oid::regclass::text FROM pg_class WHERE relispartition AND relkind = 'r'")
    assert partitions
    with connect(hospital.person(*sorted(EVERYONE)), application="psql", autocommit=True) as opened:
        for (name,) in partitions:
            assert not allowed(opened, f"SELECT 1 FROM {name}"), name
            assert not allowed(opened, f"DELETE FROM {name}"), name


def test_who_did_what_is_read_without_the_values(person: psycopg.Connection[tuple[object, ...]], duty: str) -> None:
    assert allowed(person, f"SELECT {AUDIT_COLUMNS} FROM hms.audit LIMIT 0") == (duty in {"manager", "admin"})


def test_a_duty_executes_what_it_needs_and_nothing_else(hospital: Hospital, duty: str) -> None:
    login = hospital.person(duty).user
    found = hospital.sql(
        """SELECT DISTINCT p.proname FROM pg_proc p
        WHERE p.pronamespace IN ('hms'::regnamespace, 'kiosk'::regnamespace, 'procrastinate'::regnamespace)
          AND has_function_privilege(%s, p.oid, 'EXECUTE')""",
        login,
    )
    assert {row[0] for row in found} == {name for name, doers in DOERS.items() if duty in doers}


@pytest.mark.parametrize("statement", FORBIDDEN_TO_ALL)
def test_not_even_all_duties_together_are_allowed(hospital: Hospital, statement: str) -> None:
    with connect(hospital.person(*sorted(EVERYONE)), application="psql", autocommit=True) as opened:
        with pytest.raises(psycopg.Error) as refused, opened.transaction(force_rollback=True):
            opened.execute(statement.encode())
        assert refused.value.sqlstate in ("42501", "22023", "42704"), refused.value


def test_every_definer_function_pins_its_search_path_and_hides_from_the_public(hospital: Hospital) -> None:
    loose = hospital.sql(
        """SELECT p.oid::regprocedure::text FROM pg_proc p
        WHERE p.pronamespace IN ('hms'::regnamespace, 'kiosk'::regnamespace)
          AND (p.prosecdef AND NOT EXISTS (SELECT FROM unnest(p.proconfig) c WHERE c LIKE 'search_path=%%pg_temp')
               OR EXISTS (SELECT FROM aclexplode(p.proacl) a WHERE a.grantee = 0))"""
    )
    assert loose == []


def test_every_object_belongs_to_the_owner_whom_nobody_logs_in_as(hospital: Hospital) -> None:
    strange = hospital.sql(
        """SELECT c.relname, c.relowner::regrole::text FROM pg_class c
        WHERE c.relnamespace IN ('hms'::regnamespace, 'kiosk'::regnamespace, 'procrastinate'::regnamespace)
          AND c.relowner <> 'hms_owner'::regrole"""
    )
    assert strange == []
    logins = "SELECT rolname FROM pg_roles WHERE rolcanlogin AND rolname IN ('hms_owner', 'hms_staff_keeper')"
    assert hospital.sql(logins) == []


def test_deploying_is_no_duty_and_inherits_nothing(hospital: Hospital) -> None:
    assert not hospital.sql("SELECT has_table_privilege('hms_deploy', 'hms.patients', 'SELECT')")[0][0]
    assert hospital.sql("SELECT pg_has_role('hms_deploy', 'hms_owner', 'SET')")[0][0]


def test_an_administrator_cannot_touch_a_role_that_is_not_staff(hospital: Hospital) -> None:
    with connect(hospital.person("admin"), application="psql", autocommit=True) as opened:
        made = installing.verifier(opened, "hms_super", "another password")
        for login in ("hms_super", "hms_owner", "hms_deploy", "pg_monitor"):
            with pytest.raises(psycopg.Error):
                opened.execute("SELECT hms.add_staff(%s, %s, 'x', '{front_desk}', %s)", (uuid.uuid4(), login, made))


def test_a_plain_password_is_refused_where_a_verifier_belongs(hospital: Hospital) -> None:
    with (
        connect(hospital.person("admin"), application="psql", autocommit=True) as opened,
        pytest.raises(psycopg.Error, match="verifier"),
    ):
        opened.execute("SELECT hms.add_staff(%s, 'new.clerk', 'x', '{front_desk}', 'plain text')", (uuid.uuid4(),))


def test_the_real_psql_with_a_clerks_password_can_read_and_cannot_change(hospital: Hospital) -> None:
    clerk = hospital.person("front_desk")
    assert psql(clerk, "SELECT count(*) FROM hms.tickets").returncode == 0
    for statement in ("UPDATE hms.tickets SET number = 1", "DELETE FROM hms.audit", "SET ROLE hms_owner"):
        result = psql(clerk, statement)
        assert result.returncode != 0
        assert "permission denied" in result.stderr


def psql(server: Server, statement: str) -> subprocess.CompletedProcess[str]:
    given = environment() | {
        "PGHOST": server.host,
        "PGPORT": str(server.port),
        "PGDATABASE": server.dbname,
        "PGUSER": server.user,
        "PGPASSWORD": PASSWORD,
    }
    return subprocess.run(
        [binaries() / "psql", "-X", "-v", "ON_ERROR_STOP=1", "-c", statement],
        env=given,
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )


def test_an_identifier_is_quoted_wherever_a_login_becomes_a_role(hospital: Hospital) -> None:
    with connect(hospital.person("admin"), application="psql", autocommit=True) as opened:
        made = installing.verifier(opened, "x", "another password")
        for login in ('x" SUPERUSER --', "x; DROP TABLE hms.people", "hms_evil", "pg_evil", "", "Ünal"):
            with pytest.raises(psycopg.Error, match="login name"):
                opened.execute(
                    sql.SQL("SELECT hms.add_staff(%s, %s, 'x', '{front_desk}', %s)"), (uuid.uuid4(), login, made)
                )
