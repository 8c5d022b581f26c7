-- The queue's own defence: one function per wish of a desk, and what keeps numbers, states and calls true (RULES 1-10).

-- The classes and the steps ------------------------------------------------------------------------------------------

INSERT INTO hms.priority_classes (code, name, rank, ordinary) VALUES
    ('urgent', 'Urgent', 0, false),
    ('priority', 'Priority', 1, false),
    ('ordinary', 'Ordinary', 2, true)
    ON CONFLICT DO NOTHING;

DELETE FROM hms.segment_transitions;
INSERT INTO hms.segment_transitions (from_state, to_state) VALUES
    ('waiting', 'called'), ('waiting', 'transferred'), ('waiting', 'cancelled'), ('waiting', 'not_served'),
    ('waiting', 'undone'),
    ('called', 'serving'), ('called', 'done'), ('called', 'no_show'), ('called', 'waiting'),
    ('called', 'transferred'), ('called', 'cancelled'), ('called', 'not_served'),
    ('serving', 'done'), ('serving', 'called'), ('serving', 'transferred'), ('serving', 'not_served'),
    ('done', 'called'), ('done', 'serving'),
    ('no_show', 'called'), ('no_show', 'waiting'),
    ('transferred', 'waiting'), ('transferred', 'called'), ('transferred', 'serving'),
    ('cancelled', 'waiting'), ('cancelled', 'called');

-- Holds for everyone, the functions below included: a segment moves by an allowed step only, and stays what it is.
CREATE FUNCTION hms.guard_segment() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        PERFORM hms.refuse('queue.wrong_step', 'A ticket joins a line by waiting in it.');
    END IF;
    IF (NEW.id, NEW.ticket_id, NEW.ordinal, NEW.service_id, NEW.business_date, NEW.arrived_at, NEW.entered_at)
       IS DISTINCT FROM
       (OLD.id, OLD.ticket_id, OLD.ordinal, OLD.service_id, OLD.business_date, OLD.arrived_at, OLD.entered_at) THEN
        PERFORM hms.refuse('queue.segment_fixed', 'A ticket''s number, service, day and arrival never change.');
    END IF;
    IF NEW.state <> OLD.state AND NOT EXISTS (
        SELECT FROM hms.segment_transitions t WHERE t.from_state = OLD.state AND t.to_state = NEW.state
    ) THEN
        PERFORM hms.refuse('queue.wrong_step', format('A ticket that is %s cannot become %s.', OLD.state, NEW.state),
                           jsonb_build_object('from', OLD.state, 'to', NEW.state));
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_segment_insert BEFORE INSERT ON hms.segments
    FOR EACH ROW WHEN (NEW.state <> 'waiting') EXECUTE FUNCTION hms.guard_segment();
CREATE TRIGGER guard_segment_update BEFORE UPDATE ON hms.segments
    FOR EACH ROW EXECUTE FUNCTION hms.guard_segment();
CREATE TRIGGER keep_segments BEFORE DELETE OR TRUNCATE ON hms.segments
    FOR EACH STATEMENT EXECUTE FUNCTION hms.append_only();

-- A ticket may only be moved to another record of the same person (a merge).
CREATE TRIGGER keep_ticket BEFORE UPDATE ON hms.tickets
    FOR EACH ROW WHEN (
        (OLD.id, OLD.barcode, OLD.service_id, OLD.business_date, OLD.number, OLD.label, OLD.arrived_at)
        IS DISTINCT FROM
        (NEW.id, NEW.barcode, NEW.service_id, NEW.business_date, NEW.number, NEW.label, NEW.arrived_at)
    ) EXECUTE FUNCTION hms.append_only();
CREATE TRIGGER keep_tickets BEFORE DELETE OR TRUNCATE ON hms.tickets
    FOR EACH STATEMENT EXECUTE FUNCTION hms.append_only();
CREATE TRIGGER keep_calls BEFORE UPDATE OR DELETE OR TRUNCATE ON hms.queue_calls
    FOR EACH STATEMENT EXECUTE FUNCTION hms.append_only();
