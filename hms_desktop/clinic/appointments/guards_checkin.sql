-- What the touch screen at the entrance may ask: check in with the slip's code, take a number. No name leaves here, and
-- no id of a patient.

-- The machine ----------------------------------------------------------------------------------------------------------

-- The machine of this login, held until the end of the transaction: over however many connections it asks, it does one
-- thing after the other.
CREATE FUNCTION hms.own_check_in() RETURNS hms.displays
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    mine displays;
BEGIN
    SELECT * INTO mine FROM displays WHERE login = session_user AND active AND kind = 'check_in' FOR NO KEY UPDATE;
    IF NOT FOUND THEN
        PERFORM refuse('display.not_yours', 'This login belongs to no waiting-room screen that is in use; ask IT.');
    END IF;
    RETURN mine;
END $$;

CREATE VIEW kiosk.my_check_in WITH (security_barrier) AS
    SELECT d.name, d.languages, f.name AS hospital, hms.hospital_now() AT TIME ZONE f.time_zone AS local_now,
           p.connection, p.address, p.paper, p.code_page
    FROM hms.displays d
    CROSS JOIN hms.facility f
    LEFT JOIN hms.printers p ON p.id = d.printer_id AND p.active AND p.paper LIKE 'roll%'
    WHERE d.login = session_user AND d.active AND d.kind = 'check_in';

-- The services that an administrator has opened for this, whether each gives tickets now, and how many wait.
CREATE FUNCTION hms.services_of_own_check_in()
    RETURNS TABLE (service_id bigint, service text, gives_tickets boolean, hours text, waiting bigint,
                   wait_minutes integer)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hms, public, pg_temp ROWS 10 AS $$
    SELECT s.id, s.name, EXISTS (SELECT FROM openings o WHERE o.service_id = s.id AND o.gives_tickets),
           hours_today(s.id), w.waiting, CASE WHEN w.shows_estimate THEN w.minutes END
    FROM service_rules r
    JOIN services s ON s.id = r.service_id
    JOIN service_waits w ON w.service_id = s.id
    WHERE r.self_service AND EXISTS (
        SELECT FROM displays d WHERE d.login = session_user AND d.active AND d.kind = 'check_in')
$$;

CREATE VIEW kiosk.self_services WITH (security_barrier) AS
    SELECT service_id, service, gives_tickets, hours, waiting, wait_minutes FROM hms.services_of_own_check_in();

-- Wrong codes ----------------------------------------------------------------------------------------------------------

-- A machine's wrong codes are counted in a sequence of its own, because what setval writes is seen by all connections at
-- once and stays when the transaction is rolled back: nobody takes a guess back. It holds the second in which the count
-- began, times 100, plus the count; a full count began when it became full.

-- Counts this try as wrong until give_try_back says otherwise; refuses it while the entry of codes is closed.
CREATE FUNCTION hms.count_try(p_machine bigint) RETURNS void
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    r check_in_rules;
    tries regclass := tries_of(p_machine)::regclass;
    now bigint := floor(extract(epoch FROM hospital_now()));
    told bigint := coalesce(pg_sequence_last_value(tries), 0);
    since bigint := least(told / 100, now);
    wrong integer := told % 100;
    closed_until bigint;
BEGIN
    SELECT * INTO r FROM check_in_rules;
    closed_until := since + extract(epoch FROM r.locked_for);
    IF wrong >= r.most_wrong AND now < closed_until THEN
        PERFORM refuse('check_in.locked',
            format('Too many codes were wrong; try again in %s min, or go to the desk.', (closed_until - now + 59) / 60),
            jsonb_build_object('minutes', (closed_until - now + 59) / 60));
    ELSIF wrong >= r.most_wrong OR now >= since + extract(epoch FROM r.wrong_within) THEN
        since := now;
        wrong := 0;
    END IF;
    wrong := wrong + 1;
    PERFORM setval(tries, CASE WHEN wrong = r.most_wrong THEN now ELSE since END * 100 + wrong);
END $$;

