-- A ticket's way through several services: journeys, what finishing opens next, and coming back after a test.

-- The steps of a ticket's journey that are still to come, in their order: those after the last that was begun.
CREATE FUNCTION hms.steps_to_come(p_ticket bigint) RETURNS SETOF hms.ticket_steps
    LANGUAGE sql STABLE SET search_path = hms, public, pg_temp ROWS 3 AS $$
    SELECT s.* FROM ticket_steps s
    WHERE s.ticket_id = p_ticket AND s.ordinal > coalesce(
        (SELECT max(b.ordinal) FROM ticket_steps b WHERE b.ticket_id = p_ticket AND b.segment_id IS NOT NULL), 0)
$$;

-- A ticket at the first service of a journey; finishing one step opens the next with the same number.
CREATE FUNCTION hms.issue_journey(p_intent uuid, p_journey bigint, p_patient bigint, p_class text DEFAULT 'ordinary',
                                  p_reason text DEFAULT '') RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'issue_journey');
    first_service bigint;
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    SELECT s.service_id INTO first_service FROM journeys j JOIN journey_steps s ON s.journey_id = j.id
    WHERE j.id = p_journey AND j.active AND s.ordinal = 1;
    IF NOT FOUND THEN
        PERFORM refuse('queue.no_such_journey', 'This journey is not in use; choose another one or a single service.');
    END IF;
    PERFORM refuse_nobody(p_patient);
    PERFORM refuse_outside_hours(first_service);
    RETURN settle_intent(p_intent, open_ticket(first_service, p_patient, p_class, p_reason, NULL, p_journey, ''));
END $$;

-- The ticket comes back from a test to the service that sent it: with its arrival, behind the next few of the line as
-- that service sets it (`return_behind`; 0: as its arrival has it), and to the same room where it sets that. Like one
-- that was put back it ages from now, for it was called once (RULES 5, 6 and 8).
CREATE FUNCTION hms.open_return(v hms.segments) RETURNS hms.segments
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    now timestamptz := hospital_now();
    sent segments;
    r service_rules;
    spot record;
    joined segments;
BEGIN
    SELECT * INTO sent FROM segments WHERE id = v.return_to;
    SELECT * INTO r FROM service_rules WHERE service_id = sent.service_id;
    PERFORM refuse_second_open(v.patient_id, sent.service_id, v.business_date);
    SELECT * INTO spot FROM place_behind(sent, sent.service_id, r.return_behind);
    INSERT INTO segments (ticket_id, ordinal, service_id, business_date, patient_id, class_rank, rank, reason, place,
                          arrived_at, entered_at, put_back_at, back_from, return_to, only_room_id)
        VALUES (v.ticket_id, next_ordinal(v.ticket_id), sent.service_id, v.business_date, v.patient_id, sent.class_rank,
                spot.rank, sent.reason, spot.place, v.arrived_at, now, now, v.id, sent.return_to,
                CASE WHEN r.returns_to_room AND room_serves(sent.room_id, sent.service_id) THEN sent.room_id END)
        RETURNING * INTO joined;
    PERFORM note_change(joined, 'enter'), keep_estimate(joined);
    RETURN joined;
END $$;

-- Whether tickets of the service may wait for this room: it serves it and was not closed today.
CREATE FUNCTION hms.room_serves(p_room bigint, p_service bigint) RETURNS boolean
    LANGUAGE sql STABLE
    RETURN EXISTS (
        SELECT FROM hms.room_services rs JOIN hms.rooms r ON r.id = rs.room_id
        WHERE rs.room_id = p_room AND rs.service_id = p_service AND r.active AND NOT hms.is_closed(p_room)
    );