CREATE TRIGGER keep_changes BEFORE UPDATE OR DELETE OR TRUNCATE ON hms.segment_changes
    FOR EACH STATEMENT EXECUTE FUNCTION hms.append_only();
CREATE TRIGGER count_up BEFORE UPDATE ON hms.service_days
    FOR EACH ROW WHEN (
        NEW.last_number < OLD.last_number
        OR (NEW.service_id, NEW.business_date) IS DISTINCT FROM (OLD.service_id, OLD.business_date)
    ) EXECUTE FUNCTION hms.append_only();
CREATE TRIGGER keep_days BEFORE DELETE OR TRUNCATE ON hms.service_days
    FOR EACH STATEMENT EXECUTE FUNCTION hms.append_only();

-- The knocks of the two busiest tables, of the same form as those that hms.knocks makes but without a detour by JSON.
CREATE FUNCTION hms.knock_at_desks() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('hms_changes', 'queue:' || c.service_id) FROM changed c GROUP BY c.service_id;
    RETURN NULL;
END $$;
CREATE TRIGGER knock_insert AFTER INSERT ON hms.segments REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION hms.knock_at_desks();
CREATE TRIGGER knock_update AFTER UPDATE ON hms.segments REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION hms.knock_at_desks();

CREATE FUNCTION hms.knock_at_kiosks() RETURNS trigger
    LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('hms_calls', 'calls:' || c.room_id) FROM changed c GROUP BY c.room_id;
    RETURN NULL;
END $$;
CREATE TRIGGER knock_insert AFTER INSERT ON hms.queue_calls REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION hms.knock_at_kiosks();

-- Every service has its numbers from the start.
CREATE FUNCTION hms.give_service_rules() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
BEGIN
    INSERT INTO service_rules (service_id) VALUES (NEW.id) ON CONFLICT (service_id) DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER give_service_rules AFTER INSERT ON hms.services
    FOR EACH ROW EXECUTE FUNCTION hms.give_service_rules();
INSERT INTO hms.service_rules (service_id) SELECT id FROM hms.services ON CONFLICT (service_id) DO NOTHING;

-- The order ----------------------------------------------------------------------------------------------------------

-- The calls that stand: one that was undone is withdrawn by a later row and no longer shown or counted.
CREATE VIEW hms.standing_calls AS
    SELECT c.* FROM hms.queue_calls c
    WHERE c.kind <> 'withdrawn' AND NOT EXISTS (SELECT FROM hms.queue_calls w WHERE w.withdraws = c.id);

-- The first key of the order: 0 waited long while priority tickets were called, 1 as usual, 2 before its window.
CREATE FUNCTION hms.turn_of(p_segment bigint, p_due_at timestamptz, p_promoted bigint, p_window_until timestamptz)
    RETURNS smallint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (CASE WHEN p_segment = p_promoted THEN 0 WHEN p_due_at > p_window_until THEN 2 ELSE 1 END)::smallint;

-- What the order of one service and day depends on: until which due time the window is open and, when the last calls
-- were all of priority classes, since when an ordinary ticket must have waited to go next (RULES 6; from committed
-- calls, without a lock).
CREATE VIEW hms.service_turns AS
    SELECT d.service_id, d.business_date, clock.at + r.appointment_window AS window_until,
           CASE WHEN run.long_enough THEN clock.at - r.ageing_after END AS promoted_before
    FROM hms.service_days d
    JOIN hms.service_rules r ON r.service_id = d.service_id
    CROSS JOIN (SELECT hms.hospital_now() AS at OFFSET 0) clock
    CROSS JOIN LATERAL (
        SELECT count(*) = r.priority_run AND NOT bool_or(recent.ordinary) AS long_enough
        FROM (
            SELECT c.ordinary FROM hms.queue_calls c
            WHERE c.service_id = d.service_id AND c.business_date = d.business_date AND c.kind = 'call'
              AND NOT EXISTS (SELECT FROM hms.queue_calls w WHERE w.withdraws = c.id)
            ORDER BY c.id DESC LIMIT r.priority_run
        ) recent
    ) run;