CREATE FUNCTION hms.give_try_back(p_machine bigint) RETURNS void
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    tries regclass := tries_of(p_machine)::regclass;
BEGIN
    PERFORM setval(tries, pg_sequence_last_value(tries) - 1);
END $$;

-- Checking in ----------------------------------------------------------------------------------------------------------

-- The appointment of a slip's code (its UUID, or the eight digits of it that can be typed) whose patient was born on
-- that very day; none where the day is only estimated. Of several with one number, today's comes first.
CREATE FUNCTION hms.appointment_of_slip(p_code text, p_born date) RETURNS hms.appointments
    LANGUAGE sql STABLE SET search_path = hms, public, pg_temp AS $$
    SELECT a.*
    FROM (
        SELECT CASE WHEN p_code ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN p_code::uuid END AS code,
               CASE WHEN p_code ~ '^[0-9]{8}$' THEN p_code::bigint END AS number
    ) typed
    JOIN appointments a ON a.code = typed.code OR a.number = typed.number
    JOIN patients p ON p.id = a.patient_id
    WHERE p.birth_date = p_born AND p.birth_precision = 'day' AND a.state <> 'held'
    ORDER BY business_date_at(a.starts_at) = business_date() DESC, a.starts_at DESC LIMIT 1
$$;

CREATE FUNCTION hms.refuse_self_check_in(a hms.appointments) RETURNS void
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    opens timestamptz := a.starts_at - (SELECT opens_before FROM check_in_rules);
BEGIN
    IF a.state = 'cancelled' THEN
        PERFORM refuse('check_in.cancelled', 'This appointment was cancelled; please go to the desk.');
    ELSIF business_date_at(a.starts_at) <> business_date() THEN
        PERFORM refuse('check_in.other_day',
            format('This appointment is on %s, not today; please go to the desk.', wall_time(a.starts_at)::date),
            jsonb_build_object('day', wall_time(a.starts_at)::date));
    ELSIF a.state IN ('in_service', 'done') THEN
        PERFORM refuse('check_in.over', 'This appointment has begun or is over; please go to the desk.');
    ELSIF a.state <> 'arrived' AND hospital_now() < opens THEN
        PERFORM refuse('check_in.early',
            format('It is too early for this appointment; check in from %s on.', to_char(wall_time(opens), 'HH24:MI')),
            jsonb_build_object('time', to_char(wall_time(opens), 'HH24:MI')));
    END IF;
END $$;

-- What the machine may tell and print of a ticket: `before` are those who wait before it, `room` is where to wait.
CREATE FUNCTION hms.told_at_entrance(p_ticket bigint, p_room text, p_already boolean) RETURNS jsonb
    LANGUAGE sql VOLATILE SET search_path = hms, public, pg_temp AS $$
    SELECT jsonb_build_object('ticket', t.label, 'service', v.name, 'room', coalesce(p_room, ''),
        'before', (SELECT count(*) FROM waiting w WHERE w.service_id = mine.service_id
                   AND w.business_date = mine.business_date
                   AND (w.turn, w.rank, w.place, w.segment_id) < (mine.turn, mine.rank, mine.place, mine.segment_id)),
        'minutes', (SELECT ceil(e.seconds / 60.0)::integer FROM ticket_estimates e
                    JOIN service_rules r ON r.service_id = e.service_id AND r.shows_estimate
                    WHERE e.segment_id = mine.segment_id),
        'barcode', t.barcode, 'arrived', wall_time(t.arrived_at), 'due', wall_time(mine.due_at), 'already', p_already)
    FROM tickets t
    JOIN services v ON v.id = t.service_id
    LEFT JOIN waiting mine ON mine.ticket_id = t.id
    WHERE t.id = p_ticket
$$;

-- The ticket of the appointment; opened as a desk opens it, or the one that it has. What the rules of the queue or of
-- the appointments say against it may speak of others, so that only the server's log tells it.
CREATE FUNCTION hms.visit_of(INOUT a hms.appointments, OUT already boolean)
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    why text;
    booked bigint := a.id;
