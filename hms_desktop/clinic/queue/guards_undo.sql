-- Undo: the last step of a segment is taken back while nothing followed (RULES 9).

-- Takes back the last thing that was done to this segment, while nothing followed (RULES 9).
CREATE FUNCTION hms.undo(p_intent uuid, p_segment bigint, p_version bigint) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'undo');
    v segments;
    last segment_changes;
    was segments;
    after segments;
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    SELECT * INTO last FROM segment_changes WHERE segment_id = p_segment ORDER BY id DESC LIMIT 1;
    was := jsonb_populate_record(NULL::segments, last.prior);
    SELECT * INTO v FROM segments WHERE id = p_segment;
    IF was.state IN ('called', 'serving') AND v.state NOT IN ('called', 'serving') THEN
        PERFORM take_room(was.room_id, v.business_date);
    ELSIF was.only_room_id IS NOT NULL THEN
        PERFORM hold_room(was.only_room_id);
    END IF;
    v := segment_as_seen(p_segment, p_version);
    IF last.verb NOT IN ('call', 'start', 'no_show', 'transfer', 'finish', 'cancel') OR last.id <> (
        SELECT max(c.id) FROM segment_changes c WHERE c.segment_id = p_segment
    ) THEN
        PERFORM refuse('queue.nothing_to_undo',
            format('The last step of ticket %s cannot be undone.', label_of(v.ticket_id)),
            jsonb_build_object('ticket', label_of(v.ticket_id), 'verb', last.verb));
    END IF;
    PERFORM refuse_other_day(v);
    IF last.next_segment_id IS NOT NULL THEN
        PERFORM take_back_transfer(last.next_segment_id);
    END IF;
    IF last.verb = 'call' THEN
        PERFORM withdraw_call(v);
    END IF;
    IF v.closed_at IS NOT NULL THEN
        PERFORM refuse_second_open(v.patient_id, v.service_id, v.business_date);
    END IF;
    UPDATE segments SET state = was.state, room_id = was.room_id, rank = was.rank, place = was.place,
        put_back_at = was.put_back_at, calls = was.calls, called_at = was.called_at,
        last_called_at = was.last_called_at, serving_at = was.serving_at, closed_at = was.closed_at,
        only_room_id = CASE WHEN room_serves(was.only_room_id, v.service_id) THEN was.only_room_id END
    WHERE id = v.id RETURNING * INTO after;
    PERFORM note_change(v, 'undo', last.verb);
    RETURN settle_intent(p_intent, segment_result(after) || jsonb_build_object('undone', last.verb));
END $$;

-- The newest call of the segment no longer stands: screens drop it, and it counts nowhere.
CREATE FUNCTION hms.withdraw_call(v hms.segments) RETURNS void
    LANGUAGE sql SET search_path = hms, public, pg_temp AS $$
    INSERT INTO queue_calls (segment_id, ticket_id, service_id, room_id, business_date, kind, ordinary, withdraws,
                             called_at)
    SELECT c.segment_id, c.ticket_id, c.service_id, c.room_id, c.business_date, 'withdrawn', c.ordinary, c.id,
           hospital_now()
    FROM queue_calls c WHERE c.segment_id = v.id AND c.kind = 'call' ORDER BY c.id DESC LIMIT 1
$$;

-- The segment that a transfer, or a finished step, opened closes as if it had never been, while nobody touched it.
CREATE FUNCTION hms.take_back_transfer(p_segment bigint) RETURNS void
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    opened segments;
BEGIN
    SELECT * INTO opened FROM segments WHERE id = p_segment FOR UPDATE;
    IF (SELECT c.verb FROM segment_changes c WHERE c.segment_id = p_segment ORDER BY c.id DESC LIMIT 1) <> 'enter' THEN
        PERFORM refuse('queue.followed',
            format('%s has already dealt with ticket %s, so the transfer stands; transfer it back instead.',
                   service_name(opened.service_id), label_of(opened.ticket_id)),
            jsonb_build_object('service', service_name(opened.service_id), 'ticket', label_of(opened.ticket_id)));
    END IF;
    UPDATE segments SET state = 'undone', closed_at = hospital_now() WHERE id = p_segment;
    UPDATE ticket_steps SET segment_id = NULL WHERE segment_id = p_segment;
    PERFORM note_change(opened, 'undone');
END $$;

GRANT EXECUTE ON FUNCTION
    hms.undo(uuid, bigint, bigint)
    TO hms_front_desk, hms_pharmacist, hms_clinician, hms_cashier, hms_manager;