-- Whether the ticket has waited so long that it may go before priority ones; one that was put back waits since then.
CREATE FUNCTION hms.waited_long(s hms.segments, t hms.service_turns) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN coalesce(s.put_back_at, s.arrived_at) < t.promoted_before
       AND (s.due_at IS NULL OR s.due_at <= t.window_until);

-- Who waits, in the order `turn, rank, place, segment_id`, and why there. call_next and the screens both go by it.
CREATE VIEW hms.waiting AS
    SELECT s.id AS segment_id, s.ticket_id, s.patient_id, s.service_id, s.business_date,
           hms.turn_of(s.id, s.due_at, promoted.id, t.window_until) AS turn,
           s.class_rank, s.rank, s.place, s.arrived_at, s.due_at, s.entered_at, s.put_back_at, s.reason, s.version,
           CASE hms.turn_of(s.id, s.due_at, promoted.id, t.window_until)
               WHEN 0 THEN 'waited_long'
               WHEN 2 THEN 'before_window'
               ELSE CASE
                   WHEN s.put_back_at IS NOT NULL THEN 'put_back'
                   WHEN s.rank <> (SELECT o.rank FROM hms.priority_classes o WHERE o.ordinary) THEN 'class'
                   WHEN s.due_at IS NOT NULL THEN 'appointment'
                   ELSE 'arrival'
               END
           END AS why
    FROM hms.service_turns t
    LEFT JOIN LATERAL (
        SELECT p.id FROM hms.segments p
        WHERE t.promoted_before IS NOT NULL
          AND p.service_id = t.service_id AND p.business_date = t.business_date AND p.state = 'waiting'
          AND p.rank = (SELECT o.rank FROM hms.priority_classes o WHERE o.ordinary) AND p.class_rank = p.rank
          AND hms.waited_long(p, t)
        ORDER BY p.place, p.id LIMIT 1
    ) promoted ON true
    JOIN hms.segments s
      ON s.service_id = t.service_id AND s.business_date = t.business_date AND s.state = 'waiting';

-- The first of the order for this room that no other counter is about to call; the rest of the view's order is asked
-- only when none of the first hundred of each service can be had. Counters that choose at the same moment pass each
-- other by an advisory lock, which costs less than a try at the row; the row itself is locked and re-checked after it.
-- While another counter is calling the one who waited long, the next who waited long goes, not one of a higher class.
-- The settings hold the plan to the indexes: one made in the morning, when the tables are empty, serves all day.
CREATE FUNCTION hms.choose_next(p_room bigint, p_date date, p_tried bigint[]) RETURNS bigint
    LANGUAGE plpgsql
    SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_bitmapscan = off SET enable_sort = off
AS $$
DECLARE
    chosen bigint;
BEGIN
    SELECT line.id INTO chosen
    FROM (
        SELECT one.id
        FROM hms.room_services r
        JOIN hms.service_turns t ON t.service_id = r.service_id AND t.business_date = p_date
        CROSS JOIN LATERAL (
            (SELECT s.id, 0 AS turn, s.rank, s.place FROM hms.segments s
             WHERE t.promoted_before IS NOT NULL
               AND s.service_id = t.service_id AND s.business_date = t.business_date AND s.state = 'waiting'
               AND s.rank = (SELECT o.rank FROM hms.priority_classes o WHERE o.ordinary) AND s.class_rank = s.rank
               AND hms.waited_long(s, t)
             ORDER BY s.place, s.id LIMIT 100)
            UNION ALL
            (SELECT s.id, 1, s.rank, s.place FROM hms.segments s
             WHERE s.service_id = t.service_id AND s.business_date = t.business_date AND s.state = 'waiting'
               AND (s.due_at IS NULL OR s.due_at <= t.window_until)
             ORDER BY s.rank, s.place, s.id LIMIT 100)
        ) one
        WHERE r.room_id = p_room
        ORDER BY one.turn, one.rank, one.place, one.id
        OFFSET 0
    ) line
    WHERE line.id <> ALL (p_tried) AND hms.first_to_choose(line.id)
    LIMIT 1;
    IF chosen IS NULL THEN
        SELECT line.segment_id INTO chosen
        FROM (
            SELECT w.segment_id
            FROM hms.room_services r
            JOIN hms.waiting w ON w.service_id = r.service_id AND w.business_date = p_date
            WHERE r.room_id = p_room
            ORDER BY w.turn, w.rank, w.place, w.segment_id
            OFFSET 0
        ) line
        WHERE line.segment_id <> ALL (p_tried) AND hms.first_to_choose(line.segment_id)
        LIMIT 1;
    END IF;
    RETURN chosen;