BEGIN
    already := a.state = 'arrived';
    IF NOT already THEN
        BEGIN
            PERFORM open_visit(booked, NULL, 'ordinary', '');
        EXCEPTION WHEN SQLSTATE 'HM001' OR SQLSTATE 'HM002' OR integrity_constraint_violation THEN
            GET STACKED DIAGNOSTICS why = CONSTRAINT_NAME;
        END;
        SELECT * INTO a FROM appointments WHERE id = booked;
        already := why IS NOT NULL;
    END IF;
    IF a.state <> 'arrived' OR a.ticket_id IS NULL THEN
        RAISE LOG 'appointment % was not checked in at the entrance: %', booked, why;
        PERFORM refuse('check_in.desk', 'You cannot check in here; please go to the desk.');
    END IF;
END $$;

-- Checks in who holds the slip with this code and was born on this day. A code that is not known and one with another
-- birth date get the same answer.
CREATE FUNCTION kiosk.check_in(p_intent uuid, p_code text, p_born date) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'kiosk.check_in');
    machine displays;
    a appointments;
    visit record;
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    machine := own_check_in();
    PERFORM count_try(machine.id);
    a := appointment_of_slip(p_code, p_born);
    IF a.id IS NULL THEN
        PERFORM refuse('check_in.unknown',
                       'This code and this date of birth do not belong together; check both, or go to the desk.');
    END IF;
    PERFORM give_try_back(machine.id);
    PERFORM refuse_self_check_in(a);
    SELECT * INTO visit FROM visit_of(a);
    RETURN settle_intent(p_intent, told_at_entrance((visit.a).ticket_id,
        (SELECT room_name(s.room_id) FROM sessions s WHERE s.id = a.session_id), visit.already));
END $$;

-- Taking a number ------------------------------------------------------------------------------------------------------

-- The next number of a service, for somebody who is asked for their name at the desk.
CREATE FUNCTION kiosk.take_ticket(p_intent uuid, p_service bigint) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'kiosk.take_ticket');
    machine displays;
    ticket bigint;
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    machine := own_check_in();
    IF NOT EXISTS (SELECT FROM service_rules r JOIN services s ON s.id = r.service_id
                   WHERE r.service_id = p_service AND r.self_service AND s.active) THEN
        PERFORM refuse('check_in.not_offered', 'Numbers for this service are given at the desk; please go there.');
    ELSIF (SELECT count(*) FROM entrance_tickets e
           WHERE e.display_id = machine.id AND e.given_at > hospital_now() - interval '1 hour')
          >= (SELECT tickets_an_hour FROM check_in_rules) THEN
        PERFORM refuse('check_in.too_many', 'This machine gave many numbers within an hour; please go to the desk.');
    END IF;
    PERFORM refuse_outside_hours(p_service);
    ticket := (open_ticket(p_service, NULL, 'ordinary', '', NULL, NULL, machine.name) ->> 'ticket_id')::bigint;
    INSERT INTO entrance_tickets (ticket_id, display_id, given_at) VALUES (ticket, machine.id, hospital_now());
    RETURN settle_intent(p_intent, told_at_entrance(ticket, (
        SELECT min(r.name) FROM room_services rs JOIN rooms r ON r.id = rs.room_id AND r.active
        WHERE rs.service_id = p_service HAVING count(*) = 1), false));
END $$;

GRANT USAGE ON SCHEMA kiosk TO hms_checkin;
GRANT SELECT ON kiosk.my_check_in, kiosk.self_services, kiosk.schema_compat TO hms_checkin;
GRANT EXECUTE ON FUNCTION kiosk.check_in(uuid, text, date), kiosk.take_ticket(uuid, bigint),
    kiosk.heartbeat(text, integer, jsonb) TO hms_checkin;
-- A view runs its functions in the name of whoever reads it. Without USAGE on schema hms a kiosk cannot name them.
GRANT EXECUTE ON FUNCTION hms.hospital_now(), hms.business_date(), hms.services_of_own_check_in() TO hms_checkin;
