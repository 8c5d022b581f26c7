-- How a ticket comes into a line, goes back into it, on to another one, or out of it (RULES 1 to 3, 8 and 9).

CREATE FUNCTION hms.refuse_nobody(p_patient bigint) RETURNS void
    LANGUAGE plpgsql STABLE SET search_path = hms, public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM patients WHERE id = p_patient) THEN
        PERFORM refuse('queue.no_such_patient', 'This patient is not known; find or register the patient first.');
    END IF;
END $$;

-- A new ticket with the next number of its service and day (RULES 1 to 3), without asking for the opening hours; on a
-- journey its steps are written down as they are planned now. `p_note` stands in the ticket's first change. Without a
-- patient only where somebody took a number at the entrance: a desk knows whom it gives a ticket (refuse_nobody).
CREATE FUNCTION hms.open_ticket(p_service bigint, p_patient bigint, p_class text, p_reason text, p_due timestamptz,
                                p_journey bigint, p_note text) RETURNS jsonb
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    now timestamptz := hospital_now();
    today date := business_date();
    service services;
    class priority_classes;
    reason text;
    issued tickets;
    joined segments;
    next_number integer;
    expected ticket_estimates;
BEGIN
    SELECT * INTO service FROM services WHERE id = p_service;
    IF NOT FOUND OR NOT service.active THEN
        PERFORM refuse('queue.service_closed', 'This service gives no tickets now; choose another one.');
    END IF;
    IF p_patient IS NOT NULL THEN
        PERFORM refuse_nobody(p_patient);
    END IF;
    SELECT * INTO class FROM priority_classes WHERE code = p_class;
    IF NOT FOUND THEN
        PERFORM refuse('queue.no_such_class', 'This priority class is not known; choose one of the list.');
    END IF;
    reason := class_reason(class, p_reason);
    IF business_date_at(p_due) <> today THEN
        PERFORM refuse('queue.due_other_day', 'This appointment is not today; issue the ticket on its day.');
    END IF;
    INSERT INTO service_days AS d (service_id, business_date, last_number) VALUES (p_service, today, 1)
        ON CONFLICT (service_id, business_date) DO UPDATE SET last_number = d.last_number + 1
        RETURNING last_number INTO next_number;
    IF next_number = 1 THEN
        PERFORM open_month(now), open_month(now + interval '10 days'), measure_pace(p_service);
    END IF;
    PERFORM refuse_second_open(p_patient, p_service, today);
    INSERT INTO tickets (service_id, business_date, number, label, patient_id, arrived_at, journey_id)
        VALUES (p_service, today, next_number, ticket_label(service.prefix, next_number), p_patient, now, p_journey)
        RETURNING * INTO issued;
    INSERT INTO segments (ticket_id, service_id, business_date, patient_id, class_rank, rank, reason, place,
                          arrived_at, due_at, entered_at)
        VALUES (issued.id, p_service, today, p_patient, class.rank, class.rank, reason,
                coalesce(p_due, now), now, p_due, now)
        RETURNING * INTO joined;
    PERFORM note_change(joined, 'enter', p_note);
    IF p_journey IS NOT NULL THEN
        INSERT INTO ticket_steps (ticket_id, ordinal, service_id, segment_id)
        SELECT issued.id, s.ordinal, s.service_id, CASE s.ordinal WHEN 1 THEN joined.id END
        FROM journey_steps s WHERE s.journey_id = p_journey;
    END IF;
    expected := keep_estimate(joined);
    RETURN segment_result(joined) || jsonb_build_object(
        'number', issued.number, 'barcode', issued.barcode, 'business_date', today, 'arrived_at', now,
        'estimate_minutes', round(expected.seconds / 60.0)::integer,
        'shows_estimate', (SELECT r.shows_estimate FROM service_rules r WHERE r.service_id = p_service));
END $$;