END $$;

CREATE FUNCTION hms.first_to_choose(p_segment bigint) RETURNS boolean
    LANGUAGE sql VOLATILE
    RETURN pg_try_advisory_xact_lock(hashtext('hms.queue.segment'), (p_segment % 2147483647)::integer);

-- Locks the chosen one; NULLs when there is nobody. One that a colleague is changing in another way is passed over.
CREATE FUNCTION hms.lock_next(p_room bigint, p_date date) RETURNS hms.segments
    LANGUAGE plpgsql AS $$
DECLARE
    tried bigint[] := '{}';
    chosen bigint;
    v hms.segments;
BEGIN
    LOOP
        chosen := hms.choose_next(p_room, p_date, tried);
        IF chosen IS NULL THEN
            RETURN NULL;
        END IF;
        SELECT * INTO v FROM hms.segments WHERE id = chosen AND state = 'waiting' FOR UPDATE SKIP LOCKED;
        IF FOUND THEN
            RETURN v;
        END IF;
        tried := tried || chosen;
    END LOOP;
END $$;

-- What the wishes share (nobody is granted these) --------------------------------------------------------------------

CREATE FUNCTION hms.ticket_label(p_prefix text, p_number integer) RETURNS text
    LANGUAGE sql IMMUTABLE
    RETURN p_prefix || ' ' || lpad(p_number::text, greatest(3, length(p_number::text)), '0');

CREATE FUNCTION hms.label_of(p_ticket bigint) RETURNS text
    LANGUAGE sql STABLE
    RETURN (SELECT t.label FROM hms.tickets t WHERE t.id = p_ticket);

CREATE FUNCTION hms.room_name(p_room bigint) RETURNS text
    LANGUAGE sql STABLE
    RETURN (SELECT r.name FROM hms.rooms r WHERE r.id = p_room);

CREATE FUNCTION hms.service_name(p_service bigint) RETURNS text
    LANGUAGE sql STABLE
    RETURN (SELECT s.name FROM hms.services s WHERE s.id = p_service);

-- The row, locked; refuses when it changed since the person looked at it.
CREATE FUNCTION hms.segment_as_seen(p_segment bigint, p_version bigint) RETURNS hms.segments
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    v segments;
BEGIN
    SELECT * INTO v FROM segments WHERE id = p_segment FOR UPDATE;
    IF NOT FOUND THEN
        PERFORM refuse('queue.no_such_ticket', 'This ticket is not known; look it up again.');
    END IF;
    IF p_version IS DISTINCT FROM v.version THEN
        PERFORM stale('queue.changed',
            format('A colleague changed ticket %s meanwhile (it is now %s); look at it again.',
                   label_of(v.ticket_id), replace(v.state, '_', ' ')),
            jsonb_build_object('ticket', label_of(v.ticket_id), 'state', v.state, 'version', v.version));
    END IF;
    RETURN v;
END $$;

CREATE FUNCTION hms.refuse_step(v hms.segments, p_wish text) RETURNS void
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
BEGIN
    PERFORM refuse('queue.wrong_step',
        format('Ticket %s is %s, so it cannot be %s.', label_of(v.ticket_id), replace(v.state, '_', ' '), p_wish),
        jsonb_build_object('ticket', label_of(v.ticket_id), 'state', v.state, 'wish', p_wish));
END $$;

CREATE FUNCTION hms.refuse_other_day(v hms.segments) RETURNS void
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
BEGIN
    IF v.business_date <> business_date() THEN
        PERFORM refuse('queue.day_over',
            format('Ticket %s is of %s and that day is over; issue a new ticket.', label_of(v.ticket_id), v.business_date),
            jsonb_build_object('ticket', label_of(v.ticket_id), 'day', v.business_date));
    END IF;
