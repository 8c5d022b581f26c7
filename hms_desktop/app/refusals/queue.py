"""What is refused about tickets, calls and rooms."""

from hms_desktop.widgets.spoken import QT_TRANSLATE_NOOP

SENTENCES: tuple[tuple[str, str], ...] = (
    (
        "queue.already_open",
        QT_TRANSLATE_NOOP("refusals", "This patient already holds ticket {ticket} for {service} today; use that one."),
    ),
    (
        "queue.changed",
        QT_TRANSLATE_NOOP(
            "refusals", "A colleague changed ticket {ticket} meanwhile (it is now {state}); look at it again."
        ),
    ),
    (
        "queue.day_over",
        QT_TRANSLATE_NOOP("refusals", "Ticket {ticket} is of {day} and that day is over; issue a new ticket."),
    ),
    (
        "queue.day_to_come",
        QT_TRANSLATE_NOOP("refusals", "This day has not begun, so it cannot be closed; choose today or earlier."),
    ),
    (
        "queue.due_other_day",
        QT_TRANSLATE_NOOP("refusals", "This appointment is not today; issue the ticket on its day."),
    ),
    (
        "queue.followed",
        QT_TRANSLATE_NOOP(
            "refusals",
            "{service} has already dealt with ticket {ticket}, so the transfer stands; transfer it back instead.",
        ),
    ),
    (
        "queue.has_holder",
        QT_TRANSLATE_NOOP("refusals", "Ticket {ticket} belongs to a patient already; look at it again."),
    ),
    (
        "queue.no_show_calls",
        QT_TRANSLATE_NOOP(
            "refusals",
            "Ticket {ticket} was called {calls} time(s); call it {needed} times before marking it as no-show.",
        ),
    ),
    (
        "queue.no_show_soon",
        QT_TRANSLATE_NOOP(
            "refusals", "Ticket {ticket} was called too recently; it may be marked as no-show in {seconds} s."
        ),
    ),
    ("queue.no_such_class", QT_TRANSLATE_NOOP("refusals", "This priority class is not known; choose one of the list.")),
    (
        "queue.no_such_patient",
        QT_TRANSLATE_NOOP("refusals", "This patient is not known; find or register the patient first."),
    ),
    ("queue.no_such_service", QT_TRANSLATE_NOOP("refusals", "This service is not known; reload the list.")),
    ("queue.no_such_ticket", QT_TRANSLATE_NOOP("refusals", "This ticket is not known; look it up again.")),
    ("queue.nobody_waiting", QT_TRANSLATE_NOOP("refusals", "Nobody is waiting for {room}.")),
    ("queue.nothing_to_undo", QT_TRANSLATE_NOOP("refusals", "The last step of ticket {ticket} cannot be undone.")),
    (
        "queue.other_service",
        QT_TRANSLATE_NOOP("refusals", "{room} does not serve {service}; transfer the ticket or choose another room."),
    ),
    ("queue.reason_long", QT_TRANSLATE_NOOP("refusals", "The reason is longer than 200 characters; shorten it.")),
    ("queue.reason_missing", QT_TRANSLATE_NOOP("refusals", "Taking a ticket off the queue needs a reason; enter it.")),
    ("queue.reason_missing", QT_TRANSLATE_NOOP("refusals", "A ticket of this class needs a reason; enter it.")),
    (
        "queue.reason_signs",
        QT_TRANSLATE_NOOP("refusals", "The reason holds a hidden control character; type it again."),
    ),
    (
        "queue.recall_soon",
        QT_TRANSLATE_NOOP("refusals", "Ticket {ticket} was called just now; call it again in {seconds} s."),
    ),
    (
        "queue.recalled_enough",
        QT_TRANSLATE_NOOP(
            "refusals", "Ticket {ticket} was called again {recalls} times already; mark it as no-show or put it back."
        ),
    ),
    (
        "queue.room_busy",
        QT_TRANSLATE_NOOP(
            "refusals", "Ticket {ticket} is still at {room}; finish it, transfer it or mark it as no-show first."
        ),
    ),
    (
        "queue.seat_in_use",
        QT_TRANSLATE_NOOP(
            "refusals", "Ticket {ticket} is at {room} or waits for it alone; finish it or close that counter first."
        ),
    ),
    ("queue.room_closed", QT_TRANSLATE_NOOP("refusals", "This room or counter is not in use; choose another one.")),
    (
        "queue.room_serves_nothing",
        QT_TRANSLATE_NOOP("refusals", "{room} has no services; an administrator can give it some."),
    ),
    (
        "queue.same_service",
        QT_TRANSLATE_NOOP("refusals", "Ticket {ticket} is at {service} already; choose another service."),
    ),
    ("queue.segment_fixed", QT_TRANSLATE_NOOP("refusals", "A ticket's number, service, day and arrival never change.")),
    ("queue.service_closed", QT_TRANSLATE_NOOP("refusals", "This service gives no tickets now; choose another one.")),
    ("queue.wrong_step", QT_TRANSLATE_NOOP("refusals", "A ticket joins a line by waiting in it.")),
    ("queue.wrong_step", QT_TRANSLATE_NOOP("refusals", "A ticket that is {from} cannot become {to}.")),
    ("queue.wrong_step", QT_TRANSLATE_NOOP("refusals", "Ticket {ticket} is {state}, so it cannot be {wish}.")),
    ("exception.unknown", QT_TRANSLATE_NOOP("refusals", "This day is no longer on the list; reload it.")),
    ("exception.day", QT_TRANSLATE_NOOP("refusals", "A day that is not as usual needs its date; enter it.")),
    ("exception.day", QT_TRANSLATE_NOOP("refusals", "This day has such an entry already; change that one.")),
    ("journey.name", QT_TRANSLATE_NOOP("refusals", "Another journey has this name; choose another one.")),
    ("journey.steps", QT_TRANSLATE_NOOP("refusals", "A journey has two to twelve services.")),
    (
        "journey.steps",
        QT_TRANSLATE_NOOP("refusals", "A journey does not go from a service to the same one; change the order."),
    ),
    ("journey.steps", QT_TRANSLATE_NOOP("refusals", "A service of this journey is closed; choose another one.")),
    ("reason.name", QT_TRANSLATE_NOOP("refusals", "This class has that reason already; choose other words.")),
    (
        "reason.none_listed",
        QT_TRANSLATE_NOOP("refusals", "This class has no reasons yet; enter some before asking for one of them."),
    ),
    (
        "queue.outside_hours",
        QT_TRANSLATE_NOOP(
            "refusals",
            "{service} gives tickets {hours} only; come back then, or ask somebody who may issue outside of the hours.",
        ),
    ),
    (
        "queue.closed_today",
        QT_TRANSLATE_NOOP("refusals", "{service} gives no tickets today; choose another service or day."),
    ),
    ("queue.hours_overlap", QT_TRANSLATE_NOOP("refusals", "Two opening hours of one weekday overlap; set them apart.")),
    ("queue.counter_not_open", QT_TRANSLATE_NOOP("refusals", "Nobody has opened {room} today; open it first.")),
    ("queue.counter_closed", QT_TRANSLATE_NOOP("refusals", "{room} is closed; open it first.")),
    ("queue.counter_paused", QT_TRANSLATE_NOOP("refusals", "{room} is paused; go on first.")),
    (
        "queue.counter_busy",
        QT_TRANSLATE_NOOP("refusals", "Ticket {ticket} is being served at {room}; finish it first."),
    ),
    (
        "queue.nobody_else_serves",
        QT_TRANSLATE_NOOP(
            "refusals",
            "{count} ticket(s) wait for {service} and no other open counter serves it; choose where they go.",
        ),
    ),
    (
        "queue.nobody_serves_there",
        QT_TRANSLATE_NOOP(
            "refusals", "No other open counter serves {service}; choose a service that takes the tickets."
        ),
    ),
    (
        "queue.closing_gone",
        QT_TRANSLATE_NOOP("refusals", "This closing cannot be taken back any more; open the counter instead."),
    ),
    (
        "queue.closing_followed",
        QT_TRANSLATE_NOOP(
            "refusals", "Ticket {ticket} was dealt with since the counter closed; open the counter instead."
        ),
    ),
    (
        "queue.no_such_step",
        QT_TRANSLATE_NOOP("refusals", "This step of the journey is not to come; choose another one."),
    ),
    (
        "queue.no_such_journey",
        QT_TRANSLATE_NOOP("refusals", "This journey is not in use; choose another one or a single service."),
    ),
    (
        "queue.reason_not_listed",
        QT_TRANSLATE_NOOP("refusals", "A ticket of this class needs one of its reasons; choose it from the list."),
    ),
    (
        "queue.reason_missing",
        QT_TRANSLATE_NOOP("refusals", "A ticket outside of the opening hours needs a reason; enter it."),
    ),
    ("queue.reason_missing", QT_TRANSLATE_NOOP("refusals", "A reason needs words; enter them.")),
)

WORDS: tuple[str, ...] = (
    QT_TRANSLATE_NOOP("refusals", "waiting"),
    QT_TRANSLATE_NOOP("refusals", "called"),
    QT_TRANSLATE_NOOP("refusals", "serving"),
    QT_TRANSLATE_NOOP("refusals", "done"),
    QT_TRANSLATE_NOOP("refusals", "no_show"),
    QT_TRANSLATE_NOOP("refusals", "transferred"),
    QT_TRANSLATE_NOOP("refusals", "cancelled"),
    QT_TRANSLATE_NOOP("refusals", "not_served"),
    QT_TRANSLATE_NOOP("refusals", "called again"),
    QT_TRANSLATE_NOOP("refusals", "served"),
    QT_TRANSLATE_NOOP("refusals", "finished"),
    QT_TRANSLATE_NOOP("refusals", "marked as no-show"),
    QT_TRANSLATE_NOOP("refusals", "put back"),
    QT_TRANSLATE_NOOP("refusals", "taken off the queue"),
)
"""What a sentence above may speak of in one of its places."""
