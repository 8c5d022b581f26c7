-- Arriving: check-in opens the queue's ticket with the appointment's time, and from then on the appointment follows the
-- queue (RULES 21).

-- Where the ticket's way has brought the appointment; rules.state_of_visit says the same. NULL: nothing to follow.
CREATE FUNCTION hms.state_of_visit(p_ticket bigint, p_service bigint) RETURNS text
    LANGUAGE sql STABLE SET search_path = hms, public, pg_temp AS $$
    SELECT CASE
        WHEN count(*) = 0 THEN NULL
        WHEN bool_or(way.own AND way.state = 'serving') THEN 'in_service'
        WHEN bool_or(way.unfinished) AND bool_or(way.own AND way.served) THEN
            CASE WHEN bool_or(way.own AND way.unfinished) THEN 'in_service' ELSE 'done' END
        WHEN bool_or(way.unfinished) THEN 'arrived'
        WHEN bool_or(way.served) THEN 'done'
        ELSE CASE (array_agg(way.state ORDER BY way.ordinal DESC))[1]
            WHEN 'no_show' THEN 'no_show' WHEN 'cancelled' THEN 'booked' WHEN 'not_served' THEN 'cancelled' END
        END
    FROM (
        SELECT g.state, g.ordinal, g.service_id = p_service AS own, g.state IN ('waiting', 'called', 'serving') AS unfinished,
               g.state = 'done' OR g.serving_at IS NOT NULL AND g.state IN ('transferred', 'not_served') AS served
        FROM segments g WHERE g.ticket_id = p_ticket AND g.state <> 'undone'
    ) way
$$;

-- What the queue does is never stopped: where the patient was booked elsewhere meanwhile, the appointment stays as it is.
CREATE FUNCTION hms.follow_ticket(p_ticket bigint) RETURNS void
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    a record;
    reached text;
BEGIN
    FOR a IN
        SELECT o.id, o.state, s.service_id FROM appointments o JOIN sessions s ON s.id = o.session_id
        WHERE o.ticket_id = p_ticket ORDER BY o.id FOR UPDATE OF o
    LOOP
        reached := state_of_visit(p_ticket, a.service_id);
        IF reached <> a.state AND EXISTS (
            SELECT FROM appointment_transitions t WHERE t.from_state = a.state AND t.to_state = reached
        ) THEN
            BEGIN
                UPDATE appointments SET state = reached,
                    cancelled = CASE reached WHEN 'cancelled' THEN 'not_served' ELSE '' END
                WHERE id = a.id;
                PERFORM note_appointment(a.id, 'queue', NULL, NULL, reached);
            EXCEPTION WHEN exclusion_violation THEN
                RAISE LOG 'appointment % does not follow its ticket: the patient is booked elsewhere at that time', a.id;
            END;
        END IF;
    END LOOP;
END $$;

CREATE FUNCTION hms.follow_segment() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
BEGIN
    PERFORM follow_ticket(NEW.ticket_id);
    RETURN NULL;
END $$;
-- Being called changes nothing for the appointment, so the busiest step costs nothing.
CREATE TRIGGER follow_segment AFTER UPDATE ON hms.segments
    FOR EACH ROW WHEN (NEW.state <> OLD.state AND NOT (OLD.state = 'waiting' AND NEW.state = 'called'))
    EXECUTE FUNCTION hms.follow_segment();
CREATE TRIGGER follow_next_segment AFTER INSERT ON hms.segments
    FOR EACH ROW WHEN (NEW.ordinal > 1) EXECUTE FUNCTION hms.follow_segment();

-- Everyone who opens a segment locks the service's day first; so does this, before it locks the appointment.
CREATE FUNCTION hms.open_visit(p_appointment bigint, p_version bigint, p_class text, p_reason text) RETURNS jsonb
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    today date := business_date();
    a appointments;
    service bigint;
    ticket bigint;
    already boolean;
BEGIN
    SELECT s.service_id INTO service FROM appointments o JOIN sessions s ON s.id = o.session_id WHERE o.id = p_appointment;
    IF FOUND THEN
        INSERT INTO service_days (service_id, business_date) VALUES (service, today) ON CONFLICT DO NOTHING;
        PERFORM FROM service_days WHERE service_id = service AND business_date = today FOR NO KEY UPDATE;
    END IF;
    a := appointment_as_seen(p_appointment, coalesce(p_version, (SELECT version FROM appointments WHERE id = p_appointment)));
    IF a.state NOT IN ('booked', 'no_show') THEN
        PERFORM refuse_appointment_step(a, 'checked in');
    ELSIF business_date_at(a.starts_at) <> today THEN
        PERFORM refuse('appointments.other_day',
            format('This appointment is on %s, not today; move it to today or issue a plain ticket.', said_time(a.starts_at)),
            jsonb_build_object('at', said_time(a.starts_at)));
    END IF;
    PERFORM refuse_overlap(a.patient_id, a.starts_at, a.ends_at, a.id);
    SELECT g.ticket_id INTO ticket FROM segments g
    WHERE g.patient_id = a.patient_id AND g.service_id = service AND g.business_date = today
      AND g.state IN ('waiting', 'called', 'serving');
    already := FOUND;
    IF NOT already THEN
        ticket := (issue_ticket(gen_random_uuid(), service, a.patient_id, p_class, p_reason, a.starts_at) ->> 'ticket_id')::bigint;
    END IF;
    UPDATE appointments SET state = 'arrived', ticket_id = ticket WHERE id = a.id;
    PERFORM note_appointment(a.id, 'check_in', NULL, NULL, label_of(ticket));
    PERFORM follow_ticket(ticket);
    RETURN appointment_result(a.id) || (
        SELECT jsonb_build_object('ticket_id', t.id, 'barcode', t.barcode, 'number', t.number, 'already', already,
                                  'segment_id', (SELECT max(g.id) FROM segments g WHERE g.ticket_id = t.id))
        FROM tickets t WHERE t.id = ticket);