END $$;

-- One caller at a time per room, and only one ticket at a room: holds the room until the end of the transaction.
CREATE FUNCTION hms.take_room(p_room bigint, p_date date) RETURNS void
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    room rooms;
    there text;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('hms.queue.room'), p_room::integer);
    SELECT * INTO room FROM rooms WHERE id = p_room;
    IF NOT FOUND OR NOT room.active THEN
        PERFORM refuse('queue.room_closed', 'This room or counter is not in use; choose another one.');
    END IF;
    SELECT label_of(s.ticket_id) INTO there FROM segments s
    WHERE s.room_id = p_room AND s.business_date = p_date AND s.state IN ('called', 'serving');
    IF FOUND THEN
        PERFORM refuse('queue.room_busy',
            format('Ticket %s is still at %s; finish it, transfer it or mark it as no-show first.', there, room.name),
            jsonb_build_object('ticket', there, 'room', room.name));
    END IF;
END $$;

-- Serialises all who would open a segment of one service and day; the unique index stands behind it (RULES 3).
CREATE FUNCTION hms.refuse_second_open(p_patient bigint, p_service bigint, p_date date) RETURNS void
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    other text;
BEGIN
    INSERT INTO service_days (service_id, business_date) VALUES (p_service, p_date) ON CONFLICT DO NOTHING;
    PERFORM FROM service_days WHERE service_id = p_service AND business_date = p_date FOR NO KEY UPDATE;
    SELECT label_of(s.ticket_id) INTO other FROM segments s
    WHERE s.patient_id = p_patient AND s.service_id = p_service AND s.business_date = p_date
      AND s.state IN ('waiting', 'called', 'serving');
    IF FOUND THEN
        PERFORM refuse('queue.already_open',
            format('This patient already holds ticket %s for %s today; use that one.', other, service_name(p_service)),
            jsonb_build_object('ticket', other, 'service', service_name(p_service)));
    END IF;
END $$;

-- A reason as it is kept: one line of plain text; `p_needed` is the sentence when it must not be empty.
CREATE FUNCTION hms.plain_reason(p_reason text, p_needed text DEFAULT NULL) RETURNS text
    LANGUAGE plpgsql AS $$
DECLARE
    kept text := btrim(coalesce(p_reason, ''));
BEGIN
    IF kept = '' AND p_needed IS NOT NULL THEN
        PERFORM hms.refuse('queue.reason_missing', p_needed);
    ELSIF length(kept) > 200 THEN
        PERFORM hms.refuse('queue.reason_long', 'The reason is longer than 200 characters; shorten it.');
    ELSIF kept ~ '[[:cntrl:]\u202A-\u202E\u2066-\u2069]' THEN
        PERFORM hms.refuse('queue.reason_signs', 'The reason holds a hidden control character; type it again.');
    END IF;
    RETURN kept;
END $$;

CREATE FUNCTION hms.class_reason(p_class hms.priority_classes, p_reason text) RETURNS text
    LANGUAGE sql
    RETURN hms.plain_reason(p_reason, CASE WHEN NOT p_class.ordinary
        THEN format('A ticket of class %s needs a reason; enter it.', p_class.name) END);

-- How a segment stands, as far as an undo must bring it back.
CREATE FUNCTION hms.standing_of(v hms.segments) RETURNS jsonb
    LANGUAGE sql STABLE
    RETURN jsonb_build_object('state', v.state, 'room_id', v.room_id, 'rank', v.rank, 'place', v.place,
        'put_back_at', v.put_back_at, 'calls', v.calls, 'called_at', v.called_at,
        'last_called_at', v.last_called_at, 'serving_at', v.serving_at, 'closed_at', v.closed_at);

CREATE FUNCTION hms.note_change(p_before hms.segments, p_verb text, p_note text DEFAULT '',
                                p_next_segment bigint DEFAULT NULL) RETURNS void
    LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO hms.segment_changes (segment_id, verb, prior, next_segment_id, note, changed_at)
    VALUES (p_before.id, p_verb, hms.standing_of(p_before), p_next_segment, p_note, hms.hospital_now());
