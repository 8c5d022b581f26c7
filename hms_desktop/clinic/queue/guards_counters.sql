-- Who sits at which counter, and how a counter is opened, paused, and closed with all that waits for it alone.

-- Whether the room was open today and is no more. One that nobody opened today is as the hospital has always had it: who
-- sits down there and calls is at work.
CREATE FUNCTION hms.is_closed(p_room bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
    SELECT coalesce((
        SELECT s.ended_at IS NOT NULL FROM sittings s
        WHERE s.room_id = p_room AND s.business_date = business_date() ORDER BY s.id DESC LIMIT 1
    ), false)
$$;

-- The rooms where tickets are called today: opened and not paused, or never opened but calling.
CREATE VIEW hms.open_counters AS
    SELECT r.id AS room_id, r.name, coalesce(last.person, called.person) AS person, last.opened_at, last.paused_at
    FROM hms.rooms r
    CROSS JOIN (SELECT hms.business_date() AS today OFFSET 0) day
    LEFT JOIN LATERAL (
        SELECT s.* FROM hms.sittings s
        WHERE s.room_id = r.id AND s.business_date = day.today ORDER BY s.id DESC LIMIT 1
    ) last ON true
    LEFT JOIN LATERAL (
        SELECT c.person FROM hms.queue_calls c
        WHERE last.id IS NULL AND c.room_id = r.id AND c.business_date = day.today AND c.kind = 'call'
        ORDER BY c.id DESC LIMIT 1
    ) called ON true
    WHERE r.active AND last.ended_at IS NULL AND coalesce(last.person, called.person) IS NOT NULL;

-- One seat at a time for a person: holds the room where they want to sit and those where they sit, which they may only
-- leave when no ticket is there or waits for it alone, for it would be left at a counter where nobody calls.
CREATE FUNCTION hms.change_seat(p_room bigint, p_date date) RETURNS void
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    held bigint;
    there text;
    place text;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('hms.queue.person'), hashtext(session_user));
    FOR held IN
        SELECT p_room UNION SELECT s.room_id FROM sittings s
        WHERE s.person = session_user AND s.business_date = p_date AND s.ended_at IS NULL ORDER BY 1
    LOOP
        PERFORM hold_room(held);
    END LOOP;
    SELECT label_of(g.ticket_id), room_name(mine.room_id) INTO there, place
    FROM sittings mine
    JOIN segments g ON g.business_date = p_date
        AND (g.state IN ('called', 'serving') AND g.room_id = mine.room_id
             OR g.state = 'waiting' AND g.only_room_id = mine.room_id)
    WHERE mine.person = session_user AND mine.business_date = p_date AND mine.ended_at IS NULL
      AND mine.room_id <> p_room
    ORDER BY g.id LIMIT 1;
    IF FOUND THEN
        PERFORM refuse('queue.seat_in_use',
            format('Ticket %s is at %s or waits for it alone; finish it or close that counter first.', there, place),
            jsonb_build_object('ticket', there, 'room', place));
    END IF;
END $$;

-- Sits down at a counter, or goes on after a pause. Whoever sat there has left; a person sits at one counter only.
CREATE FUNCTION hms.open_counter(p_intent uuid, p_room bigint) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'open_counter');
    now timestamptz := hospital_now();
    today date := business_date();
    mine sittings;
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    PERFORM change_seat(p_room, today);
    IF NOT EXISTS (SELECT FROM rooms WHERE id = p_room AND active) THEN
        PERFORM refuse('queue.room_closed', 'This room or counter is not in use; choose another one.');
    END IF;
    UPDATE sittings SET paused_at = NULL, pause_reason = ''
    WHERE room_id = p_room AND business_date = today AND person = session_user AND ended_at IS NULL
    RETURNING * INTO mine;
    UPDATE sittings SET ended_at = now
    WHERE business_date = today AND ended_at IS NULL AND id IS DISTINCT FROM mine.id
      AND (room_id = p_room OR person = session_user);
    IF mine.id IS NULL THEN
        INSERT INTO sittings (room_id, business_date, opened_at) VALUES (p_room, today, now) RETURNING * INTO mine;
    END IF;
    RETURN settle_intent(p_intent, jsonb_build_object('room_id', p_room, 'room', room_name(p_room), 'state', 'open'));
END $$;

-- Nobody is called here until somebody goes on; those who wait keep waiting.
CREATE FUNCTION hms.pause_counter(p_intent uuid, p_room bigint, p_reason text DEFAULT '') RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'pause_counter');
    today date := business_date();
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    PERFORM hold_room(p_room);
    IF is_closed(p_room) THEN
        PERFORM refuse('queue.counter_closed', format('%s is closed; open it first.', room_name(p_room)),
                       jsonb_build_object('room', room_name(p_room)));
    END IF;
    UPDATE sittings SET paused_at = hospital_now(), pause_reason = plain_reason(p_reason)
    WHERE room_id = p_room AND business_date = today AND ended_at IS NULL;
    IF NOT FOUND THEN
        PERFORM refuse('queue.counter_not_open', format('Nobody has opened %s today; open it first.', room_name(p_room)),
                       jsonb_build_object('room', room_name(p_room)));
    END IF;
    RETURN settle_intent(p_intent, jsonb_build_object('room_id', p_room, 'room', room_name(p_room), 'state', 'paused'));