END $$;

CREATE FUNCTION hms.check_in(p_intent uuid, p_appointment bigint, p_version bigint, p_class text DEFAULT 'ordinary',
                             p_reason text DEFAULT '') RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'check_in');
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    ELSIF p_version IS NULL THEN
        PERFORM refuse('appointments.unknown', 'This appointment is not known; look it up again.');
    END IF;
    RETURN settle_intent(p_intent, open_visit(p_appointment, p_version, p_class, p_reason));
END $$;

-- The slip's code was scanned: whatever version it has, the patient stands here.
CREATE FUNCTION hms.check_in_scanned(p_intent uuid, p_code uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'check_in_scanned');
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    RETURN settle_intent(p_intent,
        open_visit((SELECT id FROM appointments WHERE code = p_code), NULL, 'ordinary', ''));
END $$;

-- Takes the arrival back: the ticket, which nobody has called yet, leaves the queue.
CREATE FUNCTION hms.unarrive(p_intent uuid, p_appointment bigint, p_version bigint) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'unarrive');
    g segments;
    a appointments;
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    SELECT w.* INTO g FROM appointments o JOIN segments w ON w.ticket_id = o.ticket_id
    WHERE o.id = p_appointment AND w.state <> 'undone' ORDER BY w.ordinal DESC LIMIT 1 FOR UPDATE OF w;
    a := appointment_as_seen(p_appointment, p_version);
    IF a.state <> 'arrived' OR g.state <> 'waiting' OR g.ordinal <> 1 THEN
        PERFORM refuse_appointment_step(a, 'taken back from the queue');
    END IF;
    PERFORM cancel_ticket(gen_random_uuid(), g.id, g.version, 'Arrival taken back');
    UPDATE appointments SET ticket_id = NULL WHERE id = a.id;
    PERFORM note_appointment(a.id, 'unarrive');
    RETURN settle_intent(p_intent, appointment_result(a.id));
END $$;

CREATE FUNCTION hms.mark_appointment_no_show(p_intent uuid, p_appointment bigint, p_version bigint) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'mark_appointment_no_show');
    a appointments;
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    a := appointment_as_seen(p_appointment, p_version);
    IF a.state <> 'booked' THEN
        PERFORM refuse_appointment_step(a, 'marked as no-show');
    ELSIF a.starts_at > hospital_now() THEN
        PERFORM refuse('appointments.not_yet', 'The time of this appointment has not come yet; cancel it instead.');
    END IF;
    UPDATE appointments SET state = 'no_show' WHERE id = a.id;
    PERFORM note_appointment(a.id, 'no_show');
    RETURN settle_intent(p_intent, appointment_result(a.id));
END $$;

-- Who was booked on an earlier day and never came did not show up; offers of those days are over.
CREATE FUNCTION hms.close_past_appointments(p_intent uuid) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'close_past_appointments');
    today timestamptz := (SELECT (business_date() + f.day_starts_at) AT TIME ZONE f.time_zone FROM facility f);
    many integer;
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    WITH past AS (
        SELECT id FROM appointments WHERE state = 'booked' AND starts_at < today ORDER BY id FOR UPDATE
    ), noted AS (
        INSERT INTO appointment_changes (appointment_id, verb, changed_at) SELECT id, 'no_show', hospital_now() FROM past
    )
    UPDATE appointments a SET state = 'no_show' FROM past p WHERE a.id = p.id;
    GET DIAGNOSTICS many = ROW_COUNT;
    RETURN settle_intent(p_intent, jsonb_build_object('no_shows', many));
END $$;

GRANT EXECUTE ON FUNCTION hms.check_in(uuid, bigint, bigint, text, text), hms.check_in_scanned(uuid, uuid),
    hms.unarrive(uuid, bigint, bigint), hms.mark_appointment_no_show(uuid, bigint, bigint)
    TO hms_front_desk, hms_clinician, hms_manager;
GRANT EXECUTE ON FUNCTION hms.close_past_appointments(uuid) TO hms_front_desk, hms_manager, hms_worker;