END $$;

CREATE FUNCTION hms.segment_result(v hms.segments) RETURNS jsonb
    LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN jsonb_build_object('segment_id', v.id, 'ticket_id', v.ticket_id, 'ticket', hms.label_of(v.ticket_id),
        'patient_id', v.patient_id, 'service_id', v.service_id, 'service', hms.service_name(v.service_id),
        'room_id', v.room_id, 'room', hms.room_name(v.room_id), 'state', v.state, 'version', v.version);
END $$;

-- Moves a locked segment to the room and appends the call; `p_kind` is call or recall.
CREATE FUNCTION hms.send_call(v hms.segments, p_room bigint, p_kind text) RETURNS jsonb
    LANGUAGE plpgsql SET search_path = hms, public, pg_temp AS $$
DECLARE
    now timestamptz := hospital_now();
    after segments;
    call bigint;
BEGIN
    UPDATE segments SET state = 'called', room_id = p_room, last_called_at = now,
        calls = CASE p_kind WHEN 'call' THEN 1 ELSE v.calls + 1 END,
        called_at = CASE p_kind WHEN 'call' THEN now ELSE v.called_at END
    WHERE id = v.id RETURNING * INTO after;
    INSERT INTO queue_calls (segment_id, ticket_id, service_id, room_id, business_date, kind, ordinary, called_at)
    VALUES (v.id, v.ticket_id, v.service_id, p_room, v.business_date, p_kind,
            (SELECT ordinary FROM priority_classes WHERE rank = v.class_rank), now)
    RETURNING id INTO call;
    INSERT INTO segment_changes (segment_id, verb, prior, changed_at) VALUES (v.id, p_kind, standing_of(v), now);
    RETURN segment_result(after) || jsonb_build_object('call_id', call, 'kind', p_kind, 'calls', after.calls,
                                                       'called_at', now);
END $$;

-- The wishes ---------------------------------------------------------------------------------------------------------

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

-- The patient was served here.
CREATE FUNCTION hms.finish(p_intent uuid, p_segment bigint, p_version bigint) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'finish');
    v segments;
    after segments;
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    v := segment_as_seen(p_segment, p_version);
    IF v.state NOT IN ('called', 'serving') THEN
        PERFORM refuse_step(v, 'finished');
    END IF;
    UPDATE segments SET state = 'done', closed_at = hospital_now() WHERE id = v.id RETURNING * INTO after;
    PERFORM note_change(v, 'finish');
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
    IF last.verb = 'transfer' THEN
        PERFORM take_back_transfer(last.next_segment_id);
    ELSIF last.verb = 'call' THEN
        INSERT INTO queue_calls (segment_id, ticket_id, service_id, room_id, business_date, kind, ordinary, withdraws,
                                 called_at)
        SELECT c.segment_id, c.ticket_id, c.service_id, c.room_id, c.business_date, 'withdrawn', c.ordinary, c.id,
               hospital_now()
        FROM queue_calls c WHERE c.segment_id = v.id AND c.kind = 'call' ORDER BY c.id DESC LIMIT 1;
    END IF;
    IF v.closed_at IS NOT NULL THEN
        PERFORM refuse_second_open(v.patient_id, v.service_id, v.business_date);
    END IF;
    UPDATE segments SET state = was.state, room_id = was.room_id, rank = was.rank, place = was.place,
        put_back_at = was.put_back_at, calls = was.calls, called_at = was.called_at,
        last_called_at = was.last_called_at, serving_at = was.serving_at, closed_at = was.closed_at
    WHERE id = v.id RETURNING * INTO after;
    PERFORM note_change(v, 'undo', last.verb);
    RETURN settle_intent(p_intent, segment_result(after) || jsonb_build_object('undone', last.verb));
END $$;

-- The segment that a transfer opened closes as if it had never been, while nobody touched it.
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
    PERFORM note_change(opened, 'undone');
END $$;