-- A ticket for one service, within its opening hours; who comes for an appointment is let in by that.
CREATE FUNCTION hms.issue_ticket(p_intent uuid, p_service bigint, p_patient bigint, p_class text DEFAULT 'ordinary',
                                 p_reason text DEFAULT '', p_due timestamptz DEFAULT NULL) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'issue_ticket');
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    PERFORM refuse_nobody(p_patient);
    IF p_due IS NULL THEN
        PERFORM refuse_outside_hours(p_service);
    END IF;
    RETURN settle_intent(p_intent, open_ticket(p_service, p_patient, p_class, p_reason, p_due, NULL, ''));
END $$;

-- The class and place behind the next `p_behind` of a service's line for a ticket that has its own by class and due or
-- arrival time; never before its own. Appointments before their window do not count among them.
CREATE FUNCTION hms.place_behind(v hms.segments, p_service bigint, p_behind integer, OUT rank smallint,
                                 OUT place timestamptz)
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    own_place timestamptz := coalesce(v.due_at, v.arrived_at);
BEGIN
    SELECT next_ones.rank, next_ones.place + interval '1 microsecond' INTO rank, place
    FROM (
        SELECT w.rank, w.place, w.segment_id FROM waiting w
        WHERE w.service_id = p_service AND w.business_date = v.business_date AND w.turn < 2
        ORDER BY w.turn, w.rank, w.place, w.segment_id
        LIMIT p_behind
    ) next_ones
    ORDER BY next_ones.rank DESC, next_ones.place DESC, next_ones.segment_id DESC LIMIT 1;
    IF NOT FOUND OR (v.class_rank, own_place) > (rank, place) THEN
        rank := v.class_rank;
        place := own_place;
    END IF;
END $$;

-- Puts a no-show, or a called ticket that asks for a moment, back behind the next three (RULES 8).
CREATE FUNCTION hms.reinstate(p_intent uuid, p_segment bigint, p_version bigint) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'reinstate');
    v segments;
    spot record;
    after segments;
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    PERFORM hold_room(s.only_room_id) FROM segments s WHERE s.id = p_segment AND s.only_room_id IS NOT NULL;
    v := segment_as_seen(p_segment, p_version);
    IF v.state NOT IN ('called', 'no_show') THEN
        PERFORM refuse_step(v, 'put back');
    END IF;
    PERFORM refuse_other_day(v);
    IF v.state = 'no_show' THEN
        PERFORM refuse_second_open(v.patient_id, v.service_id, v.business_date);
    END IF;
    SELECT * INTO spot FROM place_behind(v, v.service_id,
        (SELECT r.put_back_behind FROM service_rules r WHERE r.service_id = v.service_id));
    UPDATE segments SET state = 'waiting', rank = spot.rank, place = spot.place,
        put_back_at = hospital_now(), room_id = NULL, calls = 0, called_at = NULL, last_called_at = NULL,
        closed_at = NULL, only_room_id = CASE WHEN room_serves(v.only_room_id, v.service_id) THEN v.only_room_id END
    WHERE id = v.id RETURNING * INTO after;
    PERFORM note_change(v, 'put_back');
    RETURN settle_intent(p_intent, segment_result(after));
END $$;

-- The ticket's next segment, at another service: same number, original arrival (RULES 9). A step of its journey that is
-- still to come there is taken as begun.
CREATE FUNCTION hms.open_segment(v hms.segments, p_service bigint, p_rank smallint, p_reason text, p_return_to bigint)
    RETURNS hms.segments
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    now timestamptz := hospital_now();
    joined segments;
BEGIN
    IF NOT EXISTS (SELECT FROM services WHERE id = p_service AND active) THEN
        PERFORM refuse('queue.service_closed', 'This service gives no tickets now; choose another one.');
    END IF;
    PERFORM refuse_second_open(v.patient_id, p_service, v.business_date);
    INSERT INTO segments (ticket_id, ordinal, service_id, business_date, patient_id, class_rank, rank, reason, place,
                          arrived_at, entered_at, return_to)
        VALUES (v.ticket_id, next_ordinal(v.ticket_id), p_service, v.business_date, v.patient_id, p_rank, p_rank,
                p_reason, v.arrived_at, v.arrived_at, now, p_return_to)
        RETURNING * INTO joined;
    PERFORM note_change(joined, 'enter'), keep_estimate(joined);
    UPDATE ticket_steps SET segment_id = joined.id
    WHERE id = (SELECT s.id FROM steps_to_come(v.ticket_id) s ORDER BY s.ordinal LIMIT 1) AND service_id = p_service;
    RETURN joined;