END $$;

-- The services of a room that no other room in use serves that is not closed today.
CREATE FUNCTION hms.served_here_alone(p_room bigint) RETURNS SETOF bigint
    LANGUAGE sql STABLE SET search_path = hms, public, pg_temp AS $$
    SELECT rs.service_id FROM room_services rs
    WHERE rs.room_id = p_room AND NOT EXISTS (
        SELECT FROM open_counters o JOIN room_services os ON os.room_id = o.room_id
        WHERE os.service_id = rs.service_id AND o.room_id <> p_room)
$$;

-- Closes a counter for the day, in one transaction: a called ticket goes back to its place, those that wait for this room
-- alone may be called by any, and those of services that nobody else serves go to `p_to_service`. Counters close one
-- after the other, so that of the last two one is refused.
CREATE FUNCTION hms.close_counter(p_intent uuid, p_room bigint, p_to_service bigint DEFAULT NULL) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'close_counter');
    now timestamptz := hospital_now();
    today date := business_date();
    alone bigint[];
    closure counter_closures;
    v segments;
    moved integer := 0;
    released integer := 0;
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtext('hms.queue.closing')), hold_room(p_room);
    IF is_closed(p_room) THEN
        PERFORM refuse('queue.counter_closed', format('%s is closed; open it first.', room_name(p_room)),
                       jsonb_build_object('room', room_name(p_room)));
    END IF;
    alone := ARRAY(SELECT served_here_alone(p_room));
    PERFORM refuse_closing(p_room, today, alone, p_to_service);
    INSERT INTO counter_closures (room_id, business_date, to_service_id, closed_at)
        VALUES (p_room, today, p_to_service, now) RETURNING * INTO closure;
    FOR v IN
        SELECT * FROM segments s
        WHERE s.business_date = today
          AND (s.state = 'called' AND s.room_id = p_room
               OR s.state = 'waiting' AND (s.only_room_id = p_room OR s.service_id = ANY (alone)))
        ORDER BY s.id FOR UPDATE
    LOOP
        IF v.state = 'called' THEN
            PERFORM call_back(closure.id, v);
            released := released + 1;
            SELECT * INTO v FROM segments WHERE id = v.id;
        END IF;
        IF v.service_id = ANY (alone) THEN
            PERFORM send_away(closure.id, v, p_to_service);
            moved := moved + 1;
        ELSIF v.only_room_id = p_room THEN
            PERFORM release(closure.id, v);
            released := released + 1;
        END IF;
    END LOOP;
    UPDATE sittings SET ended_at = now WHERE room_id = p_room AND business_date = today AND ended_at IS NULL;
    IF NOT FOUND THEN
        INSERT INTO sittings (room_id, business_date, person, opened_at, ended_at)
            VALUES (p_room, today, session_user, now, now);
    END IF;
    RETURN settle_intent(p_intent, jsonb_build_object('closure_id', closure.id, 'room_id', p_room,
        'room', room_name(p_room), 'moved', moved, 'released', released));
END $$;

CREATE FUNCTION hms.refuse_closing(p_room bigint, p_date date, p_alone bigint[], p_to_service bigint) RETURNS void
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    there text;
    many bigint;
    which text;
BEGIN
    SELECT label_of(s.ticket_id) INTO there FROM segments s
    WHERE s.room_id = p_room AND s.business_date = p_date AND s.state = 'serving';
    IF FOUND THEN
        PERFORM refuse('queue.counter_busy', format('Ticket %s is being served at %s; finish it first.', there,
                                                    room_name(p_room)),
                       jsonb_build_object('ticket', there, 'room', room_name(p_room)));
    END IF;
    SELECT count(*), string_agg(DISTINCT service_name(s.service_id), ', ') INTO many, which FROM segments s
    WHERE s.business_date = p_date AND s.service_id = ANY (p_alone)
      AND (s.state = 'waiting' OR s.state = 'called' AND s.room_id = p_room);
    IF many = 0 THEN
        RETURN;
    ELSIF p_to_service IS NULL THEN
        PERFORM refuse('queue.nobody_else_serves',
            format('%s ticket(s) wait for %s and no other open counter serves it; choose where they go.',
                   many, which),
            jsonb_build_object('count', many, 'service', which));
    ELSIF NOT EXISTS (
        SELECT FROM open_counters o JOIN room_services os ON os.room_id = o.room_id
        WHERE os.service_id = p_to_service AND o.room_id <> p_room
    ) THEN
        PERFORM refuse('queue.nobody_serves_there',
            format('No other open counter serves %s; choose a service that takes the tickets.',
                   service_name(p_to_service)),
            jsonb_build_object('service', service_name(p_to_service)));
    END IF;
END $$;