-- Closes what is still open of this business date and of earlier ones as not served (RULES 10).
CREATE FUNCTION hms.close_day(p_intent uuid, p_business_date date) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'close_day');
    closed bigint;
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    IF p_business_date IS NULL OR p_business_date > business_date() THEN
        PERFORM refuse('queue.day_to_come', 'This day has not begun, so it cannot be closed; choose today or earlier.');
    END IF;
    WITH left_open AS (
        SELECT s.id, s AS before FROM segments s
        WHERE s.state IN ('waiting', 'called', 'serving') AND s.business_date <= p_business_date
        ORDER BY s.id FOR UPDATE
    ), shut AS (
        UPDATE segments s SET state = 'not_served', closed_at = hospital_now() FROM left_open o WHERE s.id = o.id
    ), noted AS (
        INSERT INTO segment_changes (segment_id, verb, prior, changed_at)
        SELECT o.id, 'close_day', standing_of(o.before), hospital_now() FROM left_open o RETURNING 1
    )
    SELECT count(*) INTO closed FROM noted;
    RETURN settle_intent(p_intent, jsonb_build_object('business_date', p_business_date, 'not_served', closed));
END $$;

-- The numbers of one service, all of them at once.
CREATE FUNCTION hms.save_service_rules(p_intent uuid, p_service bigint, p_version bigint, p_record jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
DECLARE
    first_result jsonb := claim_intent(p_intent, 'save_service_rules');
    wanted service_rules := jsonb_populate_record(NULL::service_rules, p_record);
BEGIN
    IF first_result IS NOT NULL THEN
        RETURN first_result;
    END IF;
    UPDATE service_rules SET appointment_window = wanted.appointment_window, ageing_after = wanted.ageing_after,
        priority_run = wanted.priority_run, put_back_behind = wanted.put_back_behind, recall_gap = wanted.recall_gap,
        most_recalls = wanted.most_recalls, no_show_calls = wanted.no_show_calls,
        no_show_after = wanted.no_show_after, version = p_version
    WHERE service_id = p_service;
    IF NOT FOUND THEN
        PERFORM refuse('queue.no_such_service', 'This service is not known; reload the list.');
    END IF;
    RETURN settle_intent(p_intent, jsonb_build_object('service_id', p_service));
END $$;

-- What the duties may do here ----------------------------------------------------------------------------------------

GRANT SELECT ON hms.priority_classes, hms.service_rules, hms.service_days, hms.tickets, hms.segments,
    hms.segment_transitions, hms.queue_calls, hms.segment_changes, hms.standing_calls, hms.service_turns, hms.waiting
    TO hms_staff;
GRANT EXECUTE ON FUNCTION hms.turn_of(bigint, timestamptz, bigint, timestamptz),
    hms.waited_long(hms.segments, hms.service_turns) TO hms_staff;
GRANT EXECUTE ON FUNCTION hms.issue_ticket(uuid, bigint, bigint, text, text, timestamptz)
    TO hms_front_desk, hms_pharmacist, hms_clinician, hms_cashier, hms_manager;
GRANT EXECUTE ON FUNCTION
    hms.call_next(uuid, bigint),
    hms.call_ticket(uuid, bigint, bigint, bigint),
    hms.recall(uuid, bigint, bigint),
    hms.start_service(uuid, bigint, bigint),
    hms.finish(uuid, bigint, bigint),
    hms.no_show(uuid, bigint, bigint),
    hms.reinstate(uuid, bigint, bigint),
    hms.transfer(uuid, bigint, bigint, bigint, text, text),
    hms.cancel_ticket(uuid, bigint, bigint, text),
    hms.undo(uuid, bigint, bigint)
    TO hms_front_desk, hms_pharmacist, hms_clinician, hms_cashier, hms_manager;
GRANT EXECUTE ON FUNCTION hms.close_day(uuid, date), hms.save_service_rules(uuid, bigint, bigint, jsonb) TO hms_manager, hms_admin;

SELECT hms.versioned('segments'), hms.versioned('service_rules');
SELECT hms.audited('tickets'), hms.audited('segments'), hms.audited('service_rules'), hms.audited('priority_classes');
SELECT hms.knocks('service_rules', 'hms_changes', 'queue', 'service_id');
