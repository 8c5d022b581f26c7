-- How a ticket comes into a line, goes back into it, on to another one, or out of it (RULES 1 to 3, 8 and 9).

-- A new ticket with the next number of its service and day (RULES 1 to 3).
CREATE FUNCTION hms.issue_ticket(p_intent uuid, p_service bigint, p_patient bigint, p_class text DEFAULT 'ordinary',
                                 p_reason text DEFAULT '', p_due timestamptz DEFAULT NULL) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'issue_ticket');
    now timestamptz := hospital_now();
    today date := business_date();
    service services;
    class priority_classes;
    reason text;
    issued tickets;
    joined segments;
    next_number integer;
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    SELECT * INTO service FROM services WHERE id = p_service;
    IF NOT FOUND OR NOT service.active THEN
        PERFORM refuse('queue.service_closed', 'This service gives no tickets now; choose another one.');
    END IF;
    IF NOT EXISTS (SELECT FROM patients WHERE id = p_patient) THEN
        PERFORM refuse('queue.no_such_patient', 'This patient is not known; find or register the patient first.');
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
        PERFORM open_month(now), open_month(now + interval '10 days');
    END IF;
    PERFORM refuse_second_open(p_patient, p_service, today);
    INSERT INTO tickets (service_id, business_date, number, label, patient_id, arrived_at)
        VALUES (p_service, today, next_number, ticket_label(service.prefix, next_number), p_patient, now)
        RETURNING * INTO issued;
    INSERT INTO segments (ticket_id, service_id, business_date, patient_id, class_rank, rank, reason, place,
                          arrived_at, due_at, entered_at)
        VALUES (issued.id, p_service, today, p_patient, class.rank, class.rank, reason,
                coalesce(p_due, now), now, p_due, now)
        RETURNING * INTO joined;
    PERFORM note_change(joined, 'enter');
    RETURN settle_intent(p_intent, segment_result(joined) || jsonb_build_object(
        'number', issued.number, 'barcode', issued.barcode, 'business_date', today, 'arrived_at', now));
END $$;

-- Puts a no-show, or a called ticket that asks for a moment, back behind the next three (RULES 8).
CREATE FUNCTION hms.reinstate(p_intent uuid, p_segment bigint, p_version bigint) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'reinstate');
    v segments;
    last_rank smallint;
    last_place timestamptz;
    own_place timestamptz;
    after segments;
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    v := segment_as_seen(p_segment, p_version);
    IF v.state NOT IN ('called', 'no_show') THEN
        PERFORM refuse_step(v, 'put back');
    END IF;
    PERFORM refuse_other_day(v);
    IF v.state = 'no_show' THEN
        PERFORM refuse_second_open(v.patient_id, v.service_id, v.business_date);
    END IF;
    SELECT next_ones.rank, next_ones.place + interval '1 microsecond' INTO last_rank, last_place
    FROM (
        SELECT w.rank, w.place, w.segment_id FROM waiting w
        WHERE w.service_id = v.service_id AND w.business_date = v.business_date AND w.turn < 2
        ORDER BY w.turn, w.rank, w.place, w.segment_id
        LIMIT (SELECT r.put_back_behind FROM service_rules r WHERE r.service_id = v.service_id)
    ) next_ones
    ORDER BY next_ones.rank DESC, next_ones.place DESC, next_ones.segment_id DESC LIMIT 1;
    own_place := coalesce(v.due_at, v.arrived_at);
    IF NOT FOUND OR (v.class_rank, own_place) > (last_rank, last_place) THEN
        last_rank := v.class_rank;
        last_place := own_place;
    END IF;
    UPDATE segments SET state = 'waiting', rank = last_rank, place = last_place,
        put_back_at = hospital_now(), room_id = NULL, calls = 0, called_at = NULL, last_called_at = NULL,
        closed_at = NULL
    WHERE id = v.id RETURNING * INTO after;
    PERFORM note_change(v, 'put_back');
    RETURN settle_intent(p_intent, segment_result(after));
END $$;

-- Closes this segment and opens the next at another service: same number, original arrival (RULES 9).
CREATE FUNCTION hms.transfer(p_intent uuid, p_segment bigint, p_version bigint, p_to_service bigint,
                             p_class text DEFAULT NULL, p_reason text DEFAULT NULL) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'transfer');
    now timestamptz := hospital_now();
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
    IF NOT EXISTS (SELECT FROM services WHERE id = p_to_service AND active) THEN
        PERFORM refuse('queue.service_closed', 'This service gives no tickets now; choose another one.');
    END IF;
    SELECT * INTO class FROM priority_classes WHERE CASE WHEN p_class IS NULL THEN rank = v.class_rank ELSE code = p_class END;
    IF NOT FOUND THEN
        PERFORM refuse('queue.no_such_class', 'This priority class is not known; choose one of the list.');
    END IF;
    reason := class_reason(class, coalesce(p_reason, v.reason));
    PERFORM refuse_second_open(v.patient_id, p_to_service, v.business_date);
    UPDATE segments SET state = 'transferred', closed_at = now WHERE id = v.id;
    INSERT INTO segments (ticket_id, ordinal, service_id, business_date, patient_id, class_rank, rank, reason, place,
                          arrived_at, entered_at)
        VALUES (v.ticket_id, 1 + (SELECT max(ordinal) FROM segments WHERE ticket_id = v.ticket_id), p_to_service,
                v.business_date, v.patient_id, class.rank, class.rank, reason,
                v.arrived_at, v.arrived_at, now)
        RETURNING * INTO joined;
    PERFORM note_change(v, 'transfer', '', joined.id), note_change(joined, 'enter');
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
    hms.transfer(uuid, bigint, bigint, bigint, text, text),
    hms.cancel_ticket(uuid, bigint, bigint, text)
    TO hms_front_desk, hms_pharmacist, hms_clinician, hms_cashier, hms_manager;