CREATE FUNCTION hms.note_move(p_closure bigint, v hms.segments, p_verb text, p_next bigint DEFAULT NULL) RETURNS void
    LANGUAGE sql SET search_path = hms, public, pg_temp AS $$
    INSERT INTO closure_moves (closure_id, segment_id, change_id)
    VALUES (p_closure, v.id, note_change(v, p_verb, '', p_next))
    ON CONFLICT (closure_id, segment_id) DO UPDATE SET change_id = excluded.change_id
$$;

-- The called ticket goes back to where it stood, for the counter left and not the patient.
CREATE FUNCTION hms.call_back(p_closure bigint, v hms.segments) RETURNS void
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
BEGIN
    PERFORM withdraw_call(v);
    UPDATE segments SET state = 'waiting', room_id = NULL, calls = 0, called_at = NULL, last_called_at = NULL,
        only_room_id = NULL
    WHERE id = v.id;
    PERFORM note_move(p_closure, v, 'call_back');
END $$;

CREATE FUNCTION hms.send_away(p_closure bigint, v hms.segments, p_to_service bigint) RETURNS void
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    joined segments;
BEGIN
    joined := open_segment(v, p_to_service, v.class_rank, v.reason, NULL);
    UPDATE segments SET state = 'transferred', closed_at = hospital_now() WHERE id = v.id;
    PERFORM note_move(p_closure, v, 'transfer', joined.id);
END $$;

CREATE FUNCTION hms.release(p_closure bigint, v hms.segments) RETURNS void
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
BEGIN
    UPDATE segments SET only_room_id = NULL WHERE id = v.id;
    PERFORM note_move(p_closure, v, 'release');
END $$;

-- Opens the counter again and brings its tickets back, all or none: refused when one of them was dealt with since. A
-- ticket that had been called waits, for its call was withdrawn.
CREATE FUNCTION hms.undo_close_counter(p_intent uuid, p_closure bigint) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'undo_close_counter');
    closure counter_closures;
    move record;
    v segments;
    was segments;
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtext('hms.queue.closing'));
    SELECT * INTO closure FROM counter_closures WHERE id = p_closure FOR UPDATE;
    IF NOT FOUND OR closure.undone_at IS NOT NULL OR closure.business_date <> business_date() THEN
        PERFORM refuse('queue.closing_gone', 'This closing cannot be taken back any more; open the counter instead.');
    END IF;
    PERFORM change_seat(closure.room_id, closure.business_date);
    IF NOT is_closed(closure.room_id) THEN
        PERFORM refuse('queue.closing_gone', 'This closing cannot be taken back any more; open the counter instead.');
    END IF;
    FOR move IN
        SELECT c.* FROM closure_moves m JOIN segment_changes c ON c.id = m.change_id
        WHERE m.closure_id = p_closure ORDER BY m.segment_id
    LOOP
        SELECT * INTO v FROM segments WHERE id = move.segment_id FOR UPDATE;
        IF move.id <> (SELECT max(c.id) FROM segment_changes c WHERE c.segment_id = v.id) THEN
            PERFORM refuse('queue.closing_followed',
                format('Ticket %s was dealt with since the counter closed; open the counter instead.',
                       label_of(v.ticket_id)),
                jsonb_build_object('ticket', label_of(v.ticket_id)));
        END IF;
        was := jsonb_populate_record(NULL::segments, move.prior);
        IF move.next_segment_id IS NOT NULL THEN
            PERFORM take_back_transfer(move.next_segment_id),
                    refuse_second_open(v.patient_id, v.service_id, v.business_date);
        END IF;
        IF move.verb <> 'call_back' THEN
            UPDATE segments SET state = was.state, closed_at = was.closed_at, only_room_id = was.only_room_id
            WHERE id = v.id;
        END IF;
        PERFORM note_change(v, 'undo', move.verb);
    END LOOP;
    UPDATE counter_closures SET undone_at = hospital_now() WHERE id = p_closure;
    UPDATE sittings SET ended_at = hospital_now()
    WHERE person = session_user AND business_date = closure.business_date AND ended_at IS NULL;
    INSERT INTO sittings (room_id, business_date, opened_at)
        VALUES (closure.room_id, closure.business_date, hospital_now());
    RETURN settle_intent(p_intent, jsonb_build_object('room_id', closure.room_id, 'room', room_name(closure.room_id),
                                                      'state', 'open'));
END $$;

GRANT SELECT ON hms.sittings, hms.open_counters, hms.counter_closures, hms.closure_moves TO hms_staff;
GRANT EXECUTE ON FUNCTION hms.is_closed(bigint) TO hms_staff;
GRANT EXECUTE ON FUNCTION
    hms.open_counter(uuid, bigint),
    hms.pause_counter(uuid, bigint, text),
    hms.close_counter(uuid, bigint, bigint),
    hms.undo_close_counter(uuid, bigint)
    TO hms_front_desk, hms_pharmacist, hms_clinician, hms_cashier, hms_manager;

SELECT hms.audited('sittings'), hms.audited('counter_closures');
SELECT hms.knocks('sittings', 'hms_changes', 'queue', 'room_id');
