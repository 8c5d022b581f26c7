-- What a counter wishes: call, call again, serve, finish, or mark as no-show (RULES 4 to 8).

-- Calls the first of the order to this room (RULES 4 to 6).
CREATE FUNCTION hms.call_next(p_intent uuid, p_room bigint) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'call_next');
    today date := business_date();
    next_one segments;
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    PERFORM take_room(p_room, today);
    next_one := lock_next(p_room, today);
    IF next_one.id IS NULL THEN
        IF NOT EXISTS (SELECT FROM room_services WHERE room_id = p_room) THEN
            PERFORM refuse('queue.room_serves_nothing',
                format('%s has no services; an administrator can give it some.', room_name(p_room)),
                jsonb_build_object('room', room_name(p_room)));
        END IF;
        PERFORM refuse('queue.nobody_waiting', format('Nobody is waiting for %s.', room_name(p_room)),
                       jsonb_build_object('room', room_name(p_room)));
    END IF;
    RETURN settle_intent(p_intent, send_call(next_one, p_room, 'call'));
END $$;

-- Calls this very ticket, out of the order; the change says who did.
CREATE FUNCTION hms.call_ticket(p_intent uuid, p_segment bigint, p_version bigint, p_room bigint) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'call_ticket');
    v segments;
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    PERFORM take_room(p_room, business_date());
    v := segment_as_seen(p_segment, p_version);
    IF v.state <> 'waiting' THEN
        PERFORM refuse_step(v, 'called');
    END IF;
    PERFORM refuse_other_day(v);
    IF NOT EXISTS (SELECT FROM room_services WHERE room_id = p_room AND service_id = v.service_id) THEN
        PERFORM refuse('queue.other_service',
            format('%s does not serve %s; transfer the ticket or choose another room.', room_name(p_room),
                   service_name(v.service_id)),
            jsonb_build_object('room', room_name(p_room), 'service', service_name(v.service_id)));
    END IF;
    RETURN settle_intent(p_intent, send_call(v, p_room, 'call'));
END $$;

-- Calls the ticket at the room once more (RULES 7).
CREATE FUNCTION hms.recall(p_intent uuid, p_segment bigint, p_version bigint) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'recall');
    v segments;
    r service_rules;
    wait interval;
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    v := segment_as_seen(p_segment, p_version);
    IF v.state <> 'called' THEN
        PERFORM refuse_step(v, 'called again');
    END IF;
    SELECT * INTO r FROM service_rules WHERE service_id = v.service_id;
    IF v.calls > r.most_recalls THEN
        PERFORM refuse('queue.recalled_enough',
            format('Ticket %s was called again %s times already; mark it as no-show or put it back.',
                   label_of(v.ticket_id), r.most_recalls),
            jsonb_build_object('ticket', label_of(v.ticket_id), 'recalls', r.most_recalls));
    END IF;
    wait := v.last_called_at + r.recall_gap - hospital_now();
    IF wait > interval '0' THEN
        PERFORM refuse('queue.recall_soon',
            format('Ticket %s was called just now; call it again in %s s.', label_of(v.ticket_id),
                   ceil(extract(epoch FROM wait))),
            jsonb_build_object('ticket', label_of(v.ticket_id), 'seconds', ceil(extract(epoch FROM wait))));
    END IF;
    RETURN settle_intent(p_intent, send_call(v, v.room_id, 'recall'));
END $$;

-- The patient is here and is being served.
CREATE FUNCTION hms.start_service(p_intent uuid, p_segment bigint, p_version bigint) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'start_service');
    v segments;
    after segments;
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    v := segment_as_seen(p_segment, p_version);
    IF v.state <> 'called' THEN
        PERFORM refuse_step(v, 'served');
    END IF;
    UPDATE segments SET state = 'serving', serving_at = hospital_now() WHERE id = v.id RETURNING * INTO after;
    PERFORM note_change(v, 'start');
    RETURN settle_intent(p_intent, segment_result(after));
END $$;

-- The patient did not come (RULES 8).
CREATE FUNCTION hms.no_show(p_intent uuid, p_segment bigint, p_version bigint) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'no_show');
    v segments;
    r service_rules;
    after segments;
    wait interval;
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    v := segment_as_seen(p_segment, p_version);
    IF v.state <> 'called' THEN
        PERFORM refuse_step(v, 'marked as no-show');
    END IF;
    SELECT * INTO r FROM service_rules WHERE service_id = v.service_id;
    IF v.calls < r.no_show_calls THEN
        PERFORM refuse('queue.no_show_calls',
            format('Ticket %s was called %s time(s); call it %s times before marking it as no-show.',
                   label_of(v.ticket_id), v.calls, r.no_show_calls),
            jsonb_build_object('ticket', label_of(v.ticket_id), 'calls', v.calls, 'needed', r.no_show_calls));
    END IF;
    wait := v.called_at + r.no_show_after - hospital_now();
    IF wait > interval '0' THEN
        PERFORM refuse('queue.no_show_soon',
            format('Ticket %s was called too recently; it may be marked as no-show in %s s.', label_of(v.ticket_id),
                   ceil(extract(epoch FROM wait))),
            jsonb_build_object('ticket', label_of(v.ticket_id), 'seconds', ceil(extract(epoch FROM wait))));
    END IF;
    UPDATE segments SET state = 'no_show', closed_at = hospital_now() WHERE id = v.id RETURNING * INTO after;
    PERFORM note_change(v, 'no_show');
    RETURN settle_intent(p_intent, segment_result(after));
END $$;

GRANT EXECUTE ON FUNCTION
    hms.call_next(uuid, bigint),
    hms.call_ticket(uuid, bigint, bigint, bigint),
    hms.recall(uuid, bigint, bigint),
    hms.start_service(uuid, bigint, bigint),
    hms.no_show(uuid, bigint, bigint)
    TO hms_front_desk, hms_pharmacist, hms_clinician, hms_cashier, hms_manager;