-- The patient was served here. Whoever came for a test goes back to who sent it (that room is held first, so that it
-- does not close meanwhile); else the next step of the journey opens by itself. `p_step` is another step of the journey (those before it are passed over), or 0: nothing opens.
CREATE FUNCTION hms.finish(p_intent uuid, p_segment bigint, p_version bigint, p_step integer DEFAULT NULL)
    RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'finish');
    v segments;
    onward segments;
    after segments;
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    PERFORM hold_room(sent.room_id) FROM segments s JOIN segments sent ON sent.id = s.return_to
    WHERE s.id = p_segment AND sent.room_id IS NOT NULL;
    v := segment_as_seen(p_segment, p_version);
    IF v.state NOT IN ('called', 'serving') THEN
        PERFORM refuse_step(v, 'finished');
    END IF;
    IF p_step IS DISTINCT FROM 0 AND v.business_date = business_date() THEN
        onward := go_on(v, p_step);
    END IF;
    UPDATE segments SET state = 'done', closed_at = hospital_now() WHERE id = v.id RETURNING * INTO after;
    PERFORM note_change(v, 'finish', '', onward.id);
    RETURN settle_intent(p_intent, segment_result(after) || jsonb_build_object(
        'next_segment_id', onward.id, 'next_service', service_name(onward.service_id)));
END $$;

-- The segment that follows when this one is finished; NULLs where nothing does.
CREATE FUNCTION hms.go_on(v hms.segments, p_step integer) RETURNS hms.segments
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    step ticket_steps;
    joined segments;
BEGIN
    IF p_step IS NULL AND v.return_to IS NOT NULL THEN
        RETURN open_return(v);
    END IF;
    SELECT * INTO step FROM steps_to_come(v.ticket_id) s WHERE p_step IS NULL OR s.ordinal = p_step
    ORDER BY s.ordinal LIMIT 1;
    IF NOT FOUND THEN
        IF p_step IS NOT NULL THEN
            PERFORM refuse('queue.no_such_step', 'This step of the journey is not to come; choose another one.');
        END IF;
        RETURN NULL;
    END IF;
    IF step.service_id = v.service_id THEN
        PERFORM refuse('queue.same_service',
            format('Ticket %s is at %s already; choose another service.', label_of(v.ticket_id),
                   service_name(v.service_id)),
            jsonb_build_object('ticket', label_of(v.ticket_id), 'service', service_name(v.service_id)));
    END IF;
    joined := open_segment(v, step.service_id, v.class_rank, v.reason, NULL);
    UPDATE ticket_steps SET segment_id = NULL WHERE segment_id = joined.id AND id <> step.id;
    UPDATE ticket_steps SET segment_id = joined.id WHERE id = step.id AND segment_id IS NULL;
    RETURN joined;
END $$;

-- Nobody waits for a room that no longer serves: the ticket is for any room then.
CREATE FUNCTION hms.release_from_room() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
BEGIN
    UPDATE segments SET only_room_id = NULL
    WHERE state = 'waiting' AND business_date >= business_date() - 1
      AND only_room_id = (to_jsonb(OLD) ->> CASE TG_TABLE_NAME WHEN 'rooms' THEN 'id' ELSE 'room_id' END)::bigint
      AND (TG_TABLE_NAME = 'rooms' OR service_id = (to_jsonb(OLD) ->> 'service_id')::bigint);
    RETURN NULL;
END $$;
CREATE TRIGGER release_from_room AFTER UPDATE ON hms.rooms
    FOR EACH ROW WHEN (OLD.active AND NOT NEW.active) EXECUTE FUNCTION hms.release_from_room();
CREATE TRIGGER release_from_room AFTER DELETE ON hms.room_services
    FOR EACH ROW EXECUTE FUNCTION hms.release_from_room();

GRANT SELECT ON hms.journeys, hms.journey_steps, hms.ticket_steps TO hms_staff;
GRANT EXECUTE ON FUNCTION
    hms.issue_journey(uuid, bigint, bigint, text, text),
    hms.finish(uuid, bigint, bigint, integer)
    TO hms_front_desk, hms_pharmacist, hms_clinician, hms_cashier, hms_manager;

SELECT hms.audited('ticket_steps');