END $$;

CREATE FUNCTION hms.next_ordinal(p_ticket bigint) RETURNS smallint
    LANGUAGE sql STABLE
    RETURN (SELECT (1 + max(s.ordinal))::smallint FROM hms.segments s WHERE s.ticket_id = p_ticket);

-- Closes this segment and opens the next at another service (RULES 9). With `p_comes_back` the ticket returns here when
-- it is finished there, as after a test; a ticket that is to return from here takes that along.
CREATE FUNCTION hms.transfer(p_intent uuid, p_segment bigint, p_version bigint, p_to_service bigint,
                             p_class text DEFAULT NULL, p_reason text DEFAULT NULL, p_comes_back boolean DEFAULT false)
    RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'transfer');
    v segments;
    class priority_classes;
    reason text;
    joined segments;
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    v := segment_as_seen(p_segment, p_version);
    IF v.state NOT IN ('waiting', 'called', 'serving') THEN
        PERFORM refuse_step(v, 'transferred');
    END IF;
    PERFORM refuse_other_day(v);
    IF p_to_service = v.service_id THEN
        PERFORM refuse('queue.same_service',
            format('Ticket %s is at %s already; choose another service.', label_of(v.ticket_id),
                   service_name(v.service_id)),
            jsonb_build_object('ticket', label_of(v.ticket_id), 'service', service_name(v.service_id)));
    END IF;
    SELECT * INTO class FROM priority_classes WHERE CASE WHEN p_class IS NULL THEN rank = v.class_rank ELSE code = p_class END;
    IF NOT FOUND THEN
        PERFORM refuse('queue.no_such_class', 'This priority class is not known; choose one of the list.');
    END IF;
    reason := CASE WHEN p_class IS NULL AND p_reason IS NULL THEN v.reason
                   ELSE class_reason(class, coalesce(p_reason, v.reason)) END;
    joined := open_segment(v, p_to_service, class.rank, reason, CASE
        WHEN p_comes_back THEN v.id
        WHEN p_to_service <> (SELECT s.service_id FROM segments s WHERE s.id = v.return_to) THEN v.return_to
    END);
    UPDATE segments SET state = 'transferred', closed_at = hospital_now() WHERE id = v.id;
    PERFORM note_change(v, 'transfer', CASE WHEN p_comes_back THEN 'comes back' ELSE '' END, joined.id);
    RETURN settle_intent(p_intent, segment_result(joined)
        || jsonb_build_object('from_segment_id', v.id, 'from_version', v.version + 1));
END $$;

-- Takes a ticket off the queue, with a reason; its number is not used again (RULES 1).
CREATE FUNCTION hms.cancel_ticket(p_intent uuid, p_segment bigint, p_version bigint, p_reason text) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'cancel_ticket');
    reason text := plain_reason(p_reason, 'Taking a ticket off the queue needs a reason; enter it.');
    v segments;
    after segments;
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    v := segment_as_seen(p_segment, p_version);
    IF v.state NOT IN ('waiting', 'called') THEN
        PERFORM refuse_step(v, 'taken off the queue');
    END IF;
    UPDATE segments SET state = 'cancelled', closed_at = hospital_now() WHERE id = v.id RETURNING * INTO after;
    PERFORM note_change(v, 'cancel', reason);
    RETURN settle_intent(p_intent, segment_result(after));
END $$;

GRANT EXECUTE ON FUNCTION
    hms.issue_ticket(uuid, bigint, bigint, text, text, timestamptz),
    hms.reinstate(uuid, bigint, bigint),
    hms.transfer(uuid, bigint, bigint, bigint, text, text, boolean),
    hms.cancel_ticket(uuid, bigint, bigint, text)
    TO hms_front_desk, hms_pharmacist, hms_clinician, hms_cashier, hms_manager;
